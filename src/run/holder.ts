import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a lock. */
export interface Holder {
  /** Random: no two runs have the same. */
  readonly owner: string;
  readonly pid: number;
  readonly host: string;
  /** Within which the number of a process means that process: one start of one machine, and one namespace of it. */
  readonly space: string;
  /** When the process began, by the kernel's clock: a number alone may have gone to another process. */
  readonly began: string;
}

export function thisHolder(space = SPACE): Holder {
  const { pid } = process;
  return { owner: randomUUID(), pid, host: hostname(), space, began: beganOf(pid) };
}

export function holderFrom(text: string): Holder | undefined {
  try {
    const { owner, pid, host, space, began } = JSON.parse(text) as Partial<Holder>;
    const isHolder =
      typeof pid === "number" &&
      [owner, host, space, began].every((field) => typeof field === "string");
    return isHolder ? ({ owner, pid, host, space, began } as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process is there; undefined where it cannot be seen from here: another machine, another container. */
export function isRunning(holder: Holder, space = SPACE): boolean | undefined {
  if (holder.space !== space) return undefined;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  return beganOf(holder.pid) === holder.began;
}

/** proc(5) stat: fields 3 (state) and 22 (start time), counted after the command's closing bracket. */
function beganOf(pid: number): string {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  const [, state, start] = /\)\s+(\S)\s+(?:\S+\s+){18}(\d+)/.exec(stat) ?? [];
  return state === "Z" ? "dead" : (start ?? "");
}

const SPACE = [
  textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()) || hostname(),
  textOf(() => readlinkSync("/proc/self/ns/pid")),
].join(" ");

/** Not every system has /proc: what it would say is then left out. */
function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
