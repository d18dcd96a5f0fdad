import type { Check } from "../model/check.ts";
import type { Fact } from "../model/fact.ts";
import type { Statement } from "../model/narrative.ts";
import type { Table } from "../model/table.ts";
import type { Catalogue } from "../normalise/catalogue/index.ts";
import { factOf } from "../normalise/facts.ts";
import { figuresOf } from "../normalise/figures.ts";
import type { KnownUnits } from "../normalise/units.ts";
import { assess } from "./assess.ts";
import { describe } from "./keys.ts";
import type { Entry, Reader, Reading } from "./ledger.ts";
import { repairTables } from "./repair/index.ts";

/** What a disclosure prints, recognised and keyed. */
export interface Printed {
  readonly tables: readonly Table[];
  readonly statements: readonly Statement[];
  readonly catalogue: Catalogue;
  readonly units: KnownUnits;
}

/** The same, balanced: tables after repair, facts with their status, and all that did not simply hold. */
export interface Reconciled {
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly checks: readonly Check[];
}

/** Proves, repairs or marks every figure of a disclosure (contract section 6). */
export function reconcile({ tables, statements, catalogue, units }: Printed): Reconciled {
  const read: Reader = (table) => figuresOf(table, catalogue, units);
  const printed = tables.map((table): Reading => ({ table, ...read(table) }));
  const readings = repairTables(printed, statements, read);
  const { ledger, statuses, checks } = assess(readings, statements, movedFrom(printed));
  return {
    tables: readings.map(({ table }) => table),
    facts: ledger.entries.map((entry) => {
      const table = readings[entry.table]?.table ?? tables[entry.table];
      if (!table) throw new Error(`no table ${entry.table}`);
      const context = { table, tableIndex: entry.table, catalogue };
      return factOf(entry.figure, context, statuses[entry.id] ?? "unproved");
    }),
    checks: [...readings.flatMap((reading) => reading.checks), ...checks],
  };
}

/** True for a figure that means another thing now than where it is printed, or meant nothing there. */
function movedFrom(printed: readonly Reading[]): (entry: Entry) => boolean {
  const before = printed.map(
    ({ figures }) => new Map(figures.map((f) => [f.place, describe(f.coordinates)])),
  );
  return ({ table, figure }) => before[table]?.get(figure.place) !== describe(figure.coordinates);
}
