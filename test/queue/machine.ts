import { join } from "node:path";
import { type Database, openDatabase } from "../../src/queue/database.ts";
import { type Enqueued, enqueue } from "../../src/queue/enqueue.ts";
import { type Jobs, openJobs } from "../../src/queue/jobs.ts";
import { pipelineOf } from "../../src/queue/pipeline.ts";
import { type Published, publishQueue } from "../../src/queue/publish.ts";
import { migrate } from "../../src/queue/schema.ts";
import { type Worked, type WorkOptions, work } from "../../src/queue/work.ts";
import type { Partitions, PipelineSpec } from "../../src/run/pipeline-schema.ts";
import { type Plan, planOf } from "../../src/run/plan.ts";
import type { ObjectStore } from "../../src/store/objects.ts";
import { openStore } from "../../src/store/open-store.ts";
import { here, processes } from "../run/sandbox.ts";

/** A machine that reads fake documents: it has a folder of its own, and shares a database and a store with others. */
export interface Machine {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly store: ObjectStore;
  plan(spec?: PipelineSpec): Plan;
  enqueue(spec?: PipelineSpec, partitions?: Partitions): Promise<Enqueued>;
  work(options?: Partial<WorkOptions>, signal?: AbortSignal): Promise<readonly Worked[]>;
  publish(spec?: PipelineSpec): Promise<Published>;
  close(): Promise<void>;
}

export interface MachineOptions {
  /** Where its own files are. */
  readonly folder: string;
  /** Where the sources are; its own folder unless another is named. */
  readonly sources?: string;
  readonly database: string;
  readonly store: string;
  readonly fingerprint?: string;
  readonly expiry?: number;
  readonly isolated?: boolean;
}

export async function openMachine(options: MachineOptions): Promise<Machine> {
  const { folder, fingerprint = "1", expiry, isolated } = options;
  const database = await openDatabase(options.database);
  await migrate(database);
  const jobs = await openJobs(database, fingerprint, { retryDelay: 0, ...(expiry && { expiry }) });
  const store = await openStore(options.store);
  const plan = (spec: PipelineSpec = {}): Plan =>
    planOf(
      { sources: ["in"], out: join(folder, "out"), limits: { workers: 2 }, ...spec },
      { folder: options.sources ?? folder, keepState: true },
    );
  const openPool = isolated ? processes : here;
  return {
    ...{ database, jobs, store, plan },
    enqueue(spec, partitions = "none") {
      const pipeline = pipelineOf("test", plan(spec), partitions, fingerprint);
      return enqueue(pipeline, plan(spec), { database, jobs, store });
    },
    async work(more = {}, signal) {
      const told: Worked[] = [];
      const scratch = join(folder, "scratch");
      const effects = { database, jobs, store, scratch, openPool, ...(signal && { signal }) };
      const usual = { workers: 2, untilIdle: true, pause: 0.1, upkeep: 0.5 };
      await work({ ...usual, ...more }, { ...effects, tell: (worked) => told.push(worked) });
      return told;
    },
    publish: (spec) => publishQueue("test", plan(spec), { database, store, openPool: here }),
    async close() {
      await jobs.close();
      await database.close();
    },
  };
}
