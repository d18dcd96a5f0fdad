import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { UsageError } from "../model/errors.ts";
import { type AtomicFile, naming, temporaryName, type Written } from "./atomic.ts";
import type { Dataset } from "./dataset.ts";
import { quoted, selectSql, TRUE_TEXT } from "./load-sql.ts";
import type { Measure } from "./measure.ts";

/** Makes Parquet files of CSV files, amounts as DECIMAL, one after the other. */
export interface ParquetWriter {
  /**
   * A dataset's CSV file as Parquet, streamed in bounded memory, on one thread so that the same rows give the same bytes.
   * Its `commit` gives it its name.
   */
  convert(
    dataset: Dataset,
    csv: string,
    measure: Measure,
    path: string,
  ): Promise<Pick<AtomicFile, "commit" | "abort">>;
  close(): Promise<void>;
}

/** Throws UsageError if DuckDB, an optional dependency, is not installed. */
export async function openParquet(folder: string): Promise<ParquetWriter> {
  const duckdb = await loadDuckDb();
  const spill = join(folder, temporaryName());
  await naming(folder, () => mkdir(spill, { recursive: true }));
  let opened: { instance: DuckDBInstance; connection: DuckDBConnection };
  try {
    const instance = await duckdb.DuckDBInstance.create(":memory:", {
      threads: "1",
      memory_limit: "256MB",
      temp_directory: spill,
    });
    opened = { instance, connection: await instance.connect() };
    await opened.connection.run(TRUE_TEXT);
  } catch (error) {
    await rm(spill, { recursive: true, force: true });
    throw failed(error);
  }
  const { instance, connection } = opened;

  return {
    async convert(dataset, csv, measure, path) {
      const temporary = join(dirname(path), temporaryName());
      const abort = (): Promise<void> => rm(temporary, { force: true });
      try {
        await naming(path, () => mkdir(dirname(path), { recursive: true }));
        await connection.run(
          `COPY (${selectSql(dataset, csv, measure)}) TO ${quoted(temporary)} (FORMAT parquet, COMPRESSION zstd)`,
        );
      } catch (error) {
        await abort();
        throw error instanceof UsageError ? error : failed(error);
      }
      return { commit: () => naming(path, () => place(temporary, path)), abort };
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

async function place(temporary: string, path: string): Promise<Written> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(temporary)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  await rename(temporary, path);
  return { path, bytes, sha256: hash.digest("hex") };
}

function failed(error: unknown): UsageError {
  const [reason] = String(error instanceof Error ? error.message : error).split("\n");
  return new UsageError(`cannot write Parquet: ${reason}`, { cause: error });
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
