import { basename, extname, resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import { type Database, openDatabase } from "../queue/database.ts";
import { type Jobs, openJobs } from "../queue/jobs.ts";
import { migrate } from "../queue/schema.ts";
import { toolFingerprint } from "../run/fingerprint.ts";
import { readPipeline } from "../run/pipeline-file.ts";
import type { PipelineSpec } from "../run/pipeline-schema.ts";
import { type Plan, planOf } from "../run/plan.ts";
import type { ObjectStore } from "../store/objects.ts";
import { isS3, openStore } from "../store/open-store.ts";
import type { QueueOptions } from "./queue-options.ts";

/** What several machines share, opened. */
export interface Shared {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly store: ObjectStore;
}

/** A pipeline's file and what it says. */
export interface QueuePipeline {
  readonly name: string;
  readonly spec: PipelineSpec;
  readonly plan: Plan;
}

/** Reads the pipeline of a queue; options of the command line go before it. */
export function readQueuePipeline(file: string, over: PipelineSpec): QueuePipeline {
  const declared = readPipeline(file);
  const spec = { ...declared, ...over, limits: { ...declared.limits, ...over.limits } };
  const plan = planOf(spec, { folder: resolve(file, ".."), keepState: true });
  return { spec, plan, name: spec.queue?.name ?? basename(file, extname(file)) };
}

/**
 * Opens what a queue consists of. The command line goes before the environment, and that before the pipeline's file, where
 * passwords do not belong. Throws UsageError that says what is missing.
 */
export async function openShared(
  options: QueueOptions,
  spec: PipelineSpec["queue"] & { readonly base?: string } = {},
  env: NodeJS.ProcessEnv = process.env,
): Promise<Shared> {
  const store = await openStore(storeAddress(options, spec, env));
  const database = await openQueueDatabase(options, spec, env);
  try {
    return { store, database, jobs: await openJobs(database, toolFingerprint()) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export async function openQueueDatabase(
  options: QueueOptions,
  spec: PipelineSpec["queue"] = {},
  env: NodeJS.ProcessEnv = process.env,
): Promise<Database> {
  const address = options.database ?? env.YUSUAN_DATABASE ?? spec.database;
  if (!address) {
    throw new UsageError(
      "no database: name one with --database, YUSUAN_DATABASE, or queue.database in a pipeline",
    );
  }
  const database = await openDatabase(address);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new UsageError(`the database cannot be used: ${reason}`);
  }
}

export async function closeShared({ database, jobs }: Shared): Promise<void> {
  await jobs.close();
  await database.close();
}

/** A folder that a pipeline names starts from where its other paths do. */
function storeAddress(
  options: QueueOptions,
  spec: PipelineSpec["queue"] & { readonly base?: string },
  env: NodeJS.ProcessEnv,
): string {
  const typed = options.store ?? env.YUSUAN_STORE;
  if (typed) return typed;
  if (!spec.store) {
    throw new UsageError(
      "no store: name one with --store, YUSUAN_STORE, or queue.store in a pipeline",
    );
  }
  return isS3(spec.store) ? spec.store : resolve(spec.base ?? ".", spec.store);
}
