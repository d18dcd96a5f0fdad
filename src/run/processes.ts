import { extname } from "node:path";
import type { AnyOutcome, AnyTask } from "./job.ts";
import { createPool, type Pool, type PoolLimits } from "./pool.ts";

/** The processes in which a run reads documents and puts them together. */
export function openProcesses(limits: PoolLimits): Pool<AnyTask, AnyOutcome> {
  const job = new URL(`./extract-job${extname(import.meta.url)}`, import.meta.url);
  return createPool(job, limits);
}
