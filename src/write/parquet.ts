import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../model/errors.ts";
import { naming, temporaryName } from "./atomic.ts";
import { FACTS } from "./facts.ts";
import { quoted, selectSql, TRUE_TEXT } from "./load-sql.ts";

/** Folder of the facts as Parquet in the output folder, a folder a year: `parquet/year=2024/facts.parquet`. */
export const PARQUET_FOLDER = "parquet";
const FILE = "facts.parquet";

/**
 * Writes facts as Parquet, partitioned by year, amounts as DECIMAL with `scale` decimals. `csv` is the facts' CSV file; DuckDB
 * streams it in bounded memory, on one thread so that the same rows give the same bytes. Returns the paths of the files
 * relative to the output folder. Throws UsageError if DuckDB, an optional dependency, is not installed.
 */
export async function writeParquet(folder: string, csv: string, scale: number): Promise<string[]> {
  const temporary = join(folder, temporaryName());
  const target = join(folder, PARQUET_FOLDER);
  try {
    await copy(csv, temporary, scale);
    return await naming(target, () => replacePartitions(temporary, target));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function copy(csv: string, folder: string, scale: number): Promise<void> {
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
      `COPY (${selectSql(FACTS, csv, scale)}) TO ${quoted(join(folder, "out"))} ` +
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

/** Puts each partition in its place by renaming one file, and removes those of years that are gone. */
async function replacePartitions(temporary: string, target: string): Promise<string[]> {
  const made = (await readdir(join(temporary, "out"))).sort();
  await mkdir(target, { recursive: true });
  for (const name of await readdir(target)) {
    if (/^year=/.test(name) && !made.includes(name)) {
      await rm(join(target, name), { recursive: true });
    }
  }
  for (const name of made) {
    const [file = ""] = await readdir(join(temporary, "out", name));
    await mkdir(join(target, name), { recursive: true });
    await rename(join(temporary, "out", name, file), join(target, name, FILE));
  }
  return made.map((name) => `${PARQUET_FOLDER}/${name}/${FILE}`);
}
