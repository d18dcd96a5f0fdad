import { type Fact, STATUSES } from "../../model/fact.ts";
import { groupBy, keyWithout, plainName } from "../../normalise/ledger/keys.ts";
import { flagsOf } from "../../taxonomy/tables.ts";

/** A figure and all of its printings, the best-proved first. */
export interface Printings {
  readonly fact: Fact;
  readonly facts: readonly Fact[];
}

/** The distinct figures of a disclosure, in the order in which they are first printed. */
export function distinct(facts: readonly Fact[]): Printings[] {
  return [...groupBy(facts, keyOf).values()].map((same) => {
    const sorted = [...same].sort((a, b) => rank(a) - rank(b));
    return { fact: sorted[0] as Fact, facts: sorted };
  });
}

/**
 * What a figure is. Tables of other money than their coordinates say (purchases, running costs, last year's remainders) have
 * figures of their own, and rows that are things of their own are never one.
 */
export function keyOf(fact: Fact): string {
  const { apart, outside, things } = flagsOf(fact.table);
  const own = apart || outside ? fact.table : "";
  const thing = things ? `${fact.tableIndex}.${fact.row}` : "";
  const name = plainName(fact.projectName ?? "");
  return [keyWithout(fact, "projectName", "projectCode", "projectType"), name, own, thing].join(
    "|",
  );
}

function rank({ status }: Fact): number {
  return STATUSES.indexOf(status);
}
