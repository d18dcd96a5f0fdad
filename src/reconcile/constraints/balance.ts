import type { Fund } from "../../model/coordinates.ts";
import { nearest, TREES } from "../../taxonomy/trees.ts";
import { adds, BUDGETS } from "../../taxonomy/universes.ts";
import { type Constraint, equation } from "../constraint.ts";
import { keyWithout } from "../keys.ts";
import type { Entry, Ledger, Reading } from "../ledger.ts";

/**
 * Income against expenditure, wherever one table prints both: what came in, with what was left from before, is what went
 * out, with what is left. For all money, and for each budget by itself where the table divides both sides.
 */
export function balances(ledger: Ledger, table: number): Constraint[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of ledger.byTable[table] ?? []) {
    if (!adds(entry.coordinates)) continue;
    const key = keyWithout(entry.coordinates, "flow", "fund", "kind");
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const remainders = printsRemainders(ledger.readings[table]);
  return [...groups.values()].flatMap((group) => [
    ...balance(group, totalIncome(group), "total", remainders),
    ...BUDGETS.flatMap((fund) => balance(group, budgetIncome(group, fund), fund, remainders)),
  ]);
}

function balance(
  group: readonly Entry[],
  income: readonly Entry[],
  fund: Fund,
  remainders: boolean,
): Constraint[] {
  const spent = group.filter(
    ({ coordinates: c }) => c.flow === "expenditure" && (c.fund ?? "total") === fund,
  );
  const outlay = withStandIns(spent, "kind", "total");
  if (income.length === 0 || outlay.length === 0) return [];
  const totals =
    income.every(({ coordinates }) => coordinates.fund === "total") &&
    outlay.every(({ coordinates }) => (coordinates.kind ?? "total") === "total");
  const strength = totals || remainders ? "hard" : "soft";
  return [equation("balance", "balance", income, outlay, { strength })];
}

/** True if the table has a place for what was left before and for what is left after. */
function printsRemainders(reading: Reading | undefined): boolean {
  if (!reading) return false;
  const given = [
    ...reading.table.columns.map(({ gives }) => gives),
    ...reading.keys.map(({ coordinates }) => coordinates),
  ];
  return (
    given.some(({ fund }) => fund?.startsWith("carry_over")) &&
    given.some(({ kind }) => kind === "carried_forward")
  );
}

function totalIncome(group: readonly Entry[]): Entry[] {
  const income = group.filter(({ coordinates }) => coordinates.flow === "income");
  return withStandIns(income, "fund", "total");
}

/** This year's money of a budget and what was left of it. */
function budgetIncome(group: readonly Entry[], fund: (typeof BUDGETS)[number]): Entry[] {
  const income = group.filter(({ coordinates }) => coordinates.flow === "income");
  const of = (id: Fund): Entry[] => income.filter(({ coordinates }) => coordinates.fund === id);
  const left = of(`carry_over.${fund}`);
  const undivided = of("carry_over").some(({ amount }) => amount !== 0n) && left.length === 0;
  if (undivided || of(fund).length > 1 || left.length > 1) return [];
  return [...of(fund), ...left];
}

/** The entry at a node, or the nearest printed ones below it; nothing where one of them is printed twice. */
function withStandIns(
  entries: readonly Entry[],
  dimension: "fund" | "kind",
  root: "total",
): Entry[] {
  const at = (id: string): Entry[] =>
    entries.filter(({ coordinates }) => coordinates[dimension] === id);
  const ids =
    at(root).length > 0 ? [root] : nearest(TREES[dimension], root, (id) => at(id).length > 0);
  const found = ids.flatMap(at);
  return found.length === ids.length ? found : [];
}
