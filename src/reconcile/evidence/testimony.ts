import { lacksDigit, lacksDigitThroughout } from "../../doubt/digits.ts";
import { closes, isLikely } from "../../normalise/ledger/amounts.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import { columnOf, type Entry, type Ledger } from "../../normalise/ledger/ledger.ts";
import { decides } from "../../normalise/ledger/recognised.ts";
import {
  isBetween,
  isSum,
  members,
  proves,
  type RowSum,
  refutes,
  side,
  type Verdict,
  wholeOf,
} from "../constraint.ts";

/** What holds in a disclosure and may be heard: constraints that say something of their figures. */
export interface Testimony {
  readonly telling: readonly Verdict[];
  /** Tables whose sums of two or more parts mostly fail: nothing that holds in them is more than chance. */
  readonly ruined: ReadonlySet<number>;
  /** The figures that another table prints as well. */
  readonly confirmed: ReadonlySet<Entry>;
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
  const rounds = roundingOf(verdicts.filter(proves));
  // Rows that do not add up in one column do not do so within rounding in another.
  const broken = new Set<RowSum | undefined>(failing.map(({ sum }) => sum));
  const misplaced = misplacedIn(verdicts, failing, conflicts);
  const telling = verdicts.filter((one) => {
    const { sum, kind } = one;
    if (!proves(one) || !decides(one, ledger)) return false;
    const rounded = () =>
      rounds(one) && isLikely(one.difference, members(one)) && !(sum && broken.has(sum));
    if (one.difference !== 0n && !rounded()) return false;
    if (kind === "column" && misplaced.has(wholeOf(one))) return false;
    const table = insideOf(one);
    return table === undefined || !ruined.has(table);
  });
  const same = telling.filter(({ kind }) => kind === "same");
  return { telling, ruined, confirmed: new Set(same.flatMap(members)) };
}

/** Columns with a figure that another table contradicts, and none that another confirms. */
export function contestedColumns(verdicts: readonly Verdict[]): ReadonlySet<string> {
  const between = verdicts.filter(isBetween);
  const proved = between.filter(proves).flatMap(members);
  const confirmed = new Set(proved.filter(({ amount }) => amount !== 0n).map(columnOf));
  const refuted = between.filter(refutes).flatMap(members).map(columnOf);
  return new Set(refuted.filter((column) => !confirmed.has(column)));
}

/**
 * The figures that a constraint says something of: a sum that closes only within rounding says nothing of amounts that are no more
 * than its rounding. They could be any other.
 */
export function spokenOf(one: Verdict): readonly Entry[] {
  if (one.difference === 0n) return members(one);
  return members(one).filter(({ amount }) => !closes(amount, one.slack));
}

/** The table that all figures of a constraint stand in. */
function insideOf(one: Verdict): number | undefined {
  const [first] = members(one);
  return members(one).every(({ table }) => table === first?.table) ? first?.table : undefined;
}

/** Fewer failing sums than this are no ruin. */
const FEW_FAILURES = 3;

function ruinedTables(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  failing: readonly Verdict[],
): ReadonlySet<number> {
  const sumsOf = (all: readonly Verdict[]) => groupBy(all.filter(isSum), insideOf);
  const [holding, broken] = [sumsOf(verdicts.filter(proves)), sumsOf(failing)];
  const everywhere =
    [...broken.values()].flat().length >= FEW_FAILURES && lacksDigitThroughout(ledger.entries);
  const tables = [...ledger.readings.keys()].filter((table) => {
    const fails = broken.get(table)?.length ?? 0;
    const most = fails >= FEW_FAILURES && fails > (holding.get(table)?.length ?? 0);
    return everywhere || most || (fails >= 2 && lacksDigit(ledger.byTable[table] ?? []));
  });
  return new Set(tables);
}

/** Constraints below which nothing can be said of a publisher's habit, and the share of them that shows it. */
const FEW = 8;
const HABIT = 0.03;

/** True for a constraint of a table whose sums are of rounded terms, in a document that has such sums. */
function roundingOf(telling: readonly Verdict[]): (one: Verdict) => boolean {
  const habits = [...groupBy(telling, insideOf)].map(([at, own]) => [at, isRounded(own)] as const);
  const exact = new Set(habits.flatMap(([table, rounded]) => (rounded ? [] : [table])));
  const habit = isRounded(telling);
  return (one) => habit && !exact.has(insideOf(one) ?? -1);
}

/**
 * True if the publisher's sums are of rounded terms: several close within rounding only, and no one figure is in all of them.
 * Where all others close to the last digit, those of one figure that do not are no proof: it may be misprinted.
 */
function isRounded(telling: readonly Verdict[]): boolean {
  const inexact = telling.filter(({ difference }) => difference !== 0n);
  const [first, ...others] = inexact;
  if (telling.length < FEW || !first) return true;
  if (inexact.length < HABIT * telling.length) return false;
  const shared = members(first).filter((entry) =>
    others.every((one) => members(one).includes(entry)),
  );
  return shared.length === 0;
}

/**
 * Figures in conflict with the column that they stand in, and all that add up to them. Lines may be out of place together with
 * the one that they add up to: their sums do not show it.
 */
function misplacedIn(
  verdicts: readonly Verdict[],
  failing: readonly Verdict[],
  conflicts: ReadonlySet<Entry>,
): ReadonlySet<Entry | undefined> {
  const inColumn = (all: readonly Verdict[]) => all.filter(({ kind }) => kind === "column");
  const cells = inColumn(failing).flatMap(members);
  const misplaced = new Set(cells.filter((entry) => conflicts.has(entry)));
  const sums = groupBy(inColumn(verdicts.filter(proves)), wholeOf);
  // A set goes on to what is added to it.
  for (const whole of misplaced) {
    for (const sum of sums.get(whole) ?? []) {
      for (const part of side(sum, -1)) misplaced.add(part);
    }
  }
  return misplaced;
}
