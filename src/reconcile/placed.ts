import { type Evaluated, members, proves } from "./identity.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { placementsOf } from "./repair/moves.ts";
import { byColumn, type PieceRow } from "./repair/pieces.ts";
import { judgeRow, rowRules } from "./repair/row-rules.ts";

/**
 * The entries whose column nothing confirms: only the columns of their own row add up, and they would do so as well with the
 * entry in another column. A sum does not care which of its columns a figure stands in. Sums that lack a row as a whole speak
 * for the place of those that are there: a figure out of place would leave gaps that are no row.
 */
export function unplaced(
  ledger: Ledger,
  evaluated: readonly Evaluated[],
  explained: ReadonlySet<Evaluated>,
): ReadonlySet<Entry> {
  const placed = new Set<Entry>();
  const closed = new Set<Entry>();
  for (const one of evaluated) {
    if (!proves(one) && !explained.has(one) && !emptyColumn(one)) continue;
    const known = one.identity.rule === "row" ? closed : placed;
    for (const entry of members(one.identity)) known.add(entry);
  }
  const rows = new Map<string, Entry>();
  for (const entry of closed) {
    const { figure } = entry;
    // A drawn table shows which column a figure stands in; only text loses that.
    if (!placed.has(entry) && !figure.place.box)
      rows.set(`${entry.table} ${figure.block} ${figure.row}`, entry);
  }
  const loose = new Set<Entry>();
  for (const one of rows.values()) {
    for (const entry of movable(ledger, one)) if (!placed.has(entry)) loose.add(entry);
  }
  return loose;
}

/** A column that is nothing but zeros, its total too, proves no amount; but its zeros stand where they belong. */
function emptyColumn({ identity, holds, tells }: Evaluated): boolean {
  return identity.rule === "column" && holds && !tells;
}

/** The entries of a row that could stand in another column without any of the row's identities failing. */
function movable(ledger: Ledger, { table, figure: { block, row } }: Entry): Entry[] {
  const reading = ledger.readings[table];
  if (!reading) return [];
  const columns = reading.table.columns.filter((column) => {
    return column.block === block && column.role === "amount";
  });
  const rules = rowRules(reading.table, columns);
  const entries = (ledger.byTable[table] ?? []).filter(
    ({ figure }) => figure.row === row && figure.block === block,
  );
  const pieces: PieceRow = entries
    .map((entry) => {
      const { column, place } = entry.figure;
      return { ...entry, column, cell: { column, place, text: `${entry.id}` } };
    })
    .sort((a, b) => a.column - b.column);
  const { holds } = judgeRow(rules, byColumn(pieces));
  const elsewhere = new Set<string>();
  for (const placed of placementsOf(
    pieces,
    columns.map(({ index }) => index),
  )) {
    const verdict = judgeRow(rules, byColumn(placed));
    if (verdict.fails > 0 || verdict.holds < holds) continue;
    for (const { cell, column } of placed) if (cell.column !== column) elsewhere.add(cell.text);
  }
  return entries.filter(({ id }) => elsewhere.has(`${id}`));
}
