import { addsDown } from "../../taxonomy/universes.ts";
import { type Constraint, equation, evaluate, type RowSum } from "../constraint.ts";
import type { Entry, Ledger } from "../ledger.ts";
import { nestedSums } from "./nested-rows.ts";
import { rowSums } from "./row-sums.ts";
import type { Sum } from "./total-rows.ts";

/** The entries of a block by row, then column. */
export type Cells = ReadonlyMap<number, ReadonlyMap<number, Entry>>;

/** The constraints down the columns of a table: each sum of rows, in every column that prints some of it. */
export function columnIdentities(ledger: Ledger, table: number): Constraint[] {
  const reading = ledger.readings[table];
  if (!reading) return [];
  const blocks = new Set(reading.keys.map(({ block }) => block));
  return [...blocks].flatMap((block) => {
    const cells = cellsOf(ledger.byTable[table] ?? [], block);
    const fails = (sum: RowSum): number =>
      inColumns(sum, cells).filter((constraint) => !evaluate(constraint).holds).length;
    const judge = (sum: Sum): number => fails({ table, block, ...sum });
    const coordinates = new Map(
      reading.keys.filter((key) => key.block === block).map((key) => [key.row, key.coordinates]),
    );
    return rowSums(reading, table, block, judge)
      .flatMap((sum) => (fails(sum) > 0 && nestedSums(sum, cells, coordinates)) || [sum])
      .flatMap((sum) => inColumns(sum, cells));
  });
}

/** The amounts of a block that add up, by row and column. */
export function cellsOf(entries: readonly Entry[], block: number): Cells {
  const cells = new Map<number, Map<number, Entry>>();
  for (const entry of entries) {
    const { figure, coordinates } = entry;
    if (figure.block !== block || !addsDown(coordinates)) continue;
    const row = cells.get(figure.row) ?? new Map<number, Entry>();
    row.set(figure.column, entry);
    cells.set(figure.row, row);
  }
  return cells;
}

/**
 * A sum of rows in every column. A blank is zero: a figure in a column in which the total has none, or a total above nothing,
 * is out of place. But a total row may be the grand total alone, and lines may leave the details to their total.
 */
export function inColumns(sum: RowSum, rows: Cells): Constraint[] {
  const parents = rows.get(sum.parent) ?? new Map<number, Entry>();
  const children = new Map<number, Entry[]>();
  for (const row of sum.children) {
    for (const [column, entry] of rows.get(row) ?? []) {
      const entries = children.get(column);
      if (entries) entries.push(entry);
      else children.set(column, [entry]);
    }
  }
  const printed = [...parents].filter(([, { amount }]) => amount !== 0n);
  const filled = [...children].filter(([, entries]) => entries.some((e) => e.amount !== 0n));
  if (filled.length === 0 || parents.size === 0) return [];
  const totalIsWhole = printed.length > 1 || filled.length === 1;
  const linesAreWhole = filled.length > 1 || printed.length === 1;
  const constraints: Constraint[] = [];
  for (const column of new Set([...parents.keys(), ...children.keys()])) {
    const parent = parents.get(column);
    const right = children.get(column) ?? [];
    if (parent ? right.length === 0 && !linesAreWhole : !totalIsWhole) continue;
    constraints.push(equation("column", "rows", parent ? [parent] : [], right, { sum, column }));
  }
  return constraints;
}
