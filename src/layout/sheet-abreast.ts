import type { Sheet, SheetCell } from "../model/sheet.ts";

/** Labels of forms, which end like titles: 公开01表. */
const LABEL = /^.{0,8}[\d一二三四五六七八九十]+(?:[-－][\d一二三四五六七八九十]+)?表$/;
/** Rows below a title among which its table begins. */
const NEAR = 5;
/** Rows of titles in a sheet, and tables beside tables beside tables: more are no sheet of an office. */
const MOST = { rows: 100, levels: 3 } as const;

/** Do words name a table? */
export function namesTable(text: string): boolean {
  const bare = text.replace(/\s/g, "");
  return /表(?:[(（].*[)）])?$/.test(bare) && !LABEL.test(bare);
}

/**
 * The parts of a sheet, in reading order: where the titles of tables stand beside each other, each with what is below it. They
 * are parted at the columns that stay empty between them, or else where the next title begins.
 */
export function partsOf(sheet: Sheet, levels: number = MOST.levels): Sheet[] {
  const rows = sheetRows(sheet.cells);
  const parts: SheetRow[][] = [];
  let from = 0;
  for (const at of titleRows(rows, levels)) {
    if (at < from) continue;
    const band = bandAt(rows, at);
    if (!band.parts.every(hasTable)) continue;
    parts.push(rows.slice(from, at), ...band.parts);
    from = band.end;
  }
  if (from === 0) return [sheet];
  const cut = [...parts, rows.slice(from)].filter(({ length }) => length > 0);
  return cut.flatMap((part) => partsOf({ ...sheet, cells: part.flat() }, levels - 1));
}

export type SheetRow = readonly SheetCell[];

/** The rows with text in them, in order. */
export function sheetRows(cells: readonly SheetCell[]): SheetRow[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows.keys()].sort((a, b) => a - b).map((row) => rows.get(row) ?? []);
}

/** The rows that hold titles alone, and more than one. */
function titleRows(rows: readonly SheetRow[], levels: number): number[] {
  if (levels === 0) return [];
  const found = rows.flatMap((row, at) =>
    row.length > 1 && row.every(({ text }) => namesTable(text)) ? at : [],
  );
  return found.slice(0, MOST.rows);
}

/** What is below titles abreast, down to what lies across them. */
function bandAt(rows: readonly SheetRow[], at: number): { parts: SheetRow[][]; end: number } {
  const titles = rows[at] ?? [];
  const starts = titles.slice(1).map(({ column }) => column);
  const isAcross = ({ column, width }: SheetCell): boolean =>
    starts.some((start) => column < start && column + width > start);
  const bottom = endBefore(rows, at, (row) => row.some(isAcross));
  const gaps = starts.map((start, i) =>
    gapBetween(titles[i]?.column ?? 0, start, rows.slice(at, bottom)),
  );
  const isLone = ([only, more]: SheetRow): boolean => !!only && !more && namesTable(only.text);
  const end = gaps.includes(undefined) ? Math.min(bottom, endBefore(rows, at, isLone)) : bottom;
  const cuts = starts.map((start, i) => gaps[i] ?? start);
  const parts = [0, ...cuts].map((from, i) => {
    const to = cuts[i] ?? Number.POSITIVE_INFINITY;
    const within = ({ column }: SheetCell) => column >= from && column < to;
    return rows
      .slice(at, end)
      .map((row) => row.filter(within))
      .filter((row) => row.length > 0);
  });
  return { parts, end };
}

function endBefore(
  rows: readonly SheetRow[],
  at: number,
  ends: (row: SheetRow) => boolean,
): number {
  const found = rows.findIndex((row, i) => i > at && ends(row));
  return found < 0 ? rows.length : found;
}

/** Where the columns begin that are filled from the next title's on to the left; undefined where none before them is empty. */
function gapBetween(left: number, right: number, rows: readonly SheetRow[]): number | undefined {
  const filled = new Set<number>();
  for (const { column, width } of rows.flat())
    for (let c = column; c < column + width && c < right; c++) filled.add(c);
  let at = right;
  while (at > left && filled.has(at - 1)) at -= 1;
  return at > left + 1 ? at : undefined;
}

/** Titles one below the other on both sides are a list of tables. */
function hasTable(rows: readonly SheetRow[]): boolean {
  return rows.slice(1, 1 + NEAR).some((row) => row.length > 1);
}
