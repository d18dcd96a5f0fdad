import type { Stage } from "../../model/coordinates.ts";
import type { Fact } from "../../model/fact.ts";
import { type Figure, LEVELS, type Level, type View, type ViewSum } from "../../model/figure.ts";
import { leavesIn } from "./below.ts";
import { distinct } from "./distinct.ts";
import { viewsOf } from "./views.ts";

/** The distinct figures of a disclosure, and what each additive view of them adds up to. */
export interface Figures {
  readonly figures: readonly Figure[];
  readonly sums: readonly ViewSum[];
}

/** What was worked out already: the line of a disclosure and the lines of its figures both ask. */
const KNOWN = new WeakMap<readonly Fact[], { readonly stage: Stage; readonly figures: Figures }>();

/**
 * The distinct figures of a disclosure of a stage: each once, best-proved printing first, with where it may be selected without
 * counting money twice (contract section 7).
 */
export function figuresOf(facts: readonly Fact[], stage: Stage): Figures {
  const known = KNOWN.get(facts);
  if (known?.stage === stage) return known.figures;
  const figures = figuresAmong(facts, stage);
  KNOWN.set(facts, { stage, figures });
  return figures;
}

function figuresAmong(facts: readonly Fact[], stage: Stage): Figures {
  const printings = distinct(facts);
  const divisions = viewsOf(facts, stage);
  const best = printings.map(({ fact }) => fact);
  const leaves = new Map<Level, ReadonlySet<Fact>>(
    LEVELS.map((level) => [level, leavesIn(level, best)]),
  );
  const lines = new Map<View, ReadonlySet<Fact>>(
    divisions.map(({ view, facts }) => [view, new Set(facts)]),
  );
  const figures = printings.map(({ fact, facts }): Figure => {
    return {
      fact,
      tables: new Set(facts.map(({ tableIndex }) => tableIndex)).size,
      leaf: new Set(LEVELS.filter((level) => leaves.get(level)?.has(fact))),
      views: new Set(
        [...lines].flatMap(([view, all]) => (facts.some((one) => all.has(one)) ? [view] : [])),
      ),
    };
  });
  return {
    figures,
    sums: divisions.map(({ view, sum, total, short }) => ({ view, sum, total, short })),
  };
}
