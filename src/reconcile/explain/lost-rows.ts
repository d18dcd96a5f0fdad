import { magnitude, members, type RowSum, refutes, type Verdict, wholeOf } from "../constraint.ts";
import { judge, rulesOver } from "../constraints/descendants.ts";
import { withoutLine } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";
import type { Explainer, RowsApart } from "./rows-apart.ts";

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
  /** A figure of another table that is what is missing. */
  readonly known?: Entry;
  /** Several rows of another table that are together what is missing. */
  readonly apart?: RowsApart;
  /** Where neither is known: figures of other tables that are what one of the columns lacks. */
  readonly parts: readonly { readonly column: number; readonly entry: Entry }[];
  readonly constraints: readonly Verdict[];
}

/**
 * Sums whose lines fall short of their total in such a way that the gaps of all columns are themselves a row of the table:
 * of one sign, and with columns that add up as its rows do. A gap in one column alone says nothing of the kind; there
 * another table has to know the missing figure, under a code that the table lacks.
 */
export function lostRows(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  explain: Explainer,
): LostRows[] {
  const sums = new Map<RowSum, Verdict[]>();
  for (const one of verdicts) {
    const { sum } = one.constraint;
    if (!sum) continue;
    const known = sums.get(sum);
    if (known) known.push(one);
    else sums.set(sum, [one]);
  }
  return [...sums].flatMap(([sum, all]) => {
    const failing = all.filter(refutes);
    return failing.length > 0 ? (lostIn(ledger, sum, all, failing, explain) ?? []) : [];
  });
}

function lostIn(
  ledger: Ledger,
  sum: RowSum,
  all: readonly Verdict[],
  failing: readonly Verdict[],
  explain: Explainer,
): LostRows | undefined {
  if (failing.some(({ difference, constraint }) => difference <= 0n || !wholeOf(constraint)))
    return;
  const gaps = failing.map(({ constraint, difference, slack }) => {
    return { column: constraint.column ?? 0, gap: difference, slack };
  });
  const widest = failing.reduce((a, b) => (b.difference > a.difference ? b : a));
  const parent = wholeOf(widest.constraint);
  if (!parent) return;
  const known = whoKnows(ledger, sum, parent, widest);
  const coherent = failing.length > 1 && isRow(all);
  if (!coherent && !(failing.length === 1 && isRowAlone(all) && known?.named)) return;
  const lost = { sum, parent, gaps, constraints: failing, parts: [] };
  if (known?.named) return { ...lost, known: known.entry };
  const { difference: amount, slack } = widest;
  const apart = explain.lost(parent, sum.children, { amount, slack, of: [parent.coordinates] });
  if (apart) return { ...lost, apart };
  if (known) return { ...lost, known: known.entry };
  return { ...lost, parts: failing.flatMap((one) => whoKnowsPart(ledger, one)) };
}

/** True if the gaps satisfy the constraints of the table's rows, and some constraint speaks of them. */
function isRow(all: readonly Verdict[]): boolean {
  const { fails, holds } = judgeGaps(all);
  return fails === 0 && holds > 0;
}

function isRowAlone(all: readonly Verdict[]): boolean {
  return judgeGaps(all).fails === 0;
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

/** A figure of another table of the missing amount; `named` if its code is one below the total that the table lacks. */
function whoKnows(
  ledger: Ledger,
  sum: RowSum,
  parent: Entry,
  { difference, slack }: Verdict,
): { entry: Entry; named: boolean } | undefined {
  const printed = new Set(
    (ledger.byTable[sum.table] ?? []).map(({ coordinates: c }) => c.functionCode ?? c.economicCode),
  );
  let unnamed: Entry | undefined;
  for (const entry of ledger.entries) {
    if (entry.table === sum.table || entry.amount === 0n) continue;
    if (2n * magnitude(entry.amount - difference) > slack + entry.step) continue;
    const { functionCode: f, economicCode: e } = entry.coordinates;
    const code = f ?? e;
    const above = parent.coordinates.functionCode ?? parent.coordinates.economicCode ?? "";
    const alike = isSameMoney(entry, parent) && printed.size > 1;
    if (alike && code?.startsWith(above) && !printed.has(code)) return { entry, named: true };
    unnamed ??= entry;
  }
  return unnamed && { entry: unnamed, named: false };
}

/** A figure of another table that is what one column lacks, if there is only one row like it. */
function whoKnowsPart(
  ledger: Ledger,
  { constraint, difference, slack }: Verdict,
): LostRows["parts"] {
  const parent = wholeOf(constraint);
  const { column = 0 } = constraint;
  if (!parent) return [];
  const like = ledger.entries.filter(
    (entry) =>
      entry.table !== parent.table &&
      isSameMoney(entry, parent) &&
      2n * magnitude(entry.amount - difference) <= slack + entry.step,
  );
  const [entry] = like;
  const rows = new Set(like.map(({ table, figure }) => `${table} ${figure.row}`));
  return entry && rows.size === 1 ? [{ column, entry }] : [];
}

function isSameMoney({ coordinates: a }: Entry, { coordinates: b }: Entry): boolean {
  return (
    a.flow === b.flow &&
    a.period === b.period &&
    a.stage === b.stage &&
    a.fund === b.fund &&
    a.kind === b.kind
  );
}
