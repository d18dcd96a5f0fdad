import { inForm, inOpenList } from "../../../doubt/open-lists.ts";
import { openName } from "../../../doubt/open-names.ts";
import { rowOf } from "../../../normalise/ledger/ledger.ts";
import { isSum, side, wholeOf } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";
import { spokenOf } from "../testimony.ts";

/**
 * A row that claims nothing of its own needs no witness; another is witnessed down a column or by another table. Rows without
 * any name lost theirs, unless there is only one; one that slid along a list, or whose name may be another, is told by another table.
 */
export function rowsOf({ ledger, telling, conflicts }: Evidence): ReadonlySet<string> {
  const witnessed = new Set<string>();
  for (const [table, { keys }] of ledger.readings.entries()) {
    const filled = new Set((ledger.byTable[table] ?? []).map(({ figure }) => figure.row));
    const named = (block: number): boolean =>
      filled.size === 1 || keys.some((key) => key.block === block && key.label !== "");
    for (const { block, row, coordinates } of keys) {
      const claims = Object.keys(coordinates).length > 0;
      if (!claims && named(block)) witnessed.add(`${table} ${block} ${row}`);
    }
  }
  const [slides, isOpen, ofForm] = [inOpenList(ledger), openName(ledger), inForm(ledger)];
  for (const one of telling) {
    if (!one.witnesses.includes("row")) continue;
    const { kind } = one;
    const whole = wholeOf(one);
    // A sum that holds with a wrong part has another: they may all have changed rows. That of one part is that of any line.
    const changed = isSum(one) && side(one, -1).some((entry) => conflicts.has(entry));
    const lone = kind === "tree" && one.parts === 1;
    for (const entry of spokenOf(one)) {
      if (entry !== whole && (changed || (lone && ofForm(entry)))) continue;
      // A sum does not care which of its parts is which, wherever they stand.
      const told = kind === "same" || (kind === "across" && entry === whole);
      if ((told || !slides(entry)) && !isOpen(entry)) witnessed.add(rowOf(entry));
    }
  }
  return witnessed;
}
