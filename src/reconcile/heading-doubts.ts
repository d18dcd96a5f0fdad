import { type Evaluated, members, proves } from "./identity.ts";
import type { Entry, Ledger } from "./ledger.ts";

/**
 * Figures of a table that lost a heading. Where nothing stands in the column without one, a figure that another table has as
 * well shows that its column is under the right heading.
 */
export function doubtfulHeadings(ledger: Ledger, evaluated: readonly Evaluated[]): Entry[] {
  const confirmed = confirmedOf(evaluated);
  const columns = new Set([...confirmed].map(columnOf));
  for (const one of evaluated) {
    if (one.identity.rule !== "same" || one.holds) continue;
    for (const entry of members(one.identity)) columns.delete(columnOf(entry));
  }
  return ledger.entries.filter((entry) => {
    const unheaded = ledger.readings[entry.table]?.table.unheaded;
    if (unheaded === undefined || confirmed.has(entry)) return false;
    return unheaded === "filled" || !columns.has(columnOf(entry));
  });
}

function columnOf({ table, figure: { column } }: Entry): string {
  return `${table} ${column}`;
}

/** The figures that another table prints as well. */
export function confirmedOf(evaluated: readonly Evaluated[]): Set<Entry> {
  const same = evaluated.filter((one) => one.identity.rule === "same" && proves(one));
  return new Set(same.flatMap(({ identity }) => [...identity.left, ...identity.right]));
}
