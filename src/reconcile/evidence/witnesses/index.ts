import type { CheckedBy } from "../../../model/fact.ts";
import { columnOf, type Entry, type Ledger, rowOf } from "../../../normalise/ledger/ledger.ts";
import { type Claim, isSum, members, type Verdict } from "../../constraint.ts";
import { speaksOf, type Testimony } from "../testimony.ts";
import { columnsOf } from "./columns.ts";
import { digitsOf } from "./digits.ts";
import { rowsOf } from "./rows.ts";

/** Who stands behind the four claims of a figure. */
export interface Witnesses {
  readonly has: (entry: Entry, claim: Claim) => boolean;
  readonly checkedBy: (entry: Entry) => CheckedBy;
}

/**
 * Digits are witnessed cell by cell; what a column means once for the column, what a row is once for the row, a scale once
 * for the table (contract section 6).
 */
export function witnessesOf(
  ledger: Ledger,
  { telling }: Testimony,
  verdicts: readonly Verdict[],
  conflicts: ReadonlySet<Entry>,
): Witnesses {
  const digits = digitsOf(telling);
  const columns = columnsOf(ledger, telling, verdicts, conflicts);
  const rows = rowsOf(ledger, telling);
  const scales = scalesOf(ledger, telling);
  const counts = countsOf(telling);
  const has = (entry: Entry, claim: Claim): boolean => {
    switch (claim) {
      case "digits":
        return digits.has(entry);
      case "column":
        return columns.has(columnOf(entry));
      case "row":
        return rows.has(rowOf(entry));
      case "scale":
        return scales.has(entry.table);
    }
  };
  return { has, checkedBy: (entry) => counts.get(entry) ?? NOBODY };
}

const NOBODY: CheckedBy = { sum: 0, same: 0 };

function countsOf(telling: readonly Verdict[]): Map<Entry, CheckedBy> {
  const counts = new Map<Entry, { sum: number; same: number }>();
  for (const one of telling) {
    for (const entry of members(one.constraint)) {
      if (!speaksOf(one, entry)) continue;
      const count = counts.get(entry) ?? { ...NOBODY };
      if (isSum(one)) count.sum += 1;
      else count.same += 1;
      counts.set(entry, count);
    }
  }
  return counts;
}

/** A printed unit, or a figure that is the same in a table that prints its own. */
function scalesOf(ledger: Ledger, telling: readonly Verdict[]): ReadonlySet<number> {
  const witnessed = new Set(
    ledger.readings.flatMap(({ table }, i) => (table.unitFrom === "label" ? [i] : [])),
  );
  const between = telling.filter(({ constraint }) => constraint.witnesses.includes("scale"));
  for (let before = -1; before !== witnessed.size; ) {
    before = witnessed.size;
    for (const { constraint } of between) {
      const tables = members(constraint).map(({ table }) => table);
      if (tables.some((table) => witnessed.has(table))) for (const t of tables) witnessed.add(t);
    }
  }
  return witnessed;
}
