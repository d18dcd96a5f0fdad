import type { Cell, Column, Table } from "../../model/table.ts";
import { assignments } from "./assignments.ts";
import { type Slot, slotsOf } from "./heading-slots.ts";
import type { PieceRow } from "./pieces.ts";
import { judgeRow, type RowRules, rowRules } from "./row-rules.ts";

/** Rows that decide whether columns stand under the right headings: the first ones of a long table say enough. */
const SAMPLE = 300;

/** A table with columns under other headings, by the place of the heading that each column has now, and had in print. */
export interface Reheaded {
  readonly table: Table;
  readonly chosen: readonly number[];
  readonly printed: readonly number[];
}

/** The ways to put the columns of a block under other headings than printed, the least changed first. */
export interface Reheadings {
  readonly options: readonly Reheaded[];
  /** True if fewer rows fail than as printed: then the headings, not the rows, are damaged. */
  readonly needed: boolean;
}

/**
 * The ways to put the columns of a block under its headings (and under those that were lost between them) in which nearly
 * all rows close; none where the headings as printed do as well and nothing else contests them.
 */
export function reheadings(
  table: Table,
  block: number,
  rows: ReadonlyMap<number, PieceRow>,
  contestedOf: () => ReadonlySet<number>,
): Reheadings {
  const used = commonColumns(rows);
  if (used.length === 0) return NONE;
  const slots = slotsOf(table, block);
  if (used.length > slots.length) return NONE;
  const places = used.map((column) => slots.findIndex((slot) => slot.column === column));
  const rules = rowRules(
    table,
    slots.map(({ gives }, index) => ({ index, gives })),
  );
  const sample = [...rows.values()].filter((row) => row.length > 1).slice(0, SAMPLE);
  const printed = failures(rules, sample, used, places);
  const damaged = 5 * printed >= 2 * sample.length && printed > 0;
  const contested = contestedOf();
  if (!damaged && contested.size === 0) return NONE;
  const fixed = places.map((at, i) => (damaged || contested.has(used[i] ?? -1) ? undefined : at));
  let least = printed;
  let best: number[][] = [];
  for (const chosen of assignments(places, slots.length, fixed)) {
    if (chosen.every((at, i) => at === places[i])) continue;
    const fails = failures(rules, sample, used, chosen, least);
    if (fails > least) continue;
    if (fails < least) best = [];
    least = fails;
    best.push(chosen);
  }
  const needed = least < printed;
  if (least > Math.max(sample.length > 3 ? 1 : 0, sample.length / 8)) return NONE;
  best.sort((a, b) => distance(a, places, slots) - distance(b, places, slots));
  const options = best.map((chosen) => {
    return { table: rehead(table, slots, used, chosen), chosen, printed: places };
  });
  return { options, needed };
}

const NONE: Reheadings = { options: [], needed: false };

/** The one among equals that moves no column that another leaves in place, and moves the rest as they all do. */
export function leastMoved(equals: readonly Reheaded[]): Reheaded | undefined {
  return equals.find((one) =>
    equals.every((other) =>
      one.chosen.every((at, i) => at === other.chosen[i] || at === one.printed[i]),
    ),
  );
}

/** The columns that amounts stand in, but for those that a few rows have to themselves: there the rows are damaged. */
function commonColumns(rows: ReadonlyMap<number, PieceRow>): number[] {
  const counts = new Map<number, number>();
  for (const row of rows.values()) {
    for (const { column } of row) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => 10 * count >= rows.size);
  return common.map(([column]) => column).sort((a, b) => a - b);
}

/** Rows in which nothing closes or something does not, or that have an amount under no heading. */
function failures(
  rules: RowRules,
  sample: readonly PieceRow[],
  used: readonly number[],
  places: readonly number[],
  most = Number.POSITIVE_INFINITY,
): number {
  let fails = 0;
  for (const row of sample) {
    const common = row.filter(({ column }) => used.includes(column));
    const placed = new Map(
      common.map((piece) => [places[used.indexOf(piece.column)] ?? -1, piece]),
    );
    const verdict = judgeRow(rules, placed);
    if (placed.has(-1) || verdict.fails > 0 || verdict.holds === 0) fails += 1;
    if (fails > most) break;
  }
  return fails;
}

function distance(chosen: readonly number[], places: readonly number[], slots: readonly Slot[]) {
  const lost = chosen.filter((at) => slots[at]?.column === undefined).length;
  return 10 * lost + chosen.filter((at, i) => at !== places[i]).length;
}

/** Moves whole columns of amounts under their headings; a lost heading becomes a column of its own. */
function rehead(
  table: Table,
  slots: readonly Slot[],
  used: readonly number[],
  chosen: readonly number[],
): Table {
  const lost = chosen.flatMap((at) => {
    const slot = slots[at];
    if (!slot || slot.column !== undefined) return [];
    const after = slots.slice(0, at).findLast(({ column }) => column !== undefined)?.column;
    return [{ at, slot, after: after ?? -1 }];
  });
  const shifted = (index: number): number =>
    index + lost.filter(({ after }) => after < index).length;
  const columns: Column[] = table.columns.map((column) => ({
    ...column,
    index: shifted(column.index),
  }));
  const target = new Map<number, number>();
  for (const [i, { at, slot, after }] of lost.entries()) {
    const index = after + 1 + lost.slice(0, i).filter((other) => other.after <= after).length;
    target.set(at, index);
    const model = table.columns.find(({ index: own }) => own === after) ?? table.columns[0];
    const { block = 0 } = model ?? {};
    columns.push({ index, role: "amount", heading: slot.heading, block, gives: slot.gives });
  }
  for (const [at, { column }] of slots.entries()) {
    if (column !== undefined) target.set(at, shifted(column));
  }
  const moved = new Map(used.map((column, i) => [column, target.get(chosen[i] ?? -1) ?? column]));
  return {
    ...table,
    columns: columns.sort((a, b) => a.index - b.index),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells
        .map((cell): Cell => {
          const isAmount = moved.has(cell.column) && /\d/.test(cell.text);
          const column = isAmount ? moved.get(cell.column) : undefined;
          return { ...cell, column: column ?? shifted(cell.column) };
        })
        .sort((a, b) => a.column - b.column),
    })),
  };
}
