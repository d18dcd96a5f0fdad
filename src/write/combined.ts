import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Language } from "../model/message.ts";
import { type AtomicFile, openAtomic, type Written } from "./atomic.ts";
import { type CsvOptions, csvHeader } from "./csv.ts";
import { describe, descriptorText, fileResource, type Resource } from "./datapackage.ts";
import { type DatasetFile, openDataset } from "./dataset-file.ts";
import { DATASET_NAMES, DATASETS, type DatasetName, type DatasetRecord } from "./datasets.ts";
import { linesWorkbook, MOST_LINES, type PlacedLine } from "./lines-workbook.ts";
import { loadSql, type TypedDataset } from "./load-sql.ts";
import { joinMeasures } from "./measure.ts";
import { openParts, type PartMeasures } from "./part-writer.ts";
import { csvPart, JOINED, PARTED, type PartSize, parquetPart, partFiles } from "./parts.ts";
import { patternsOf } from "./patterns.ts";
import type { LinkOptions } from "./source-link.ts";
import { threePublicBook } from "./three-public-book.ts";

/** What a disclosure, or a document that failed, contributes to the combined files: lines of the datasets, in order. */
export interface Contribution {
  readonly lines: { readonly [Name in DatasetName]?: readonly DatasetRecord<Name>[] };
  /** Which part its lines belong to (parts.ts); none for those of no disclosure. */
  readonly part?: string;
}

export interface CombinedOptions extends CsvOptions, LinkOptions {
  /** `csv`, `json`, `xlsx`, `parquet`. Defaults to csv and json. */
  readonly formats?: readonly string[];
  /** Defaults to all. */
  readonly datasets?: readonly DatasetName[];
  /** Whether departments have files of their own, which datapackage.json describes too. Defaults to true. */
  readonly departments?: boolean;
  /** Whether datasets with many lines are written in parts, and not as one file. Defaults to false. */
  readonly parts?: boolean;
  /** Of the workbooks. Defaults to Chinese. */
  readonly language?: Language;
  /** Decimals that some amount has, of this run or of a part that stands. */
  readonly decimals?: number;
  /** Parts that stand in the output as they should, in the order of the parts: no contribution has their lines. */
  readonly standing?: ReadonlyMap<string, PartMeasures>;
  /** All parts in their order, those that stand among them: where datasets are written in parts. */
  readonly order?: readonly string[];
  /** Whether there are more lines than a workbook takes. */
  readonly large?: boolean;
  /** The latest date of revision that a disclosure declares: `2024-03-15`. */
  readonly revised?: string;
}

/** What was written, and why Parquet was not. */
export interface Combination {
  readonly written: readonly Written[];
  readonly measures: ReadonlyMap<string, PartMeasures>;
  readonly failure?: Error;
}

const SQL = "load.sql";

/** Datasets that people open as workbooks. */
const WORKBOOKS = ["facts", "figures", "three-public"] as const satisfies readonly DatasetName[];

/**
 * Writes the combined files of an output folder: the datasets as CSV, workbooks, Parquet, load.sql and datapackage.json.
 * Contributions are taken one by one in their final order and not kept, so that memory does not grow with them (but for the lines
 * of workbooks, which have a limit). Files become visible together at the end, each as a whole; files of an earlier run that this
 * one does not write stay. The same documents give the same bytes. If Parquet cannot be written, all else is, and its error is
 * returned.
 */
export async function writeCombined(
  folder: string,
  contributions: Iterable<Contribution> | AsyncIterable<Contribution>,
  options: CombinedOptions = {},
): Promise<Combination> {
  const { formats = ["csv", "json"], datasets = DATASET_NAMES, departments = true } = options;
  const { parts: inParts = false, standing = new Map(), large = false } = options;
  const wants = (format: string, dataset: DatasetName): boolean =>
    formats.includes(format) && datasets.includes(dataset);
  const isParted = (name: DatasetName): boolean =>
    inParts && PARTED.some((parted) => parted === name);
  const whole = DATASET_NAMES.filter((name) => wants("csv", name) && !isParted(name));
  const joined = JOINED.filter((name) => wants("csv", name) && isParted(name));
  const books = WORKBOOKS.filter((name) => wants("xlsx", name) && !inParts && !large);

  const opened: Pending[] = [];
  const track = <T extends Pending>(file: T): T => {
    opened.push(file);
    return file;
  };
  try {
    const files = new Map<DatasetName, DatasetFile>();
    for (const name of whole) {
      const path = join(folder, `${name}.csv`);
      files.set(name, track(await openDataset(path, DATASETS[name], options)));
    }
    const parts = track(
      openParts(folder, {
        ...{ datasets, csv: inParts && formats.includes("csv"), bom: options.bom ?? true },
        parquet: formats.includes("parquet"),
        decimals: options.decimals ?? 0,
      }),
    );
    const placed = new Map(books.map((name) => [name, [] as PlacedLine[]]));
    for await (const { lines, part } of contributions) {
      for (const [name, file] of files) await file.append(lines[name] ?? []);
      if (part !== undefined) await parts.append(part, lines);
      for (const [name, all] of placed) all.push(...placedLines(lines, name));
    }

    const ready: AtomicFile[] = [];
    const resources: Resource[] = [];
    const add = async (name: string, title: string, content: string | Uint8Array) => {
      const file = track(await openAtomic(join(folder, name)));
      await file.write(content);
      ready.push(file);
      resources.push(fileResource(name, name, title));
    };
    const typed: TypedDataset[] = [];
    for (const [name, { dataset, file, seal, measure }] of files) {
      resources.push(describe(DATASETS[name], await seal(), datasets));
      ready.push(file);
      typed.push({ dataset, path: `${name}.csv`, measure: measure() });
    }
    const failure = await parts.finish();
    const measures = new Map([...standing, ...parts.measures]);
    const order = options.order ?? [...measures.keys()];
    for (const name of joined) {
      const path = join(folder, `${name}.csv`);
      const file = track(await openAtomic(path));
      await file.write(
        await csvHeader(
          DATASETS[name].fields.map((each) => each.name),
          options,
        ),
      );
      for (const part of order)
        for await (const chunk of withoutHeader(
          parts.temporary(part, name) ?? join(folder, csvPart(name, part)),
        ))
          await file.write(chunk);
      resources.push(describe(DATASETS[name], await file.seal(), datasets));
      ready.push(file);
    }
    for (const name of PARTED) {
      if (!wants("csv", name) || !isParted(name)) continue;
      const known = [...measures.values()].flatMap((all) => all[name] ?? []);
      // Without a part there is no file that a pattern could find.
      if (known.length === 0) continue;
      const dataset = DATASETS[name];
      typed.push({ dataset, path: csvPart(name, "*/*"), measure: joinMeasures(known) });
    }
    const parquet = wants("csv", "facts") ? [] : parquetDatasets(formats, datasets, failure);
    if (typed.length + parquet.length > 0) await add(SQL, "DuckDB", loadSql(typed, parquet));
    for (const [name, lines] of placed)
      await add(
        `${name}.xlsx`,
        DATASETS[name].title,
        name === "three-public"
          ? await threePublicBook(lines, options)
          : await linesWorkbook(DATASETS[name], lines, options),
      );
    const patterns = patternsOf({ formats, datasets, departments, parts: inParts });
    const descriptor = track(await openAtomic(join(folder, "datapackage.json")));
    await descriptor.write(descriptorText(resources, patterns, options.revised));
    ready.push(descriptor);

    const written = await parts.commit();
    for (const file of ready) written.push(await file.commit());
    return { written, measures, ...(failure && { failure }) };
  } finally {
    for (const file of opened) await file.abort();
  }
}

/** Something that has to be taken back if the run does not come to its end; harmless when it has. */
interface Pending {
  abort(): Promise<void>;
}

function parquetDatasets(
  formats: readonly string[],
  datasets: readonly DatasetName[],
  failure: Error | undefined,
) {
  if (!formats.includes("parquet") || failure) return [];
  return (["facts", "figures"] as const)
    .filter((name) => datasets.includes(name))
    .map((name) => ({ dataset: DATASETS[name], path: parquetPart(name, "*/*") }));
}

/** Lines for a workbook, each with where its figure stands; a figure stands where its best printing does. */
function placedLines(lines: Contribution["lines"], name: (typeof WORKBOOKS)[number]): PlacedLine[] {
  const sources = new Map(
    (lines.documents ?? []).map(({ document, source }) => [document, source]),
  );
  const facts = new Map((lines.facts ?? []).map((fact) => [fact.fact, fact]));
  return (lines[name] ?? []).map((record): PlacedLine => {
    const at = "page" in record ? record : facts.get(record.fact);
    const { place = "", page = "" } = at ?? {};
    return { record, source: sources.get(record.document) ?? "", place, page };
  });
}

/** The lines of a CSV file after its first. */
async function* withoutHeader(path: string): AsyncGenerator<Buffer> {
  let isPast = false;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const end = isPast ? -1 : chunk.indexOf("\n");
    if (isPast) yield chunk;
    else if (end >= 0) {
      isPast = true;
      yield chunk.subarray(end + 1);
    }
  }
}

/** Names of the files that `writeCombined` writes, relative to the folder, those of parts left out. */
export function combinedNames(options: CombinedOptions): string[] {
  const { formats = ["csv", "json"], datasets = DATASET_NAMES, parts = false } = options;
  const isJoined = (name: DatasetName): boolean => JOINED.some((joined) => joined === name);
  const isParted = (name: DatasetName): boolean => PARTED.some((parted) => parted === name);
  const csv = formats.includes("csv")
    ? datasets.filter((name) => !(parts && isParted(name)) || isJoined(name))
    : [];
  const books = WORKBOOKS.filter((name) => datasets.includes(name));
  const hasParquet =
    formats.includes("parquet") && datasets.some((name) => name === "facts" || name === "figures");
  return [
    "datapackage.json",
    ...csv.map((name) => `${name}.csv`),
    ...(csv.length > 0 || hasParquet ? [SQL] : []),
    ...(formats.includes("xlsx") && !parts && !options.large
      ? books.map((name) => `${name}.xlsx`)
      : []),
  ];
}

/** Names of the files of its parts. */
export function partNames(parts: readonly PartSize[], options: CombinedOptions): string[] {
  const { formats = ["csv", "json"], datasets = DATASET_NAMES, parts: inParts = false } = options;
  return parts.flatMap((part) => partFiles(part, { formats, datasets, parts: inParts }));
}

/** Whether there are more facts than a workbook takes. */
export function isLarge(facts: number): boolean {
  return facts > MOST_LINES;
}
