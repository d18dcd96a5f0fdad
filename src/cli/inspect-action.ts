import { resolve } from "node:path";
import { InputError, UsageError } from "../model/errors.ts";
import { DEFAULT_LIMITS } from "../run/plan.ts";
import { createPool } from "../run/pool.ts";
import type { InspectOptions } from "./inspect.ts";
import type { InspectTask } from "./inspect-job.ts";
import { jobUrl, seconds } from "./job-url.ts";
import type { OverlayTask } from "./overlay-job.ts";
import { plural, printable } from "./terminal.ts";
import { wordsOf } from "./vocabulary.ts";
import { spoken } from "./words/say.ts";

/** `yusuan inspect FILE`. Throws InputError that names the file. */
export async function inspectFile(name: string, options: InspectOptions): Promise<void> {
  const timeout = seconds(options.timeout);
  const path = resolve(name);
  const words = wordsOf(options.vocabulary);
  if (options.overlay !== undefined) {
    if (options.grids || options.json || options.identities)
      throw new UsageError("--overlay goes without --grids, --json, --identities");
    const task: OverlayTask = { name, path, folder: resolve(options.overlay), ...words };
    const pages = await performOnce<OverlayTask, number>("overlay-job", task, timeout);
    process.stdout.write(`${plural(pages, "page")} drawn in ${printable(options.overlay)}\n`);
    return;
  }
  const show = showOf(options);
  const task: InspectTask = {
    ...{ name, path, show, language: spoken(), identities: options.identities === true, ...words },
  };
  process.stdout.write(await performOnce<InspectTask, string>("inspect-job", task, timeout));
}

/** In a process of its own, which can be stopped whatever the file does to it. */
async function performOnce<Task extends { readonly name: string }, Value>(
  job: string,
  task: Task,
  timeout: number,
): Promise<Value> {
  const limits = { workers: 1, seconds: timeout, megabytes: DEFAULT_LIMITS.megabytes };
  const pool = createPool<Task, Value>(jobUrl(job), limits);
  try {
    return await pool.run(task);
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${printable(task.name)}: ${error.message}`)
      : error;
  } finally {
    await pool.close();
  }
}

function showOf({ grids, json, rows, identities }: InspectOptions): InspectTask["show"] {
  if (grids && json) throw new UsageError("--grids is JSON already: leave --json out");
  if (identities && (grids || json))
    throw new UsageError("--identities goes without --grids, --json");
  if (grids) return "grids";
  if (json) return "json";
  return rows === false ? "text" : "rows";
}
