import type { Language } from "../model/message.ts";
import type { Dataset } from "./dataset.ts";
import { linesWorkbook, type PlacedLine } from "./lines-workbook.ts";
import type { LinkOptions } from "./source-link.ts";
import { THREE_PUBLIC } from "./three-public.ts";
import { comparison, type Side } from "./three-public-chart.ts";

interface BookOptions extends LinkOptions {
  /** Defaults to Chinese. */
  readonly language?: Language | undefined;
  /** What the lines are of, where not of three-public.csv. */
  readonly dataset?: Dataset;
  /** The lines with their items side by side, where they are not so themselves. */
  readonly sides?: readonly Side[];
}

/** Three-public figures as a workbook, whoever asks for one: their lines, and the departments beside each other in a chart. */
export function threePublicBook(
  lines: readonly PlacedLine[],
  options: BookOptions = {},
): Promise<Uint8Array> {
  const {
    language = "zh",
    dataset = THREE_PUBLIC,
    sides = lines.map(({ record }) => record),
    ...links
  } = options;
  return linesWorkbook(dataset, lines, { ...links, language, beside: comparison(sides, language) });
}

/** A line that says itself which source it is from, and where it stands. */
export function placed<
  Line extends Readonly<Record<string, string>> &
    Readonly<Record<"source" | "page" | "place", string>>,
>(record: Line): PlacedLine {
  const { source, page, place } = record;
  return { record, source, page, place };
}
