import type { Fact } from "../model/fact.ts";
import type { Table } from "../model/table.ts";
import { factOf } from "../normalise/facts.ts";
import { figuresOf } from "../normalise/figures.ts";
import { groupBy } from "../normalise/ledger/keys.ts";
import {
  type Entry,
  type Ledger,
  ledgerOf,
  type Reader,
  type Reading,
} from "../normalise/ledger/ledger.ts";
import { movesOf, withRows } from "../normalise/ledger/moved.ts";
import { isReread } from "../normalise/ledger/recognised.ts";
import { type Assessment, assess, type Knowledge } from "./assess.ts";
import { repairTables } from "./explain/repair.ts";
import { rereadTables } from "./explain/reread.ts";

/** What a disclosure prints, recognised and keyed. */
export interface Printed extends Knowledge {
  readonly tables: readonly Table[];
}

/** The same, balanced: tables after repair, facts with their status, and all that was found on the way. */
export interface Reconciled {
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly findings: Findings;
}

/** All that did not simply hold, as data: `tell/` puts it into words. */
export interface Findings extends Assessment {
  /** The tables before repair. */
  readonly printed: readonly Reading[];
}

/** Proves, repairs or marks every figure of a disclosure (contract section 6). */
export function reconcile(printed: Printed): Reconciled {
  const { tables, statements, catalogue, units } = printed;
  const read: Reader = (table) => figuresOf(table, catalogue, units);
  const before = tables.map((table): Reading => ({ table, ...read(table) }));
  const reread = rereadTables(before, read);
  const assessment = proved(printed, before, repairTables(reread, statements, read), read);
  const { ledger, trust } = assessment;
  const { readings } = ledger;
  return {
    tables: readings.map(({ table }) => table),
    facts: ledger.entries.map((entry) => {
      const table = readings[entry.table]?.table ?? tables[entry.table];
      if (!table) throw new Error(`no table ${entry.table}`);
      const context = { table, tableIndex: entry.table, catalogue };
      const known = trust[entry.id];
      if (!known) throw new Error(`no status of figure ${entry.id}`);
      return factOf(entry.figure, context, known);
    }),
    findings: { ...assessment, printed: before },
  };
}

/** How often unproved repairs are taken back: each time leaves fewer. */
const REVIEWS = 4;

/**
 * True for a figure that is confirmed where it stands now, or to which nothing but an inferred heading or an open name speaks
 * against: that it stands in this column is proved, what column or row are called is not.
 */
function stands({ id, amount, table, figure }: Entry, { trust, ledger }: Assessment): boolean {
  const { status, reasons } = trust[id] ?? {};
  if (status === "repaired" || status === "stated" || amount === 0n) return true;
  const { inferred } = ledger.readings[table]?.table.columns[figure.column] ?? {};
  const named = inferred ? "heading-doubtful" : "row-unwitnessed";
  return reasons?.every((why) => why === named) === true;
}

/** Assesses the repaired tables, and takes back what was moved and is not proved where it stands now. */
function proved(
  printed: Printed,
  before: readonly Reading[],
  repaired: Ledger,
  read: Reader,
): Assessment {
  const moveOf = movesOf(before);
  const moved = (entry: Entry): boolean => moveOf(entry) !== undefined;
  let ledger = repaired;
  for (let review = 0; ; review++) {
    const assessment = assess(ledger, printed, moved);
    const unproved = assessment.ledger.entries.filter((entry) => {
      return !stands(entry, assessment) && (moved(entry) || isReread(entry));
    });
    if (unproved.length === 0) return assessment;
    const tables = groupBy(unproved, ({ table }) => table);
    const readings = ledger.readings.map((reading, i) => {
      const own = before[i] ?? reading;
      const rows = tables.get(i)?.map(({ figure }) => figure.row);
      if (!rows || reading === own) return reading;
      const table =
        review < REVIEWS ? withRows(reading.table, own.table, new Set(rows)) : own.table;
      return table === own.table ? own : { table, ...read(table) };
    });
    ledger = ledgerOf(readings);
  }
}
