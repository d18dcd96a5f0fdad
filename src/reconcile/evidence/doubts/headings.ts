import { hasCodesTwice } from "../../../doubt/headings.ts";
import { type Doubt, doubt } from "../../../doubt/index.ts";
import { columnOf, type Entry } from "../../../normalise/ledger/ledger.ts";
import { isBetween, members, refutes, side } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";
import { contestedColumns } from "../testimony.ts";

/** Columns whose heading may be another's. */
export function doubtfulHeadings(evidence: Evidence): Doubt[] {
  return [
    ...doubt("lost-heading", lostHeadings(evidence)),
    ...doubt("beyond-bounds", beyondBounds(evidence)),
    ...doubt("slid-column", slidColumns(evidence)),
    ...doubt("exchanged-years", exchangedYears(evidence)),
    ...doubt("inferred-column", inferredColumns(evidence)),
  ];
}

/**
 * Figures of a table that lost a heading, or has one over two columns of codes: then it lost the other's. Where nothing stands
 * in the column without one, a figure that another table has as well shows that its column is under the right heading.
 */
function lostHeadings({ ledger, verdicts, confirmed, hearing }: Evidence): Entry[] {
  const columns = new Set([...confirmed].map(columnOf));
  for (const one of verdicts) {
    if (one.kind !== "same" || one.holds) continue;
    for (const entry of members(one)) columns.delete(columnOf(entry));
  }
  const gaps = ledger.readings.map(({ table }) =>
    hasCodesTwice(table) ? "filled" : table.unheaded,
  );
  return ledger.entries.filter((entry) => {
    const unheaded = gaps[entry.table];
    if (unheaded === undefined || confirmed.has(entry)) return false;
    return unheaded === "filled" || !(columns.has(columnOf(entry)) || hearing.stated.has(entry));
  });
}

/**
 * The columns of figures that are more than a soft bound allows; and those of the sum that closes without such a figure, but for
 * those that another table confirms: a heading may be wrong on either side. So may those of the columns beside it.
 */
function beyondBounds({ ledger, verdicts, confirmed }: Evidence): Entry[] {
  const sure = new Set([...confirmed].map(columnOf));
  const columns = new Set<string>();
  const alone = new Set<Entry>();
  for (const one of verdicts) {
    const [entry, ...others] = one.suspects ?? [];
    if (one.holds || !entry) continue;
    columns.add(columnOf(entry));
    for (const other of others) {
      if (!sure.has(columnOf(other))) columns.add(columnOf(other));
      else if (!confirmed.has(other)) alone.add(other);
    }
  }
  // Columns slide together: a sum along the row holds wherever they went.
  for (const one of columns.size > 0 ? verdicts : []) {
    const parts = side(one, -1).map(columnOf);
    if (one.kind !== "row" || !one.holds || !parts.some((key) => columns.has(key))) continue;
    for (const key of parts) if (!sure.has(key)) columns.add(key);
  }
  return ledger.entries.filter((entry) => alone.has(entry) || columns.has(columnOf(entry)));
}

/**
 * A column that slid as a whole satisfies its own sums: a figure of another table that contradicts it, proved or not, keeps it
 * from proof, unless most tables are on its side.
 */
function slidColumns({ ledger, verdicts }: Evidence): Entry[] {
  const contested = contestedColumns(verdicts);
  return ledger.entries.filter((entry) => contested.has(columnOf(entry)));
}

/** Tables whose changes refute the two years that they are of: each year may be divided by kinds. */
function exchangedYears({ ledger, verdicts }: Evidence): Entry[] {
  const refuted = verdicts.filter((one) => one.because === "change" && refutes(one));
  const tables = new Set(refuted.flatMap(members).map((e) => e.table));
  return ledger.entries.filter(({ table }) => tables.has(table));
}

/** Columns that a lost heading was inferred for, unless another table says the same of one of its figures, or a sentence does. */
function inferredColumns({ ledger, telling, hearing }: Evidence): Entry[] {
  const between = telling.filter(isBetween);
  const told = between.flatMap(members);
  const confirmed = new Set(told.filter(({ amount }) => amount !== 0n).map(columnOf));
  return ledger.entries.filter((entry) => {
    const column = ledger.readings[entry.table]?.table.columns[entry.figure.column];
    return column?.inferred && !confirmed.has(columnOf(entry)) && !hearing.stated.has(entry);
  });
}
