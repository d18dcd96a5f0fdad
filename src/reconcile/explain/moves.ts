import type { PieceRow } from "./pieces.ts";

/** How far a shift is looked for: wider ones are other damage. */
const REACH = 4;
/** A blank too many or too few pushes the cells up to the next blank by one column. */
const NEXT = [-1, 1];
/** Blanks among few cells are passed over. */
const NEAR = 3;
/** Placements of one row that are tried before it is left as printed. */
const LIMIT = 600;

/**
 * Placements of a row's amounts into the columns of money that damage explains: all cells, or those from one on, or those up
 * to one or to the next blank, slid to the side; one cell beside its place; two neighbours exchanged. As printed is none of
 * them.
 */
export function placementsOf(row: PieceRow, columns: readonly number[]): PieceRow[] {
  const found = new Map<string, PieceRow>();
  const add = (placed: PieceRow | undefined): void => {
    if (!placed || found.size >= LIMIT) return;
    const key = keyOf(placed);
    if (key !== keyOf(row)) found.set(key, placed);
  };
  for (let from = 0; from < row.length; from++) {
    for (let by = -REACH; by <= REACH; by++) {
      add(slid(row, columns, by, (i) => i >= from));
      add(slid(row, columns, by, (i) => i <= from));
    }
    for (let to = from + 1; to < row.length; to++) {
      const together = (i: number): boolean => i >= from && i <= to;
      for (const by of NEXT) add(slid(row, columns, by, together));
      if (row[to + 1]?.column !== (row[to]?.column ?? 0) + 1 && to - from > NEAR) break;
    }
  }
  for (let at = 0; at < row.length; at++) {
    for (let by = -REACH; by <= REACH; by++) add(slid(row, columns, by, (i) => i === at));
    add(exchanged(row, at));
  }
  return [...found.values()];
}

export function keyOf(row: PieceRow): string {
  return row.map(({ column, cell }) => `${column}:${cell.text}`).join(" ");
}

/** Some cells moved by a number of columns; nothing where one would leave the columns of money or pass another. */
function slid(
  row: PieceRow,
  columns: readonly number[],
  by: number,
  moves: (index: number) => boolean,
): PieceRow | undefined {
  let last = -1;
  const placed: PieceRow[number][] = [];
  for (const [i, piece] of row.entries()) {
    const column = piece.column + (moves(i) ? by : 0);
    if (column <= last) return undefined;
    if (moves(i) && !columns.includes(column)) return undefined;
    last = column;
    placed.push({ ...piece, column });
  }
  return placed;
}

function exchanged(row: PieceRow, at: number): PieceRow | undefined {
  const [one, other] = [row[at], row[at + 1]];
  if (!one || !other || one.amount === other.amount) return undefined;
  return row.map((piece, i) => {
    if (i === at) return { ...other, column: one.column };
    return i === at + 1 ? { ...one, column: other.column } : piece;
  });
}
