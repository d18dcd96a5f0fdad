import type { Usage } from "./usage.ts";

/** May grow while a task runs. */
export interface Allowance {
  /** Processor time. */
  seconds: number;
  /** Resident memory. */
  megabytes: number;
}

/** The same for a task that may make efforts: recognise a page, have a file converted. */
export interface WholeAllowance extends Allowance {
  /** Resident memory from its first effort on. */
  megabytesForEfforts: number;
}

/** Processor time that an effort takes, beside what its document may take anyhow. */
const EFFORT_SECONDS = 40;
/** Efforts of one document that get it. */
const MOST_EFFORTS = 400;

/** What a task may have that makes so many efforts, one after the other. */
export function forEfforts(
  { seconds, megabytesForEfforts }: Readonly<WholeAllowance>,
  efforts: number,
): Allowance {
  return {
    seconds: seconds + EFFORT_SECONDS * Math.min(efforts, MOST_EFFORTS),
    megabytes: megabytesForEfforts,
  };
}

/** What a task had too much of; `standstill` is a task that waits for something that never comes. */
export type Excess = "time" | "memory" | "standstill";

const EVERY_MS = 50;

/** A process that gets no processor time at all for so long is not starved by a busy machine: it stands still. */
const STANDSTILL_SECONDS = 60;

/**
 * Looks at a process again and again and calls `onExcess` once if it uses more than it may from now on. Where its use cannot
 * be known, the time that passes stands for it. Returns the function that ends the watch.
 */
export function watch(
  usage: () => Usage | undefined,
  allowance: Readonly<Allowance>,
  onExcess: (excess: Excess) => void,
): () => void {
  const began = performance.now();
  let before = usage()?.seconds;
  let last = before;
  let moved = began;

  function excess(): Excess | undefined {
    const { seconds, megabytes } = allowance;
    const now = performance.now();
    const used = usage();
    if (!used) return (now - began) / 1000 > seconds ? "time" : undefined;
    before ??= used.seconds;
    if (used.megabytes > megabytes) return "memory";
    if (used.seconds - before > seconds) return "time";
    if (used.seconds !== last) {
      last = used.seconds;
      moved = now;
    }
    return (now - moved) / 1000 > Math.max(seconds, STANDSTILL_SECONDS) ? "standstill" : undefined;
  }

  const timer = setInterval(() => {
    const found = excess();
    if (!found) return;
    clearInterval(timer);
    onExcess(found);
  }, EVERY_MS);
  return () => clearInterval(timer);
}
