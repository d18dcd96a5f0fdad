import { closes } from "../../normalise/ledger/amounts.ts";
import type { Entry } from "../../normalise/ledger/ledger.ts";
import { members, proves, side, type Verdict } from "../constraint.ts";

/** Wrong figures that are looked for together. */
const MOST = 2;
/** Failures beyond which only one figure is looked for: the tables are in ruins. */
const MANY = 40;

/**
 * The figures that are in conflict, from all constraints that fail without an explanation: the fewest wrong figures that
 * explain all failures that hang together, if no others of that number do. What the majority of tables says is settled
 * before. Where the blame is open, all figures of the failing constraints share it, but for those that another table confirms.
 */
export function blamed(failing: readonly Verdict[], all: readonly Verdict[]): ReadonlySet<Entry> {
  const proofs = new Map<Entry, Verdict[]>();
  for (const one of all.filter(proves)) {
    for (const entry of members(one.constraint)) {
      const known = proofs.get(entry);
      if (known) known.push(one);
      else proofs.set(entry, [one]);
    }
  }
  const guilty = new Set(failing.flatMap(({ constraint }) => constraint.blames ?? []));
  const open = failing.filter(({ constraint }) => !constraint.blames);
  for (const component of componentsOf(open)) {
    for (const entry of blamedIn(component, proofs)) guilty.add(entry);
  }
  return guilty;
}

type Proofs = ReadonlyMap<Entry, readonly Verdict[]>;

/** Failures that may have one cause: those that share a figure, and those of one sum of rows. */
function componentsOf(failing: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const homes = new Map<unknown, { readonly keys: unknown[]; readonly failing: Verdict[] }>();
  for (const one of failing) {
    const { sum } = one.constraint;
    const own = { keys: [...members(one.constraint), ...(sum ? [sum] : [])], failing: [one] };
    const near = new Set([own, ...own.keys.flatMap((key) => homes.get(key) ?? [])]);
    const [home = own, ...others] = [...near].sort((a, b) => b.keys.length - a.keys.length);
    for (const other of others) {
      home.failing.push(...other.failing);
      for (const key of other.keys) home.keys.push(key);
    }
    for (const key of others.length > 0 ? others.flatMap(({ keys }) => keys) : home.keys) {
      homes.set(key, home);
    }
  }
  return [...new Set(homes.values())].map((home) => home.failing);
}

function blamedIn(component: readonly Verdict[], proofs: Proofs): readonly Entry[] {
  const most = component.length > MANY ? 1 : MOST;
  for (let count = 1; count <= Math.min(most, Math.max(1, component.length - 1)); count++) {
    const [only, ...others] = culprits(component, count, proofs);
    if (only && others.length === 0) return [...only];
    if (only) break;
  }
  const share = brokenRows(component) ?? weakerSide(component, proofs);
  if (share) return share;
  const suspects = [...new Set(component.flatMap(({ constraint }) => members(constraint)))];
  const unconfirmed = suspects.filter((entry) => !isConfirmed(entry, proofs));
  return unconfirmed.length > 0 ? unconfirmed : suspects;
}

/** The sets of so many figures, none of which a constraint proves, whose change would make all failures hold. */
function culprits(
  failing: readonly Verdict[],
  count: number,
  proofs: Proofs,
): ReadonlySet<Entry>[] {
  const [first] = failing;
  if (!first) return [new Set()];
  if (count === 0) return [];
  const found: ReadonlySet<Entry>[] = [];
  for (const entry of members(first.constraint)) {
    const sign = signOf(first, entry);
    if (sign === 0n || proofs.has(entry)) continue;
    const change = -sign * first.difference;
    const left = failing.slice(1).flatMap((one): Verdict[] => {
      const difference = one.difference + signOf(one, entry) * change;
      const slack = one.slack + first.slack;
      return closes(difference, slack, one.constraint.relation) ? [] : [{ ...one, difference }];
    });
    for (const rest of culprits(left, count - 1, proofs)) {
      const all = new Set([entry, ...rest]);
      if (!found.some((known) => [...all].every((one) => known.has(one)))) found.push(all);
    }
  }
  return found;
}

/** How a change of a figure changes the difference of a constraint. */
function signOf({ constraint }: Verdict, entry: Entry): bigint {
  return constraint.terms.reduce(
    (sum, [cell, sign]) => (cell === entry ? sum + BigInt(sign) : sum),
    0n,
  );
}

/** The figures of rows that do not close by themselves, if all failures touch one of these rows: their cells are out of place. */
function brokenRows(component: readonly Verdict[]): Entry[] | undefined {
  const rows = new Set(
    component.flatMap(({ constraint }) =>
      constraint.kind === "row" ? side(constraint, 1).map((entry) => rowOf(entry)) : [],
    ),
  );
  const inRows = component.map(({ constraint }) =>
    members(constraint).filter((entry) => rows.has(rowOf(entry))),
  );
  return inRows.every((entries) => entries.length > 0) ? [...new Set(inRows.flat())] : undefined;
}

function rowOf({ table, figure: { block, row } }: Entry): string {
  return `${table} ${block} ${row}`;
}

/** Between two tables that differ, the side whose figure fewer tables confirm; none where they are even. */
function weakerSide(component: readonly Verdict[], proofs: Proofs): Entry[] | undefined {
  if (!component.every(({ constraint: { kind } }) => kind === "same" || kind === "across")) return;
  const left = [...new Set(component.flatMap(({ constraint }) => side(constraint, 1)))];
  const right = [...new Set(component.flatMap(({ constraint }) => side(constraint, -1)))];
  const [more, less] = [support(left, proofs), support(right, proofs)];
  if (more === less) return undefined;
  return more > less ? right : left;
}

/** The number of tables that stand behind some figures, through figures of the same amount. */
function support(entries: readonly Entry[], proofs: Proofs): number {
  const seen = new Set(entries);
  for (const entry of seen) {
    for (const { constraint } of proofs.get(entry) ?? []) {
      if (constraint.terms.length > 2) continue;
      for (const other of members(constraint)) seen.add(other);
    }
  }
  return new Set([...seen].map(({ table }) => table)).size;
}

function isConfirmed(entry: Entry, proofs: Proofs): boolean {
  return (proofs.get(entry) ?? []).some(({ constraint }) => constraint.kind === "same");
}
