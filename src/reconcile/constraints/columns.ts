import { continuedRows } from "../../normalise/ledger/continued-rows.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Entry, Reading } from "../../normalise/ledger/ledger.ts";
import { addsDown } from "../../taxonomy/orders.ts";
import { type Constraint, equation, evaluate, type RowSum } from "../constraint.ts";
import { nestedSums } from "./nested-rows.ts";
import { type Judge, rowSums } from "./row-sums.ts";

/** The entries of a block by row, then column. */
type Cells = ReadonlyMap<number, ReadonlyMap<number, Entry>>;

/** The constraints down the columns of a table: each sum of rows, in every column that prints some of it. */
export function columnSums(
  reading: Reading,
  entries: readonly Entry[],
  table: number,
): Constraint[] {
  const continued = continuedRows(reading.keys);
  return [...groupBy(reading.keys, ({ block }) => block)].flatMap(([block, keys]) => {
    const { sums, cells, fails } = blockSums(reading, entries, table, block);
    const coordinates = new Map(keys.map((key) => [key.row, key.coordinates]));
    return sums
      .filter(({ parent }) => !continued.has(`${block} ${parent}`))
      .flatMap((sum) => (fails(sum) > 0 && nestedSums(sum, cells, coordinates)) || [sum])
      .flatMap((sum) => inColumns(sum, cells));
  });
}

/** Which rows of a block add up to which, and in how many columns they do not. */
export function blockSums(
  reading: Reading,
  entries: readonly Entry[],
  table: number,
  block: number,
): { readonly sums: readonly RowSum[]; readonly cells: Cells; readonly fails: Judge } {
  const cells = cellsOf(entries, block);
  const fails: Judge = (sum) =>
    inColumns({ table, block, ...sum }, cells).filter((one) => !evaluate(one).holds).length;
  return { sums: rowSums(reading, table, block, fails), cells, fails };
}

/** The amounts of a block that add up, by row and column. */
function cellsOf(entries: readonly Entry[], block: number): Cells {
  const rows = groupBy(entries, ({ figure, coordinates }) => {
    return figure.block === block && addsDown(coordinates) ? figure.row : undefined;
  });
  const byColumn = (row: readonly Entry[]) => new Map(row.map((e) => [e.figure.column, e]));
  return new Map([...rows].map(([row, own]) => [row, byColumn(own)]));
}

/**
 * A sum of rows in every column. A blank is zero: a figure in a column in which the total has none, or a total above nothing,
 * is out of place. But a total row may be the grand total alone, and lines may leave the details to their total.
 */
function inColumns(sum: RowSum, rows: Cells): Constraint[] {
  const parents = rows.get(sum.parent) ?? new Map<number, Entry>();
  const below = sum.children.flatMap((row) => [...(rows.get(row)?.values() ?? [])]);
  const children = groupBy(below, ({ figure }) => figure.column);
  const printed = [...parents.values()].filter(({ amount }) => amount !== 0n).length;
  const filled = [...children.values()].filter((all) => all.some((e) => e.amount !== 0n)).length;
  if (filled === 0 || parents.size === 0) return [];
  const totalIsWhole = printed > 1 || filled === 1;
  const linesAreWhole = filled > 1 || printed === 1;
  const columns = [...new Set([...parents.keys(), ...children.keys()])];
  return columns.flatMap((column): Constraint[] => {
    const parent = parents.get(column);
    const parts = children.get(column) ?? [];
    if (parent ? parts.length === 0 && !linesAreWhole : !totalIsWhole) return [];
    return [equation("column", "rows", parent ? [parent] : [], parts, { sum, column })];
  });
}
