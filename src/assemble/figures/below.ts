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

/** True if a fact's place in a dimension is that of another, or a part of it and not a mere 其中. */
export function isWithin(level: Level, part: Coordinates, whole: Coordinates): boolean {
  if (level === "economic") return isEconomicWithin(part, whole);
  const [a, b] = [placeIn(level, part), placeIn(level, whole)];
  if (a === b) return true;
  if (level === "function") return a.startsWith(b);
  return isBelow(TREES[level], a, b) && !TREES[level].parts.has(a);
}

/** True if a fact's place is a part of another's, and not all of it. */
export function divides(level: Level, part: Coordinates, whole: Coordinates): boolean {
  return isWithin(level, part, whole) && !isWithin(level, whole, part);
}

/** Where both classifications are printed, 302 of 机关 (502) and 302 of 事业单位 (505) are two things. */
function isEconomicWithin(part: Coordinates, whole: Coordinates): boolean {
  const { economicCode: code = "", govEconomicCode: of = "" } = part;
  const { economicCode = "", govEconomicCode = "" } = whole;
  if (economicCode === "") return of.startsWith(govEconomicCode);
  return code.startsWith(economicCode) && (of === "" || of.startsWith(govEconomicCode));
}

export function placeIn(level: Level, fact: Coordinates): string {
  return PLACE[level](fact);
}

/** A fact's coordinates in a dimension, as a key. */
function ownIn(level: Level): (fact: Coordinates) => string {
  return (fact) => OWN[level].map((name) => fact[name] ?? "").join(" ");
}

/** The facts that no other divides further in a dimension, all else being the same. */
export function leavesIn(level: Level, facts: readonly Fact[]): ReadonlySet<Fact> {
  const groups = groupBy(facts, (fact) => keyOf(fact, ...OWN[level]));
  const leaves = new Set<Fact>();
  for (const group of groups.values()) {
    const places = [...groupBy(group, ownIn(level)).values()].flatMap(([first]) => first ?? []);
    for (const fact of group)
      if (!places.some((part) => divides(level, part, fact))) leaves.add(fact);
  }
  return leaves;
}
