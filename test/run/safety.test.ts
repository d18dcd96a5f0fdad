import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mergeParts } from "../../src/run/merge.ts";
import { MANIFEST_FILE, readManifest } from "../../src/write/manifest.ts";
import { csv, here, runFake, sandbox, snapshot, write } from "./sandbox.ts";

function two(): string {
  const folder = sandbox();
  write(folder, "in/a.txt", { department: "甲局", amounts: ["9.00"] });
  write(folder, "in/b.txt", { department: "乙局", amounts: ["3.00"] });
  return folder;
}

const ours = (folder: string) => readManifest(join(folder, "out")) ?? new Map();

describe("the manifest of an output", () => {
  test("has every file that was written, with its hash, and nothing else", async () => {
    const folder = two();
    write(folder, "out/notes.txt", "mine");
    await runFake(folder);
    const { "notes.txt": mine, [MANIFEST_FILE]: _, ...written } = snapshot(join(folder, "out"));
    expect(mine).toBeDefined();
    const listed = [...ours(folder)].map(([path, { sha256 }]) => [path, sha256.slice(0, 12)]);
    expect(Object.fromEntries(listed)).toEqual(written);
  });

  test("is the same bytes by one run and by parts that are merged", async () => {
    const folder = two();
    await runFake(folder);
    await runFake(folder, { out: "part", shard: "1/1" });
    const effects = { runId: "test", now: () => new Date(0), openPool: here };
    await mergeParts([join(folder, "part")], join(folder, "merged"), effects);
    expect(snapshot(join(folder, "merged"))).toEqual(snapshot(join(folder, "out")));
  });

  test("is made anew for an output of before it, from what that describes", async () => {
    const folder = two();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    rmSync(join(folder, "out", MANIFEST_FILE));
    rmSync(join(folder, "out.state"), { recursive: true });
    write(folder, "out/2024/410500-甲局/budget.json.bak", "mine");
    await runFake(folder);
    const { "2024/410500-甲局/budget.json.bak": mine, ...after } = snapshot(join(folder, "out"));
    expect(mine).toBeDefined();
    expect(after).toEqual(before);
  });
});

describe("a name that somebody else has taken", () => {
  /** Runs, and expects that nothing at all has changed but what the state keeps. */
  async function refused(folder: string, path: string, spec = {}): Promise<void> {
    const before = snapshot(folder);
    await expect(runFake(folder, spec)).rejects.toThrow(join(folder, path));
    const after = Object.entries(snapshot(folder)).filter(
      ([name]) => !name.startsWith("out.state"),
    );
    expect(Object.fromEntries(after)).toEqual(before);
  }

  test.each([
    ["a combined file", "out/facts.csv"],
    ["the description", "out/datapackage.json"],
    ["a department's file", "out/2024/410500-甲局/budget.json"],
    ["a department's table", "out/2024/410500-甲局/budget.facts.csv"],
  ])("stops the run before anything is written: %s", async (_, path) => {
    const folder = two();
    write(folder, path, "mine");
    await refused(folder, path);
  });

  test("stops it where a folder has to be, or a link leads elsewhere", async () => {
    const folder = two();
    write(folder, "out/2024", "mine");
    await refused(folder, "out/2024");
    rmSync(join(folder, "out/2024"));
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "out/2024"));
    await expect(runFake(folder)).rejects.toThrow("is no folder");
    expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
  });

  test("is given back when it is moved away", async () => {
    const folder = two();
    write(folder, "out/facts.csv", "mine");
    await expect(runFake(folder)).rejects.toThrow("was not written by this tool");
    rmSync(join(folder, "out/facts.csv"));
    expect((await runFake(folder)).documents).toEqual({ done: 2, unchanged: 0, failed: 0 });
  });

  test("stops a merge as well", async () => {
    const folder = two();
    await runFake(folder, { out: "part", shard: "1/1" });
    write(folder, "merged/2024/410500-甲局/budget.json", "mine");
    const effects = { runId: "test", now: () => new Date(0), openPool: here };
    await expect(
      mergeParts([join(folder, "part")], join(folder, "merged"), effects),
    ).rejects.toThrow("budget.json was not written by this tool");
    expect(existsSync(join(folder, "merged/facts.csv"))).toBe(false);
  });
});

test("files of other people in and beside the output stay as they are", async () => {
  const folder = two();
  const mine = [
    "out/notes.txt",
    "out/budget.json",
    "out/2024/410500-甲局/final.json",
    "out/2024/410500-甲局/budget.d0123456789abcdef.json",
    "out/2024/410500-甲局/budget/my own.csv",
    "out/parquet/year=2024/other.parquet",
    "out/.yusuan-draft.tmp",
    "out.state/notes.txt",
    "out.state/documents/ab/letter.record.gz",
    "out.state/documents/letters/a.part.gz",
    "out.state/documents/ab/00000000000000000000000000000000.record.gz.bak",
  ];
  mkdirSync(join(folder, "out.state"));
  await runFake(folder);
  for (const name of mine) write(folder, name, `mine: ${name}`);
  rmSync(join(folder, "in/a.txt"));
  await runFake(folder, { datasets: ["facts"], formats: ["csv"] });
  await runFake(folder, {}, { keepState: false });
  for (const name of mine)
    expect(readFileSync(join(folder, name), "utf8"), name).toBe(`mine: ${name}`);
});

describe("a state folder", () => {
  test.each(["index.jsonl", "run.json", "documents/letter.txt"])(
    "is not made of a folder that holds somebody's %s",
    async (name) => {
      const folder = two();
      write(folder, `mine/${name}`, "mine");
      await expect(runFake(folder, { state: "mine" })).rejects.toThrow(
        `${join(folder, "mine", name.split("/")[0] ?? "")} was not written by this tool`,
      );
      expect(Object.keys(snapshot(join(folder, "mine")))).toEqual([name]);
      expect(existsSync(join(folder, "out"))).toBe(false);
    },
  );

  test("that is not kept leaves what was in it before", async () => {
    const folder = two();
    write(folder, "out.state/letter.txt", "mine");
    await runFake(folder, {}, { keepState: false });
    expect(Object.keys(snapshot(join(folder, "out.state")))).toEqual(["letter.txt"]);
  });
});

describe("a source folder that is not there", () => {
  test("leaves what it gave in place, and says so", async () => {
    const folder = two();
    write(folder, "more/c.txt", { department: "丙局" });
    const spec = { sources: ["in", "more"] };
    await runFake(folder, spec);
    const before = csv(join(folder, "out/facts.csv"));
    renameSync(join(folder, "more"), join(folder, "unmounted"));
    const report = await runFake(folder, spec);
    expect(report.documents).toEqual({ done: 0, unchanged: 3, failed: 1 });
    expect(report.failures).toEqual([
      {
        source: "more",
        reason: "no such file or folder: the file that it had before stays in the datasets",
      },
    ]);
    expect(csv(join(folder, "out/facts.csv"))).toEqual(before);
    mkdirSync(join(folder, "more"));
    expect((await runFake(folder, spec)).documents.unchanged).toBe(3);
    expect(csv(join(folder, "out/facts.csv"))).toEqual(before);
    renameSync(join(folder, "unmounted/c.txt"), join(folder, "more/d.txt"));
    await runFake(folder, spec);
    const documents = csv(join(folder, "out/documents.csv")).map(({ source }) => source);
    expect(documents.sort()).toEqual(["in/a.txt", "in/b.txt", "more/d.txt"]);
  });

  test("of a pattern is that before its first sign", async () => {
    const folder = two();
    write(folder, "more/2024/c.txt", { department: "丙局" });
    const spec = { sources: ["in", "more/*/*.txt"] };
    await runFake(folder, spec);
    renameSync(join(folder, "more"), join(folder, "unmounted"));
    expect((await runFake(folder, spec)).documents).toMatchObject({ unchanged: 3, failed: 1 });
  });
});

test("a source that is named is read, though it lies in the output; what a run wrote is not", async () => {
  const folder = sandbox();
  write(folder, "out/inbox/a.txt", { department: "甲局" });
  write(folder, "out/b.txt", { department: "乙局" });
  const spec = { sources: ["out/inbox", "out/b.txt"] };
  expect((await runFake(folder, spec)).documents).toEqual({ done: 2, unchanged: 0, failed: 0 });
  writeFileSync(join(folder, "out/2024/410500-甲局/c.txt"), '{"department":"丙局"}');
  const again = await runFake(folder, { sources: ["out/2024", "out/facts.csv", "out/b.txt"] });
  expect(again.documents).toMatchObject({ done: 1, unchanged: 1 });
  expect(again.failures).toEqual([
    { source: "out/facts.csv", reason: "a file that this tool wrote" },
  ]);
});
