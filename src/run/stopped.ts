import { InputError } from "../model/errors.ts";
import type { Ending } from "./children.ts";

/** What a source may take, of one document (PoolLimits). */
export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Signals that come from people and from systems in need, not from what a process does. */
const FROM_OUTSIDE = ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "no sign of life"];

/** A source that had to be stopped, or brought its process down. */
export class Stopped extends InputError {
  /** What it was not enough for; undefined if it may well be read the next time. */
  readonly bounds: Bounds | undefined;

  constructor(ending: Ending, { seconds, megabytes }: Bounds) {
    super(reasonFor(ending, { seconds, megabytes }), "stopped");
    const isAccident = ending.kind === "crash" && FROM_OUTSIDE.includes(ending.how);
    this.bounds = isAccident || ending.kind === "standstill" ? undefined : { seconds, megabytes };
  }
}

function reasonFor(ending: Ending, { seconds, megabytes }: Bounds): string {
  switch (ending.kind) {
    case "time":
      return `takes longer than ${seconds} s of processor time: stopped`;
    case "memory":
      return `needs more than ${megabytes} MB of memory: stopped`;
    case "put-off":
    case "standstill":
      return "does not go on, though nothing keeps it: stopped";
    case "crash":
      return `brought its process down (${ending.how})`;
  }
}

/** Whether what was stopped once would be stopped again: not if it may have more now. */
export function isEnough(before: Bounds, now: Bounds): boolean {
  return now.seconds <= before.seconds && now.megabytes <= before.megabytes;
}
