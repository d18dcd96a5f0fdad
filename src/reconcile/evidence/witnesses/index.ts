import type { CheckedBy } from "../../../model/fact.ts";
import { groupBy } from "../../../normalise/ledger/keys.ts";
import { columnOf, type Entry, type Ledger, rowOf } from "../../../normalise/ledger/ledger.ts";
import { type Claim, isSum, members, type Verdict } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";
import { spokenOf } from "../testimony.ts";
import { columnsOf } from "./columns.ts";
import { digitsOf, type Said } from "./digits.ts";
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
export function witnessesOf(evidence: Evidence): Witnesses {
  const { ledger, telling, moved } = evidence;
  const said = telling.flatMap((one) => spokenOf(one).map((entry): Said => ({ one, entry })));
  const witnesses = groupBy(said, ({ entry }) => entry);
  const digits = digitsOf(said);
  const columns = columnsOf(evidence);
  // What was moved into a column says nothing of what is printed there: the heading may be that of the moved ones alone.
  const printed = new Set(ledger.entries.filter((entry) => !moved(entry)).map(columnOf));
  const stays = (entry: Entry): boolean => !moved(entry) || !printed.has(columnOf(entry));
  const asPrinted = ledger.entries.every(stays) ? columns : columnsOf(evidence, stays);
  const rows = rowsOf(evidence);
  const scales = scalesOf(ledger, telling);
  const knows: Readonly<Record<Claim, (entry: Entry) => boolean>> = {
    digits: (entry) => digits.has(entry),
    column: (entry) => (stays(entry) ? asPrinted : columns).has(columnOf(entry)),
    row: (entry) => rows.has(rowOf(entry)),
    scale: ({ table }) => scales.has(table),
  };
  return {
    has: (entry, claim) => knows[claim](entry),
    checkedBy: (entry) => {
      const all = witnesses.get(entry) ?? [];
      const sum = all.filter(({ one }) => isSum(one)).length;
      return { sum, same: all.length - sum };
    },
  };
}

/** A printed unit, or a figure that is the same in a table that prints its own. */
function scalesOf(ledger: Ledger, telling: readonly Verdict[]): ReadonlySet<number> {
  const witnessed = new Set(
    ledger.readings.flatMap(({ table }, i) => (table.unitFrom === "label" ? [i] : [])),
  );
  const between = telling.filter(({ witnesses }) => witnesses.includes("scale"));
  for (let before = -1; before !== witnessed.size; ) {
    before = witnessed.size;
    for (const one of between) {
      const tables = members(one).map(({ table }) => table);
      if (tables.some((table) => witnessed.has(table))) for (const t of tables) witnessed.add(t);
    }
  }
  return witnessed;
}
