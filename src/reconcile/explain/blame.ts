import { members, proves, side, type Verdict } from "../constraint.ts";
import type { Entry } from "../ledger.ts";

/**
 * The figures that are in conflict, from all constraints that fail without an explanation. One figure is to blame for all
 * failures that it can cause by itself, if it is the only one; what the majority of tables says is settled before. Where
 * the blame is open, all figures of the failing constraints share it, but for those that another table confirms.
 */
export function blamed(failing: readonly Verdict[], all: readonly Verdict[]): ReadonlySet<Entry> {
  const proofs = proofsOf(all);
  const guilty = new Set<Entry>();
  const open: Verdict[] = [];
  for (const one of failing) {
    const { blames } = one.constraint;
    if (blames) for (const entry of blames) guilty.add(entry);
    else open.push(one);
  }
  for (const component of componentsOf(open)) {
    for (const entry of blamedIn(component, proofs)) guilty.add(entry);
  }
  return guilty;
}

type Proofs = ReadonlyMap<Entry, readonly Verdict[]>;

function proofsOf(all: readonly Verdict[]): Proofs {
  const proofs = new Map<Entry, Verdict[]>();
  for (const one of all) {
    if (!proves(one)) continue;
    for (const entry of members(one.constraint)) {
      const known = proofs.get(entry);
      if (known) known.push(one);
      else proofs.set(entry, [one]);
    }
  }
  return proofs;
}

/** Failures that may have one cause: those that share a figure, and those of one sum of rows. */
function componentsOf(failing: readonly Verdict[]): Verdict[][] {
  const parent = failing.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const first = new Map<unknown, number>();
  for (const [i, { constraint }] of failing.entries()) {
    const shared: unknown[] = [...members(constraint), ...(constraint.sum ? [constraint.sum] : [])];
    for (const key of shared) {
      const known = first.get(key);
      if (known === undefined) first.set(key, i);
      else parent[find(i)] = find(known);
    }
  }
  const components = new Map<number, Verdict[]>();
  for (const [i, one] of failing.entries()) {
    const root = find(i);
    components.set(root, [...(components.get(root) ?? []), one]);
  }
  return [...components.values()];
}

function blamedIn(component: readonly Verdict[], proofs: Proofs): Entry[] {
  const suspects = [...new Set(component.flatMap(({ constraint }) => members(constraint)))];
  const single = suspects.filter((entry) => !proofs.has(entry) && explains(entry, component));
  const rules = new Set(component.map(({ constraint }) => constraint.kind));
  if (single.length === 1 && (rules.size > 1 || rules.has("across"))) return single;
  const rows = brokenRows(component);
  if (rows) return rows;
  const weaker = weakerSide(component, proofs);
  if (weaker) return weaker;
  const unconfirmed = suspects.filter((entry) => !isConfirmed(entry, proofs));
  return unconfirmed.length > 0 ? unconfirmed : suspects;
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

/** True if one change of the entry would make every constraint of the component hold. */
function explains(entry: Entry, component: readonly Verdict[]): boolean {
  let low: bigint | undefined;
  let high: bigint | undefined;
  for (const { constraint, difference, slack } of component) {
    const left = side(constraint, 1).includes(entry);
    if (left === side(constraint, -1).includes(entry)) return false;
    // Twice the change that closes the constraint, within its rounding.
    const change = 2n * (left ? -difference : difference);
    if (low === undefined || change - slack > low) low = change - slack;
    if (high === undefined || change + slack < high) high = change + slack;
    if (constraint.relation === "≤") low = high = undefined;
  }
  return low === undefined || high === undefined || low <= high;
}

/** Between two tables that differ, the side whose figure fewer tables confirm; none where they are even. */
function weakerSide(component: readonly Verdict[], proofs: Proofs): Entry[] | undefined {
  if (!component.every(({ constraint }) => BETWEEN_TABLES.has(constraint.kind))) return undefined;
  const left = [...new Set(component.flatMap(({ constraint }) => side(constraint, 1)))];
  const right = [...new Set(component.flatMap(({ constraint }) => side(constraint, -1)))];
  const [more, less] = [support(left, proofs), support(right, proofs)];
  if (more === less) return undefined;
  return more > less ? right : left;
}

const BETWEEN_TABLES: ReadonlySet<string> = new Set(["same", "across"]);

/** The number of tables that stand behind some figures, through figures of the same amount. */
function support(entries: readonly Entry[], proofs: Proofs): number {
  const seen = new Set(entries);
  const queue = [...entries];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    for (const { constraint } of proofs.get(entry) ?? []) {
      if (constraint.terms.length > 2) continue;
      for (const other of members(constraint)) {
        if (seen.has(other)) continue;
        seen.add(other);
        queue.push(other);
      }
    }
  }
  return new Set([...seen].map(({ table }) => table)).size;
}

function isConfirmed(entry: Entry, proofs: Proofs): boolean {
  return (proofs.get(entry) ?? []).some(({ constraint }) => constraint.kind === "same");
}
