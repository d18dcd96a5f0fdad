import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isTemporary } from "../../src/write/atomic.ts";
import { MANIFEST_FILE } from "../../src/write/manifest.ts";
import { DISCLOSURE } from "../cli/disclosure.ts";
import { killing } from "./kills.ts";
import { runFake, sandbox, snapshot, write } from "./sandbox.ts";

const FAKE_RUN = fileURLToPath(new URL("./fake-run.ts", import.meta.url));

/** The command as it is built: a process that starts quickly. */
const COMMAND = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** A run at work: resolves once it has begun to read. */
async function startRun(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", FAKE_RUN, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** The same moments in every run of the tests, spread over the whole of what is killed. */
function moments(count: number, longest: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, (_, at) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.round(((at + state / 2 ** 31) / count) * longest);
  });
}

/** Some are editions of one disclosure. */
function documents(folder: string, amount: string): void {
  for (let at = 0; at < 24; at++) {
    write(folder, `in/${at}.txt`, {
      department: `${at % 20}局`,
      amounts: [amount, `${at}.00`],
      sleep: 15,
    });
  }
}

/** Files under their final names: whatever is there must be whole. The manifest lists what is being written as well. */
function visible(folder: string): [string, string][] {
  return Object.entries(snapshot(join(folder, "out"))).filter(
    ([path]) =>
      !isTemporary(path.split("/").at(-1) ?? "") &&
      !path.startsWith(".yusuan.lock") &&
      path !== MANIFEST_FILE,
  );
}

describe("a run that is killed", () => {
  test.each(moments(3, 1000, 20241))(
    "after %i ms leaves only whole files, and the next one ends as if nothing had been",
    async (after) => {
      const folder = sandbox();
      documents(folder, "1.00");
      cpSync(join(folder, "in"), join(folder, "calm/in"), { recursive: true });
      await runFake(join(folder, "calm"));
      const undisturbed = snapshot(join(folder, "calm/out"));

      const child = await startRun(folder);
      await sleep(after);
      await kill(child);
      for (const [path, hash] of visible(folder))
        expect([path, hash]).toEqual([path, undisturbed[path]]);
      await runFake(folder);
      expect(snapshot(join(folder, "out"))).toEqual(undisturbed);
    },
  );

  test.each(moments(2, 1000, 7))(
    "while it brings a change, after %i ms, mixes nothing up",
    async (after) => {
      const folder = sandbox();
      documents(folder, "1.00");
      await runFake(folder);
      const before = snapshot(join(folder, "out"));
      documents(folder, "2.00");
      rmSync(join(folder, "in/3.txt"));
      write(folder, "in/new.txt", { department: "新局" });
      cpSync(join(folder, "in"), join(folder, "calm/in"), { recursive: true });
      await runFake(join(folder, "calm"));
      const undisturbed = snapshot(join(folder, "calm/out"));

      const child = await startRun(folder);
      await sleep(after);
      await kill(child);
      for (const [path, hash] of visible(folder)) {
        expect([before[path], undisturbed[path]], path).toContain(hash);
      }
      await runFake(folder);
      expect(snapshot(join(folder, "out"))).toEqual(undisturbed);
    },
  );
});

test("extract, run, merge and verify --repair, killed at any operation on files, end as if nothing had been", () => {
  const { kills, faults } = killing({
    ...{ folder: sandbox(), kills: 4, seed: 12, inARow: 1, documents: [] },
    document: (department, amount) =>
      DISCLOSURE.replace("兰考县档案馆", `兰考县${department}`).replaceAll("20.00", amount),
    cli: [COMMAND],
  });
  expect(faults).toEqual([]);
  expect(Object.values(kills).reduce((sum, each) => sum + each)).toBe(4);
}, 600_000);

test("a second run on the same output says so and stops, and the first is not disturbed", async () => {
  const folder = sandbox();
  documents(folder, "1.00");
  const first = await startRun(folder);
  const ended = once(first, "exit");
  await expect(runFake(folder)).rejects.toThrow(`another run (process ${first.pid} on `);
  const [code] = await ended;
  expect(code).toBe(0);
  expect(existsSync(join(folder, "out/facts.csv"))).toBe(true);
  expect((await runFake(folder)).documents.unchanged).toBe(24);
});

const children = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);

test.skipIf(process.platform !== "linux")(
  "a run that is killed leaves no child behind, not even one in an endless loop",
  async () => {
    const folder = sandbox();
    write(folder, "in/a.txt", { behave: "hang" });
    const run = await startRun(folder);
    let left: string[] = [];
    for (; left.length === 0; left = children(run.pid ?? 0)) await sleep(50);
    // Time to get into its loop.
    await sleep(3_000);
    await kill(run);
    for (; left.length > 0; left = left.filter((pid) => existsSync(`/proc/${pid}`)))
      await sleep(50);
  },
);
