import { Decimal } from "decimal.js";
import type { Disclosure, Fact } from "./disclosure-data.ts";
import { text } from "./text.ts";

/** A figure that two disclosures have, or one of them. */
export interface Difference {
  readonly a: Fact | undefined;
  readonly b: Fact | undefined;
  /** b less a, in 元; the whole amount where one has none. */
  readonly by: Decimal;
}

export interface Compared {
  /** What differs, the largest first. */
  readonly differing: readonly Difference[];
  /** How many figures are the same in both. */
  readonly same: number;
}

/** What a figure is of, whatever its year and stage. */
const OF = [
  ...(["flow", "function_code", "economic_code", "gov_economic_code"] as const),
  ...(["project_name", "item", "fund", "kind", "procurement"] as const),
];

const Exact = Decimal.clone({ precision: 1_000 });

/** The figures of two disclosures by what they are of: each of its own stage and year. */
export function compare(a: Disclosure, b: Disclosure): Compared {
  const [ofA, ofB] = [figuresOf(a), figuresOf(b)];
  const differing: Difference[] = [];
  let same = 0;
  for (const key of new Set([...ofA.keys(), ...ofB.keys()])) {
    const [one, other] = [ofA.get(key), ofB.get(key)];
    const by = amountOf(other).minus(amountOf(one));
    // What is zero in one and not printed in the other differs in nothing.
    if (by.isZero()) same += 1;
    else differing.push({ a: one, b: other, by });
  }
  differing.sort((x, y) => y.by.abs().comparedTo(x.by.abs()));
  return { differing, same };
}

/** The best-proved printing of each figure; subjects and items are told apart by code, everything else by its name. */
function figuresOf({ facts, identity }: Disclosure): Map<string, Fact> {
  const best = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.stage !== identity.stage || fact.period !== "current") continue;
    // A line of a department's unit is not the department's.
    if (fact.unit_name !== undefined && fact.unit_name !== identity.department) continue;
    const key = OF.map((name) => text(fact[name])).join("|");
    const known = best.get(key);
    if (!known || rank(fact) > rank(known)) best.set(key, fact);
  }
  return best;
}

const RANKS = ["conflict", "unproved", "stated", "repaired", "proved"];

function rank({ status }: Fact): number {
  return RANKS.indexOf(status);
}

function amountOf(fact: Fact | undefined): Decimal {
  return new Exact(text(fact?.amount_yuan) || 0);
}
