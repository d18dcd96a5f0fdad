import { toolFingerprint } from "../run/fingerprint.ts";
import type { Unreadable } from "../run/index-file.ts";
import type { Partitions } from "../run/pipeline-schema.ts";
import type { Limits, OutputOptions, Plan } from "../run/plan.ts";
import { basisOf } from "../run/run.ts";
import type { OtherFile } from "../run/sources.ts";
import type { Queries } from "./database.ts";

/** A pipeline as the database knows it: all that a worker has to know of it. */
export interface Pipeline {
  readonly name: string;
  /** Hash of the tool and of the options that results depend on. */
  readonly basis: string;
  readonly fingerprint: string;
  readonly output: OutputOptions;
  readonly limits: Limits;
  readonly partitions: Partitions;
  /** Folder that relative sources start from. */
  readonly base: string;
}

/** What was looked for and is no document. */
export interface Besides {
  readonly missing: readonly Unreadable[];
  readonly others: readonly OtherFile[];
}

export function pipelineOf(
  name: string,
  plan: Plan,
  partitions: Partitions,
  fingerprint = toolFingerprint(),
): Pipeline {
  const { output, limits } = plan;
  return {
    ...{ name, fingerprint, output, limits, partitions, base: plan.request.base },
    basis: basisOf(output, fingerprint),
  };
}

export async function savePipeline(queries: Queries, pipeline: Pipeline): Promise<void> {
  const { name, basis, fingerprint, output, limits, partitions, base } = pipeline;
  await queries.query(
    `insert into yusuan_queue.pipeline (name, basis, fingerprint, output, limits, partitions, base)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (name) do update set basis = $2, fingerprint = $3, output = $4, limits = $5, partitions = $6, base = $7`,
    [name, basis, fingerprint, JSON.stringify(output), JSON.stringify(limits), partitions, base],
  );
}

export async function readPipelines(
  queries: Queries,
  names?: readonly string[],
): Promise<readonly (Pipeline & Besides)[]> {
  return queries.query<Pipeline & Besides>(
    `select name, basis, fingerprint, output, limits, partitions, base, missing, others from yusuan_queue.pipeline
     where $1::text[] is null or name = any($1) order by name`,
    [names ?? null],
  );
}
