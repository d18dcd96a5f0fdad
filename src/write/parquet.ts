import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../model/errors.ts";
import { naming, temporaryName, type Written } from "./atomic.ts";
import { FACTS } from "./facts.ts";
import { quoted, selectSql, TRUE_TEXT } from "./load-sql.ts";
import type { Measure } from "./measure.ts";

/** Folder of the facts as Parquet in the output folder, a folder a year: `parquet/year=2024/facts.parquet`. */
export const PARQUET_FOLDER = "parquet";
const FILE = "facts.parquet";

/** Parquet files that are complete, but not yet in their place. */
export interface PendingParquet {
  /** Where they will be, relative to the output folder. */
  readonly paths: readonly string[];
  commit(): Promise<readonly Written[]>;
  abort(): Promise<void>;
}

/**
 * Makes Parquet files of facts, one a year, amounts as DECIMAL. `csv` is the facts' CSV file; DuckDB
 * streams it in bounded memory, on one thread so that the same rows give the same bytes. Throws UsageError if DuckDB, an
 * optional dependency, is not installed.
 */
export async function prepareParquet(
  folder: string,
  csv: string,
  measure: Measure,
): Promise<PendingParquet> {
  const temporary = join(folder, temporaryName());
  const made = join(temporary, "out");
  const abort = (): Promise<void> => rm(temporary, { recursive: true, force: true });
  try {
    await copy(csv, temporary, made, measure);
    const years = (await readdir(made)).sort();
    const target = join(folder, PARQUET_FOLDER);
    return {
      paths: years.map((year) => `${PARQUET_FOLDER}/${year}/${FILE}`),
      commit: () => naming(target, () => place(made, target, years)).finally(abort),
      abort,
    };
  } catch (error) {
    await abort();
    throw error;
  }
}

/** Names of the Parquet files of years, relative to the output folder. */
export function parquetNames(years: Iterable<string>): string[] {
  return [...new Set(years)].map((year) => `${PARQUET_FOLDER}/year=${year}/${FILE}`);
}

async function copy(csv: string, folder: string, out: string, measure: Measure): Promise<void> {
  const { DuckDBInstance } = await loadDuckDb();
  await mkdir(folder, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: "256MB",
    temp_directory: join(folder, "spill"),
  });
  try {
    const connection = await instance.connect();
    await connection.run(TRUE_TEXT);
    await connection.run(
      `COPY (${selectSql(FACTS, csv, measure)}) TO ${quoted(out)} ` +
        `(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year), FILENAME_PATTERN 'facts_{i}')`,
    );
    connection.closeSync();
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    throw new UsageError(`cannot write Parquet: ${reason}`, { cause: error });
  } finally {
    instance.closeSync();
  }
}

async function loadDuckDb(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    throw new UsageError(
      "Parquet needs the optional package @duckdb/node-api: install it with npm install @duckdb/node-api, or leave parquet out of the formats",
      { cause: error },
    );
  }
}

/** Each year is put in its place by renaming one file. */
async function place(made: string, target: string, years: readonly string[]): Promise<Written[]> {
  const written: Written[] = [];
  for (const year of years) {
    const [file = ""] = await readdir(join(made, year));
    const content = await readFile(join(made, year, file));
    const path = join(target, year, FILE);
    await mkdir(dirname(path), { recursive: true });
    await rename(join(made, year, file), path);
    const sha256 = createHash("sha256").update(content).digest("hex");
    written.push({ path, bytes: content.byteLength, sha256 });
  }
  return written;
}
