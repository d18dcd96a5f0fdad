import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UsageError } from "../model/errors.ts";
import { unwritable } from "../write/atomic.ts";
import { makeFolder } from "./folder.ts";
import { type Holder, holderFrom, isRunning, thisHolder } from "./holder.ts";
import { reasonOf } from "./sources.ts";

/** Name of the lock in a folder that a run is writing to, and what the names of its successors begin with. */
export const LOCK_FILE = ".yusuan.lock";

export interface Lease {
  /** Milliseconds between two signs of life. */
  readonly beat: number;
  /** Milliseconds without one after which a holder that cannot be seen is taken for dead. */
  readonly lapse: number;
  /** Where the holder is (Holder); a test may be elsewhere. */
  readonly space?: string;
}

const LEASE: Lease = { beat: 5_000, lapse: 60_000 };

/** A folder that is held by this process. */
export interface Lock {
  /** Aborts when another run has taken the folder over, because this one gave no sign of life. */
  readonly lost: AbortSignal;
  release(): void;
}

/**
 * Does work in folders (made if they are missing) that no other run works in at the same time. Throws UsageError if one does,
 * or if a folder cannot be written.
 */
export async function holding<T>(
  folders: readonly string[],
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const locks: Lock[] = [];
  try {
    for (const folder of folders) locks.push(await lockFolder(folder));
    const signals = [...(signal ? [signal] : []), ...locks.map(({ lost }) => lost)];
    return await work(AbortSignal.any(signals));
  } finally {
    for (const lock of locks.reverse()) lock.release();
  }
}

/**
 * Takes a folder for this process. A lock is a file that grows by a line with each sign of life. A dead one is never moved or
 * replaced: whoever finds it goes on to its successor, a name that follows from what it says, and links its own file there. A
 * link succeeds for one process alone, so two cannot take the same lock over.
 */
export async function lockFolder(folder: string, lease = LEASE): Promise<Lock> {
  const holder = thisHolder(lease.space);
  const text = JSON.stringify(holder);
  const mine = join(folder, `${LOCK_FILE}.new-${holder.owner}`);
  let file: number;
  try {
    makeFolder(folder);
    file = openSync(mine, "ax");
    writeSync(file, `${text}\n`);
  } catch (error) {
    throw new UsageError(`cannot write to ${folder}: ${unwritable(error)}`);
  }
  try {
    const chain = await link(folder, { mine, text, file, lease });
    rmSync(mine);
    removeLeftovers(folder, chain, file, lease);
    return keepAlive(folder, chain, file, lease);
  } catch (error) {
    closeSync(file);
    rmSync(mine, { force: true });
    throw error;
  }
}

interface Taking {
  readonly mine: string;
  readonly text: string;
  readonly file: number;
  readonly lease: Lease;
}

/** Gives the own file its place behind all locks of the dead, and returns the names up to it. */
async function link(folder: string, { mine, text, file, lease }: Taking): Promise<string[]> {
  const root = join(folder, LOCK_FILE);
  let chain = [root];
  for (;;) {
    const path = chain.at(-1) ?? root;
    if (tryLink(mine, path)) {
      // Whoever held it may have given all back in the meantime: a place that the first name does not lead to is none.
      if (leadsTo(folder, text)) return chain;
      rmSync(path, { force: true });
      chain = [root];
      continue;
    }
    const other = textOf(path);
    if (other === undefined) chain = [root];
    else if (await hasEnded(path, other, file, lease)) chain.push(successorOf(folder, other));
    else throw busy(folder, holderFrom(other));
  }
}

function leadsTo(folder: string, text: string): boolean {
  let path = join(folder, LOCK_FILE);
  for (;;) {
    const found = textOf(path);
    if (found === undefined || found === text) return found === text;
    path = successorOf(folder, found);
  }
}

function successorOf(folder: string, text: string): string {
  const mark = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return join(folder, `${LOCK_FILE}.${mark}`);
}

/** What a lock says of its holder; undefined where it is gone. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").split("\n", 1)[0];
  } catch {
    return undefined;
  }
}

/** The holder is asked for where it can be seen, and otherwise given the time for a sign of life. */
async function hasEnded(
  path: string,
  text: string,
  file: number,
  { beat, lapse, space }: Lease,
): Promise<boolean> {
  const holder = holderFrom(text);
  const running = holder && isRunning(holder, space);
  if (running !== undefined) return !running;
  const age = ageOf(path, file);
  if (age === undefined || age.milliseconds < lapse) return false;
  // The clock may have been set meanwhile.
  await sleep(2 * beat);
  return ageOf(path, file)?.bytes === age.bytes;
}

/** How long ago a file grew, by the clock of the file system that it is on: that of its machine is nobody else's. */
function ageOf(path: string, file: number): { milliseconds: number; bytes: number } | undefined {
  try {
    writeSync(file, "\n");
    const { mtimeMs, size } = statSync(path);
    return { milliseconds: fstatSync(file).mtimeMs - mtimeMs, bytes: size };
  } catch {
    return undefined;
  }
}

/** What runs left that were killed while they took the lock, or gave it back. */
function removeLeftovers(folder: string, chain: readonly string[], file: number, lease: Lease) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(`${LOCK_FILE}.`) || chain.includes(path)) continue;
    const holder = holderFrom(textOf(path) ?? "");
    const running = holder && isRunning(holder, lease.space);
    const isOld = (ageOf(path, file)?.milliseconds ?? 0) > lease.lapse;
    if (!(running ?? !isOld)) rmSync(path, { force: true });
  }
}

/** Gives signs of life until the lock is given back or lost. */
function keepAlive(folder: string, chain: readonly string[], file: number, lease: Lease): Lock {
  const own = chain.at(-1) ?? "";
  const successor = successorOf(folder, textOf(own) ?? "");
  const losing = new AbortController();
  let alive = performance.now();
  const timer = setInterval(beat, lease.beat).unref();

  function isOurs(): boolean {
    return fstatSync(file).nlink > 0 && !existsSync(successor);
  }

  function beat(): void {
    try {
      if (!isOurs()) throw lost(folder);
      writeSync(file, "\n");
      alive = performance.now();
    } catch (error) {
      if (performance.now() - alive < lease.lapse && !(error instanceof UsageError)) return;
      clearInterval(timer);
      losing.abort(lost(folder));
    }
  }

  function release(): void {
    clearInterval(timer);
    // The first name goes first: what comes after it is then no lock any more (leadsTo).
    if (isOurs()) for (const path of chain) rmSync(path, { force: true });
    closeSync(file);
  }

  return { lost: losing.signal, release };
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

function busy(folder: string, holder: Holder | undefined): UsageError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
  return new UsageError(
    `another run (${who}) is writing to ${folder}: wait for it; the lock of one that was killed elsewhere lapses after a minute`,
  );
}

function lost(folder: string): UsageError {
  return new UsageError(
    `stopped: another run has taken ${folder} over, because this one gave no sign of life`,
  );
}
