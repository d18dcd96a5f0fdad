import type { Fund } from "../../model/coordinates.ts";
import { groupBy, keyWithout } from "../../normalise/ledger/keys.ts";
import type { Entry, Reading } from "../../normalise/ledger/ledger.ts";
import { adds, BUDGETS, isRemainder } from "../../taxonomy/orders.ts";
import { nearest, TREES } from "../../taxonomy/trees.ts";
import { type Constraint, equation } from "../constraint.ts";

const WHOLE = ["total"] as const;
const EACH = [...WHOLE, ...BUDGETS] as const;

/**
 * Income against expenditure, wherever one table prints both: what came in, with what was left from before, is what went
 * out, with what is left. For all money, and for each budget by itself where the table divides both sides.
 */
export function balances(reading: Reading, entries: readonly Entry[]): Constraint[] {
  const remainders = printsRemainders(reading);
  const groups = groupBy(entries, ({ coordinates: c }) => {
    return adds(c) ? keyWithout(c, "flow", "fund", "kind") : undefined;
  });
  return [...groups.values()].flatMap((group) => {
    const income = group.filter(({ coordinates }) => coordinates.flow === "income");
    const spent = group.filter(({ coordinates }) => coordinates.flow === "expenditure");
    // What last year's money pays for stands in a column of its own (四川): the columns of the budgets are of this year's.
    const apart = spent.some(({ coordinates: c }) => c.fund?.startsWith("carry_over"));
    return (apart ? WHOLE : EACH).flatMap((fund): Constraint[] => {
      const left = fund === "total" ? withStandIns(income, "fund") : incomeOf(income, fund);
      const of = spent.filter(({ coordinates: c }) => (c.fund ?? "total") === fund);
      const right = withStandIns(of, "kind");
      if (left.length === 0 || right.length === 0) return [];
      const totals =
        left.every(({ coordinates: c }) => c.fund === "total") &&
        right.every(({ coordinates: c }) => (c.kind ?? "total") === "total");
      const strength = totals || remainders ? "hard" : "soft";
      return [equation("balance", "balance", left, right, { strength })];
    });
  });
}

/** True if the table has a place for what was left before and for what is left after. */
function printsRemainders({ table, keys }: Reading): boolean {
  const given = [...table.columns.map(({ gives }) => gives), ...keys.map((k) => k.coordinates)];
  return (
    given.some(({ fund }) => fund?.startsWith("carry_over")) &&
    given.some(({ kind }) => kind === "carried_forward")
  );
}

/** This year's money of a budget and what was left of it. */
function incomeOf(income: readonly Entry[], fund: (typeof BUDGETS)[number]): Entry[] {
  const of = (id: Fund): Entry[] => income.filter(({ coordinates }) => coordinates.fund === id);
  const left = of(`carry_over.${fund}`);
  const undivided = of("carry_over").some(({ amount }) => amount !== 0n) && left.length === 0;
  return undivided || of(fund).length > 1 || left.length > 1 ? [] : [...of(fund), ...left];
}

/** The total, or the nearest printed ones below it; nothing where one of them is printed twice. */
function withStandIns(entries: readonly Entry[], dimension: "fund" | "kind"): Entry[] {
  const at = groupBy(entries, ({ coordinates }): string | undefined => coordinates[dimension]);
  const has = (id: string): boolean => at.has(id);
  const ids = has("total") ? ["total"] : nearest(TREES[dimension], "total", has);
  const found = ids.flatMap((id) => at.get(id) ?? []);
  return found.length === ids.length && !ids.every(isRemainder) ? found : [];
}
