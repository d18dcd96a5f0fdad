import { rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mergeParts } from "../../src/run/merge.ts";
import { here, runFake, sandbox, snapshot, write } from "./sandbox.ts";

const effects = { runId: "test", now: () => new Date(0), openPool: here };

function corpus(): string {
  const folder = sandbox();
  for (let at = 0; at < 12; at++) {
    write(folder, `in/${at}.txt`, { department: `${at % 10}局`, amounts: [`${at}.00`] });
    utimesSync(join(folder, `in/${at}.txt`), 1000, 1000 + at);
  }
  write(folder, "in/bad.txt", "no JSON");
  write(folder, "in/same.txt", { department: "3局", amounts: ["3.00"] });
  return folder;
}

async function parts(folder: string, of: number): Promise<string[]> {
  const folders: string[] = [];
  for (let part = 1; part <= of; part++) {
    const spec = { sources: ["in", "nowhere"], out: `parts/${part}`, shard: `${part}/${of}` };
    await runFake(folder, spec);
    folders.push(join(folder, `parts/${part}`));
  }
  return folders;
}

describe("parts", () => {
  test.each([1, 5, 16])("%i of them merge into the bytes of one run", async (of) => {
    const folder = corpus();
    const whole = await runFake(folder, { sources: ["in", "nowhere"] });
    const folders = await parts(folder, of);
    const merged = await mergeParts(folders.reverse(), join(folder, "merged"), effects);
    expect(snapshot(join(folder, "merged"))).toEqual(snapshot(join(folder, "out")));
    expect(merged.documents).toEqual({ done: 13, unchanged: 0, failed: 2 });
    expect(merged).toEqual({ ...whole, out: join(folder, "merged") });
  });

  test("merge over what an earlier merge left", async () => {
    const folder = corpus();
    const out = join(folder, "merged");
    await mergeParts(await parts(folder, 3), out, effects);
    rmSync(join(folder, "in/1.txt"));
    write(folder, "in/2.txt", { department: "2局", amounts: ["99.00"] });
    await mergeParts(await parts(folder, 3), out, effects);
    await runFake(folder, { sources: ["in", "nowhere"] });
    expect(snapshot(out)).toEqual(snapshot(join(folder, "out")));
  });

  test("are read again only where they changed", async () => {
    const folder = corpus();
    const spec = { out: "parts/1", shard: "1/1" };
    await runFake(folder, spec);
    write(folder, "in/2.txt", { department: "2局", amounts: ["99.00"] });
    expect((await runFake(folder, spec)).documents).toEqual({ done: 1, unchanged: 12, failed: 1 });
  });

  test("are refused unless they are all the parts of one run", async () => {
    const folder = corpus();
    const [first = "", second = "", third = ""] = await parts(folder, 3);
    const out = join(folder, "merged");
    const merging = (...folders: string[]) => mergeParts(folders, out, effects);
    await expect(merging(first, third)).rejects.toThrow("parts missing of 3: 2");
    await expect(merging(first, second, second, third)).rejects.toThrow(/both part 2/);
    await expect(merging(first, join(folder, "in"))).rejects.toThrow(/is no part of a run/);
    await runFake(folder, { out: "parts/4", shard: "1/4" });
    await expect(merging(first, join(folder, "parts/4"))).rejects.toThrow(/one of 4 parts/);
    await runFake(folder, { out: "parts/3", shard: "3/3" }, { fingerprint: "2" });
    await expect(merging(first, second, third)).rejects.toThrow(/another version/);
  });

  test("are refused while one is at work or was stopped", async () => {
    const folder = corpus();
    const [first = ""] = await parts(folder, 1);
    write(folder, "in/new.txt", {});
    const stopping = new AbortController();
    stopping.abort();
    const spec = { sources: ["in"], out: "parts/1", shard: "1/1" };
    await expect(
      runFake(folder, spec, {
        signal: stopping.signal,
        openPool: () => ({ run: () => Promise.reject(new Error()), close: async () => {} }),
      }),
    ).rejects.toThrow();
    await expect(mergeParts([first], join(folder, "merged"), effects)).rejects.toThrow(
      /is not complete/,
    );
  });
});
