import { resolve } from "node:path";
import { InputError, UsageError } from "../model/errors.ts";
import { createPool } from "../run/pool.ts";
import type { InspectOptions } from "./inspect.ts";
import type { InspectTask } from "./inspect-job.ts";
import { jobUrl, seconds } from "./job-url.ts";
import { printable } from "./terminal.ts";

/** `yusuan inspect FILE`. Throws InputError that names the file. */
export async function inspectFile(name: string, options: InspectOptions): Promise<void> {
  const limits = { workers: 1, seconds: seconds(options.timeout), megabytes: 2048 };
  const pool = createPool<InspectTask, string>(jobUrl("inspect-job"), limits);
  try {
    process.stdout.write(await pool.run({ name, path: resolve(name), show: showOf(options) }));
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${printable(name)}: ${error.message}`)
      : error;
  } finally {
    await pool.close();
  }
}

function showOf({ grids, json, rows }: InspectOptions): InspectTask["show"] {
  if (grids && json) throw new UsageError("--grids is JSON already: leave --json out");
  if (grids) return "grids";
  if (json) return "json";
  return rows === false ? "text" : "rows";
}
