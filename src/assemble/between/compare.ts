import type { Decimal } from "decimal.js";
import type { TableId } from "../../model/table-ids.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import type { Difference, DifferenceKind, Side } from "../differences.ts";
import type { Shared } from "./shared.ts";

/** What a comparison of disclosures comes to. */
export interface Compared {
  /** Ids of facts that another disclosure has as well: each gains a witness. */
  readonly held: ReadonlySet<string>;
  readonly differences: readonly Difference[];
}

/** Figures by what they are about, in each table and in all. */
export interface Book {
  readonly inTable: ReadonlyMap<string, readonly Shared[]>;
  readonly anywhere: ReadonlyMap<string, readonly Shared[]>;
}

export function bookOf(figures: readonly Shared[]): Book {
  return {
    inTable: groupBy(figures, ({ table, about }) => `${table} ${about}`),
    anywhere: groupBy(
      figures.filter(({ table }) => !flagsOf(table).apart),
      ({ about }) => about,
    ),
  };
}

/**
 * Figures that repeat those of another disclosure, against them: by table, and where it lacks the table, by what they are about.
 * A table of other habits may mean another total by the same words, so only items are told to differ between two tables.
 */
export function compareFigures(
  repeating: readonly Shared[],
  { inTable, anywhere }: Book,
  tell: { readonly kind: DifferenceKind; readonly reason: (table: TableId) => string },
): Compared {
  const held = new Set<string>();
  const differences: Difference[] = [];
  const groups = groupBy(repeating, ({ table, about }) => `${table} ${about}`);
  for (const [key, here] of groups) {
    const [first] = here;
    if (!first) continue;
    const own = inTable.get(key);
    const elsewhere = flagsOf(first.table).apart ? undefined : anywhere.get(first.about);
    const there = own ?? elsewhere ?? [];
    for (const one of here)
      for (const other of there)
        if (isSame(one, other)) {
          held.add(one.fact);
          held.add(other.fact);
        }
    const [one, other] = [oneOf(here), oneOf(there)];
    const isTold = one && other && !isSame(one, other) && (own !== undefined || first.item);
    if (isTold) differences.push(differenceOf(tell.kind, one, other, tell.reason(one.table)));
  }
  return { held, differences };
}

/** The figure of one meaning, however often it is printed; none where amounts differ. */
export function oneOf(same: readonly Shared[]): Shared | undefined {
  const [first, ...others] = same;
  return first && others.every((other) => isSame(first, other)) ? first : undefined;
}

/** One number printed twice ends in one digit; printed in two units, it is off by rounding. */
export function isSame(a: Shared, b: Shared): boolean {
  if (a.step.eq(b.step)) return a.money.yuan.eq(b.money.yuan);
  return isWithin(a.money.yuan.minus(b.money.yuan), a.step.plus(b.step));
}

/** True for a difference that rounding explains: half of all last digits together. */
export function isWithin(difference: Decimal, steps: Decimal): boolean {
  return difference.abs().times(2).lte(steps);
}

function differenceOf(
  kind: DifferenceKind,
  one: Shared,
  other: Shared,
  reason: string,
): Difference {
  const [stands, against] = [sideOf(one), sideOf(other)];
  return {
    ...{ kind, table: one.table, label: one.label, stands, other: against },
    ...(reason !== "" && { reason }),
    documents: [stands.document, against.document],
  };
}

export function sideOf({ fact, money, place }: Shared): Side {
  return { document: documentOf(fact), fact, money, place };
}

/** The document of a figure is the beginning of its id. */
export function documentOf(fact: string): string {
  return fact.slice(0, fact.indexOf("-"));
}
