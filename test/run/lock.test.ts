import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LOCK_FILE, lockFolder } from "../../src/run/lock.ts";
import { sandbox, write } from "./sandbox.ts";

test("a folder is made, held, and given back as it was", () => {
  const folder = join(sandbox(), "new/out");
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(
    `another run (process ${process.pid} on ${hostname()}) is writing to ${folder}`,
  );
  release();
  expect(readdirSync(folder)).toEqual([]);
  lockFolder(folder)();
});

/** A process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

test.each([
  ["of a process that has ended", () => ({ pid: deadPid(), host: hostname(), began: "1" })],
  [
    "of a process whose number another one has now",
    () => ({ pid: process.pid, host: hostname(), began: "1" }),
  ],
  ["that is no lock", () => "garbage"],
])("a lock %s is taken over", (_, holder) => {
  const folder = sandbox();
  writeFileSync(join(folder, LOCK_FILE), JSON.stringify(holder()));
  const release = lockFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, LOCK_FILE), "utf8")).pid).toBe(process.pid);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test("a place where no folder can be made is named at once", () => {
  expect(() => lockFolder("/proc/yusuan/here")).toThrow("cannot write to /proc/yusuan/here");
});

test("what a run left that was killed while it took the lock goes", () => {
  const folder = sandbox();
  const dead = { pid: deadPid(), host: hostname(), began: "1" };
  write(folder, `${LOCK_FILE}.123`, JSON.stringify(dead));
  write(folder, `${LOCK_FILE}.124`, "");
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock of another machine is believed", () => {
  const folder = sandbox();
  write(folder, LOCK_FILE, JSON.stringify({ pid: 1, host: "elsewhere", began: "1" }));
  expect(() => lockFolder(folder)).toThrow(/process 1 on elsewhere/);
  expect(existsSync(join(folder, LOCK_FILE))).toBe(true);
});

test("a folder that cannot be written is a wrong use", () => {
  const folder = sandbox();
  write(folder, "file", "");
  expect(() => lockFolder(join(folder, "file/out"))).toThrow(/^cannot write to /);
  mkdirSync(join(folder, "dir"));
  expect(() => lockFolder(join(folder, "file"))).toThrow(/^cannot write to /);
});
