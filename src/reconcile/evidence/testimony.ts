import { lacksDigit } from "../../doubt/digits.ts";
import { closes, magnitude } from "../../normalise/ledger/amounts.ts";
import { columnOf, type Entry, type Ledger } from "../../normalise/ledger/ledger.ts";
import {
  isSum,
  members,
  proves,
  type RowSum,
  refutes,
  type Verdict,
  wholeOf,
} from "../constraint.ts";

/** What holds in a disclosure and may be heard: constraints that say something of their figures. */
export interface Testimony {
  readonly telling: readonly Verdict[];
  /** Tables whose sums of two or more parts mostly fail: nothing that holds in them is more than chance. */
  readonly ruined: ReadonlySet<number>;
}

/** Hears all verdicts; `explained` failures and `conflicts` come from the explanation. */
export function testimonyOf(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  explained: ReadonlySet<Verdict>,
  conflicts: ReadonlySet<Entry>,
): Testimony {
  const failing = verdicts.filter((one) => refutes(one) && !explained.has(one));
  const ruined = ruinedTables(ledger, verdicts, failing);
  const rounds = isRounded(verdicts);
  // Rows that do not add up in one column do not do so within rounding in another.
  const broken = new Set<RowSum | undefined>(failing.map(({ constraint }) => constraint.sum));
  const misplaced = misplacedIn(failing, conflicts);
  const telling = verdicts.filter((one) => {
    const { sum, kind } = one.constraint;
    if (!proves(one)) return false;
    const exact = one.difference === 0n;
    if (!exact && !(rounds && isLikely(one) && !(sum && broken.has(sum)))) return false;
    if (kind === "column" && misplaced.has(wholeOf(one.constraint))) return false;
    const table = insideOf(one);
    return table === undefined || !ruined.has(table);
  });
  return { telling, ruined };
}

/** The figures that another table prints as well. */
export function confirmedBy({ telling }: Testimony): ReadonlySet<Entry> {
  const same = telling.filter(({ constraint }) => constraint.kind === "same");
  return new Set(same.flatMap(({ constraint }) => members(constraint)));
}

/** Columns with a figure that another table contradicts, and none that another confirms. */
export function contestedColumns(verdicts: readonly Verdict[]): ReadonlySet<string> {
  const between = verdicts.filter(
    ({ constraint: { kind } }) => kind === "same" || kind === "across",
  );
  const cells = (one: Verdict) => members(one.constraint);
  const proved = between.filter(proves).flatMap(cells);
  const confirmed = new Set(proved.filter(({ amount }) => amount !== 0n).map(columnOf));
  const refuted = between.filter(refutes).flatMap(cells).map(columnOf);
  return new Set(refuted.filter((column) => !confirmed.has(column)));
}

/** A sum that closes only within rounding says nothing of amounts that are no more than its rounding: they could be any other. */
export function speaksOf({ difference, slack }: Verdict, { amount }: Entry): boolean {
  return difference === 0n || !closes(magnitude(amount), slack);
}

/** The table that all figures of a constraint stand in. */
function insideOf({ constraint }: Verdict): number | undefined {
  const [first] = members(constraint);
  return members(constraint).every(({ table }) => table === first?.table)
    ? first?.table
    : undefined;
}

/** Fewer failing sums than this are no ruin. */
const FEW_FAILURES = 3;

function ruinedTables(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  failing: readonly Verdict[],
): ReadonlySet<number> {
  const holds = ledger.readings.map(() => 0);
  const fails = ledger.readings.map(() => 0);
  const count = (counts: number[], one: Verdict): void => {
    const table = isSum(one) ? insideOf(one) : undefined;
    if (table !== undefined) counts[table] = (counts[table] ?? 0) + 1;
  };
  for (const one of verdicts) if (proves(one)) count(holds, one);
  for (const one of failing) count(fails, one);
  const misread = lacksDigit(ledger.entries);
  const everywhere = misread && sumOf(fails) >= FEW_FAILURES;
  return new Set(
    fails.flatMap((count, table) => {
      const most = count >= FEW_FAILURES && count > (holds[table] ?? 0);
      const font = count >= 2 && lacksDigit(ledger.byTable[table] ?? []);
      return most || font || everywhere ? [table] : [];
    }),
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Constraints below which nothing can be said of a publisher's habit, and the share of them that shows it. */
const FEW = 8;
const HABIT = 0.03;

/**
 * True for a difference that chance gives to rounded terms, not only the worst of luck: their errors add up as the root of their
 * number. 25 / 48 of a step squared is two and a half deviations of an even error, of which the variance is a twelfth.
 */
function isLikely({ constraint, difference }: Verdict): boolean {
  const squares = members(constraint).reduce((sum, { step }) => sum + step * step, 0n);
  return 48n * difference * difference <= 25n * squares;
}

/**
 * True if the publisher's sums are of rounded terms: several close within rounding only, and no one figure is in all of them.
 * Where all others close to the last digit, those of one figure that do not are no proof: it may be misprinted.
 */
function isRounded(verdicts: readonly Verdict[]): boolean {
  const telling = verdicts.filter(proves);
  const inexact = telling.filter(({ difference }) => difference !== 0n);
  const [first, ...others] = inexact;
  if (telling.length < FEW || !first) return true;
  if (inexact.length < HABIT * telling.length) return false;
  const shared = members(first.constraint).filter((entry) =>
    others.every(({ constraint }) => members(constraint).includes(entry)),
  );
  return shared.length === 0;
}

/**
 * Figures in conflict with the column that they stand in. Lines may be out of place together with the one that they add up to:
 * their sum does not show it.
 */
function misplacedIn(
  failing: readonly Verdict[],
  conflicts: ReadonlySet<Entry>,
): ReadonlySet<Entry | undefined> {
  const columns = failing.filter(({ constraint }) => constraint.kind === "column");
  return new Set(
    columns.flatMap(({ constraint }) => members(constraint)).filter((e) => conflicts.has(e)),
  );
}
