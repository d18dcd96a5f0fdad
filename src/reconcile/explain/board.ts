import type { RowSum } from "../constraint.ts";
import { byColumn, type PieceRow } from "./pieces.ts";
import { type Amount, judgeRow, type RowRules } from "./row-rules.ts";

/** What is wrong with a block: constraints that fail, sums that only lost rows explain, and amounts in no column of money. */
export interface Score {
  readonly fails: number;
  readonly lost: number;
  readonly homeless: number;
}

/** The amounts of a block with the constraints over its rows and columns, ready to try placements. */
export interface Board {
  readonly rules: RowRules;
  /** Columns of money, from the left. */
  readonly columns: readonly number[];
  readonly rows: ReadonlyMap<number, PieceRow>;
  readonly sums: readonly RowSum[];
  readonly sumsOfRow: ReadonlyMap<number, readonly number[]>;
  /** What is wrong with rows by themselves, as far as they were looked at. */
  readonly judged: WeakMap<PieceRow, Score>;
}

/** Placements by row, over those of the board. */
export type Changes = ReadonlyMap<number, PieceRow>;

export function boardOf(
  rules: RowRules,
  columns: readonly number[],
  rows: ReadonlyMap<number, PieceRow>,
  sums: readonly RowSum[],
): Board {
  const sumsOfRow = new Map<number, number[]>();
  for (const [i, { parent, children }] of sums.entries()) {
    for (const row of [parent, ...children]) {
      const known = sumsOfRow.get(row);
      if (known) known.push(i);
      else sumsOfRow.set(row, [i]);
    }
  }
  return { rules, columns, rows, sums, sumsOfRow, judged: new WeakMap() };
}

/** The board with some rows placed otherwise. */
export function withChanges(board: Board, changes: Changes): Board {
  return { ...board, rows: new Map([...board.rows, ...changes]) };
}

export function compare(a: Score, b: Score): number {
  return a.fails - b.fails || a.lost - b.lost || a.homeless - b.homeless;
}

/** Keeps the score of a board and of its parts, so that a change costs no more than the rows and sums it touches. */
export function scorer(board: Board): {
  readonly score: Score;
  readonly gaps: readonly ReadonlyMap<number, Gap>[];
  readonly scoreWith: (changes: Changes) => Score;
} {
  const ofRow = new Map([...board.rows].map(([row, pieces]) => [row, scoreOfRow(board, pieces)]));
  const gaps = board.sums.map((sum) => gapsOf(board, sum));
  const ofSum = gaps.map((gap) => scoreOfGaps(board.rules, gap));
  let score: Score = { fails: 0, lost: 0, homeless: 0 };
  for (const one of [...ofRow.values(), ...ofSum]) score = plus(score, one, 1);
  const scoreWith = (changes: Changes): Score => {
    let changed = score;
    const touched = new Set<number>();
    for (const [row, pieces] of changes) {
      changed = plus(changed, ofRow.get(row) ?? NONE, -1);
      changed = plus(changed, scoreOfRow(board, pieces), 1);
      for (const sum of board.sumsOfRow.get(row) ?? []) touched.add(sum);
    }
    for (const i of touched) {
      const [sum, before, gap] = [board.sums[i], ofSum[i], gaps[i]];
      if (!sum || !before || !gap) continue;
      changed = plus(changed, before, -1);
      changed = plus(changed, scoreOfGaps(board.rules, changedGaps(board, sum, gap, changes)), 1);
    }
    return changed;
  };
  return { score, gaps, scoreWith };
}

const NONE: Score = { fails: 0, lost: 0, homeless: 0 };

function plus(a: Score, b: Score, sign: 1 | -1): Score {
  return {
    fails: a.fails + sign * b.fails,
    lost: a.lost + sign * b.lost,
    homeless: a.homeless + sign * b.homeless,
  };
}

/** What is wrong with a row by itself. */
export function scoreOfRow({ rules, columns, judged }: Board, pieces: PieceRow): Score {
  const known = judged.get(pieces);
  if (known) return known;
  const score = {
    fails: judgeRow(rules, byColumn(pieces)).fails,
    lost: 0,
    homeless: pieces.filter(({ column }) => !columns.includes(column)).length,
  };
  judged.set(pieces, score);
  return score;
}

/** What a column of a sum lacks: its total less its lines. */
export interface Gap extends Amount {
  readonly total: boolean;
  readonly lines: number;
}

function gapsOf(board: Board, sum: RowSum): Map<number, Gap> {
  const gaps = new Map<number, Gap>();
  enter(gaps, board, board.rows.get(sum.parent) ?? [], true, 1);
  for (const row of sum.children) enter(gaps, board, board.rows.get(row) ?? [], false, 1);
  return gaps;
}

function changedGaps(
  board: Board,
  sum: RowSum,
  gaps: ReadonlyMap<number, Gap>,
  changes: Changes,
): ReadonlyMap<number, Gap> {
  const changed = new Map(gaps);
  const among = sum.children.length > 8 ? new Set(sum.children) : undefined;
  for (const [row, pieces] of changes) {
    const isLine = among ? among.has(row) : sum.children.includes(row);
    if (row !== sum.parent && !isLine) continue;
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
    if (!columns.includes(column)) continue;
    const gap = gaps.get(column) ?? { amount: 0n, step: 0n, total: false, lines: 0 };
    const signed = sign === 1 ? amount : -amount;
    gaps.set(column, {
      amount: isTotal ? gap.amount + signed : gap.amount - signed,
      step: sign === 1 ? gap.step + step : gap.step - step,
      total: isTotal ? sign === 1 : gap.total,
      lines: isTotal ? gap.lines : gap.lines + sign,
    });
  }
}

/**
 * Which columns of a sum fail. A blank is zero here: what the tables as printed are excused (a total that leaves its details
 * out) is no place to move an amount to.
 */
export function failingColumns(gaps: ReadonlyMap<number, Gap>): number[] {
  const all = [...gaps].filter(([, { total, lines }]) => total || lines > 0);
  const told = all.some(([, { total }]) => total) && all.some(([, { lines }]) => lines > 0);
  if (!told) return [];
  return all
    .filter(([, { amount, step }]) => 2n * (amount < 0n ? -amount : amount) > step)
    .map(([column]) => column);
}

function scoreOfGaps(rules: RowRules, gaps: ReadonlyMap<number, Gap>): Score {
  const failing = failingColumns(gaps);
  if (failing.length === 0) return NONE;
  const row = new Map(
    failing.flatMap((column) => {
      const gap = gaps.get(column);
      return gap ? [[column, gap] as const] : [];
    }),
  );
  const short = [...row.values()].every(({ amount, total }) => total && amount > 0n);
  if (short && failing.length > 1) {
    const verdict = judgeRow(rules, row);
    if (verdict.fails === 0 && verdict.holds > 0) return { fails: 0, lost: 1, homeless: 0 };
  }
  return { fails: failing.length, lost: 0, homeless: 0 };
}
