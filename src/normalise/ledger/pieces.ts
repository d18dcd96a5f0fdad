import { moneyOf, parseNumber } from "../../model/money.ts";
import type { Cell, Column, Table } from "../../model/table.ts";
import type { Amount } from "./amounts.ts";
import { type Entry, toUnits } from "./ledger.ts";

/** A printed amount of a row, wherever it stands: what edits move. */
export interface Piece extends Amount {
  readonly cell: Cell;
  readonly column: number;
}

/** The amounts of a row, in the order of their columns. */
export type PieceRow = readonly Piece[];

/** Placements by row, over those in print. */
export type Changes = ReadonlyMap<number, PieceRow>;

/**
 * The amounts of each row of a block: those in its columns of money, those below no heading, and those that
 * slid among names and codes (money has a decimal point there, codes have none).
 */
export function piecesOf(
  table: Table,
  block: number,
  entries: readonly Entry[],
  digits: number,
): Map<number, PieceRow> {
  const known = new Map(entries.map((entry) => [entry.figure.place, entry]));
  const finest = entries.reduce<bigint | undefined>(
    (least, { step }) => (least === undefined || step < least ? step : least),
    undefined,
  );
  const rows = new Map<number, PieceRow>();
  for (const row of table.rows) {
    const pieces = row.cells.flatMap((cell): Piece[] => {
      const column = table.columns[cell.column];
      if (!column || column.block !== block || !holdsMoney(column, cell.text)) return [];
      const entry = known.get(cell.place);
      if (entry) return [{ cell, column: cell.column, amount: entry.amount, step: entry.step }];
      const published = parseNumber(cell.text);
      if (published === undefined) return [];
      const money = moneyOf(published, column.unit ?? table.unit);
      const own = toUnits(money.step, digits);
      const step = finest !== undefined && finest < own ? finest : own;
      return [{ cell, column: cell.column, amount: toUnits(money.yuan, digits), step }];
    });
    if (pieces.length > 0) rows.set(row.index, pieces);
  }
  return rows;
}

function holdsMoney({ role, heading }: Column, text: string): boolean {
  if (role === "amount") return parseNumber(text) !== undefined;
  // A heading that is printed says where its money belongs, even in words that no vocabulary knows.
  if (role === "unknown") return heading.length === 0 && parseNumber(text) !== undefined;
  if (role === "attribute" || role === "change") return false;
  return /^[\d,，\s-]*\d\.\d+$/.test(text.trim());
}

/** The columns of money of a block, from the left. */
export function moneyColumns({ columns }: Table, block: number): Column[] {
  return columns.filter((column) => column.block === block && column.role === "amount");
}

/** The amounts by column. */
export function byColumn(row: PieceRow): Map<number, Piece> {
  return new Map(row.map((piece) => [piece.column, piece]));
}

/** The table with the moved amounts in their columns. Digits, places and all other cells stay as they are. */
export function moveCells(table: Table, changes: Changes): Table {
  const rows = table.rows.map((row) => {
    const pieces = changes.get(row.index);
    if (!pieces) return row;
    const columns = new Map(pieces.map(({ cell, column }) => [cell.place, column]));
    const cells = row.cells.map((cell): Cell => {
      return { ...cell, column: columns.get(cell.place) ?? cell.column };
    });
    return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
  });
  return { ...table, rows };
}
