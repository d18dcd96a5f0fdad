import { parseMoney } from "../../model/money.ts";
import type { Amount } from "../../normalise/ledger/amounts.ts";
import { type Entry, type Reading, toUnits } from "../../normalise/ledger/ledger.ts";
import { isAfter } from "../../taxonomy/orders.ts";
import { type Constraint, equation, evaluate, isSum } from "../constraint.ts";

/** What is saved may be printed as an amount of its own. */
const LESS = /^[^增]*(?:减少|下降|节约)[^增]*$/;

/**
 * Two years of one line and the change that is printed beside them: this year's is last year's with the change. Which two
 * columns a change is of, and that it is no percentage, is known by its rows: all that print a change agree.
 */
export function changes(
  { table }: Reading,
  entries: readonly Entry[],
  digits: number,
): Constraint[] {
  const columns = table.columns.filter(({ role }) => role === "change");
  if (columns.length === 0) return [];
  const byPlace = new Map(entries.map((entry) => [placeOf(entry.figure), entry]));
  const money = table.columns.filter(({ role }) => role === "amount").map(({ index }) => index);
  return columns.flatMap(({ index: change, unit = table.unit, heading }) => {
    const printed = table.rows.flatMap(({ index: row, cells }) => {
      const cell = cells.find(({ column }) => column === change);
      const found = cell && parseMoney(cell.text, unit);
      if (!found) return [];
      const beside = { amount: toUnits(found.yuan, digits), step: toUnits(found.step, digits) };
      return [{ row, beside }];
    });
    return money.flatMap((now) =>
      money.flatMap((before) => {
        const all = printed.flatMap(({ row, beside }) => {
          const at = (column: number) => byPlace.get(placeOf({ row, column }));
          return changed(at(now), at(before), beside);
        });
        if (agree(all)) return all;
        const apart = !LESS.test(heading.join("")) && agree(all.map(exchanged));
        return apart ? all.map((one) => ({ ...one, strength: "hard" })) : [];
      }),
    );
  });
}

function agree(all: readonly Constraint[]): boolean {
  const verdicts = all.map(evaluate);
  return verdicts.some(isSum) && verdicts.every(({ holds }) => holds);
}

/** Where all rows hold the other way about, the headings of the two years changed places. */
function exchanged({ beside = { amount: 0n, step: 0n }, ...one }: Constraint): Constraint {
  return { ...one, beside: { ...beside, amount: -beside.amount } };
}

function changed(now: Entry | undefined, before: Entry | undefined, beside: Amount): Constraint[] {
  if (!now || !before || !isAfter(now.coordinates, before.coordinates)) return [];
  return [equation("row", "change", [now], [before], { strength: "soft", beside })];
}

function placeOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row} ${column}`;
}
