import type { Statement } from "../model/narrative.ts";
import { type Candidate, candidatesOf, wholesOf } from "../narrate/compare/candidates.ts";
import { contradicts, hear, states } from "../narrate/compare/hear.ts";
import { speaksOf } from "../narrate/compare/speaks.ts";
import type { Entry, Ledger } from "./ledger.ts";

/** What the narrative says of the figures: the same as `statements.csv` says of the sentences. */
export interface Hearing {
  /** Figures that a sentence states. */
  readonly stated: ReadonlySet<Entry>;
  /** Figures of which sentences say something else, and none the same. */
  readonly contradicted: ReadonlySet<Entry>;
  /** Tables that several sentences state in another power of ten, by their number: their unit is in doubt. */
  readonly scaled: ReadonlyMap<number, number>;
}

/** From how many sentences on a power of ten is that of the table's unit, not a slip of one of them. */
const SEVERAL = 2;

export function hearingOf(ledger: Ledger, statements: readonly Statement[]): Hearing {
  const candidates = candidatesOf(ledger.entries.map((entry) => candidateOf(ledger, entry)));
  const stated = new Set<Entry>();
  const contradicted = new Set<Entry>();
  const powers = new Map<number, number[]>();
  for (const statement of statements) {
    const { outcome, same, power } = hear(statement, candidates);
    if (outcome === "agrees")
      for (const figure of same) if (states(statement, figure)) stated.add(figure.of);
    if (outcome === "differs") for (const { of } of same) contradicted.add(of);
    if (power === undefined) continue;
    for (const table of new Set(same.map(({ of }) => of.table)))
      powers.set(table, [...(powers.get(table) ?? []), power]);
  }
  for (const entry of stated) contradicted.delete(entry);
  const scaled = [...powers].filter(([, [first, ...others]]) => {
    return others.length >= SEVERAL - 1 && others.every((power) => power === first);
  });
  return { stated, contradicted, scaled: new Map(scaled.map(([table, [p = 0]]) => [table, p])) };
}

/** How the sentences that speak of some figures rate them: how many confirm one, and how many contradict one. */
export function ratedBy(
  statements: readonly Statement[],
  figures: readonly Candidate[],
  ledger: Ledger,
): { readonly holds: number; readonly fails: number } {
  const wholes = wholesOf(ledger.entries.map((entry) => candidateOf(ledger, entry)));
  let [holds, fails] = [0, 0];
  for (const figure of figures) {
    for (const statement of statements) {
      if (speaksOf(statement, figure, wholes) !== "same") continue;
      if (states(statement, figure)) holds += 1;
      else if (contradicts(statement, figure)) fails += 1;
    }
  }
  return { holds, fails };
}

export function candidateOf({ readings }: Ledger, entry: Entry): Candidate<Entry> {
  const { figure, coordinates } = entry;
  const { label, money } = figure;
  const table = readings[entry.table]?.table.id;
  if (!table) throw new Error(`no table ${entry.table}`);
  return { table, coordinates, label, money, of: entry };
}
