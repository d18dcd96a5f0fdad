import { type Constraint, equation } from "../constraint.ts";
import { keyWithout } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";

/**
 * Classes of expenditure listed in one block of a table against this year's expenditure printed in another: 江苏 lists the
 * same money by 功能分类 and by 支出用途 side by side, and prints the total once.
 */
export function blockSums(ledger: Ledger, table: number): Constraint[] {
  const classes = new Map<string, Entry[]>();
  const totals = new Map<string, Entry[]>();
  for (const entry of ledger.byTable[table] ?? []) {
    const { flow, functionCode, kind } = entry.coordinates;
    if (flow !== "expenditure") continue;
    const listed = functionCode?.length === 3 && kind === "total";
    if (!listed && (functionCode !== undefined || kind !== "current")) continue;
    const group = listed ? classes : totals;
    const key = keyWithout(entry.coordinates, "functionCode", "kind");
    group.set(key, [...(group.get(key) ?? []), entry]);
  }
  return [...classes].flatMap(([key, lines]): Constraint[] => {
    const total = totals.get(key) ?? [];
    const [one] = total;
    const blocks = new Set(lines.map(({ figure }) => figure.block));
    if (!one || total.length > 1 || blocks.size > 1 || blocks.has(one.figure.block)) return [];
    return [equation("tree", "list-beside", [one], lines)];
  });
}
