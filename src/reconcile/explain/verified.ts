import type { Reader, Reading } from "../../normalise/ledger/ledger.ts";

/**
 * Takes back what a repair has moved without proof: the rows concerned, or the whole table where its columns were changed.
 * Undefined where there is nothing to take back.
 */
export function withoutUnproved(
  printed: Reading,
  repaired: Reading,
  unproved: ReadonlySet<number>,
  read: Reader,
): Reading | undefined {
  if (repaired === printed || unproved.size === 0) return undefined;
  if (repaired.table.columns.length !== printed.table.columns.length) return printed;
  const rows = repaired.table.rows.map((row, i) => {
    const before = printed.table.rows[i];
    return before && unproved.has(row.index) ? before : row;
  });
  const fallen = rows.some((row, i) => row.cells.length !== printed.table.rows[i]?.cells.length);
  if (fallen) return printed;
  const table = { ...repaired.table, rows };
  return { table, ...read(table) };
}
