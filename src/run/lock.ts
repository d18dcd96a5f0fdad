import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { UsageError } from "../model/errors.ts";
import { makeFolder } from "./folder.ts";
import { reasonOf } from "./sources.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, by the kernel's clock: a pid alone may have gone to another process. */
  readonly began: string;
}

/** Name of the lock in a folder that a run is writing to. */
export const LOCK_FILE = ".yusuan.lock";

/**
 * Takes a folder (made if it is missing) for this process and returns the function that gives it back.
 * Throws UsageError if another run holds it or it cannot be written. The lock of a run that was killed is taken over.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, LOCK_FILE);
  const mine = `${path}.${process.pid}`;
  try {
    makeFolder(folder);
    writeFileSync(mine, `${JSON.stringify(holderOf(process.pid))}\n`);
  } catch (error) {
    throw new UsageError(`cannot write to ${folder}: ${reasonOf(error)}`);
  }
  try {
    if (!tryLink(mine, path)) {
      const holder = readHolder(path);
      if (holder && isAlive(holder)) throw busy(folder, holder, path);
      removeStale(path, mine);
      if (!tryLink(mine, path)) throw busy(folder, readHolder(path), path);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  removeLeftovers(folder);
  return () => rmSync(path, { force: true });
}

/** What runs left that were killed while they took the lock. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${LOCK_FILE}.`)) continue;
    const holder = readHolder(join(folder, name));
    if (!holder || !isAlive(holder)) rmSync(join(folder, name), { force: true });
  }
}

/** A link with content appears at once, where a file written in place could be seen empty. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw new UsageError(`cannot lock ${to}: ${reasonOf(error)}`);
  }
}

/** Another run may have taken the stale lock over in the meantime: then what was moved away is alive, and goes back. */
function removeStale(path: string, mine: string): void {
  const aside = `${mine}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const holder = readHolder(aside);
  if (holder && isAlive(holder)) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function busy(folder: string, holder: Holder | undefined, path: string): UsageError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
  return new UsageError(
    `another run (${who}) is writing to ${folder}; wait for it, or delete ${path} if it is long dead`,
  );
}

function isAlive(holder: Holder): boolean {
  // Processes of another machine on a shared folder cannot be seen from here.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  return holderOf(holder.pid).began === holder.began;
}

function holderOf(pid: number): Holder {
  let began = "";
  try {
    // proc(5) stat: fields 3 (state) and 22 (start time), counted after the command's closing bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [, state, start] = /\)\s+(\S)\s+(?:\S+\s+){18}(\d+)/.exec(stat) ?? [];
    began = state === "Z" ? "dead" : (start ?? "");
  } catch {
    // Not every system has /proc: the pid then has to do.
  }
  return { pid, host: hostname(), began };
}

function readHolder(path: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof found !== "object" || found === null) return undefined;
    const { pid, host, began } = found as Partial<Holder>;
    return typeof pid === "number" && typeof host === "string" && typeof began === "string"
      ? { pid, host, began }
      : undefined;
  } catch {
    return undefined;
  }
}
