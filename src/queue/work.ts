import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { InputError } from "../model/errors.ts";
import type { AnyOutcome, AnyTask, Outcome, Task } from "../run/job.ts";
import type { Pool, PoolLimits } from "../run/pool.ts";
import { openProcesses } from "../run/processes.ts";
import { boundsOf, isFatal, rememberStopped } from "../run/read.ts";
import { Stopped } from "../run/stopped.ts";
import { type ObjectStore, StoreError } from "../store/objects.ts";
import { isS3, openStore } from "../store/open-store.ts";
import { sendPieces } from "../store/pieces.ts";
import type { Database } from "./database.ts";
import type { Job, Jobs, Lost } from "./jobs.ts";
import { type Pipeline, readPipelines } from "./pipeline.ts";
import { type Result, saveLost, saveResults } from "./results.ts";

/** What is told of a document that was worked on. */
export interface Worked {
  readonly job: string;
  readonly pipeline: string;
  readonly source: string;
  readonly document: string;
  readonly outcome: "done" | "failed" | "lost" | "again";
  readonly reason: string;
  /** From the moment at which its bytes were asked for until its results are in the store. */
  readonly seconds: number;
  /** Of the source. */
  readonly megabytes: number;
  readonly pages: number;
}

export interface WorkEffects {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly store: ObjectStore;
  /** Folder of this process alone, for what is being read. */
  readonly scratch: string;
  readonly tell?: (worked: Worked) => void;
  readonly openPool?: (limits: PoolLimits) => Pool<AnyTask, AnyOutcome>;
  readonly signal?: AbortSignal;
}

export interface WorkOptions {
  /** Documents at once. */
  readonly workers: number;
  /** Whether to end when there is nothing left to do, instead of waiting for more. */
  readonly untilIdle: boolean;
  /** Seconds between two looks at a queue that was empty. */
  readonly pause?: number;
  /** Seconds between two looks for what other machines have left. */
  readonly upkeep?: number;
}

/** Documents that a process may hold for each that it reads: a store that is slow must not fill the machine. */
const MOST_HELD = 5;

/** What a worker that is asked to stop may take to end what it has begun. */
const GRACE_SECONDS = 20;

interface Claimed extends Job {
  readonly member: readonly string[] | null;
  readonly bytes: string;
  readonly location: string;
}

/**
 * Reads documents that wait, until it is stopped. Whatever becomes of this process, its jobs are done: what it had taken is
 * given back when it stops, and taken over when it is killed.
 */
export async function work(options: WorkOptions, effects: WorkEffects): Promise<number> {
  const { workers, untilIdle, pause = 1, upkeep = 30 } = options;
  const { database, jobs, scratch, signal } = effects;
  const pipelines = new Map<string, Pipeline>();
  const pools = new Map<string, Pool<AnyTask, AnyOutcome>>();
  const running = new Map<string, Promise<void>>();
  // While one document is read, the next is fetched and the last one sent: processes need not wait for the network.
  const turns = pLimit(workers);
  const unread = new Set<string>();
  let wake = (): void => {};
  const finished: Result[] = [];
  let saving = Promise.resolve();
  let failure: unknown;
  let done = 0;
  let isOver = false;
  let lastUpkeep = Number.NEGATIVE_INFINITY;
  const stopped = aborted(signal);
  await mkdir(scratch, { recursive: true });

  function poolOf({ limits }: Pipeline): Pool<AnyTask, AnyOutcome> {
    const bounds = boundsOf({ limits });
    const key = JSON.stringify(bounds);
    const { openPool = openProcesses } = effects;
    const pool = pools.get(key) ?? openPool({ workers, ...bounds });
    pools.set(key, pool);
    return pool;
  }

  /** Takes as many that all of them can be begun before the first is taken to be lost. */
  async function take(): Promise<void> {
    const most = Math.min(3 * workers - unread.size, MOST_HELD * workers - running.size);
    if (most <= 0) return;
    const taken = await jobs.take(most);
    if (taken.length === 0) return;
    for (const each of await readPipelines(database)) pipelines.set(each.name, each);
    const rows = await database.query<Claimed>(
      `select s.job as id, s.pipeline, s.name, s.member, s.bytes, s.location from yusuan_queue.source s
       join json_to_recordset($1) as x(pipeline text, name text, id uuid)
         on (s.pipeline, s.name, s.job) = (x.pipeline, x.name, x.id)`,
      [JSON.stringify(taken)],
    );
    for (const each of rows) {
      unread.add(each.id);
      const performing = perform(each).catch((error) => {
        failure ??= error;
        wake();
      });
      running.set(each.id, performing);
    }
    // The source was removed, or has changed since: another job is responsible for it, or none.
    const ids = new Set(rows.map(({ id }) => id));
    await jobs.complete(taken.flatMap(({ id }) => (ids.has(id) ? [] : [id])));
  }

  /** Results that come while others are being written are written together. */
  function save(): Promise<void> {
    saving = saving.then(async () => {
      const results = finished.splice(0);
      await saveResults(database, results, pipelines);
      await jobs.complete(results.map(({ job }) => job));
    });
    return saving;
  }

  async function perform(claimed: Claimed): Promise<void> {
    const { id: job, pipeline: of, name } = claimed;
    const pipeline = pipelines.get(of);
    if (!pipeline) return;
    const pool = poolOf(pipeline);
    const began = performance.now();
    let waited = 0;
    const read = (task: Task) => {
      const asked = performance.now();
      return turns(async () => {
        waited = performance.now() - asked;
        const result = isOver || signal?.aborted ? undefined : await performed(pool, task);
        wasRead(job);
        return result;
      });
    };
    const result = await attempt(claimed, pipeline, read, effects);
    wasRead(job);
    if (!result || ((isOver || signal?.aborted) && "again" in result)) return;
    const seconds = Math.round(performance.now() - began - waited) / 1000;
    effects.tell?.(workedOf(claimed, result, seconds));
    if ("again" in result) await jobs.fail(job, result.again);
    else {
      finished.push({ pipeline: of, name, job, seconds, outcome: result });
      await save();
      done++;
    }
    running.delete(job);
    wake();
  }

  function wasRead(job: string): void {
    unread.delete(job);
    wake();
  }

  async function maintain(): Promise<void> {
    if (performance.now() - lastUpkeep < 1000 * upkeep) return;
    lastUpkeep = performance.now();
    await jobs.expire();
    await jobs.settleLost(async (lost) => saveLost(database, lost, await byName(database)));
  }

  try {
    while (!signal?.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await maintain();
      if (unread.size < 2 * workers) await take();
      if (failure) throw failure;
      if (running.size > 0) {
        await Promise.race([woken, stopped, sleep(1000 * upkeep, undefined, { ref: false })]);
      } else if (untilIdle && (await isIdle(database, jobs))) break;
      else await sleep(1000 * pause, undefined, signal ? { signal } : {}).catch(() => {});
    }
    if (running.size > 0) {
      const grace = new AbortController();
      await Promise.race([
        Promise.all(running.values()),
        sleep(1000 * GRACE_SECONDS, undefined, { signal: grace.signal }).catch(() => {}),
      ]);
      grace.abort();
    }
    return done;
  } finally {
    isOver = true;
    await Promise.all([...pools.values()].map((pool) => pool.close()));
    await saving.catch(() => {});
    await jobs.release([...running.keys()]).catch(() => {});
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What reading it came to; `again` is what may go better another time, or elsewhere. Nothing if it was not begun. */
async function attempt(
  claimed: Claimed,
  { basis, output, limits }: Pipeline,
  read: (task: Task) => Promise<Outcome | Lost | undefined>,
  { store, scratch }: WorkEffects,
): Promise<Outcome | Lost | { readonly again: Lost } | undefined> {
  const own = join(scratch, randomUUID());
  try {
    const path = await fetched(claimed.location, store, own);
    // A member that was copied is a file of its own by now.
    const isMember = claimed.member && path === claimed.location;
    const task: Task = {
      ...{ name: claimed.name, path, state: scratch, basis, output, fresh: false },
      ...(isMember && { member: claimed.member }),
      ...{ largest: limits.file, bounds: boundsOf({ limits }) },
    };
    const outcome = await read(task);
    if (outcome && "key" in outcome) await sendPieces(store, scratch, outcome.key);
    return outcome;
  } catch (error) {
    if (error instanceof Stopped) return { again: { reason: error.message, why: error.why } };
    if (error instanceof InputError) return { reason: error.message, why: error.why };
    if (!(error instanceof Error) || isFatal(error)) throw error;
    if (error instanceof StoreError) return { again: { reason: error.message, why: "unreadable" } };
    return { again: { reason: `unexpected error: ${error.message}`, why: "unexpected" } };
  } finally {
    await rm(own, { force: true });
  }
}

/** A document that needs more than it may have is a result like any other. */
async function performed(pool: Pool<AnyTask, AnyOutcome>, task: Task): Promise<Outcome | Lost> {
  try {
    return (await pool.run(task)) as Outcome;
  } catch (error) {
    if (error instanceof Stopped && error.bounds)
      return rememberStopped(task, error.message, error.bounds);
    throw error;
  }
}

/** Where a source can be read as a file: where it is, or a copy of it. */
async function fetched(location: string, store: ObjectStore, own: string): Promise<string> {
  if (isAbsolute(location)) return location;
  const [, bucket = "", name = ""] = /^s3:\/\/([^/]+)\/(.*)$/s.exec(location) ?? [];
  const bytes = isS3(location)
    ? await (await openStore(`s3://${bucket}`)).get(name)
    : await store.get(location);
  if (!bytes) throw new InputError("no such file or folder", "missing");
  await writeFile(own, bytes);
  return own;
}

function workedOf(
  { id, pipeline, name, bytes }: Claimed,
  result: Outcome | Lost | { readonly again: Lost },
  seconds: number,
): Worked {
  const of = { job: id, pipeline, source: name, seconds, megabytes: Number(bytes) / 1e6 };
  if (!("key" in result)) {
    const outcome = "again" in result ? "again" : "lost";
    const { reason } = "again" in result ? result.again : result;
    return { ...of, document: "", outcome, reason, pages: 0 };
  }
  const { document, reason, pages, outcome } = result.line;
  return {
    ...{ ...of, document, reason, pages: Number(pages) },
    outcome: outcome === "done" ? "done" : "failed",
  };
}

async function byName(database: Database): Promise<Map<string, Pipeline>> {
  return new Map((await readPipelines(database)).map((each) => [each.name, each]));
}

/** Whether no source waits, here or in the hands of others. */
async function isIdle(database: Database, jobs: Jobs): Promise<boolean> {
  const [row] = await database.query<{ waits: boolean }>(
    `select exists (select from yusuan_queue.source s join yusuan_queue.pipeline p on p.name = s.pipeline
       where s.state = 'waiting' and 'read-' || p.fingerprint = $1) as waits`,
    [jobs.queue],
  );
  return row?.waits === false;
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    else signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}
