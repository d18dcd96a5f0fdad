import type { Coordinates } from "../../model/coordinates.ts";
import type { Fact } from "../../model/fact.ts";
import type { Level } from "../../model/figure.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import { isBelow, TREES } from "../../taxonomy/trees.ts";
import { keyOf } from "./distinct.ts";

/** A fact's place in each dimension: a code, or a node of a tree; "" is all of it. */
const PLACE: Readonly<Record<Level, (c: Coordinates) => string>> = {
  function: ({ functionCode = "" }) => functionCode,
  economic: ({ economicCode = "", govEconomicCode = "" }) => economicCode || govEconomicCode,
  fund: ({ fund = "total" }) => fund,
  kind: ({ kind = "" }) => kind,
};

const OWN = {
  function: ["functionCode"],
  economic: ["economicCode", "govEconomicCode"],
  fund: ["fund"],
  kind: ["kind"],
} as const;

/** True if one place is a part of another in its dimension, and not a mere 其中 of it. */
export function divides(level: Level, part: string, whole: string): boolean {
  if (part === whole) return false;
  if (level === "function" || level === "economic") return part.startsWith(whole);
  return isBelow(TREES[level], part, whole) && !TREES[level].parts.has(part);
}

export function placeIn(level: Level, fact: Coordinates): string {
  return PLACE[level](fact);
}

/** The facts that no other divides further in a dimension, all else being the same. */
export function leavesIn(level: Level, facts: readonly Fact[]): ReadonlySet<Fact> {
  const groups = groupBy(facts, (fact) => keyOf(fact, ...OWN[level]));
  const leaves = new Set<Fact>();
  for (const group of groups.values()) {
    const places = new Set(group.map((fact) => placeIn(level, fact)));
    for (const fact of group) {
      const whole = placeIn(level, fact);
      if (![...places].some((part) => divides(level, part, whole))) leaves.add(fact);
    }
  }
  return leaves;
}
