import { closes } from "../../normalise/ledger/amounts.ts";
import { withoutLine } from "../../normalise/ledger/keys.ts";
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
import { broad, type Explainer, type RowsApart } from "./rows-apart.ts";

/** Rows that the sums of a table show to be missing: what its columns lack together, and who knows it. */
export interface LostRows {
  readonly sum: RowSum;
  readonly parent: Entry;
  /** What each column lacks. */
  readonly gaps: readonly {
    readonly column: number;
    readonly gap: bigint;
    readonly slack: bigint;
  }[];
  /** The row of another table that is what is missing, in every column that both have. */
  readonly known?: Entry;
  /** Several rows of another table that are so together. */
  readonly apart?: RowsApart;
  /** Where neither is known: figures of other tables that are what one of the columns lacks. */
  readonly parts: readonly { readonly column: number; readonly entry: Entry }[];
  /** The figures below the total in the columns that lack something: where no row is known, nothing proves them. */
  readonly below: readonly Entry[];
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
  explain: Explainer,
): LostRows[] {
  const sums = new Map<RowSum, Verdict[]>();
  for (const one of verdicts) {
    const { sum } = one.constraint;
    if (sum) sums.set(sum, [...(sums.get(sum) ?? []), one]);
  }
  return [...sums].flatMap(([sum, all]) => lostIn(ledger, sum, all, explain) ?? []);
}

function lostIn(
  ledger: Ledger,
  sum: RowSum,
  all: readonly Verdict[],
  explain: Explainer,
): LostRows | undefined {
  const failing = all.filter(refutes);
  if (failing.some(({ difference, constraint }) => difference <= 0n || !wholeOf(constraint)))
    return;
  const [first] = failing;
  if (!first) return;
  const widest = failing.reduce((a, b) => (b.difference > a.difference ? b : a), first);
  const parent = wholeOf(widest.constraint);
  if (!parent) return;
  const { fails, holds } = judgeGaps(all);
  if (fails > 0) return;
  const known = rowElsewhere(ledger, parent, failing, all);
  if (failing.length > 1 ? holds === 0 : !known) return;
  const gaps = failing.map(({ constraint, difference, slack }) => {
    return { column: constraint.column ?? 0, gap: difference, slack };
  });
  const below = failing.flatMap(({ constraint }) => side(constraint, -1));
  const lost = { sum, parent, gaps, constraints: failing, below, completed: [], parts: [] };
  if (known) return { ...lost, known, completed: completedBy(ledger, [known], all) ?? [] };
  const { difference: amount, slack } = widest;
  const apart = explain.lost(parent, sum.children, { amount, slack, of: [parent.coordinates] });
  const completed = apart && completedBy(ledger, apart.rows, all);
  if (apart && completed) return { ...lost, apart, completed };
  return { ...lost, parts: failing.flatMap((one) => partElsewhere(ledger, one)) };
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

/** A figure of another table that is what one column lacks, if there is only one row like it. */
function partElsewhere(
  ledger: Ledger,
  { constraint, difference, slack }: Verdict,
): LostRows["parts"] {
  const parent = wholeOf(constraint);
  if (!parent) return [];
  const like = ledger.entries.filter(
    (entry) =>
      entry.table !== parent.table &&
      isSameMoney(entry, parent) &&
      closes(entry.amount - difference, slack + entry.step),
  );
  const [entry] = like;
  const rows = new Set(like.map(({ table, figure }) => `${table} ${figure.row}`));
  return entry && rows.size === 1 ? [{ column: constraint.column ?? 0, entry }] : [];
}

function codeOf({ functionCode, economicCode }: FullCoordinates): string | undefined {
  return functionCode ?? economicCode;
}

/** True for money of one fund, kind, period and stage: what comes in for a code is what is spent on it. */
function isSameMoney({ coordinates: a }: Entry, { coordinates: b }: Entry): boolean {
  const alike = (["period", "stage", "fund"] as const).every((d) => a[d] === b[d]);
  return alike && broad(a.kind) === broad(b.kind);
}
