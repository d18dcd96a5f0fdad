import type { Check } from "../model/check.ts";
import type { Fact } from "../model/fact.ts";
import type { Statement } from "../model/narrative.ts";
import type { Table } from "../model/table.ts";
import type { Catalogue } from "../normalise/catalogue/index.ts";
import { factOf } from "../normalise/facts.ts";
import { figuresOf } from "../normalise/figures.ts";
import type { KnownUnits } from "../normalise/units.ts";
import { assess } from "./assess.ts";
import type { Reader, Reading } from "./ledger.ts";
import { repairTables } from "./repair/index.ts";
import { movesOf, repairChecks } from "./repair-checks.ts";

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
  const moveOf = movesOf(printed);
  const assessment = assess(readings, statements, (entry) => moveOf(entry) !== undefined);
  const { ledger, statuses, checks } = assessment;
  return {
    tables: readings.map(({ table }) => table),
    facts: ledger.entries.map((entry) => {
      const table = readings[entry.table]?.table ?? tables[entry.table];
      if (!table) throw new Error(`no table ${entry.table}`);
      const context = { table, tableIndex: entry.table, catalogue };
      return factOf(entry.figure, context, statuses[entry.id] ?? "unproved");
    }),
    checks: [
      ...readings.flatMap((reading) => reading.checks),
      ...repairChecks(assessment, printed),
      ...checks,
    ],
  };
}
