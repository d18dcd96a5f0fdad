import { magnitude } from "../constraint.ts";
import {
  type Board,
  type Changes,
  compare,
  failingColumns,
  type Score,
  scoreOfRow,
  scorer,
  withChanges,
} from "./board.ts";
import { keyOf, placementsOf, slid } from "./moves.ts";
import { byColumn, type PieceRow } from "./pieces.ts";
import { compareRatings, type Rating } from "./rating.ts";
import { judgeRow } from "./row-rules.ts";

/** Placements scored before a search gives up: the rest is left as printed. */
const BUDGET = 60_000;

/** Above this many rows, those that close by themselves are looked at only if they have an amount that a column lacks. */
const MANY = 200;

/** How well the other tables of the document agree with a placement. */
export type Outside = (changes: Changes) => Rating;

/**
 * The placements of rows that the constraints of the block single out: first one slide of a run of rows together, then rows
 * one by one, each step the best there is, until nothing gets better. Kept only where no other placement of a row does
 * as well; between equals the other tables decide.
 */
export function repairRows(board: Board, outside: Outside): Changes {
  const printed = scorer(board).score;
  if (printed.fails === 0 && printed.homeless === 0) return new Map();
  const budget = { left: BUDGET };
  const closings = closingsOf(board);
  const changes = ownClosings(board, closings, printed);
  const units = [...changes.keys()].map((row) => [row]);
  for (;;) {
    const current = withChanges(board, changes);
    const step = bestStep(current, board, closings, outside, budget);
    if (!step) break;
    for (const [row, pieces] of step) changes.set(row, pieces);
    units.push([...step.keys()]);
  }
  return singledOut(board, changes, units, closings, printed, outside, budget);
}

interface Budget {
  left: number;
}

/** The placements of a row that close it, from where it is printed; worked out once. */
type Closings = (row: number) => readonly PieceRow[];

function closingsOf(board: Board): Closings {
  const known = new Map<number, readonly PieceRow[]>();
  return (row) => {
    const closings = known.get(row) ?? closing(board, row);
    known.set(row, closings);
    return closings;
  };
}

/** The rows that fail by themselves and have one placement that closes: all of them at once, if that is for the better. */
function ownClosings(board: Board, closings: Closings, printed: Score): Map<number, PieceRow> {
  const changes = new Map<number, PieceRow>();
  for (const [row, pieces] of board.rows) {
    if (scoreOfRow(board, pieces).fails === 0) continue;
    const [only, more] = closings(row);
    if (only && !more) changes.set(row, only);
  }
  if (changes.size < 2) return new Map();
  const better = compare(scorer(withChanges(board, changes)).score, printed) < 0;
  return better ? changes : new Map();
}

function bestStep(
  current: Board,
  printed: Board,
  closings: Closings,
  outside: Outside,
  budget: Budget,
): Changes | undefined {
  const { score, gaps, scoreWith } = scorer(current);
  if (score.fails === 0 && score.homeless === 0) return undefined;
  const suspects = suspectRows(current, gaps);
  const options: Changes[] = [];
  const slides = new Map<string, Map<number, PieceRow>>();
  for (const row of suspects) {
    const pieces = printed.rows.get(row) ?? [];
    for (const placed of closings(row)) {
      options.push(new Map([[row, placed]]));
      const key = slideOf(pieces, placed);
      if (key === undefined) continue;
      const slide = slides.get(key) ?? new Map<number, PieceRow>();
      slide.set(row, placed);
      slides.set(key, slide);
    }
  }
  const together = [...slides.values()].flatMap((slide) => {
    return slide.size > 1 ? [slide, ...runsOf(slide, suspects)] : [];
  });
  let best: { changes: Changes; score: Score }[] = [];
  for (const changes of [...together, ...options]) {
    if (budget.left-- <= 0) break;
    const scored = scoreWith(changes);
    const against = best[0] ? compare(scored, best[0].score) : compare(scored, score);
    if (best[0] ? against < 0 : against < 0) best = [{ changes, score: scored }];
    else if (best[0] && against === 0) best.push({ changes, score: scored });
  }
  const [first] = best;
  if (!first) return undefined;
  const rivals = best.filter(({ changes }) => overlaps(changes, first.changes));
  return rivals.length === 1
    ? first.changes
    : preferred(
        rivals.map((r) => r.changes),
        outside,
      );
}

function preferred(rivals: readonly Changes[], outside: Outside): Changes | undefined {
  const bySize = [...rivals].sort((a, b) => b.size - a.size);
  if (bySize[0] && (bySize[1] === undefined || bySize[1].size < bySize[0].size)) return bySize[0];
  let best: { changes: Changes; rating: Rating } | undefined;
  for (const changes of bySize.slice(0, 12)) {
    const rating = outside(changes);
    if (!best || compareRatings(rating, best.rating) > 0) best = { changes, rating };
  }
  return best?.changes ?? rivals[0];
}

function overlaps(a: Changes, b: Changes): boolean {
  return [...a.keys()].some((row) => b.has(row));
}

/**
 * Rows whose own columns fail, that hold an amount in a column that fails, or that have one among the names; and the rows
 * below those, which may be out of place together with them.
 */
function suspectRows(board: Board, gaps: ReturnType<typeof scorer>["gaps"]): number[] {
  const failing = gaps.map((gap) => new Set(failingColumns(gap)));
  const suspects = new Set<number>();
  for (const [row, pieces] of board.rows) {
    const sums = board.sumsOfRow.get(row) ?? [];
    const suspect =
      pieces.some(({ column }) => !board.columns.includes(column)) ||
      scoreOfRow(board, pieces).fails > 0 ||
      pieces.some(({ column }) => sums.some((sum) => failing[sum]?.has(column)));
    if (suspect) suspects.add(row);
  }
  const below = (row: number): void => {
    for (const i of board.sumsOfRow.get(row) ?? []) {
      const sum = board.sums[i];
      if (sum?.parent !== row) continue;
      for (const child of sum.children) {
        if (suspects.has(child)) continue;
        suspects.add(child);
        below(child);
      }
    }
  };
  for (const row of [...suspects]) below(row);
  const all = [...board.rows.keys()].filter((row) => suspects.has(row));
  if (all.length <= MANY) return all;
  const lacking = gaps.flatMap((gap) => {
    return failingColumns(gap).map((column) => magnitude(gap.get(column)?.amount ?? 0n));
  });
  const wanted = new Set(lacking);
  return all.filter((row) => {
    const pieces = board.rows.get(row) ?? [];
    return (
      pieces.some(({ column, amount }) => {
        return !board.columns.includes(column) || wanted.has(magnitude(amount));
      }) || scoreOfRow(board, pieces).fails > 0
    );
  });
}

/** The placements of a row after which its own columns close: more of them than before, if some did not. */
function closing(board: Board, row: number): PieceRow[] {
  const pieces = board.rows.get(row) ?? [];
  const before = judgeRow(board.rules, byColumn(pieces));
  return placementsOf(pieces, board.columns).filter((placed) => {
    if (placed.some(({ column }) => !board.columns.includes(column))) return false;
    const after = judgeRow(board.rules, byColumn(placed));
    return after.fails === 0 && after.holds >= before.holds + (before.fails > 0 ? 1 : 0);
  });
}

/** The slide that takes a row as a whole to its placement, if it is one. */
function slideOf(printed: PieceRow, placed: PieceRow): string | undefined {
  const [first] = printed;
  const to = placed[0];
  if (!first || !to) return undefined;
  const by = to.column - first.column;
  const whole = printed.every((piece, i) => placed[i]?.column === piece.column + by);
  if (whole) return `all by ${by}`;
  const moved = printed.flatMap((piece, i) => {
    const column = placed[i]?.column ?? piece.column;
    return column === piece.column ? [] : [`${piece.column}>${column}`];
  });
  return moved.join(" ");
}

/** Rows of a slide that follow each other among the suspects: a page, a section. */
function runsOf(slide: ReadonlyMap<number, PieceRow>, suspects: readonly number[]): Changes[] {
  const runs: Map<number, PieceRow>[] = [];
  let run = new Map<number, PieceRow>();
  for (const row of suspects) {
    const placed = slide.get(row);
    if (placed) run.set(row, placed);
    else if (run.size > 0) {
      runs.push(run);
      run = new Map();
    }
  }
  if (run.size > 0) runs.push(run);
  return runs.length > 1 ? runs.filter(({ size }) => size > 1) : [];
}

/** Takes back every unit of the repair that another placement, or none, would serve as well. */
function singledOut(
  board: Board,
  changes: ReadonlyMap<number, PieceRow>,
  units: readonly (readonly number[])[],
  closings: Closings,
  printed: Score,
  outside: Outside,
  budget: Budget,
): Changes {
  const kept = new Map(changes);
  const { score, scoreWith } = scorer(withChanges(board, changes));
  if (compare(score, printed) >= 0) return new Map();
  for (const unit of units) {
    for (const rival of [
      ...rivalsOf(board, unit, changes, closings),
      ...doublesOf(board, unit, changes),
    ]) {
      if (budget.left-- <= 0) return new Map();
      if (compare(scoreWith(rival), score) > 0) continue;
      const rated = outside(new Map([...changes, ...rival]));
      if (compareRatings(rated, outside(changes)) < 0) continue;
      for (const row of unit) kept.delete(row);
      break;
    }
    if (isForced(board, unit) || !unit.every((row) => kept.has(row))) continue;
    const without = new Map([...changes].filter(([row]) => !unit.includes(row)));
    const other = scorer(withChanges(board, without));
    const counter = countersOf(board, unit, changes, closings).some((rival) => {
      if (budget.left-- <= 0 || compare(other.scoreWith(rival), score) > 0) return false;
      return compareRatings(outside(new Map([...without, ...rival])), outside(changes)) >= 0;
    });
    if (counter) for (const row of unit) kept.delete(row);
  }
  if (kept.size === changes.size) return kept;
  const left = scorer(withChanges(board, kept)).score;
  return compare(left, printed) < 0 ? kept : new Map();
}

/** True for rows that do not close by themselves as printed: whatever else may be wrong, they are out of place. */
function isForced(board: Board, unit: readonly number[]): boolean {
  return unit.every((row) => scoreOfRow(board, board.rows.get(row) ?? []).fails > 0);
}

/** The rows that add up with those of a unit, each moved in the unit's stead: they may be the ones that are out of place. */
function countersOf(
  board: Board,
  unit: readonly number[],
  changes: ReadonlyMap<number, PieceRow>,
  closings: Closings,
): Changes[] {
  const sums = new Set(unit.flatMap((row) => board.sumsOfRow.get(row) ?? []));
  const rows = new Set(
    [...sums].flatMap((i) => {
      const sum = board.sums[i];
      return sum ? [sum.parent, ...sum.children] : [];
    }),
  );
  return [...rows]
    .filter((row) => !changes.has(row))
    .flatMap((row) => closings(row).map((placed): Changes => new Map([[row, placed]])));
}

/** Another row that could take the same amounts from the same columns to the same, in place of the one that was moved. */
function doublesOf(
  board: Board,
  unit: readonly number[],
  changes: ReadonlyMap<number, PieceRow>,
): Changes[] {
  const [only] = unit;
  if (unit.length !== 1 || only === undefined) return [];
  const printed = board.rows.get(only) ?? [];
  const moved = new Map(
    (changes.get(only) ?? []).flatMap(({ cell, column, amount }) => {
      const from = printed.find((piece) => piece.cell === cell)?.column;
      return from === undefined || from === column ? [] : [[from, { to: column, amount }] as const];
    }),
  );
  return [...board.rows].flatMap(([row, pieces]): Changes[] => {
    if (row === only || changes.has(row)) return [];
    const alike = pieces.filter(({ column, amount }) => moved.get(column)?.amount === amount);
    if (moved.size === 0 || alike.length !== moved.size) return [];
    const placed = pieces
      .map((piece) => {
        const to = alike.includes(piece) ? moved.get(piece.column)?.to : undefined;
        return to === undefined ? piece : { ...piece, column: to };
      })
      .sort((a, b) => a.column - b.column);
    const free = new Set(placed.map(({ column }) => column)).size === placed.length;
    return free
      ? [
          new Map([
            [only, printed],
            [row, placed],
          ]),
        ]
      : [];
  });
}

function rivalsOf(
  board: Board,
  unit: readonly number[],
  changes: ReadonlyMap<number, PieceRow>,
  closings: Closings,
): Changes[] {
  const rows = unit.map((row) => board.rows.get(row) ?? []);
  const [only] = unit;
  if (unit.length === 1 && only !== undefined) {
    const chosen = keyOf(changes.get(only) ?? []);
    return [rows[0] ?? [], ...closings(only)]
      .filter((placed) => keyOf(placed) !== chosen)
      .map((placed) => new Map([[only, placed]]));
  }
  const slides: Changes[] = [];
  for (let by = -4; by <= 4; by++) {
    const rival = new Map<number, PieceRow>();
    for (const [i, row] of unit.entries()) {
      const placed = slid(rows[i] ?? [], board.columns, by, () => true);
      if (placed && keyOf(placed) !== keyOf(changes.get(row) ?? [])) rival.set(row, placed);
    }
    if (rival.size === unit.length) slides.push(rival);
  }
  return slides;
}
