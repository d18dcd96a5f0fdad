import type { Fund } from "../../model/coordinates.ts";
import { adds, isUndivided } from "../../taxonomy/orders.ts";
import { isWhole } from "../../taxonomy/subjects.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { isBelow, nearestAbove, TREES } from "../../taxonomy/trees.ts";
import type { Entry, Ledger } from "./ledger.ts";

/**
 * The income of a fund, from the first table that prints the income of all funds; blank lines are nothing. Where what was left
 * from before stands `apart`, it is not among it. Undefined where no table prints it.
 */
export function incomeByFund(
  ledger: Ledger,
): ((fund: Fund, apart: boolean) => Entry[] | undefined) | undefined {
  for (const [table, { table: printed, keys }] of ledger.readings.entries()) {
    if (flagsOf(printed.id).fiscal) continue;
    const entries = (ledger.byTable[table] ?? []).filter(({ coordinates: c }) => {
      return isWhole(c) && adds(c) && c.flow === "income";
    });
    if (entries.length < 2) continue;
    const lines = new Set<string | undefined>([
      ...printed.columns.map(({ gives }) => gives.fund),
      ...keys.map(({ coordinates }) => coordinates.fund),
    ]);
    const at = (fund: string) => entries.filter(({ coordinates: c }) => c.fund === fund);
    const below = (fund: string) =>
      entries.filter(({ coordinates: c }) => isBelow(TREES.fund, c.fund ?? "", fund));
    const all = lines.has("general_public") && lines.has("carry_over");
    if (!all) continue;
    const has = (fund: string): boolean => lines.has(fund) || below(fund).length > 0;
    return (fund, apart) => {
      if (fund.startsWith("carry_over")) return at(lines.has(fund) ? fund : "carry_over");
      const known = has(fund) ? fund : nearestAbove("fund", fund, has);
      if (known === undefined || isUndivided(known)) return undefined;
      const left = `carry_over.${known}`;
      const now = lines.has(known) ? at(known) : below(known);
      return apart ? now : [...now, ...at(lines.has(left) ? left : "carry_over")];
    };
  }
  return undefined;
}
