import { join } from "node:path";
import type { AtomicFile, Written } from "./atomic.ts";
import type { CsvOptions } from "./csv.ts";
import { type DatasetFile, openDataset } from "./dataset-file.ts";
import { DATASETS, type DatasetName, type DatasetRecord } from "./datasets.ts";
import { joinMeasures, type Measure } from "./measure.ts";
import { openParquet } from "./parquet.ts";
import { csvPart, IN_PARQUET, PARTED, parquetPart } from "./parts.ts";

/** What is known of the CSV files of a part. */
export type PartMeasures = Readonly<Partial<Record<DatasetName, Measure>>>;

export interface PartOptions extends CsvOptions {
  readonly datasets: readonly DatasetName[];
  /** Whether its CSV files are to stay, or are only what Parquet is made of. */
  readonly csv: boolean;
  readonly parquet: boolean;
  /** Decimals that some amount of another part has. */
  readonly decimals?: number;
}

/** The files of parts, one part after the other; `commit` gives all of them their names. */
export interface PartWriter {
  append(
    part: string,
    lines: { readonly [Name in DatasetName]?: readonly DatasetRecord<Name>[] },
  ): Promise<void>;
  /** Where the CSV file of a part stands before it has its name; undefined where none is written. */
  temporary(part: string, dataset: DatasetName): string | undefined;
  /** Ends the last part, and makes the Parquet files. Returns why they could not be made. */
  finish(): Promise<Error | undefined>;
  readonly measures: ReadonlyMap<string, PartMeasures>;
  commit(): Promise<Written[]>;
  abort(): Promise<void>;
}

export function openParts(folder: string, options: PartOptions): PartWriter {
  const { csv, parquet, decimals = 0 } = options;
  const wanted: readonly DatasetName[] = csv ? PARTED : parquet ? IN_PARQUET : [];
  const names = wanted.filter((name) => options.datasets.includes(name));
  const files = new Map<string, Map<DatasetName, DatasetFile>>();
  const measures = new Map<string, PartMeasures>();
  const made: Pick<AtomicFile, "commit" | "abort">[] = [];
  let current: string | undefined;

  /** What is to go again stands beside the output's own files. */
  function pathOf(name: DatasetName, part: string): string {
    return join(folder, csv ? csvPart(name, part) : `${name}.csv`);
  }

  async function open(part: string): Promise<Map<DatasetName, DatasetFile>> {
    await close();
    if (files.has(part)) throw new Error(`the lines of ${part} do not stand together`);
    const opened = new Map<DatasetName, DatasetFile>();
    files.set(part, opened);
    current = part;
    for (const name of names)
      opened.set(name, await openDataset(pathOf(name, part), DATASETS[name], options));
    return opened;
  }

  /** Only one part has its files open at a time. */
  async function close(): Promise<void> {
    if (current === undefined) return;
    const measured: [DatasetName, Measure][] = [];
    for (const [name, file] of files.get(current) ?? []) {
      await file.seal();
      measured.push([name, file.measure()]);
    }
    measures.set(current, Object.fromEntries(measured));
    current = undefined;
  }

  async function makeParquet(): Promise<void> {
    const scale = joinMeasures([...measures.values()].flatMap((all) => all.facts ?? [])).scale;
    const writer = await openParquet(folder);
    try {
      for (const [part, all] of files)
        for (const name of IN_PARQUET) {
          const file = all.get(name);
          if (!file || !hasFacts(part)) continue;
          const measure = { ...file.measure(), scale: Math.max(scale, decimals) };
          const path = join(folder, parquetPart(name, part));
          made.push(await writer.convert(DATASETS[name], file.file.temporary, measure, path));
        }
    } finally {
      await writer.close();
    }
  }

  function hasFacts(part: string): boolean {
    return (measures.get(part)?.facts?.longest ?? 0) > 0;
  }

  return {
    measures,
    async append(part, lines) {
      if (names.length === 0) return;
      const opened = current === part ? files.get(part) : await open(part);
      for (const [name, file] of opened ?? []) await file.append(lines[name] ?? []);
    },
    temporary: (part, dataset) => files.get(part)?.get(dataset)?.file.temporary,
    async finish() {
      await close();
      if (!parquet) return undefined;
      try {
        await makeParquet();
        return undefined;
      } catch (error) {
        for (const file of made.splice(0)) await file.abort();
        return error instanceof Error ? error : new Error(String(error));
      }
    },
    async commit() {
      const written: Written[] = [];
      for (const all of csv ? files.values() : [])
        for (const { file } of all.values()) written.push(await file.commit());
      for (const file of made) written.push(await file.commit());
      return written;
    },
    async abort() {
      for (const all of files.values()) for (const file of all.values()) await file.abort();
      for (const file of made) await file.abort();
    },
  };
}
