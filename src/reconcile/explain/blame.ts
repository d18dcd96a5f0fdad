import { closes } from "../../normalise/ledger/amounts.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import { type Entry, rowOf } from "../../normalise/ledger/ledger.ts";
import { members, proves, side, type Verdict } from "../constraint.ts";

/** Failures beyond which only one wrong figure is looked for: the tables are in ruins. */
const MANY = 40;
/** Terms of a constraint beyond which only one figure is looked for: every pair would be tried. */
const LONG = 1_000;

/**
 * The figures that are in conflict, from all constraints that fail without an explanation: the fewest wrong figures, one or
 * two, that explain all failures that hang together, if no others do. Where the blame is open, all figures of the failing constraints share it, but for those that another table confirms.
 */
export function blamed(failing: readonly Verdict[], all: readonly Verdict[]): ReadonlySet<Entry> {
  const proofs = all.filter(proves);
  const proved = new Set(proofs.flatMap(members));
  const same = proofs.filter(({ kind }) => kind === "same");
  const confirmed = new Set(same.flatMap(members));
  // A figure that they share, or a sum of rows.
  const keysOf = (one: Verdict) => [...members(one), ...(one.sum ? [one.sum] : [])];
  return new Set(
    hangingTogether(failing, keysOf).flatMap((component) => {
      const longest = Math.max(...component.map(({ terms }) => terms.length));
      const many = component.length > MANY || longest > LONG;
      const counts = many || component.length < 3 ? [1] : [1, 2];
      for (const count of counts) {
        const [only, ...others] = culprits(component, count, proved);
        if (only && others.length === 0) return only;
        if (only) break;
      }
      const suspects = suspectsOf(component);
      const unconfirmed = suspects.filter((entry) => !confirmed.has(entry));
      return unconfirmed.length > 0 ? unconfirmed : suspects;
    }),
  );
}

/** Failures that may have one cause: those that share a key. */
export function hangingTogether(
  failing: readonly Verdict[],
  keysOf: (one: Verdict) => readonly unknown[],
): readonly (readonly Verdict[])[] {
  const pairs = failing.flatMap((one) => keysOf(one).map((key) => ({ one, key })));
  const sharing = groupBy(pairs, ({ key }) => key);
  const seen = new Set<Verdict>();
  return failing.flatMap((first) => {
    if (seen.has(first)) return [];
    const component = new Set([first]);
    // A set goes on to what is added to it.
    for (const one of component) {
      seen.add(one);
      for (const key of keysOf(one)) {
        for (const other of sharing.get(key) ?? []) component.add(other.one);
        sharing.delete(key);
      }
    }
    return [[...component]];
  });
}

/** The sets of so many figures, none of which a constraint proves, whose change would make all failures hold. */
function culprits(
  [first, ...others]: readonly Verdict[],
  count: number,
  proved: ReadonlySet<Entry>,
  signs: Signs = new Map(),
): (readonly Entry[])[] {
  if (!first) return [[]];
  if (count === 0) return [];
  const found = [...new Set(members(first))].flatMap((entry) => {
    const sign = signOf(signs, first, entry);
    if (sign === 0n || proved.has(entry)) return [];
    const left = others.flatMap((one): Verdict[] => {
      const difference = one.difference - signOf(signs, one, entry) * sign * first.difference;
      const holds = closes(difference, one.slack + first.slack, one.relation);
      return holds ? [] : [{ ...one, difference }];
    });
    return culprits(left, count - 1, proved, signs).map((rest) => [entry, ...rest]);
  });
  const keyOf = (all: readonly Entry[]): string => `${all.map(({ id }) => id).sort()}`;
  return [...new Map(found.map((all) => [keyOf(all), all])).values()];
}

/** For the constraints looked at so far, how often each figure stands in one, on the left less on the right. */
type Signs = Map<Verdict["terms"], ReadonlyMap<Entry, bigint>>;

/** How a change of a figure changes the difference of a constraint. */
function signOf(signs: Signs, { terms }: Verdict, entry: Entry): bigint {
  let known = signs.get(terms);
  if (!known) {
    const counted = new Map<Entry, bigint>();
    for (const [cell, sign] of terms) counted.set(cell, (counted.get(cell) ?? 0n) + BigInt(sign));
    signs.set(terms, counted);
    known = counted;
  }
  return known.get(entry) ?? 0n;
}

/** The figures of failures; where a row that fails by itself takes part, only its own: its cells are out of place. */
function suspectsOf(component: readonly Verdict[]): Entry[] {
  const ofRows = component.filter(({ kind }) => kind === "row");
  const rows = new Set(ofRows.flatMap((one) => side(one, 1).map(rowOf)));
  return component.flatMap((one) => {
    const all = members(one);
    const broken = all.filter((entry) => rows.has(rowOf(entry)));
    return broken.length > 0 ? broken : all;
  });
}
