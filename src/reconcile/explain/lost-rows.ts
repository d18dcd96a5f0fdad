import { closes } from "../../normalise/ledger/amounts.ts";
import { groupBy, withoutLine } from "../../normalise/ledger/keys.ts";
import type { Entry, FullCoordinates, Ledger } from "../../normalise/ledger/ledger.ts";
import {
  equation,
  evaluate,
  members,
  type RowSum,
  refutes,
  side,
  type Verdict,
  wholeOf,
} from "../constraint.ts";
import { judge, rulesOver } from "../constraints/descendants.ts";
import { broad, type RowList, rowsLacking } from "./rows-apart.ts";

/** Rows that the sums of a table show to be missing: what its columns lack together, and who knows it. */
export interface LostRows {
  readonly sum: RowSum;
  readonly parent: Entry;
  /** The rows of another table that are what is missing, in every column that both have. */
  readonly known: readonly Entry[];
  /** How many rows of it those were chosen from. */
  readonly of: number;
  /** The sums, one a column, that fall short of their total. */
  readonly constraints: readonly Verdict[];
  /** The sums with the rows of the other table: they hold, and witness their figures as others do. */
  readonly completed: readonly Verdict[];
}

/**
 * Sums whose lines fall short of their total in such a way that the gaps of all columns are themselves a row of the table:
 * of one sign, and with columns that add up as its rows do. A gap in one column alone says nothing of the kind; there
 * another table has to know the missing row, under a code that the table lacks.
 */
export function lostRows(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  lists: readonly RowList[],
): LostRows[] {
  const sums = groupBy(verdicts, ({ constraint }) => constraint.sum);
  return [...sums].flatMap(([sum, all]): LostRows[] => {
    const failing = all.filter(refutes);
    const widest = failing.find((one) => failing.every((a) => a.difference <= one.difference));
    const parent = widest && wholeOf(widest.constraint);
    const short = failing.every((one) => one.difference > 0n && wholeOf(one.constraint));
    if (!parent || !short) return [];
    const { fails, holds } = judgeGaps(all);
    const row = rowElsewhere(ledger, parent, failing, all);
    if (fails > 0 || (failing.length > 1 ? holds === 0 : !row)) return [];
    const { difference: amount, slack } = widest;
    const gap = { amount, slack, of: [parent.coordinates] };
    const several = row ? undefined : rowsLacking(ledger, lists, parent, sum.children, gap);
    const rows = row ? [row] : (several?.rows ?? []);
    const completed = completedBy(ledger, rows, all);
    const known = completed ? rows : [];
    const of = several?.of ?? 1;
    return [{ sum, parent, known, of, constraints: failing, completed: completed ?? [] }];
  });
}

/** What a sum lacks in each column, judged as the row that it would be: what money it is, without the line. */
function judgeGaps(all: readonly Verdict[]): ReturnType<typeof judge> {
  const gaps = all.flatMap(({ constraint, difference, slack, holds }) => {
    const [model] = members(constraint);
    if (!model || (holds && difference === 0n)) return [];
    const { item } = model.coordinates;
    const gives = { ...withoutLine(model.coordinates), ...(item && { item }) };
    const { column } = model.figure;
    return [{ index: column, gives, amount: holds ? 0n : difference, step: slack }];
  });
  return judge(rulesOver(gaps), new Map(gaps.map((gap) => [gap.index, gap])));
}

/** The row of another table, under a code below the total that the table lacks, that is what is missing. */
function rowElsewhere(
  ledger: Ledger,
  parent: Entry,
  failing: readonly Verdict[],
  all: readonly Verdict[],
): Entry | undefined {
  const own = (ledger.byTable[parent.table] ?? []).map(({ coordinates }) => codeOf(coordinates));
  const printed = new Set(own);
  const above = codeOf(parent.coordinates) ?? "";
  if (printed.size < 2) return undefined;
  return ledger.entries.find((entry) => {
    const code = codeOf(entry.coordinates);
    if (entry.table === parent.table || entry.amount === 0n || code === undefined) return false;
    const lacking = failing.some(({ constraint, difference, slack }) => {
      const whole = wholeOf(constraint);
      const same = whole && isSameMoney(entry, whole);
      return same && closes(entry.amount - difference, entry.step + slack);
    });
    return (
      lacking &&
      code.startsWith(above) &&
      !printed.has(code) &&
      completedBy(ledger, [entry], all) !== undefined
    );
  });
}

/**
 * The sums as they are with rows of another table, in each column that both tables have; undefined unless they hold in all of
 * them.
 */
function completedBy(
  ledger: Ledger,
  rows: readonly Entry[],
  all: readonly Verdict[],
): readonly Verdict[] | undefined {
  const [first] = rows;
  const their = (ledger.byTable[first?.table ?? -1] ?? []).filter(({ figure }) =>
    rows.some((one) => one.figure.row === figure.row && one.figure.block === figure.block),
  );
  const both = all.flatMap(({ constraint }) => {
    const [model] = members(constraint);
    const same = their.filter((entry) => model && isSameMoney(entry, model));
    const [whole, parts] = [side(constraint, 1), side(constraint, -1)];
    return same.length > 0
      ? [evaluate(equation("column", "rows", whole, [...parts, ...same]))]
      : [];
  });
  return both.length > 0 && both.every(({ holds }) => holds) ? both : undefined;
}

function codeOf({ functionCode, economicCode }: FullCoordinates): string | undefined {
  return functionCode ?? economicCode;
}

/** True for money of one fund, kind, period and stage: what comes in for a code is what is spent on it. */
function isSameMoney({ coordinates: a }: Entry, { coordinates: b }: Entry): boolean {
  const alike = (["period", "stage", "fund"] as const).every((d) => a[d] === b[d]);
  return alike && broad(a.kind) === broad(b.kind);
}
