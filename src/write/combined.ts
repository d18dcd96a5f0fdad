import { join } from "node:path";
import { type AtomicFile, openAtomic, type Written } from "./atomic.ts";
import type { CsvOptions } from "./csv.ts";
import { datasetResource, fileResource, type Resource } from "./datapackage.ts";
import { type DatasetFile, openDataset } from "./dataset-file.ts";
import { DATASET_NAMES, DATASETS, type DatasetName, type DatasetRecord } from "./datasets.ts";
import { type DescribedTable, departmentResources } from "./described.ts";
import { openDescriptor } from "./descriptor-file.ts";
import { loadSql } from "./load-sql.ts";
import { parquetNames, prepareParquet } from "./parquet.ts";
import { THREE_PUBLIC, type ThreePublicRecord } from "./three-public.ts";

/** What a disclosure, or a document that failed, contributes to the combined files: lines of the datasets, in order. */
export interface Contribution {
  readonly lines: { readonly [Name in DatasetName]?: readonly DatasetRecord<Name>[] };
  /** The files of its own that datapackage.json describes. */
  readonly described?: readonly Described[];
}

/** The files of a department under one stem. */
export interface Described {
  readonly stem: string;
  readonly document: string;
  readonly line: { readonly department: string };
  readonly tables: readonly DescribedTable[];
}

export interface CombinedOptions extends CsvOptions {
  /** `csv`, `json`, `xlsx`, `parquet`. Defaults to csv and json. */
  readonly formats?: readonly string[];
  /** Defaults to all. */
  readonly datasets?: readonly DatasetName[];
  /** Whether departments have files of their own, which datapackage.json describes too. Defaults to true. */
  readonly departments?: boolean;
}

/** What was written, and why Parquet was not. */
export interface Combination {
  readonly written: readonly Written[];
  readonly failure?: Error;
}

const WORKBOOK = "three-public.xlsx";
const SQL = "load.sql";

/**
 * Writes the combined files of an output folder: the datasets as CSV, the three-public workbook, the facts as Parquet,
 * load.sql and datapackage.json. Contributions are taken one by one in their final order and not kept, so that memory does not
 * grow with them (but for the lines of the workbook). Files become visible together at the end, each as a whole; files of an
 * earlier run that this one does not write stay. The same documents give the same bytes. If Parquet cannot be written, all
 * else is, and its error is returned.
 */
export async function writeCombined(
  folder: string,
  contributions: Iterable<Contribution> | AsyncIterable<Contribution>,
  options: CombinedOptions = {},
): Promise<Combination> {
  const { formats = ["csv", "json"], datasets = DATASET_NAMES, departments = true } = options;
  const wants = (format: string, dataset: DatasetName): boolean =>
    formats.includes(format) && datasets.includes(dataset);
  const isPublic = (name: DatasetName): boolean => wants("csv", name);
  const hasParquet = wants("parquet", "facts");
  const hasWorkbook = wants("xlsx", "three-public");

  const opened: Pending[] = [];
  const track = <T extends Pending>(file: T): T => {
    opened.push(file);
    return file;
  };
  try {
    const files = new Map<DatasetName, DatasetFile>();
    for (const name of DATASET_NAMES) {
      if (!isPublic(name) && !(hasParquet && name === "facts")) continue;
      files.set(name, track(await openDataset(folder, DATASETS[name], options)));
    }
    const descriptor = track(await openDescriptor(folder));
    const threePublic: ThreePublicRecord[] = [];
    for await (const { lines, described = [] } of contributions) {
      for (const [name, file] of files) await file.append(lines[name] ?? []);
      if (departments) await descriptor.append(described.flatMap(resourcesOf(formats)));
      if (hasWorkbook) threePublic.push(...(lines["three-public"] ?? []));
    }

    const ready: AtomicFile[] = [];
    const resources: Resource[] = [];
    const add = async (name: string, title: string, content: string | Uint8Array) => {
      const file = track(await openAtomic(join(folder, name)));
      await file.write(content);
      ready.push(file);
      resources.push(fileResource(name, name, title));
    };
    for (const [name, { dataset, file, seal }] of files) {
      const written = await seal();
      if (!isPublic(name)) continue;
      ready.push(file);
      resources.push(datasetResource(dataset, written));
    }
    const published = [...files.values()].filter(({ file }) => ready.includes(file));
    if (published.length > 0) await add(SQL, "DuckDB", loadSql(published));
    if (hasWorkbook) {
      const { threePublicWorkbook } = await import("./workbook.ts");
      await add(WORKBOOK, THREE_PUBLIC.title, await threePublicWorkbook(threePublic));
    }
    const facts = files.get("facts");
    let failure: Error | undefined;
    const parquet =
      hasParquet && facts
        ? await prepareParquet(folder, facts.file.temporary, facts.measure()).catch((error) => {
            failure = error instanceof Error ? error : new Error(String(error));
            return undefined;
          })
        : undefined;
    if (parquet) track(parquet);
    resources.push(...(parquet?.paths.map(parquetResource) ?? []));
    ready.push(track(await descriptor.finish(resources)));

    const written: Written[] = [];
    for (const file of ready) written.push(await file.commit());
    written.push(...((await parquet?.commit()) ?? []));
    return { written, ...(failure && { failure }) };
  } finally {
    for (const file of opened) await file.abort();
  }
}

/** Something that has to be taken back if the run does not come to its end; harmless when it has. */
interface Pending {
  abort(): Promise<void>;
}

function parquetResource(path: string): Resource {
  const name = path.replace(/[^-a-z0-9._/]/g, "-");
  return fileResource(name, path, DATASETS.facts.title);
}

function resourcesOf(formats: readonly string[]): (described: Described) => Resource[] {
  return ({ stem, document, line, tables }) =>
    departmentResources(stem, { document, department: line.department }, tables, formats);
}

/** Names of the files that `writeCombined` writes, relative to the folder; Parquet has a file for each of the years. */
export function combinedNames(options: CombinedOptions, years: Iterable<string>): string[] {
  const { formats = ["csv", "json"], datasets = DATASET_NAMES } = options;
  const csv = formats.includes("csv") ? datasets.map((name) => `${name}.csv`) : [];
  return [
    "datapackage.json",
    ...csv,
    ...(csv.length > 0 ? [SQL] : []),
    ...(formats.includes("xlsx") && datasets.includes("three-public") ? [WORKBOOK] : []),
    ...(formats.includes("parquet") && datasets.includes("facts") ? parquetNames(years) : []),
  ];
}
