import type { Entry } from "../../../normalise/ledger/ledger.ts";
import { isSum, members, type Verdict } from "../../constraint.ts";
import { speaksOf } from "../testimony.ts";

/**
 * Sums of two or more parts witness the digits of all their figures. An equality of one term carries over what its other side
 * has; a zero beside it is witnessed once all others are.
 */
export function digitsOf(telling: readonly Verdict[]): ReadonlySet<Entry> {
  const witnessed = new Set<Entry>();
  const equalities = new Map<Entry, Verdict[]>();
  const queue: Entry[] = [];
  const witness = (entry: Entry): void => {
    if (witnessed.has(entry)) return;
    witnessed.add(entry);
    queue.push(entry);
  };
  for (const one of telling) {
    for (const entry of members(one.constraint)) {
      if (!speaksOf(one, entry)) continue;
      if (isSum(one)) witness(entry);
      else push(equalities, entry, one);
    }
  }
  const spread = (): void => {
    for (let entry = queue.pop(); entry; entry = queue.pop()) {
      for (const one of equalities.get(entry) ?? []) {
        const filled = members(one.constraint).filter(({ amount }) => amount !== 0n);
        if (!filled.some((other) => witnessed.has(other))) continue;
        for (const other of members(one.constraint)) if (speaksOf(one, other)) witness(other);
      }
    }
  };
  spread();
  for (const entry of repeatedOften(equalities, witnessed)) witness(entry);
  spread();
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
  const digits = new Map<number, Set<string>>();
  for (const { table, figure } of witnessed) {
    const known = digits.get(table) ?? new Set<string>();
    for (const digit of figure.money.published) known.add(digit);
    digits.set(table, known);
  }
  return [...equalities].flatMap(([entry, all]) => {
    const prints = all.filter(({ constraint }) => constraint.because === "repeated");
    const known = digits.get(entry.table);
    const legible = [...entry.figure.money.published].every((digit) => known?.has(digit));
    return legible && prints.length >= OFTEN - 1 ? [entry] : [];
  });
}

/** Adds a value to the list of its key. */
function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
