import type { PieceRow } from "../../normalise/ledger/pieces.ts";

/** How far a shift is looked for: wider ones are other damage. */
const REACH = 4;
/** A blank too many or too few pushes the cells up to the next blank by one column. */
const NEXT = [-1, 1];
/** Blanks among few cells are passed over. */
const NEAR = 3;
/** Placements of one row that are tried before it is left as printed. */
const LIMIT = 600;

/**
 * Placements of a row's amounts into the columns of money that damage explains: all cells, or those from one on, or those up to
 * one or to the next blank, slid to the side; one cell beside its place; two neighbours exchanged. As printed is none of them.
 */
export function placementsOf(row: PieceRow, columns: readonly number[]): PieceRow[] {
  const found = new Map<string, PieceRow>();
  const printed = keyOf(row);
  const money = new Set(columns);
  const last = row.length - 1;
  const slide = (from: number, to: number, by: number): void => {
    if (found.size < LIMIT) add(slid(row, money, by, from, to));
  };
  const add = (placed: PieceRow | undefined): void => {
    if (!placed || found.size >= LIMIT) return;
    const key = keyOf(placed);
    if (key !== printed) found.set(key, placed);
  };
  for (let from = 0; from < row.length; from++) {
    for (let by = -REACH; by <= REACH; by++) {
      slide(from, last, by);
      slide(0, from, by);
    }
    for (let to = from + 1; to < row.length; to++) {
      for (const by of NEXT) slide(from, to, by);
      if (row[to + 1]?.column !== (row[to]?.column ?? 0) + 1 && to - from > NEAR) break;
    }
  }
  for (let at = 0; at < row.length; at++) {
    for (let by = -REACH; by <= REACH; by++) slide(at, at, by);
    add(exchanged(row, at));
  }
  return [...found.values()];
}

export function keyOf(row: PieceRow): string {
  return row.map(({ column, cell }) => `${column}:${cell.text}`).join(" ");
}

/** Neighbouring cells moved by a number of columns; nothing where one would leave the columns of money or pass another. */
function slid(
  row: PieceRow,
  columns: ReadonlySet<number>,
  by: number,
  from: number,
  to: number,
): PieceRow | undefined {
  const first = (row[from]?.column ?? 0) + by;
  const last = (row[to]?.column ?? 0) + by;
  if (first <= (row[from - 1]?.column ?? -1)) return undefined;
  if (last >= (row[to + 1]?.column ?? Number.POSITIVE_INFINITY)) return undefined;
  for (let i = from; i <= to; i++) {
    if (!columns.has((row[i]?.column ?? 0) + by)) return undefined;
  }
  return row.map((piece, i) =>
    i >= from && i <= to ? { ...piece, column: piece.column + by } : { ...piece },
  );
}

function exchanged(row: PieceRow, at: number): PieceRow | undefined {
  const [one, other] = [row[at], row[at + 1]];
  if (!one || !other || one.amount === other.amount) return undefined;
  return row.map((piece, i) => {
    if (i === at) return { ...other, column: one.column };
    return i === at + 1 ? { ...one, column: other.column } : piece;
  });
}
