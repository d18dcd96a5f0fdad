import type { Damage } from "./damage-rows.ts";
import { oneOf, pick, type Random } from "./random.ts";
import { amountColumns, type Rows, type Sheet } from "./sheet.ts";

/** Columns that slide away from their headings or their rows, and headings that do. */
export const COLUMN_DAMAGES = {
  "drop a heading": ({ rows, body }, random) => {
    const at = pick(body, random);
    const lost = oneOf(filled(rows[at]), random);
    if (lost === undefined) return undefined;
    return rows.map((row, i) => (i === at ? row.filter((_, j) => j !== lost) : row));
  },
  "swap two headings": ({ rows, body }, random) => {
    const at = pick(body, random);
    const row = rows[at] ?? [];
    const one = oneOf(filled(row), random);
    const two = oneOf(filled(row), random);
    if (one === undefined || two === undefined || row[one] === row[two]) return undefined;
    return withCells(rows, at, { [one]: row[two], [two]: row[one] });
  },
  "repeat a heading over its neighbour": ({ rows, body }, random) => {
    const at = pick(body, random);
    const row = rows[at] ?? [];
    const one = oneOf(filled(row), random) ?? 0;
    const two = one + (random() < 0.5 ? 1 : -1);
    if (!row[one] || row[two] === undefined || row[two] === row[one]) return undefined;
    return withCells(rows, at, { [two]: row[one] });
  },
  "slide a column down": (sheet, random) => slid(sheet, random, 1),
  "slide a column up": (sheet, random) => slid(sheet, random, -1),
  "slide columns right": (sheet, random) => {
    const { rows } = sheet;
    const column = pick(rows[0]?.length ?? 0, random);
    const from = startOf(sheet, random);
    return rows.map((row, i) =>
      i < from ? row : [...row.slice(0, column), "", ...row.slice(column)],
    );
  },
  "slide columns left": (sheet, random) => {
    const { rows } = sheet;
    const from = startOf(sheet, random);
    const blank = (rows[0] ?? []).flatMap((_, c) =>
      rows.slice(from).every((row) => !row[c]) ? [c] : [],
    );
    const column = oneOf(blank, random);
    if (column === undefined) return undefined;
    return rows.map((row, i) => (i < from ? row : row.filter((_, c) => c !== column)));
  },
} as const satisfies Readonly<Record<string, Damage>>;

/** The row from which on a column slides: half of the time it is the first. */
function startOf({ rows, body }: Sheet, random: Random): number {
  return random() < 0.5 ? body : body + pick(rows.length - body, random);
}

/** One column of amounts slid by a row; what leaves the table stands in a line of its own, or is lost. */
function slid(sheet: Sheet, random: Random, by: 1 | -1): Rows | undefined {
  const column = oneOf(amountColumns(sheet), random);
  if (column === undefined) return undefined;
  const from = startOf(sheet, random);
  const rows = by > 0 ? [...sheet.rows, (sheet.rows[0] ?? []).map(() => "")] : sheet.rows;
  const texts = rows.map((row) => row[column] ?? "");
  const moved = texts.map((text, i) =>
    i < from ? text : by > 0 && i === from ? "" : (texts[i - by] ?? ""),
  );
  if (moved.join("|") === texts.join("|")) return undefined;
  return rows.map((row, i) => row.map((text, c) => (c === column ? (moved[i] ?? "") : text)));
}

function filled(row: readonly string[] = []): readonly number[] {
  return row.flatMap((text, i) => (text === "" ? [] : [i]));
}

function withCells(
  rows: Rows,
  at: number,
  texts: Readonly<Record<number, string | undefined>>,
): Rows {
  return rows.map((row, i) => (i === at ? row.map((text, c) => texts[c] ?? text) : row));
}
