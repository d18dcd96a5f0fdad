import PgBoss from "pg-boss";
import type { Unreadable } from "../run/index-file.ts";
import type { Limits } from "../run/plan.ts";
import type { Database, Queries } from "./database.ts";

/** What a job says: everything else stands in the row of the source. */
export interface JobData {
  readonly pipeline: string;
  readonly name: string;
}

export interface Job extends JobData {
  readonly id: string;
}

/** Why a document was given up. */
export type Lost = Pick<Unreadable, "reason" | "why">;

/** The queue of one version of the tool: a worker never takes what it would read otherwise than whoever asked for it. */
export interface Jobs {
  readonly queue: string;
  /** Adds jobs, in a transaction of the caller's. A job that is there already is not added again. */
  add(jobs: readonly Job[], limits: Pick<Limits, "seconds">, queries: Queries): Promise<void>;
  /** Forgets jobs, so that they can be added again. */
  forget(ids: readonly string[], queries: Queries): Promise<void>;
  take(most: number): Promise<readonly Job[]>;
  complete(ids: readonly string[]): Promise<void>;
  /** Tries it again later, or gives it up with this reason. */
  fail(id: string, lost: Lost): Promise<void>;
  /** Gives back what was taken and not begun. */
  release(ids: readonly string[]): Promise<void>;
  /** Takes over what machines that are gone had taken. */
  expire(): Promise<void>;
  /** Hands on the jobs that were given up, with the reason; they are forgotten when that is done. */
  settleLost(settle: (lost: readonly (JobData & Lost)[]) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const SCHEMA = "yusuan_jobs";

/** A document is begun three times at most. */
const RETRIES = 2;
const RETRY_SECONDS = 5;

/**
 * A document may take its limit of processor time; a busy machine may be half as fast. After that, the machine that had it is
 * taken to be gone. A machine that is not and comes later has the same bytes.
 */
export function expiryOf({ seconds }: Pick<Limits, "seconds">): number {
  return 2 * seconds + 60;
}

export async function openJobs(
  database: Database,
  fingerprint: string,
  { expiry, retryDelay = RETRY_SECONDS }: { expiry?: number; retryDelay?: number } = {},
): Promise<Jobs> {
  const db = adapter(database);
  const boss = new PgBoss({
    ...{ db, schema: SCHEMA, supervise: false, schedule: false },
    // Who did what is in the rows of the sources; the queue need not remember for long.
    ...{ archiveCompletedAfterSeconds: 3600, deleteAfterHours: 1 },
  });
  boss.on("error", () => {});
  const queue = `read-${fingerprint}`;
  const dead = `lost-${fingerprint}`;
  await database.alone("yusuan-queue-start", async () => {
    await boss.start();
    await boss.createQueue(dead, { name: dead });
    await boss.createQueue(queue, {
      ...{ name: queue, deadLetter: dead, retryLimit: RETRIES },
      ...{ retryDelay, retryBackoff: retryDelay > 0 },
      retentionMinutes: 365 * 24 * 60,
    });
    await addIndexes(database, queue);
  });

  const ours = (each: PgBoss.Job<JobData>): Job => ({ id: each.id, ...each.data });

  return {
    queue,
    async add(jobs, limits, queries) {
      if (jobs.length === 0) return;
      const expireInSeconds = expiry ?? expiryOf(limits);
      await boss.insert(
        jobs.map(({ id, pipeline, name }) => ({
          ...{ id, name: queue, data: { pipeline, name }, expireInSeconds },
        })),
        { db: adapter(queries) },
      );
    },
    async forget(ids, queries) {
      await queries.query(
        `delete from ${SCHEMA}.job where name = $1 and id = any($2::uuid[]) and state > 'active'`,
        [queue, ids],
      );
    },
    async take(most) {
      const jobs = await boss.fetch<JobData>(queue, { batchSize: most, priority: false });
      return jobs.map(ours);
    },
    async complete(ids) {
      if (ids.length > 0) await boss.complete(queue, [...ids]);
    },
    async fail(id, lost) {
      await boss.fail(queue, id, lost);
    },
    async release(ids) {
      if (ids.length === 0) return;
      await database.query(
        `update ${SCHEMA}.job set state = 'created', started_on = null
         where name = $1 and id = any($2::uuid[]) and state = 'active'`,
        [queue, ids],
      );
    },
    expire: () => boss.maintain(),
    async settleLost(settle) {
      const found = await boss.fetch<JobData>(dead, { batchSize: 1000, includeMetadata: true });
      if (found.length === 0) return;
      await settle(found.map(({ data, output }) => ({ ...data, ...lostIn(output) })));
      const ids = found.map(({ id }) => id);
      await boss.complete(dead, ids);
    },
    close: () => boss.stop({ graceful: false }),
  };
}

/** How many jobs are taken at this moment. */
export async function countActive(database: Database, fingerprint: string): Promise<number> {
  const [row] = await database.query<{ active: number }>(
    `select count(*)::int as active from ${SCHEMA}.job where name = $1 and state = 'active'`,
    [`read-${fingerprint}`],
  );
  return row?.active ?? 0;
}

/** Drops what waits for an earlier version of the tool: the same sources wait for this one now. */
export async function dropOthers(
  queries: Queries,
  pipeline: string,
  fingerprint: string,
): Promise<void> {
  await queries.query(
    `delete from ${SCHEMA}.job where name like 'read-%' and name <> $2 and data->>'pipeline' = $1 and state < 'active'`,
    [pipeline, `read-${fingerprint}`],
  );
}

/** The oldest job is found without a look at all, and those that are taken are counted without one. */
async function addIndexes(database: Database, queue: string): Promise<void> {
  const [row] = await database.query<{ name: string }>(
    `select partition_name as name from ${SCHEMA}.queue where name = $1`,
    [queue],
  );
  const table = row?.name ?? "";
  const index = table.slice(0, 40);
  await database.query(
    `create index if not exists ${index}_next on ${SCHEMA}.${table} (created_on, id) where state < 'active';
     create index if not exists ${index}_active on ${SCHEMA}.${table} (state) where state = 'active'`,
  );
}

/** pg-boss asks the database as everything else here does: patiently, and counted. */
function adapter({ query }: Queries): PgBoss.Db {
  return {
    executeSql: async (text, values) => ({ rows: [...(await query<object>(text, values))] }),
  };
}

/** What ends a job that nobody failed is that its time ran out, again and again. */
function lostIn(output: unknown): Lost {
  const { reason, why } = (output ?? {}) as Partial<Lost>;
  return reason !== undefined && why !== undefined
    ? { reason, why }
    : { reason: "its machine was lost each time that it was read: stopped", why: "stopped" };
}
