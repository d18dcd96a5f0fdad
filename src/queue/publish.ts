import { join } from "node:path";
import { assembleIn } from "../run/assembling.ts";
import type { Publishable } from "../run/assembly.ts";
import type { Entry, IndexHead, Unreadable } from "../run/index-file.ts";
import type { Outcome } from "../run/job.ts";
import { readAgain } from "../run/naming.ts";
import { ownFiles } from "../run/own.ts";
import type { Plan } from "../run/plan.ts";
import { openProcesses } from "../run/processes.ts";
import { isDone, type PublicationRequest, planPublication } from "../run/publication.ts";
import { isPublished, publish } from "../run/publish.ts";
import type { RunEffects } from "../run/run.ts";
import { compare, type Stamp } from "../run/sources.ts";
import type { ObjectStore } from "../store/objects.ts";
import { fetchPieces, readableIn } from "../store/pieces.ts";
import type { Database } from "./database.ts";
import { mirrorOutput } from "./mirror.ts";
import { unreadPart } from "./partitions.ts";
import { type Besides, type Pipeline, readPipelines } from "./pipeline.ts";

export interface Published {
  /** Folders below the output that were brought up to date. */
  readonly parts: readonly string[];
  readonly documents: number;
  /** Documents that failed, or were given up. */
  readonly failed: number;
  /** Those of them that had not failed at the last publication, for the same reason. */
  readonly newFailures: readonly { readonly source: string; readonly reason: string }[];
  /** Figures in conflict, of all documents. */
  readonly conflicts: number;
  /** Sources that no worker has read yet: they stand in the output as they were, or not at all. */
  readonly waiting: number;
}

export interface PublishEffects extends Pick<RunEffects, "signal" | "openPool"> {
  readonly database: Database;
  readonly store: ObjectStore;
  /** Where the output is copied to, if it is. */
  readonly mirror?: ObjectStore;
}

/**
 * Brings the output of a pipeline to what was read: the partitions in which anything changed, with the code and the bytes of
 * a run on one machine. Of all that ask for it at once, one does it; the others then find nothing left to do.
 */
export async function publishQueue(
  name: string,
  plan: Pick<Plan, "out" | "state" | "limits">,
  effects: PublishEffects,
): Promise<Published> {
  const { database } = effects;
  return database.alone(`yusuan-publish ${name}`, async () => {
    const [pipeline] = await readPipelines(database, [name]);
    if (!pipeline) throw new Error(`no pipeline ${name}`);
    const changed = await database.query<{ part: string }>(
      `select part from yusuan_queue.partition where pipeline = $1 and changed > published order by part`,
      [name],
    );
    for (const { part } of changed) await publishPart(pipeline, part, plan, effects);
    return summaryOf(
      pipeline,
      changed.map(({ part }) => part),
      database,
    );
  });
}

interface PartState {
  readonly changed: string;
  readonly stems: IndexHead["published"];
  readonly combined: string | null;
}

async function publishPart(
  pipeline: Pipeline & Besides,
  part: string,
  plan: Pick<Plan, "out" | "state" | "limits">,
  { database, store, mirror, signal, openPool = openProcesses }: PublishEffects,
): Promise<void> {
  signal?.throwIfAborted();
  const { output } = pipeline;
  const out = join(plan.out, part);
  const state = join(plan.state, part);
  const cache = readableIn(store, join(plan.state, "results"));
  const { before, entries, unreadable } = await readPart(database, pipeline, part, cache);
  const others = part === unreadPart(pipeline.partitions) ? pipeline.others : [];
  await fetchPieces(store, cache, [
    ...readAgain(entries.filter(isDone)).map(({ key }) => ({ key, piece: "part" as const })),
    // Any of them may print figures of another.
    ...entries.filter(isDone).map(({ key }) => ({ key, piece: "shares" as const })),
  ]);
  const assembly = await assembleIn(entries, { state, output, limits: plan.limits }, openPool);
  const request: PublicationRequest & { combined?: string } = {
    ...{ out, output, entries, assembly, unreadable, others },
    ...{ published: before.stems, own: ownFiles(out) },
    ...(before.combined !== null && { combined: before.combined }),
  };
  const publication = planPublication(request);
  if (!isPublished(request, publication)) {
    // Neither the old nor the new from here on: who comes after a crash must not think that it is.
    const inWork = new Set(publication.writes.map(({ stem }) => stem));
    const rest = Object.entries(before.stems).filter(([stem]) => !inWork.has(stem));
    await savePart(database, pipeline.name, part, { stems: Object.fromEntries(rest) });
    await fetchPieces(store, cache, [
      ...entries.map(({ key }) => ({ key, piece: "record" as const })),
      ...publication.writes.flatMap((each) =>
        each.store === cache ? [{ key: each.key, piece: "files" as const }] : [],
      ),
    ]);
    await publish({ ...request, signal }, publication);
  }
  if (mirror) await mirrorOutput(out, part, mirror);
  await savePart(database, pipeline.name, part, {
    stems: Object.fromEntries(publication.stems.map(({ stem, key }) => [stem, key])),
    ...{ combined: publication.digest, published: before.changed },
  });
}

interface Row extends Omit<Outcome, "reused" | "key"> {}

/** What a partition consists of, and the number that says of which moment that is. */
async function readPart(
  database: Database,
  pipeline: Pipeline & Besides,
  part: string,
  cache: string,
): Promise<{ before: PartState; entries: Publishable[]; unreadable: Unreadable[] }> {
  return database.transaction(async ({ query }) => {
    await query("set transaction isolation level repeatable read, read only");
    const [before] = await query<PartState>(
      "select changed, stems, combined from yusuan_queue.partition where pipeline = $1 and part = $2",
      [pipeline.name, part],
    );
    if (!before) throw new Error(`no partition ${part}`);
    const rows = await query<{
      name: string;
      member: readonly string[] | null;
      bytes: string;
      key: string | null;
      entry: Row | null;
      why: Unreadable["why"];
      reason: string;
    }>(
      `select name, member, bytes, key, entry, why, reason from yusuan_queue.source
       where pipeline = $1 and part = $2 and (key is not null or state = 'lost')`,
      [pipeline.name, part],
    );
    const entries = rows.flatMap(({ name: source, member, bytes, key, entry }): Publishable[] => {
      if (key === null || !entry) return [];
      const of: Entry = {
        ...{ source, ...(member && { member }), stamp: stampOf(bytes), ...entry, key },
      };
      return [{ ...of, store: cache }];
    });
    const lost = rows.flatMap(({ name: source, key, reason, why }) =>
      key === null ? [{ source, reason, why }] : [],
    );
    const missing = part === unreadPart(pipeline.partitions) ? pipeline.missing : [];
    return {
      before,
      entries: entries.sort((a, b) => compare(a.source, b.source)),
      unreadable: [...missing, ...lost].sort((a, b) => compare(a.source, b.source)),
    };
  });
}

/** The output tells how many bytes a source has; its times are no part of it. */
function stampOf(bytes: string): Stamp {
  return { size: Number(bytes), modified: "", changed: "", inode: "" };
}

async function savePart(
  { query }: Database,
  pipeline: string,
  part: string,
  now: { stems: IndexHead["published"]; combined?: string; published?: string },
): Promise<void> {
  await query(
    `update yusuan_queue.partition set stems = $3, combined = $4, published = coalesce($5, published), at = now()
     where pipeline = $1 and part = $2`,
    [pipeline, part, JSON.stringify(now.stems), now.combined ?? null, now.published ?? null],
  );
}

/** What stands now. Failures that were told are known from here on. */
async function summaryOf(
  { name, missing }: Pipeline & Besides,
  parts: readonly string[],
  { query }: Database,
): Promise<Published> {
  const [counts] = await query<Pick<Published, "documents" | "failed" | "waiting" | "conflicts">>(
    `select count(*) filter (where state = 'read')::int as documents,
       count(*) filter (where state in ('failed', 'lost'))::int as failed,
       count(*) filter (where state = 'waiting')::int as waiting,
       coalesce(sum((entry->'line'->>'conflict')::int), 0)::int as conflicts
     from yusuan_queue.source where pipeline = $1`,
    [name],
  );
  const newFailures = await query<{ source: string; reason: string }>(
    `update yusuan_queue.source set known = true
     where pipeline = $1 and state in ('failed', 'lost') and not known returning name as source, reason`,
    [name],
  );
  const { documents = 0, failed = 0, waiting = 0, conflicts = 0 } = counts ?? {};
  return {
    ...{ parts, documents, failed: failed + missing.length, waiting, conflicts },
    newFailures: [...newFailures].sort((a, b) => compare(a.source, b.source)),
  };
}
