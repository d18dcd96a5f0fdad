import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { holderFrom, thisHolder } from "../../src/run/holder.ts";
import { holding, LOCK_FILE, lockFolder } from "../../src/run/lock.ts";
import { sandbox, write } from "./sandbox.ts";

test("a folder is made, held, and given back as it was", async () => {
  const folder = join(sandbox(), "new/out");
  const { release } = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(
    `another run (process ${process.pid} on ${hostname()}) is writing to ${folder}`,
  );
  release();
  expect(readdirSync(folder)).toEqual([]);
  (await lockFolder(folder)).release();
});

/** A process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

const LOCK = new URL("../../src/run/lock.ts", import.meta.url).href;

/** A process that takes a folder and is killed at once. */
function takeAndDie(folder: string): void {
  const script = `const { lockFolder } = await import(${JSON.stringify(LOCK)});
    await lockFolder(${JSON.stringify(folder)}); process.kill(process.pid, "SIGKILL");`;
  const { signal } = spawnSync(process.execPath, [
    ...["--import", "tsx", "--input-type", "module", "--eval", script],
  ]);
  expect(signal).toBe("SIGKILL");
}

/** A lock that was written so many seconds ago. */
function leave(folder: string, holder: unknown, { name = LOCK_FILE, seconds = 0 } = {}): void {
  const path = write(folder, name, `${JSON.stringify(holder)}\n`);
  const then = Date.now() / 1000 - seconds;
  utimesSync(path, then, then);
}

const LEASE = { beat: 10, lapse: 60_000 };

test.each([
  ["of a process that has ended", () => ({ ...thisHolder(), pid: deadPid() }), 0],
  ["of a process whose number another one has now", () => ({ ...thisHolder(), began: "1" }), 0],
  ["of a machine that is silent", () => thisHolder("elsewhere"), 3600],
  ["that is no lock, and old", () => "garbage", 3600],
])("a lock %s is taken over", async (_, holder, seconds) => {
  const folder = sandbox();
  leave(folder, holder(), { seconds });
  const { release } = await lockFolder(folder, LEASE);
  await expect(lockFolder(folder, LEASE)).rejects.toThrow(
    `process ${process.pid} on ${hostname()}`,
  );
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["of another machine", () => thisHolder("elsewhere")],
  ["that is no lock", () => "garbage"],
])("a lock %s is believed as long as it is fresh", async (_, holder) => {
  const folder = sandbox();
  leave(folder, holder(), { seconds: 30 });
  await expect(lockFolder(folder)).rejects.toThrow(/^another run \(/);
  expect(readdirSync(folder)).toEqual([LOCK_FILE]);
});

describe("runs that cannot see each other", () => {
  const quick = { beat: 20, lapse: 200 };
  const take = (folder: string, space: string) => lockFolder(folder, { ...quick, space });

  test("believe each other's signs of life, longer than a lock without them lasts", async () => {
    const folder = sandbox();
    const first = await take(folder, "first");
    await sleep(600);
    await expect(take(folder, "second")).rejects.toThrow(/^another run \(/);
    expect(first.lost.aborted).toBe(false);
    first.release();
    (await take(folder, "second")).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("take a dead one's lock over one after the other, and never two of them", async () => {
    for (let round = 0; round < 5; round++) {
      const folder = sandbox();
      leave(folder, thisHolder("dead"), { seconds: 3600 });
      const names = Array.from({ length: 12 }, (_, at) => `${at}`);
      const all = await Promise.allSettled(names.map((name) => take(folder, name)));
      const held = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      expect(held).toHaveLength(1);
      held[0]?.release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test("go on behind any number of dead ones", async () => {
    const folder = sandbox();
    for (let dead = 0; dead < 2; dead++) takeAndDie(folder);
    const { release } = await lockFolder(folder);
    expect(readdirSync(folder)).toHaveLength(3);
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("stop when another has taken over, and leave it what it holds", async () => {
    const folder = sandbox();
    const slept = await lockFolder(folder, { beat: 300, lapse: 200, space: "slept" });
    await sleep(220);
    const awake = await take(folder, "awake");
    await sleep(300);
    expect(slept.lost.reason.message).toContain(`another run has taken ${folder} over`);
    slept.release();
    await expect(take(folder, "third")).rejects.toThrow(/^another run \(/);
    awake.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("work in folders is told to stop, and gives them back when it ends in whatever way", async () => {
  const folder = sandbox();
  const stop = new AbortController();
  const work = holding([folder, join(folder, "state")], stop.signal, async (signal) => {
    expect(existsSync(join(folder, "state", LOCK_FILE))).toBe(true);
    stop.abort(new Error("enough"));
    signal.throwIfAborted();
  });
  await expect(work).rejects.toThrow("enough");
  expect(readdirSync(folder, { recursive: true })).toEqual(["state"]);
});

test("a place where no folder can be made is named at once", async () => {
  await expect(lockFolder("/proc/yusuan/here")).rejects.toThrow(
    "cannot write to /proc/yusuan/here",
  );
});

test("what a run left that was killed while it took the lock goes", async () => {
  const folder = sandbox();
  leave(folder, { ...thisHolder(), pid: deadPid() }, { name: `${LOCK_FILE}.new-1` });
  leave(folder, "", { name: `${LOCK_FILE}.new-2`, seconds: 3600 });
  leave(folder, thisHolder("elsewhere"), { name: `${LOCK_FILE}.new-3` });
  (await lockFolder(folder)).release();
  expect(readdirSync(folder)).toEqual([`${LOCK_FILE}.new-3`]);
});

test("a lock names its holder", async () => {
  const folder = sandbox();
  const { release } = await lockFolder(folder);
  const [line = ""] = readFileSync(join(folder, LOCK_FILE), "utf8").split("\n");
  expect(holderFrom(line)).toMatchObject({ pid: process.pid, host: hostname() });
  release();
});

test("a folder that cannot be written is a wrong use", async () => {
  const folder = sandbox();
  write(folder, "file", "");
  await expect(lockFolder(join(folder, "file/out"))).rejects.toThrow(/^cannot write to /);
  mkdirSync(join(folder, "dir"));
  await expect(lockFolder(join(folder, "file"))).rejects.toThrow(/^cannot write to /);
});
