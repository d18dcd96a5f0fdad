import { groupBy } from "../../../normalise/ledger/keys.ts";
import type { Entry } from "../../../normalise/ledger/ledger.ts";
import { isSum, members, type Verdict } from "../../constraint.ts";
import { spokenOf } from "../testimony.ts";

/** A constraint that says something of a figure. */
export interface Said {
  readonly one: Verdict;
  readonly entry: Entry;
}

/**
 * Sums of two or more parts witness the digits of all their figures. An equality of one term carries over what its other side
 * has; a zero beside it is witnessed once all others are.
 */
export function digitsOf(said: readonly Said[]): ReadonlySet<Entry> {
  const equal = groupBy(said, ({ one, entry }) => (isSum(one) ? undefined : entry));
  const witnessed = new Set(said.flatMap(({ one, entry }) => (isSum(one) ? [entry] : [])));
  const spread = (from: Iterable<Entry>): void => {
    const queue = new Set(from);
    // A set goes on to what is added to it.
    for (const entry of queue) {
      witnessed.add(entry);
      for (const { one } of equal.get(entry) ?? []) {
        const all = members(one);
        if (all.every((other) => other.amount === 0n || !witnessed.has(other))) continue;
        for (const other of spokenOf(one)) queue.add(other);
      }
    }
  };
  spread(witnessed);
  const equalities = new Map([...equal].map(([entry, all]) => [entry, all.map(({ one }) => one)]));
  spread(repeatedOften(equalities, witnessed));
  return witnessed;
}

/** Prints of one figure in as many rows are no chance. */
const OFTEN = 3;

/**
 * Figures printed again and again in one table (a project's budget with each of its purchases). One misread print would differ
 * from the others; a font that misreads a digit everywhere would break the sums of the table that have this digit.
 */
function repeatedOften(
  equalities: ReadonlyMap<Entry, readonly Verdict[]>,
  witnessed: ReadonlySet<Entry>,
): Entry[] {
  const tables = [...groupBy(witnessed, ({ table }) => table)];
  const legible = new Map(tables.map(([table, all]) => [table, new Set(all.flatMap(digitsIn))]));
  return [...equalities].flatMap(([entry, all]) => {
    const prints = all.filter(({ because }) => because === "repeated");
    const known = digitsIn(entry).every((digit) => legible.get(entry.table)?.has(digit));
    return known && prints.length >= OFTEN - 1 ? [entry] : [];
  });
}

function digitsIn({ figure }: Entry): readonly string[] {
  return [...figure.money.published];
}
