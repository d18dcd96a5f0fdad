import type { Fund } from "../../model/coordinates.ts";
import type { Entry, Ledger } from "../../normalise/ledger/ledger.ts";
import { isWhole } from "../../taxonomy/subjects.ts";
import { adds, flagsOf, isUndivided } from "../../taxonomy/tables.ts";
import { isBelow, TREES } from "../../taxonomy/trees.ts";
import { bound, type Constraint } from "../constraint.ts";

/**
 * No fund pays out more than it has: a table's outlay from a fund against the income of that fund, with what was left of it
 * from before. Soft, as publishers leave last year's money out of one side at times; but it tells which of two columns an
 * amount belongs to.
 */
export function fundBounds(ledger: Ledger, of?: number): Constraint[] {
  const income = incomeByFund(ledger);
  if (!income) return [];
  const entries = of === undefined ? ledger.entries : (ledger.byTable[of] ?? []);
  const apart = ledger.readings.map(({ table }) => {
    return table.columns.some(({ gives: { fund } }) => fund?.startsWith("carry_over."));
  });
  return entries.flatMap((entry): Constraint[] => {
    const { coordinates: c, table } = entry;
    if (c.flow !== "expenditure" || c.period !== "current" || !adds(c)) return [];
    if (c.fund === undefined || isUndivided(c.fund)) return [];
    if (flagsOf(ledger.readings[table]?.table.id ?? "assets").outside) return [];
    // What was left from before has columns of its own, or is spent from the column of its fund.
    const right = income(c.fund, apart[table] === true);
    return right ? [bound("across", "fund-bound", [entry], right, { strength: "soft" })] : [];
  });
}

/** The income of a fund, from the first table that prints the income of all funds; blank lines are nothing. */
function incomeByFund(
  ledger: Ledger,
): ((fund: Fund, apart: boolean) => Entry[] | undefined) | undefined {
  for (const [table, { table: printed, keys }] of ledger.readings.entries()) {
    if (flagsOf(printed.id).fiscal) continue;
    const entries = (ledger.byTable[table] ?? []).filter(({ coordinates: c }) => {
      return isWhole(c) && adds(c) && c.flow === "income";
    });
    const lines = new Set<string | undefined>([
      ...printed.columns.map(({ gives }) => gives.fund),
      ...keys.map(({ coordinates }) => coordinates.fund),
    ]);
    const at = (fund: string) => entries.filter(({ coordinates: c }) => c.fund === fund);
    const below = (fund: string) =>
      entries.filter(({ coordinates: c }) => isBelow(TREES.fund, c.fund ?? "", fund));
    const all = lines.has("general_public") && lines.has("carry_over");
    if (entries.length < 2 || !all) continue;
    return (fund, apart) => {
      if (fund.startsWith("carry_over")) return at(lines.has(fund) ? fund : "carry_over");
      let known: string | undefined = fund;
      while (known !== undefined && !lines.has(known) && below(known).length === 0) {
        known = TREES.fund.parent.get(known);
      }
      if (known === undefined || isUndivided(known)) return undefined;
      const left = `carry_over.${known}`;
      const now = lines.has(known) ? at(known) : below(known);
      return apart ? now : [...now, ...at(lines.has(left) ? left : "carry_over")];
    };
  }
  return undefined;
}
