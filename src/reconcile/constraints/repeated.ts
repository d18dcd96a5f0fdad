import { type Constraint, equation, evaluate, magnitude } from "../constraint.ts";
import { plainName } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";

/** A project's budget is printed again with each of its purchases: always the same, and the odd one out is to blame. */
export function repeatedBudgets(ledger: Ledger, table: number): Constraint[] {
  const projects = new Map<string, Entry[]>();
  for (const entry of ledger.byTable[table] ?? []) {
    const { item, projectName } = entry.coordinates;
    if (item !== "project_budget" || projectName === undefined) continue;
    const key = plainName(projectName);
    projects.set(key, [...(projects.get(key) ?? []), entry]);
  }
  return [...projects.values()].flatMap((entries) => {
    const common = mostCommon(entries);
    return entries
      .filter((entry) => entry !== common.entry)
      .map((entry): Constraint => {
        const one = equation("same", "repeated", [common.entry], [entry]);
        const odd = common.count > 1 && !evaluate(one).holds;
        return odd ? { ...one, blames: [entry] } : one;
      });
  });
}

function mostCommon(entries: readonly Entry[]): { entry: Entry; count: number } {
  let best: { entry: Entry; count: number } | undefined;
  for (const entry of entries) {
    const count = entries.filter(({ amount }) => magnitude(amount - entry.amount) === 0n).length;
    if (!best || count > best.count) best = { entry, count };
  }
  if (!best) throw new Error("no entries");
  return best;
}
