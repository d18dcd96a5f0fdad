import { parseNumber } from "../../src/model/money.ts";
import type { Cell, Table } from "../../src/model/table.ts";
import type { Figures } from "../../src/normalise/figures.ts";
import { plain } from "../../src/taxonomy/plain.ts";

/**
 * The printed numbers of a table that went nowhere: no figure, no check, no attribute, no change, no code, and no count
 * in a row that is no money. Each as `row.column text`; there should be none.
 */
export function lostNumbers(table: Table, { figures, checks, keys }: Figures): string[] {
  const seen = new Set(figures.map(({ row, column }) => `${row}.${column}`));
  for (const { check, row, coordinates } of checks) {
    const column = /^column=(\d+)$/.exec(coordinates ?? "")?.[1];
    if (check === "unplaced" && column !== undefined) seen.add(`${row}.${Number(column) - 1}`);
  }
  const notes = new Set(keys.filter(({ role }) => role === "note").map(({ row }) => row));
  return table.rows.flatMap((row) =>
    row.cells
      .filter((cell) => !seen.has(`${row.index}.${cell.column}`))
      .filter((cell) => !notes.has(row.index) && isMoney(table, cell))
      .map((cell) => `${row.index}.${cell.column} ${cell.text}`),
  );
}

function isMoney(table: Table, cell: Cell): boolean {
  if (parseNumber(cell.text) === undefined) return false;
  const role = table.columns[cell.column]?.role;
  if (role === "attribute" || role === "change") return false;
  // Codes and running numbers are digits alone; money among them has a point or a separator.
  return (
    role === "amount" || role === "unknown" || role === undefined || /[.,，]/.test(plain(cell.text))
  );
}
