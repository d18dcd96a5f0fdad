import { bound, type Constraint, equation } from "../constraint.ts";
import { keyWithout } from "../keys.ts";
import type { Entry, Reading } from "../ledger.ts";
import { saysPart } from "./part-words.ts";

/**
 * Over the columns of each row, in a table that crosses its rows with economic classes: the classes of a kind and a fund
 * add up to the column that names no class. Classes that are a part (其中) are within it.
 */
export function classColumnSums(reading: Reading, entries: readonly Entry[]): Constraint[] {
  return (["economicCode", "govEconomicCode"] as const).flatMap((dimension) => {
    const columns = reading.table.columns.filter(({ gives }) => gives[dimension] !== undefined);
    if (columns.length < 2) return [];
    const classes = new Set(columns.map(({ index }) => index));
    const parts = new Set(columns.filter(isPart).map(({ index }) => index));
    const rows = new Map<string, { wholes: Entry[]; right: Entry[] }>();
    for (const entry of entries) {
      const { figure, coordinates } = entry;
      const key = `${figure.block}:${figure.row} ${keyWithout(coordinates, dimension)}`;
      const row = rows.get(key) ?? { wholes: [], right: [] };
      rows.set(key, row);
      if (classes.has(figure.column)) row.right.push(entry);
      else if (coordinates[dimension] === undefined) row.wholes.push(entry);
    }
    return [...rows.values()].flatMap(({ wholes: [whole, ...others], right }): Constraint[] => {
      if (!whole || others.length > 0 || right.length === 0) return [];
      const soft = right.some(({ figure }) => parts.has(figure.column));
      if (!soft) return [equation("row", "classes", [whole], right)];
      return [
        equation("row", "classes", [whole], right, { strength: "soft" }),
        bound("row", "parts", right, [whole]),
      ];
    });
  });
}

function isPart({ heading }: Reading["table"]["columns"][number]): boolean {
  return heading.some(saysPart);
}
