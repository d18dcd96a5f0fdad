import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Output } from "../output.ts";
import { cellsOf, csvLines } from "./csv-lines.ts";
import {
  type FigureIndex,
  type Found,
  indexOf,
  recordsUnder,
  type Sentence,
} from "./figure-index.ts";
import { type SearchQuery, type SearchResult, search } from "./search.ts";

/** Figures of an output, searched by an index that is made once for each state of the file. */
export interface FigureFile {
  search(query: SearchQuery, reviewed?: ReadonlySet<string>): Promise<SearchResult | undefined>;
}

interface Indexed {
  readonly index: FigureIndex;
  /** Where each figure's line starts, and its length in bytes. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** Numbers of figures that may be looked at by hand, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly record: ReturnType<typeof recordsUnder>;
  readonly path: string;
}

/** Those that people look at: the others need no number by their id. */
const CERTAIN = "proved";

export function figureFile(output: Output): FigureFile {
  let known: { readonly stamp: string; readonly indexed: Promise<Indexed> } | undefined;

  async function indexed(): Promise<Indexed | undefined> {
    // Every figure once where the run wrote that, as often as it is printed otherwise.
    const name = (await output.stamp("figures")) === undefined ? "facts" : "figures";
    const stamp = await output.stamp(name);
    if (stamp === undefined) return undefined;
    if (known?.stamp !== stamp) known = { stamp, indexed: readIndex(output, name) };
    return known.indexed;
  }

  return {
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

async function readIndex(output: Output, name: "figures" | "facts"): Promise<Indexed> {
  const path = join(output.folder, `${name}.csv`);
  const starts: number[] = [];
  const lengths: number[] = [];
  const numbers = new Map<string, number>();
  let record: ReturnType<typeof recordsUnder> | undefined;
  async function* figures(): AsyncGenerator<Found> {
    for await (const { cells, start, bytes } of csvLines(path)) {
      if (record === undefined) {
        record = recordsUnder(cells);
        continue;
      }
      const found = record(cells);
      if (found.status !== CERTAIN) numbers.set(found.fact, starts.length);
      starts.push(start);
      lengths.push(bytes);
      yield found;
    }
  }
  const index = await indexOf(figures(), await sentencesOf(output));
  return { index, starts, lengths, numbers, record: record ?? recordsUnder([]), path };
}

async function linesAt({ starts, lengths, record, path }: Indexed, rows: readonly number[]) {
  if (rows.length === 0) return [];
  const file = await open(path);
  try {
    const found: Found[] = [];
    for (const row of rows) {
      const bytes = Buffer.alloc(lengths[row] ?? 0);
      await file.read(bytes, 0, bytes.length, starts[row] ?? 0);
      found.push(record(cellsOf(bytes.toString("utf8"))));
    }
    return found;
  } finally {
    await file.close();
  }
}

/** Every sentence of the statements once, with its disclosure. */
export async function sentencesOf(output: Output): Promise<Sentence[]> {
  const disclosures = new Map<string, string>();
  for (const { documents, department, year, disclosure } of await output.lines("disclosures"))
    for (const document of documents.split(" "))
      disclosures.set(JSON.stringify([document, department, year]), disclosure);
  const sentences: Sentence[] = [];
  let fields: readonly string[] = [];
  let last = "";
  if ((await output.stamp("statements")) === undefined) return [];
  for await (const { cells } of csvLines(join(output.folder, "statements.csv"))) {
    if (fields.length === 0) {
      fields = cells;
      continue;
    }
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
