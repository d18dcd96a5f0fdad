import type { Outcome } from "../run/job.ts";
import type { Database, Queries } from "./database.ts";
import type { JobData, Lost } from "./jobs.ts";
import { partOf, unreadPart } from "./partitions.ts";
import type { Pipeline } from "./pipeline.ts";

/** What one job came to: what the source gave, or why it gave nothing. */
export interface Result extends JobData {
  readonly job: string;
  readonly seconds: number;
  readonly outcome: Outcome | Lost;
}

/**
 * Writes results to the rows of their sources, all or none of them, and marks the partitions that change by them. What another
 * job is responsible for by now is left alone.
 */
export async function saveResults(
  database: Database,
  results: readonly Result[],
  pipelines: ReadonlyMap<string, Pipeline>,
): Promise<void> {
  if (results.length === 0) return;
  const rows = results.map(({ pipeline, name, job, seconds, outcome }) => {
    const partitions = pipelines.get(pipeline)?.partitions ?? "none";
    if (!("key" in outcome)) {
      const lost = { state: "lost", key: null, entry: null, part: unreadPart(partitions) };
      return { pipeline, name, job, seconds, ...lost, ...outcome };
    }
    const { reused: _, ...entry } = outcome;
    const isRead = entry.line.outcome === "done";
    return {
      ...{ pipeline, name, job, seconds, entry, key: entry.key },
      ...{ state: isRead ? "read" : "failed", part: partOf(entry.line, partitions) },
      ...{ why: entry.why ?? null, reason: isRead ? null : entry.line.reason },
    };
  });
  await database.query(
    `with result as (
       select * from json_to_recordset($1) as x(pipeline text, name text, job uuid, state text, key text, part text,
         entry json, why text, reason text, seconds real)
     ), before as (
       select s.pipeline, s.part from yusuan_queue.source s join result r using (pipeline, name, job)
     ), written as (
       update yusuan_queue.source s set state = r.state, key = r.key, part = r.part, entry = r.entry, why = r.why,
         reason = r.reason, seconds = r.seconds, finished = now(),
         known = s.known and s.why is not distinct from r.why
       from result r where (s.pipeline, s.name, s.job) = (r.pipeline, r.name, r.job)
       returning s.pipeline, s.part
     )
     insert into yusuan_queue.partition as p (pipeline, part)
     select * from (select pipeline, part from written union select pipeline, part from before) touched
     where part is not null order by pipeline, part
     on conflict (pipeline, part) do update set changed = p.changed + 1`,
    [JSON.stringify(rows)],
  );
}

/** Jobs that were given up: their sources cannot be read, this time. */
export async function saveLost(
  database: Database,
  lost: readonly (JobData & Lost)[],
  pipelines: ReadonlyMap<string, Pipeline>,
): Promise<void> {
  if (lost.length === 0) return;
  const waiting = await database.query<{ pipeline: string; name: string; job: string }>(
    `select pipeline, name, job from yusuan_queue.source s
     join json_to_recordset($1) as x(pipeline text, name text) using (pipeline, name) where s.state = 'waiting'`,
    [JSON.stringify(lost)],
  );
  const reasons = new Map(lost.map((each) => [`${each.pipeline}\n${each.name}`, each]));
  const results = waiting.flatMap((row): Result[] => {
    const why = reasons.get(`${row.pipeline}\n${row.name}`);
    return why ? [{ ...row, seconds: 0, outcome: { reason: why.reason, why: why.why } }] : [];
  });
  await saveResults(database, results, pipelines);
}

/** Marks partitions as changed, whatever changed in them. */
export async function touch(
  { query }: Queries,
  pipeline: string,
  parts: readonly string[],
): Promise<void> {
  if (parts.length === 0) return;
  await query(
    `insert into yusuan_queue.partition as p (pipeline, part)
     select $1, part from (select distinct unnest($2::text[]) as part) x order by part
     on conflict (pipeline, part) do update set changed = p.changed + 1`,
    [pipeline, parts],
  );
}
