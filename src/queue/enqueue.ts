import { resolve, sep } from "node:path";
import pLimit from "p-limit";
import type { Links } from "../fetch/links.ts";
import { InputError } from "../model/errors.ts";
import type { Plan } from "../run/plan.ts";
import { boundsOf } from "../run/read.ts";
import { reasonOf, whyOf } from "../run/sources.ts";
import { type Bounds, isEnough } from "../run/stopped.ts";
import { storeKey } from "../run/store.ts";
import { type ObjectStore, StoreError } from "../store/objects.ts";
import type { Database, Queries } from "./database.ts";
import { dropOthers, type Job, type Jobs, type Lost } from "./jobs.ts";
import { type Listed, type Listing, listSources, type Settled } from "./listing.ts";
import { unreadPart } from "./partitions.ts";
import { type Pipeline, savePipeline } from "./pipeline.ts";
import { touch } from "./results.ts";

export interface Enqueued {
  /** Sources that were found. */
  readonly sources: number;
  /** Jobs for those that are new or changed, or that another version of the tool has read. */
  readonly jobs: number;
  readonly unchanged: number;
  readonly removed: number;
  /** What was looked for and cannot be read. */
  readonly missing: readonly { readonly source: string; readonly reason: string }[];
}

/** Sources that are looked up, and written, together. */
const CHUNK = 2000;
/** Contents that are looked at together. */
const AT_ONCE = 8;

export interface EnqueueEffects {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly store: ObjectStore;
  /** What was fetched from the web. */
  readonly links?: Links;
  readonly signal?: AbortSignal;
}

/** Brings the rows of a pipeline to what its sources are now, with a job for each that has to be read. */
export async function enqueue(
  pipeline: Pipeline,
  plan: Plan,
  effects: EnqueueEffects,
): Promise<Enqueued> {
  const listing = await listSources(plan, effects.store, effects.links);
  try {
    return await enqueueListing(pipeline, plan, listing, effects);
  } finally {
    await listing.release();
  }
}

export async function enqueueListing(
  pipeline: Pipeline,
  { fresh }: Pick<Plan, "fresh">,
  { listed: all, missing, others }: Omit<Listing, "release">,
  { database, jobs, signal }: EnqueueEffects,
): Promise<Enqueued> {
  await savePipeline(database, pipeline);
  const told = missing.map(({ name, ...why }) => ({ source: name, ...why }));
  // A disk that is not mounted, a name mistyped: nothing at all takes nothing with it.
  if (all.length === 0) return { sources: 0, jobs: 0, unchanged: 0, removed: 0, missing: told };
  let added = 0;
  for (let at = 0; at < all.length; at += CHUNK) {
    signal?.throwIfAborted();
    added += await enqueueChunk(all.slice(at, at + CHUNK), pipeline, fresh, database, jobs);
  }
  const removed = await database.transaction(async (queries) => {
    const names = all.map(({ name }) => name);
    const gone = await removeOthers(queries, pipeline, names, told);
    const besides = [JSON.stringify(told), JSON.stringify(others)];
    const changed = await queries.query(
      `update yusuan_queue.pipeline set missing = $2::text::json, others = $3::text::json
       where name = $1 and (missing::text, others::text) is distinct from ($2, $3) returning name`,
      [pipeline.name, ...besides],
    );
    if (changed.length > 0) await touch(queries, pipeline.name, [unreadPart(pipeline.partitions)]);
    await dropOthers(queries, pipeline.name, pipeline.fingerprint);
    return gone;
  });
  return {
    ...{ sources: all.length, jobs: added, unchanged: all.length - added, removed },
    missing: told,
  };
}

interface Known extends Settled {
  readonly name: string;
  readonly stamp: string;
  readonly job: string;
  readonly state: "waiting" | "read" | "failed" | "lost";
  /** What was not enough to read it. */
  readonly stopped: Bounds | null;
}

/** Returns how many of them have to be read. */
async function enqueueChunk(
  chunk: readonly Listed[],
  pipeline: Pipeline,
  fresh: boolean,
  database: Database,
  jobs: Jobs,
): Promise<number> {
  const known = new Map(
    (
      await database.query<Known>(
        `select name, stamp, version, location, job, state, entry->'stopped' as stopped from yusuan_queue.source
         where pipeline = $1 and name = any($2)`,
        [pipeline.name, chunk.map(({ name }) => name)],
      )
    ).map((row) => [row.name, row]),
  );
  const limit = pLimit(AT_ONCE);
  const rows = await limit.map([...chunk], async (source) => {
    const { name, member, bytes, stamp } = source;
    const before = known.get(name);
    const settled =
      before?.stamp === stamp && before.location !== "" && !fresh
        ? before
        : await settledOf(source);
    const { version = stamp, location = "", lost } = { lost: undefined, ...settled };
    const job = jobId(pipeline, name, version);
    const mayHaveMore = before?.stopped ? !isEnough(before.stopped, boundsOf(pipeline)) : false;
    const isKnown = before?.job === job && before.location === location && !fresh && !mayHaveMore;
    // What was given up is tried again, as a run would; and what waits is made sure of.
    const waits = !lost && !(isKnown && (before.state === "read" || before.state === "failed"));
    return {
      ...{ name, member: member ?? null, bytes, stamp, version, location, job, waits },
      ...{ reason: lost?.reason ?? null, why: lost?.why ?? null },
      isChanged:
        !isKnown || before.stamp !== stamp || before.state === "lost" || lost !== undefined,
    };
  });
  const waiting = rows.filter(({ waits }) => waits);
  const changed = rows.filter(({ isChanged }) => isChanged);
  if (waiting.length + changed.length === 0) return 0;
  await database.transaction(async (queries) => {
    if (changed.length > 0) await saveSources(queries, pipeline, changed);
    // Whatever became of an earlier job of this name, the source waits.
    await jobs.forget(
      waiting.map(({ job }) => job),
      queries,
    );
    const wanted = waiting.map(
      ({ job, name }): Job => ({ id: job, pipeline: pipeline.name, name }),
    );
    await jobs.add(wanted, pipeline.limits, queries);
    if (changed.some(({ reason }) => reason !== null))
      await touch(queries, pipeline.name, [unreadPart(pipeline.partitions)]);
  });
  return waiting.length;
}

/** What tells a content, and where it is; or why it cannot be read at all. */
async function settledOf(source: Listed): Promise<Partial<Settled> & { lost?: Lost }> {
  try {
    return await source.settle();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (error instanceof InputError) return { lost: { reason: error.message, why: error.why } };
    return { lost: { reason: reasonOf(error), why: whyOf(error) } };
  }
}

/** The same content of the same name, read by the same tool with the same options for the same pipeline, is one job. */
function jobId({ name: pipeline, basis }: Pipeline, name: string, version: string): string {
  return storeKey(pipeline, name, version, basis).replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
    "$1-$2-$3-$4-$5",
  );
}

/** A source that waits keeps what it gave before, until it has been read again; one that cannot be read gives nothing. */
async function saveSources(
  { query }: Queries,
  { name: pipeline, partitions }: Pipeline,
  rows: readonly object[],
): Promise<void> {
  await query(
    `insert into yusuan_queue.source as s (pipeline, name, member, bytes, stamp, version, location, job, state, part, why, reason)
     select $1, name, member, bytes, stamp, version, location, job,
       case when waits then 'waiting' when reason is null then 'read' else 'lost' end,
       case when reason is not null then $3::text end, why, reason
     from json_to_recordset($2) as x(name text, member json, bytes bigint, stamp text, version text, location text, job uuid,
       waits boolean, why text, reason text)
     on conflict (pipeline, name) do update set
       member = excluded.member, bytes = excluded.bytes, stamp = excluded.stamp, version = excluded.version,
       location = excluded.location, job = excluded.job,
       state = case when excluded.state = 'read' then s.state else excluded.state end,
       key = case when excluded.reason is null then s.key end, entry = case when excluded.reason is null then s.entry end,
       part = case when excluded.reason is null then s.part else excluded.part end,
       why = coalesce(excluded.why, s.why), reason = coalesce(excluded.reason, s.reason)`,
    [pipeline, JSON.stringify(rows), partitions === "none" ? "" : unreadPart(partitions)],
  );
}

/** Deletes the rows of sources that are gone. What stood in a folder that is not there tonight stays. */
async function removeOthers(
  queries: Queries,
  { name: pipeline, base }: Pipeline,
  names: readonly string[],
  missing: readonly { source: string }[],
): Promise<number> {
  const { query } = queries;
  await query(`create temporary table listed (name text collate "C" primary key) on commit drop`);
  for (let at = 0; at < names.length; at += 50_000) {
    await query("insert into listed select distinct unnest($1::text[]) on conflict do nothing", [
      names.slice(at, at + 50_000),
    ]);
  }
  await query("analyze listed");
  const gone = await query<{ name: string; part: string | null }>(
    `select name, part from yusuan_queue.source s where pipeline = $1
     and not exists (select from listed where listed.name = s.name)`,
    [pipeline],
  );
  const folders = missing.map(({ source }) => resolve(base, source) + sep);
  const removed = gone.filter(
    ({ name }) => !folders.some((folder) => resolve(base, name).startsWith(folder)),
  );
  await query("delete from yusuan_queue.source where pipeline = $1 and name = any($2)", [
    pipeline,
    removed.map(({ name }) => name),
  ]);
  await touch(
    queries,
    pipeline,
    removed.flatMap(({ part }) => (part === null ? [] : [part])),
  );
  return removed.length;
}
