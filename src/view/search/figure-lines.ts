import type { Dataset } from "../dataset.ts";
import type { Output } from "../output.ts";
import { type TableLine, tableLines } from "./csv-lines.ts";
import { type Found, recordsUnder } from "./figure-index.ts";

export interface FigureLine extends TableLine {
  readonly found: Found;
}

/** Every figure once where the run wrote that, as often as it is printed otherwise. */
export async function figureDataset(output: Output): Promise<Dataset | undefined> {
  return (await output.dataset("figures")) ?? output.dataset("facts");
}

export async function* figureLines({ paths }: Dataset): AsyncGenerator<FigureLine> {
  let known: readonly string[] = [];
  let record = recordsUnder(known);
  for await (const line of tableLines(paths)) {
    if (line.fields !== known) record = recordsUnder(line.fields);
    known = line.fields;
    yield { ...line, found: record(line.cells) };
  }
}
