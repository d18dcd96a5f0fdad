import { type FileHandle, open } from "node:fs/promises";
import type { Dataset } from "../dataset.ts";
import type { Output } from "../output.ts";
import { cellsOf, tableLines } from "./csv-lines.ts";
import {
  type FigureIndex,
  type Found,
  indexOf,
  recordsUnder,
  type Sentence,
} from "./figure-index.ts";
import { figureDataset, figureLines } from "./figure-lines.ts";
import { type SearchQuery, type SearchResult, search } from "./search.ts";

/** Figures of an output, searched by an index that is made once for each state of the file. */
export interface FigureFile {
  /** Makes the index before anything is looked for. */
  prepare(): Promise<void>;
  search(query: SearchQuery, reviewed?: ReadonlySet<string>): Promise<SearchResult | undefined>;
}

interface Indexed {
  readonly index: FigureIndex;
  readonly paths: readonly string[];
  /** Where each figure's line stands: the number of its file, where in it, and its length in bytes. */
  readonly files: readonly number[];
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** The columns of all files. */
  readonly fields: readonly string[];
  /** Numbers of figures that may be looked at by hand, by id. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Those that people look at: the others need no number by their id. */
const CERTAIN = "proved";

export function figureFile(output: Output): FigureFile {
  let known: { readonly stamp: string; readonly indexed: Promise<Indexed> } | undefined;

  async function indexed(): Promise<Indexed | undefined> {
    const dataset = await figureDataset(output);
    if (dataset === undefined) return undefined;
    const { stamp } = dataset;
    if (known?.stamp !== stamp) known = { stamp, indexed: readIndex(output, dataset) };
    return known.indexed;
  }

  return {
    async prepare() {
      await indexed();
    },
    async search(query, reviewed = new Set()) {
      const all = await indexed();
      if (all === undefined) return undefined;
      const skip = new Set<number>();
      if (query.open === "1")
        for (const fact of reviewed) {
          const number = all.numbers.get(fact);
          if (number !== undefined) skip.add(number);
        }
      return search(all.index, query, (rows) => linesAt(all, rows), skip);
    },
  };
}

async function readIndex(output: Output, dataset: Dataset): Promise<Indexed> {
  const files: number[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  const numbers = new Map<string, number>();
  let columns: readonly string[] = [];
  async function* figures(): AsyncGenerator<Found> {
    for await (const { found, fields, file, start, bytes } of figureLines(dataset)) {
      columns = fields;
      if (found.status !== CERTAIN) numbers.set(found.fact, starts.length);
      files.push(file);
      starts.push(start);
      lengths.push(bytes);
      yield found;
    }
  }
  const index = await indexOf(figures(), await sentencesOf(output));
  return { index, paths: dataset.paths, files, starts, lengths, fields: columns, numbers };
}

/** The lines of figures by their numbers; each file is opened once. */
async function linesAt(indexed: Indexed, rows: readonly number[]): Promise<Found[]> {
  const { paths, files, starts, lengths, fields } = indexed;
  const record = recordsUnder(fields);
  const opened = new Map<number, FileHandle>();
  try {
    const found: Found[] = [];
    for (const row of rows) {
      const number = files[row] ?? 0;
      const file = opened.get(number) ?? (await open(paths[number] ?? ""));
      opened.set(number, file);
      const bytes = Buffer.alloc(lengths[row] ?? 0);
      await file.read(bytes, 0, bytes.length, starts[row] ?? 0);
      found.push(record(cellsOf(bytes.toString("utf8"))));
    }
    return found;
  } finally {
    await Promise.all([...opened.values()].map((file) => file.close()));
  }
}

/** Every sentence of the statements once, with its disclosure. */
export async function sentencesOf(output: Output): Promise<Sentence[]> {
  const disclosures = new Map<string, string>();
  for (const { documents, department, year, disclosure } of await output.lines("disclosures"))
    for (const document of documents.split(" "))
      disclosures.set(JSON.stringify([document, department, year]), disclosure);
  const sentences: Sentence[] = [];
  let last = "";
  const dataset = await output.dataset("statements");
  for await (const { fields, cells } of tableLines(dataset?.paths ?? [])) {
    const of = (name: string) => cells[fields.indexOf(name)] ?? "";
    const [document, department, year] = [of("document"), of("department"), of("year")];
    const sentence = of("sentence");
    const disclosure = disclosures.get(JSON.stringify([document, department, year]));
    // A sentence with several figures has a line for each, one after the other.
    if (disclosure === undefined || sentence === last) continue;
    last = sentence;
    sentences.push({
      ...{ disclosure, document, department, year, sentence },
      ...{ page: of("page"), line: of("line") },
    });
  }
  return sentences;
}
