import { InputError } from "../model/errors.ts";
import type { Entry, Index, Unreadable } from "./index-file.ts";
import { type AnyOutcome, type AnyTask, type Outcome, stoppedOutcome, type Task } from "./job.ts";
import type { Plan } from "./plan.ts";
import type { Pool, PoolLimits } from "./pool.ts";
import { type Reporter, unreadableLine } from "./report.ts";
import { compare, type SourceFile, type Stamp } from "./sources.ts";
import { type Bounds, isEnough, Stopped } from "./stopped.ts";
import { isStored, storeKey } from "./store.ts";

export interface Reading {
  /** Sorted by source. */
  readonly entries: readonly Entry[];
  readonly unreadable: readonly Unreadable[];
  /** Sources that were not read again. */
  readonly unchanged: ReadonlySet<string>;
}

export interface ReadEffects {
  readonly openPool: (limits: PoolLimits) => Pool<AnyTask, AnyOutcome>;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/** Results go to the store as they come, so that a run that is killed has lost none; what is returned is small. */
export async function readSources(
  files: readonly SourceFile[],
  plan: Plan,
  basis: string,
  previous: Index | undefined,
  effects: ReadEffects,
): Promise<Reading> {
  const known = new Map(previous?.entries.map((entry) => [entry.source, entry]));
  const entries: Entry[] = [];
  const unreadable: Unreadable[] = [];
  const unchanged = new Set<string>();
  const pending: SourceFile[] = [];

  function keep(entry: Entry, isUnchanged: boolean): void {
    entries.push(entry);
    const isDone = entry.line.outcome === "done";
    if (isUnchanged && isDone) unchanged.add(entry.source);
    effects.reporter.source?.(
      isUnchanged && isDone ? { ...entry.line, outcome: "unchanged" } : entry.line,
    );
  }

  for (const file of files) {
    const entry = known.get(file.name);
    if (entry && !plan.fresh && isUpToDate(entry, file, basis, plan)) keep(entry, true);
    else pending.push(file);
  }
  if (pending.length > 0) {
    const pool = effects.openPool({
      workers: Math.min(plan.limits.workers, pending.length),
      ...boundsOf(plan),
    });
    const stop = (): void => void pool.close();
    effects.signal?.addEventListener("abort", stop);
    try {
      await Promise.all(pending.map(readOne));
    } finally {
      effects.signal?.removeEventListener("abort", stop);
      await pool.close();
    }

    async function readOne(file: SourceFile): Promise<void> {
      const outcome = await outcomeOf(pool, taskOf(file, plan, basis), effects);
      if (!("key" in outcome)) {
        const failure = { source: file.name, ...outcome };
        unreadable.push(failure);
        effects.reporter.source?.(unreadableLine(failure));
        return;
      }
      const { reused, ...result } = outcome;
      const member = file.member && { member: file.member };
      keep({ source: file.name, ...member, stamp: file.stamp, ...result }, reused);
    }
  }
  return {
    entries: entries.sort((a, b) => compare(a.source, b.source)),
    unreadable: unreadable.sort((a, b) => compare(a.source, b.source)),
    unchanged,
  };
}

type Why = Pick<Unreadable, "reason" | "why">;

/** What the source gives, or why this time it gives nothing. Throws what no other source would escape either. */
async function outcomeOf(
  pool: Pool<AnyTask, AnyOutcome>,
  task: Task,
  effects: ReadEffects,
): Promise<Outcome | Why> {
  try {
    return (await pool.run(task)) as Outcome;
  } catch (error) {
    effects.signal?.throwIfAborted();
    if (error instanceof Stopped && error.bounds) {
      return rememberStopped(task, error.message, error.bounds);
    }
    if (error instanceof InputError) return { reason: error.message, why: error.why };
    if (!(error instanceof Error) || isFatal(error)) throw error;
    effects.reporter.bug?.(task.name, error);
    return { reason: `unexpected error: ${error.message}`, why: "unexpected" };
  }
}

/** Keeps it as the outcome of a source that it needs more than it may have. The file may have gone since. */
export async function rememberStopped(
  task: Task,
  reason: string,
  bounds: Bounds,
): Promise<Outcome | Why> {
  try {
    return await stoppedOutcome(task, reason, bounds);
  } catch (error) {
    if (error instanceof InputError) return { reason, why: "stopped" };
    throw error;
  }
}

/** Whether no other source would fare better. */
export function isFatal(error: Error): boolean {
  const fatal = ["ENOSPC", "EDQUOT", "EROFS", "EIO", "EMFILE"];
  return error.name === "UsageError" || ("code" in error && fatal.includes(String(error.code)));
}

function taskOf(file: SourceFile, plan: Plan, basis: string): Task {
  return {
    name: file.name,
    path: file.path,
    ...(file.member && { member: file.member }),
    state: plan.state,
    basis,
    output: plan.output,
    largest: plan.limits.file,
    fresh: plan.fresh,
    bounds: boundsOf(plan),
  };
}

export function boundsOf({ limits }: Pick<Plan, "limits">): Bounds {
  return { seconds: limits.seconds, megabytes: limits.memory };
}

function isUpToDate(entry: Entry, file: SourceFile, basis: string, plan: Plan): boolean {
  return (
    isSameStamp(entry.stamp, file.stamp) &&
    entry.key === storeKey(file.name, entry.sha256, basis) &&
    isStored(plan.state, entry.key) &&
    (!entry.stopped || isEnough(entry.stopped, boundsOf(plan)))
  );
}

function isSameStamp(a: Stamp, b: Stamp): boolean {
  return (
    a.size === b.size && a.modified === b.modified && a.changed === b.changed && a.inode === b.inode
  );
}
