import { type Amount, closes } from "../../normalise/ledger/amounts.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Ledger } from "../../normalise/ledger/ledger.ts";
import {
  byColumn,
  type Changes,
  moneyColumns,
  type PieceRow,
  piecesOf,
} from "../../normalise/ledger/pieces.ts";
import type { RowSum } from "../constraint.ts";
import { judge, type Rules, rowRules } from "../constraints/descendants.ts";

/** The amounts of a block, the columns of money that they may stand in, and the rules over its rows. */
export interface Frame {
  readonly rules: Rules;
  readonly columns: ReadonlySet<number>;
  readonly rows: ReadonlyMap<number, PieceRow>;
}

export function frameOf({ readings, byTable, digits }: Ledger, at: number, block: number): Frame {
  const table = readings[at]?.table;
  if (!table) throw new Error(`no table ${at}`);
  const columns = moneyColumns(table, block);
  return {
    rules: rowRules(table, columns),
    columns: new Set(columns.map(({ index }) => index)),
    rows: piecesOf(table, block, byTable[at] ?? [], digits),
  };
}

/** A frame with the sums of its rows, ready to try placements. */
export interface Board extends Frame {
  readonly sums: readonly RowSum[];
  readonly sumsOfRow: ReadonlyMap<number, readonly RowSum[]>;
  /** What is wrong with rows by themselves, as far as they were looked at. */
  readonly judged: WeakMap<PieceRow, number>;
}

/**
 * What is wrong with a block is a number: constraints that fail weigh more than sums that only lost rows explain, and these
 * more than amounts in no column of money.
 */
export const FAIL = 1e9;
const LOST = 1e5;

/** True if nothing is wrong but that rows are lost. */
export function isClean(score: number): boolean {
  return score < FAIL && score % LOST === 0;
}

export function boardOf(frame: Frame, sums: readonly RowSum[]): Board {
  const placed = sums.flatMap((sum) => [sum.parent, ...sum.children].map((row) => ({ row, sum })));
  const sumsOfRow = new Map(
    [...groupBy(placed, ({ row }) => row)].map(([row, all]) => [row, all.map(({ sum }) => sum)]),
  );
  return { ...frame, sums, sumsOfRow, judged: new WeakMap() };
}

/** What a column of a sum lacks: its total less its lines. */
interface Gap extends Amount {
  readonly totals: number;
  readonly lines: number;
}

type Gaps = ReadonlyMap<number, Gap>;

/** A board that keeps the score of its parts, so that a change costs no more than the rows and sums it touches. */
export interface Scored {
  readonly board: Board;
  readonly score: number;
  /** The columns in which a sum fails, with what they lack. */
  readonly failing: ReadonlyMap<RowSum, ReadonlyMap<number, Amount>>;
  readonly scoreWith: (changes: Changes) => number;
}

/** Scores a board with some rows placed otherwise. */
export function scored(printed: Board, changes: Changes): Scored {
  const board = { ...printed, rows: new Map([...printed.rows, ...changes]) };
  const gaps = new Map(board.sums.map((sum) => [sum, changed(board, sum, new Map(), board.rows)]));
  const failing = new Map([...gaps].map(([sum, gap]) => [sum, failingIn(gap)]));
  const scores = new Map([...failing].map(([sum, gap]) => [sum, scoreOfGaps(board.rules, gap)]));
  const ofRows = [...board.rows.values()].map((pieces) => scoreOfRow(board, pieces));
  const score = [...ofRows, ...scores.values()].reduce((all, one) => all + one, 0);
  const scoreWith = (changes: Changes): number => {
    let after = score;
    for (const [row, pieces] of changes) {
      after += scoreOfRow(board, pieces) - scoreOfRow(board, board.rows.get(row) ?? []);
    }
    const touched = [...changes.keys()].flatMap((row) => board.sumsOfRow.get(row) ?? []);
    for (const sum of new Set(touched)) {
      const gap = failingIn(changed(board, sum, gaps.get(sum) ?? new Map(), changes, board.rows));
      after += scoreOfGaps(board.rules, gap) - (scores.get(sum) ?? 0);
    }
    return after;
  };
  return { board, score, failing, scoreWith };
}

/** What is wrong with a row by itself. */
export function scoreOfRow({ rules, columns, judged }: Board, pieces: PieceRow): number {
  const known = judged.get(pieces);
  if (known !== undefined) return known;
  const homeless = pieces.filter(({ column }) => !columns.has(column)).length;
  const score = FAIL * judge(rules, byColumn(pieces)).fails + homeless;
  judged.set(pieces, score);
  return score;
}

/** What the columns of a sum lack after rows have changed: those before are taken out. */
function changed(
  { columns, sumsOfRow }: Board,
  sum: RowSum,
  gaps: Gaps,
  changes: Changes,
  before?: Changes,
): Gaps {
  const after = new Map(gaps);
  const enter = (row: number, pieces: PieceRow, sign: 1 | -1): void => {
    const [totals, lines] = row === sum.parent ? [sign, 0] : [0, sign];
    for (const { column, amount, step } of pieces) {
      if (!columns.has(column)) continue;
      const gap = after.get(column) ?? { amount: 0n, step: 0n, totals: 0, lines: 0 };
      after.set(column, {
        amount: gap.amount + BigInt(totals - lines) * amount,
        step: gap.step + BigInt(sign) * step,
        totals: gap.totals + totals,
        lines: gap.lines + lines,
      });
    }
  };
  for (const [row, pieces] of changes) {
    if (!sumsOfRow.get(row)?.includes(sum)) continue;
    enter(row, before?.get(row) ?? [], -1);
    enter(row, pieces, 1);
  }
  return after;
}

/**
 * The columns in which a sum fails. A blank is zero here: what the tables as printed are excused (a total that leaves its
 * details out) is no place to move an amount to.
 */
function failingIn(gaps: Gaps): Gaps {
  const all = [...gaps].filter(([, { totals, lines }]) => totals + lines > 0);
  const told = all.some(([, { totals }]) => totals > 0) && all.some(([, { lines }]) => lines > 0);
  return new Map(told ? all.filter(([, { amount, step }]) => !closes(amount, step)) : []);
}

/** Columns that fail one by one, or together as a row that was lost. */
function scoreOfGaps(rules: Rules, failing: Gaps): number {
  if (failing.size > 1 && [...failing.values()].every((gap) => gap.totals > 0 && gap.amount > 0n)) {
    const { fails, holds } = judge(rules, failing);
    if (fails === 0 && holds > 0) return LOST;
  }
  return FAIL * failing.size;
}
