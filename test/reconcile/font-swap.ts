import type { Block, Grid } from "../../src/model/block.ts";
import { oneOf, type Random } from "./random.ts";
import { gridOf, isCode, isNumber, type Sheet, sheetOf } from "./sheet.ts";

/** What a damaged font reads as another digit: the amounts of a table or of all, or their codes as well. */
export const FONT_SWAPS: readonly string[] = [
  "amounts of one table",
  "amounts of all tables",
  "all numbers of one table",
  "all numbers of all tables",
];

/** The tables of a document with one digit read as another; the prose keeps its font. */
export function fontSwapped(
  blocks: readonly Block[],
  kind: string,
  random: Random,
): readonly Block[] | undefined {
  const tables = blocks.flatMap((block, i) => (sheetOf(block) ? [i] : []));
  const chosen = kind.endsWith("one table") ? [oneOf(tables, random)] : tables;
  const codes = kind.startsWith("all numbers");
  const digits = [..."0123456789"];
  const from = oneOf(digits, random) ?? "";
  const to = oneOf(
    digits.filter((digit) => digit !== from),
    random,
  );
  let swaps = 0;
  const read = (text: string): string => {
    const swapped = text.replaceAll(from, to ?? "");
    if (swapped !== text && !isCode(text)) swaps += 1;
    return swapped;
  };
  const worse = blocks.map((block, i) => {
    const sheet = chosen.includes(i) ? sheetOf(block) : undefined;
    return sheet && block.type === "grid" ? withNumbers(block, sheet, codes, read) : block;
  });
  return swaps > 0 ? worse : undefined;
}

function withNumbers(
  grid: Grid,
  { rows, body }: Sheet,
  codes: boolean,
  read: (text: string) => string,
): Grid {
  const isRead = (text: string) => (codes ? isCode(text) || isNumber(text) : isAmount(text));
  return gridOf(
    rows.map((row, i) => (i < body ? row : row.map((text) => (isRead(text) ? read(text) : text)))),
    grid,
  );
}

function isAmount(text: string): boolean {
  return isNumber(text) && !isCode(text);
}
