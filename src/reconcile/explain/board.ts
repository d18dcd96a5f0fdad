import { closes } from "../../normalise/ledger/amounts.ts";
import type { Amount, RowSum } from "../constraint.ts";
import { byColumn, type Changes, type PieceRow } from "./pieces.ts";
import { judgeRow, type RowRules } from "./row-rules.ts";

/** The amounts of a block with the constraints over its rows and columns, ready to try placements. */
export interface Board {
  readonly rules: RowRules;
  /** Columns of money, from the left. */
  readonly columns: ReadonlySet<number>;
  readonly rows: ReadonlyMap<number, PieceRow>;
  readonly sums: readonly RowSum[];
  readonly sumsOfRow: ReadonlyMap<number, readonly RowSum[]>;
  /** What is wrong with rows by themselves, as far as they were looked at. */
  readonly judged: WeakMap<PieceRow, Score>;
}

/** What is wrong with a block: constraints that fail, sums that only lost rows explain, and amounts in no column of money. */
export interface Score {
  readonly fails: number;
  readonly lost: number;
  readonly homeless: number;
}

const NONE: Score = { fails: 0, lost: 0, homeless: 0 };

/** Less than zero where the first is the better. */
export function compare(a: Score, b: Score): number {
  return a.fails - b.fails || a.lost - b.lost || a.homeless - b.homeless;
}

export function plus(a: Score, b: Score, sign: 1 | -1 = 1): Score {
  return {
    fails: a.fails + sign * b.fails,
    lost: a.lost + sign * b.lost,
    homeless: a.homeless + sign * b.homeless,
  };
}

export function boardOf(
  rules: RowRules,
  columns: readonly number[],
  rows: ReadonlyMap<number, PieceRow>,
  sums: readonly RowSum[],
): Board {
  const sumsOfRow = new Map<number, RowSum[]>();
  for (const sum of sums) {
    for (const row of [sum.parent, ...sum.children]) {
      const known = sumsOfRow.get(row);
      if (known) known.push(sum);
      else sumsOfRow.set(row, [sum]);
    }
  }
  return { rules, columns: new Set(columns), rows, sums, sumsOfRow, judged: new WeakMap() };
}

/** The board with some rows placed otherwise. */
export function withChanges(board: Board, changes: Changes): Board {
  return { ...board, rows: new Map([...board.rows, ...changes]) };
}

/** What a column of a sum lacks: its total less its lines. */
interface Gap extends Amount {
  readonly total: boolean;
  readonly lines: number;
}

type Gaps = ReadonlyMap<number, Gap>;

/** A board that keeps the score of its parts, so that a change costs no more than the rows and sums it touches. */
export interface Scored {
  readonly board: Board;
  readonly score: Score;
  /** The columns in which a sum fails, with what they lack. */
  readonly failing: ReadonlyMap<RowSum, ReadonlyMap<number, Amount>>;
  readonly scoreWith: (changes: Changes) => Score;
}

export function scored(board: Board): Scored {
  const gaps = new Map(board.sums.map((sum) => [sum, gapsOf(board, sum)]));
  const failing = new Map([...gaps].map(([sum, gap]) => [sum, failingIn(gap)]));
  const scores = new Map([...failing].map(([sum, gap]) => [sum, scoreOfGaps(board.rules, gap)]));
  const ofRows = [...board.rows.values()].map((pieces) => scoreOfRow(board, pieces));
  const score = [...ofRows, ...scores.values()].reduce((all, one) => plus(all, one), NONE);
  const scoreWith = (changes: Changes): Score => {
    let changed = score;
    const touched = new Set<RowSum>();
    for (const [row, pieces] of changes) {
      changed = plus(changed, scoreOfRow(board, board.rows.get(row) ?? []), -1);
      changed = plus(changed, scoreOfRow(board, pieces));
      for (const sum of board.sumsOfRow.get(row) ?? []) touched.add(sum);
    }
    for (const sum of touched) {
      const gap = failingIn(changedGaps(board, sum, gaps.get(sum) ?? new Map(), changes));
      changed = plus(changed, scores.get(sum) ?? NONE, -1);
      changed = plus(changed, scoreOfGaps(board.rules, gap));
    }
    return changed;
  };
  return { board, score, failing, scoreWith };
}

/** What is wrong with a row by itself. */
export function scoreOfRow({ rules, columns, judged }: Board, pieces: PieceRow): Score {
  const known = judged.get(pieces);
  if (known) return known;
  const { fails } = judgeRow(rules, byColumn(pieces));
  const homeless = pieces.filter(({ column }) => !columns.has(column)).length;
  const score = { fails, lost: 0, homeless };
  judged.set(pieces, score);
  return score;
}

function gapsOf(board: Board, sum: RowSum): Gaps {
  const gaps = new Map<number, Gap>();
  enter(gaps, board, board.rows.get(sum.parent) ?? [], true, 1);
  for (const row of sum.children) enter(gaps, board, board.rows.get(row) ?? [], false, 1);
  return gaps;
}

function changedGaps(board: Board, sum: RowSum, gaps: Gaps, changes: Changes): Gaps {
  const changed = new Map(gaps);
  for (const [row, pieces] of changes) {
    if (!board.sumsOfRow.get(row)?.includes(sum)) continue;
    enter(changed, board, board.rows.get(row) ?? [], row === sum.parent, -1);
    enter(changed, board, pieces, row === sum.parent, 1);
  }
  return changed;
}

function enter(
  gaps: Map<number, Gap>,
  { columns }: Board,
  pieces: PieceRow,
  isTotal: boolean,
  sign: 1 | -1,
): void {
  for (const { column, amount, step } of pieces) {
    if (!columns.has(column)) continue;
    const gap = gaps.get(column) ?? { amount: 0n, step: 0n, total: false, lines: 0 };
    gaps.set(column, {
      amount: gap.amount + (isTotal === (sign === 1) ? amount : -amount),
      step: sign === 1 ? gap.step + step : gap.step - step,
      total: isTotal ? sign === 1 : gap.total,
      lines: isTotal ? gap.lines : gap.lines + sign,
    });
  }
}

/**
 * The columns in which a sum fails. A blank is zero here: what the tables as printed are excused (a total that leaves its
 * details out) is no place to move an amount to.
 */
function failingIn(gaps: Gaps): Gaps {
  const all = [...gaps].filter(([, { total, lines }]) => total || lines > 0);
  const told = all.some(([, { total }]) => total) && all.some(([, { lines }]) => lines > 0);
  return new Map(told ? all.filter(([, { amount, step }]) => !closes(amount, step)) : []);
}

/** Columns that fail one by one, or together as a row that was lost. */
function scoreOfGaps(rules: RowRules, failing: Gaps): Score {
  if (failing.size > 1 && [...failing.values()].every((gap) => gap.total && gap.amount > 0n)) {
    const { fails, holds } = judgeRow(rules, failing);
    if (fails === 0 && holds > 0) return { fails: 0, lost: 1, homeless: 0 };
  }
  return failing.size === 0 ? NONE : { fails: failing.size, lost: 0, homeless: 0 };
}
