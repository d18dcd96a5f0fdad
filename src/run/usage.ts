import { readFileSync } from "node:fs";

/** What a process has used, seen from outside. */
export interface Usage {
  /** Processor time of all its threads since it began, in seconds: waiting for a busy machine is not in it. */
  readonly seconds: number;
  /** Memory that it holds (resident), whatever kind: JavaScript objects, typed arrays, code. */
  readonly megabytes: number;
}

/** The kernel counts in hundredths of a second, whatever its clock does (USER_HZ, proc(5)). */
const TICKS = 100;

/** What Linux tells of a process; undefined elsewhere, and for a process that has ended. */
export function usageOf(pid: number): Usage | undefined {
  try {
    // proc(5) stat: fields 14 (user time) and 15 (system time), counted after the command's closing bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [, user, system] = /\)\s+(?:\S+\s+){11}(\d+)\s+(\d+)/.exec(stat) ?? [];
    const [, resident] =
      /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    if (!user || !system || !resident) return undefined;
    return { seconds: (Number(user) + Number(system)) / TICKS, megabytes: Number(resident) / 1024 };
  } catch {
    return undefined;
  }
}

/** The processes that a process has started and that go on; none where Linux does not say so. */
export function familyOf(pid: number): number[] {
  try {
    const started = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return started
      .split(" ")
      .filter(Boolean)
      .map(Number)
      .flatMap((child) => [child, ...familyOf(child)]);
  } catch {
    return [];
  }
}

/** Megabytes that processes hold together. */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (usageOf(pid)?.megabytes ?? 0), 0);
}

/** What this process has used, by its own word. */
export function ownUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return { seconds: (user + system) / 1e6, megabytes: process.memoryUsage.rss() / 2 ** 20 };
}
