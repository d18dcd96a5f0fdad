import type { FormColumn, FormHeading } from "./heading.ts";
import type { FormCell, FormRow } from "./rows.ts";
import { looksLikeTarget } from "./target.ts";
import { formWord, LEVEL1, levelAbove } from "./vocabulary.ts";

/** The cells of a row under the columns of the heading; `column` is the column's position in `heading.columns`. */
export type PlacedRow = ReadonlyMap<number, FormCell>;

const NUMBER = /^-?[\d,]+(\.\d+)?$/;
const CODE = /^[0-9A-Z]{3,}$/;
/** How far a text source is known to shift the cells of a row; the smallest shift that fits best is taken. */
const SHIFTS = [0, 1, -1, 2, -2, 3, -3];

/**
 * Puts the cells of a row under the columns of a heading. A source that knows its spans is taken at its word. A text source
 * drops cells, so that what is behind them starts early (or late): there the cells are moved together to where the
 * columns fit what they look like, a level, a name, a target. What stands left of the heading is a side label.
 */
export function placeRow(row: FormRow, heading: FormHeading): PlacedRow {
  if (row.spansKnown) return new Map(row.cells.flatMap((cell) => byPosition(cell, row, heading)));
  const fixed = new Map<number, FormCell>();
  const free: FormCell[] = [];
  for (const cell of row.cells) {
    const column = heading.columns.findIndex((candidate) => candidate.c0 === cell.c0);
    const role = heading.columns[column]?.role;
    const outside = cell.c0 < (heading.columns[0]?.c0 ?? 0) && isKey("side", cell.text);
    if (free.length === 0 && outside) continue;
    if (free.length === 0 && role !== undefined && isKey(role, cell.text)) fixed.set(column, cell);
    else free.push(cell);
  }
  let best: { readonly score: number; readonly placed: PlacedRow } | undefined;
  // One cell alone fits anywhere: it stays where it is.
  for (const shift of free.length > 1 ? SHIFTS : [0]) {
    const placed = shifted(free, shift, heading);
    if (!placed || [...placed.keys()].some((column) => fixed.has(column))) continue;
    const score = fitness(placed, heading.columns);
    if (!best || score > best.score) best = { score, placed };
  }
  return new Map([...fixed, ...(best?.placed ?? [])]);
}

function byPosition(cell: FormCell, row: FormRow, heading: FormHeading): [number, FormCell][] {
  const box = cell.place.box;
  const middle = box && (box.x0 + box.x1) / 2;
  const index =
    row.grid === heading.grid || middle === undefined
      ? heading.columns.findIndex(({ c0, c1 }) => c0 <= cell.c0 && cell.c0 <= c1)
      : heading.columns.findIndex(({ x }) => x && x[0] <= middle && middle <= x[1]);
  return index < 0 ? [] : [[index, cell]];
}

function isKey(role: FormColumn["role"], text: string): boolean {
  if (role === "project-code") return CODE.test(formWord(text));
  if (role === "project-name" || role === "side") return !LEVEL1.test(formWord(text));
  return role === "amount" && NUMBER.test(formWord(text));
}

function shifted(
  cells: readonly FormCell[],
  shift: number,
  heading: FormHeading,
): PlacedRow | undefined {
  const placed = new Map<number, FormCell>();
  for (const cell of cells) {
    const index = heading.columns.findIndex(({ c0 }) => c0 === cell.c0 + shift);
    if (index < 0) return undefined;
    placed.set(index, cell);
  }
  return placed;
}

function fitness(placed: PlacedRow, columns: readonly FormColumn[]): number {
  let score = 0;
  for (const [index, cell] of placed) {
    const column = columns[index];
    if (column) score += likeness(column, formWord(cell.text));
    // A target without a name is the mark of a wrong placement, a name without a target is not unheard of.
    if (column?.role === "value" && !has(placed, columns, column.slot, "level3")) score -= 3;
    if (column?.role === "level3" && !has(placed, columns, column.slot, "value")) score -= 1;
  }
  return score;
}

function has(
  placed: PlacedRow,
  columns: readonly FormColumn[],
  slot: number,
  role: FormColumn["role"],
): boolean {
  return [...placed.keys()].some((i) => columns[i]?.slot === slot && columns[i]?.role === role);
}

function likeness(column: FormColumn, word: string): number {
  const level1 = LEVEL1.test(word);
  const level2 = levelAbove(word) !== undefined;
  const target = looksLikeTarget(word);
  switch (column.role) {
    case "level1":
      return level1 ? 2 : level2 || target ? -1 : -2;
    case "level2":
      return level2 ? 2 : level1 || target ? -2 : 0;
    case "level3":
      return level1 || target ? -2 : level2 ? -1 : 1;
    case "value":
      return target ? 2 : level1 || level2 ? -3 : 0;
    case "amount":
    case "project-code":
      return -3;
    default:
      return target || level1 ? -1 : 0;
  }
}
