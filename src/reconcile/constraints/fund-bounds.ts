import type { Fund } from "../../model/coordinates.ts";
import { isWhole } from "../../taxonomy/subjects.ts";
import { isBelow, TREES } from "../../taxonomy/trees.ts";
import { adds, universeOf } from "../../taxonomy/universes.ts";
import { bound, type Constraint } from "../constraint.ts";
import type { Entry, Ledger } from "../ledger.ts";

/**
 * No fund pays out more than it has: a table's outlay from a fund against the income of that fund, with what was left of it
 * from before. Soft, as publishers leave last year's money out of one side at times; but it tells which of two columns an
 * amount belongs to.
 */
export function fundBounds(ledger: Ledger, of?: number): Constraint[] {
  const income = incomeByFund(ledger);
  if (!income) return [];
  const entries = of === undefined ? ledger.entries : (ledger.byTable[of] ?? []);
  return entries.flatMap((entry): Constraint[] => {
    const { coordinates: c } = entry;
    const { fund } = c;
    if (c.flow !== "expenditure" || fund === undefined || !adds(c)) return [];
    if (universeOf(ledger.readings[entry.table]?.table.id ?? "assets").outside) return [];
    if (["total", "current", "fiscal"].includes(fund) || c.period !== "current") return [];
    const right = income(fund);
    return right ? [bound("across", "fund-bound", [entry], right, { strength: "soft" })] : [];
  });
}

type Income = (fund: Fund) => Entry[] | undefined;

/** The income of a fund, from the first table that prints the income of all funds; blank lines are nothing. */
function incomeByFund(ledger: Ledger): Income | undefined {
  for (const [table, reading] of ledger.readings.entries()) {
    if (universeOf(reading.table.id).fiscal) continue;
    const entries = (ledger.byTable[table] ?? []).filter((entry) => {
      return (
        isWhole(entry.coordinates) && adds(entry.coordinates) && entry.coordinates.flow === "income"
      );
    });
    if (!entries.some(({ coordinates }) => coordinates.fund === "total")) continue;
    const lines = new Set<string | undefined>([
      ...reading.table.columns.map(({ gives }) => gives.fund),
      ...reading.keys.map(({ coordinates }) => coordinates.fund),
    ]);
    if (!lines.has("general_public") || !lines.has("carry_over")) continue;
    const at = (fund: string): Entry[] =>
      entries.filter(({ coordinates }) => coordinates.fund === fund);
    const below = (fund: string): Entry[] =>
      entries.filter(({ coordinates }) => isBelow(TREES.fund, coordinates.fund ?? "", fund));
    const of = (fund: string): Entry[] => (lines.has(fund) ? at(fund) : below(fund));
    return (fund) => {
      if (fund.startsWith("carry_over")) return lines.has(fund) ? at(fund) : at("carry_over");
      let known: string | undefined = fund;
      while (known !== undefined && !lines.has(known) && below(known).length === 0) {
        known = TREES.fund.parent.get(known);
      }
      if (known === undefined || known === "current" || known === "total") return undefined;
      const left = `carry_over.${known}`;
      return [...of(known), ...(lines.has(left) ? at(left) : at("carry_over"))];
    };
  }
  return undefined;
}
