import type { Table } from "../../model/table.ts";
import { members, proves, type Verdict } from "../constraint.ts";
import type { Entry, Ledger } from "../ledger.ts";

/**
 * Figures of a table that lost a heading, or has one over two columns of codes: then it lost the other's. Where nothing
 * stands in the column without one, a figure that another table has as well shows that its column is under the right
 * heading.
 */
export function doubtfulHeadings(ledger: Ledger, verdicts: readonly Verdict[]): Entry[] {
  const confirmed = confirmedOf(verdicts);
  const columns = new Set([...confirmed].map(columnOf));
  for (const one of verdicts) {
    if (one.constraint.kind !== "same" || one.holds) continue;
    for (const entry of members(one.constraint)) columns.delete(columnOf(entry));
  }
  const gaps = ledger.readings.map(({ table }) => {
    return hasCodesTwice(table) ? "filled" : table.unheaded;
  });
  return ledger.entries.filter((entry) => {
    const unheaded = gaps[entry.table];
    if (unheaded === undefined || confirmed.has(entry)) return false;
    return unheaded === "filled" || !columns.has(columnOf(entry));
  });
}

/** True if two columns of one list give the same code, with others between them: one heading may be drawn over its levels. */
function hasCodesTwice({ columns }: Table): boolean {
  const codes = columns.filter(({ role }) => {
    return role === "function" || role === "economic" || role === "gov-economic";
  });
  return codes.some(({ role, level, block, index }, i) => {
    const same = codes.slice(0, i).filter((one) => one.role === role && one.level === level);
    const before = same.findLast((one) => one.block === block);
    return before !== undefined && index - before.index > 1;
  });
}

function columnOf({ table, figure: { column } }: Entry): string {
  return `${table} ${column}`;
}

/** The figures that another table prints as well. */
export function confirmedOf(verdicts: readonly Verdict[]): Set<Entry> {
  const same = verdicts.filter((one) => one.constraint.kind === "same" && proves(one));
  return new Set(same.flatMap(({ constraint }) => members(constraint)));
}
