import { magnitude } from "../../normalise/ledger/amounts.ts";
import { byColumn, type Changes, type PieceRow } from "../../normalise/ledger/pieces.ts";
import { judge } from "../constraints/descendants.ts";
import { type Frame, type Scored, scoreOfRow } from "./board.ts";
import { placementsOf } from "./moves.ts";

/** The placements of a row that close it, from where it is printed. */
export type Closings = (row: number) => readonly PieceRow[];

/** Above this many rows, those that close by themselves are looked at only if they have an amount that a column lacks. */
const MANY = 200;

/** Works out the closings of the rows of a board, each once. */
export function closingsOf(board: Frame): Closings {
  const known = new Map<number, readonly PieceRow[]>();
  const columns = [...board.columns];
  const closing = (pieces: PieceRow): readonly PieceRow[] => {
    const before = judge(board.rules, byColumn(pieces));
    const least = before.holds + (before.fails > 0 ? 1 : 0);
    return placementsOf(pieces, columns).filter((placed) => {
      if (placed.some(({ column }) => !board.columns.has(column))) return false;
      const { fails, holds } = judge(board.rules, byColumn(placed));
      return fails === 0 && holds >= least;
    });
  };
  return (row) => {
    const closings = known.get(row) ?? closing(board.rows.get(row) ?? []);
    known.set(row, closings);
    return closings;
  };
}

/** The single edits that may mend a board: rows of a page that slid together, and the rows one by one. */
export function editsOf(at: Scored, printed: Frame, closings: Closings): Changes[] {
  const rows: Changes[] = [];
  const slides = new Map<string, Map<number, PieceRow>>();
  for (const row of suspectsOf(at)) {
    for (const placed of closings(row)) {
      rows.push(new Map([[row, placed]]));
      const key = slideOf(printed.rows.get(row) ?? [], placed);
      slides.set(key, (slides.get(key) ?? new Map()).set(row, placed));
    }
  }
  const together = [...slides.values()].filter(({ size }) => size > 1);
  return [...together, ...rows];
}

/** How a row is taken to its placement: as a whole, or some of its cells. */
function slideOf(printed: PieceRow, placed: PieceRow): string {
  const moves = printed.map(({ column }, i) => (placed[i]?.column ?? column) - column);
  if (moves.every((by) => by === moves[0])) return `all by ${moves[0]}`;
  return printed.map(({ column }, i) => (moves[i] === 0 ? "" : `${column}>${moves[i]}`)).join(" ");
}

/**
 * Rows that fail by themselves, that hold an amount in a column that fails, or that have one among the names; and the rows
 * below those, which may be out of place together with them.
 */
function suspectsOf({ board, failing }: Scored): number[] {
  const isBroken = (pieces: PieceRow): boolean => scoreOfRow(board, pieces) > 0;
  const suspects = new Set<number>();
  const add = (row: number): void => {
    if (suspects.has(row)) return;
    suspects.add(row);
    for (const { parent, children } of board.sumsOfRow.get(row) ?? []) {
      if (parent === row) for (const child of children) add(child);
    }
  };
  for (const [row, pieces] of board.rows) {
    const sums = board.sumsOfRow.get(row) ?? [];
    const fails = ({ column }: { column: number }) =>
      sums.some((sum) => failing.get(sum)?.has(column));
    if (isBroken(pieces) || pieces.some(fails)) add(row);
  }
  const all = [...board.rows].filter(([row]) => suspects.has(row));
  const lacking = [...failing.values()].flatMap((gaps) => [...gaps.values()]);
  const wanted = new Set(lacking.map(({ amount }) => magnitude(amount)));
  const isWanted = (pieces: PieceRow): boolean =>
    isBroken(pieces) || pieces.some(({ amount }) => wanted.has(magnitude(amount)));
  return all.filter(([, pieces]) => all.length <= MANY || isWanted(pieces)).map(([row]) => row);
}
