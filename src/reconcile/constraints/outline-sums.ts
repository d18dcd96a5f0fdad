import type { RowKey } from "../../model/table.ts";
import type { Sum } from "./total-rows.ts";

/**
 * Sums of a table that is an outline (purchases by category, project and goods; 小计 rows): a row that opens a section
 * is the sum of the rows directly in it, a total that of the rows in none. Undefined where units open the sections,
 * or nothing does.
 */
export function outlineSums(keys: readonly RowKey[]): Sum[] | undefined {
  const opening = keys.filter((key) => key.role === "section");
  if (
    opening.length === 0 ||
    opening.some(({ coordinates: c }) => (c.unitCode ?? c.unitName) !== undefined)
  ) {
    return undefined;
  }
  const inSection = (section: number | undefined) =>
    keys.filter((key) => key.role !== "total" && key.section === section).map((key) => key.row);
  const totals = keys.filter((key) => key.role === "total");
  return [
    ...totals.map((total) => ({ parent: total.row, children: inSection(undefined) })),
    ...opening.map((key) => ({ parent: key.row, children: inSection(key.row) })),
  ].filter(({ children }) => children.length > 0);
}
