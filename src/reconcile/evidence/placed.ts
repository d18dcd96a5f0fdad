import { inHomelessRow } from "../../doubt/homeless.ts";
import { isDrawn, type Place } from "../../model/place.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import {
  blockOf,
  columnOf,
  type Entry,
  type Ledger,
  rowOf,
} from "../../normalise/ledger/ledger.ts";
import type { PieceRow } from "../../normalise/ledger/pieces.ts";
import { divides, members, type Verdict } from "../constraint.ts";
import { frameOf } from "../explain/board.ts";
import { closingsOf } from "../explain/edits.ts";
import type { Evidence } from "./evidence.ts";

/**
 * The entries whose column nothing confirms: only the columns of their own row add up, and they would do so as well with the
 * entry in another column. A sum does not care which of its columns a figure stands in. Sums that lack a row as a whole speak
 * for the place of those that are there: a figure out of place would leave gaps that are no row. Figures that a repair moved
 * together close their sums wherever they stand: those speak only where a figure is among them that stands as printed.
 */
export function unplaced(evidence: Evidence): ReadonlySet<Entry> {
  const { ledger, verdicts, explained } = evidence;
  const others = verdicts.filter((one) => explained.has(one) || emptyColumn(one));
  const telling = [...evidence.telling, ...others];
  const ofRows = telling.filter(({ kind }) => kind === "row");
  const closed = new Set(ofRows.flatMap(members));
  const beside = telling.filter((one) => one.kind !== "row" && !divides(one));
  const placed = placedBy(evidence, beside);
  // A drawn table shows which column a figure stands in; only text loses that.
  const first = [...closed].filter((entry) => !placed.has(entry) && !isDrawn(entry.figure.place));
  const rows = new Map(first.map((entry) => [rowOf(entry), entry]));
  // Where no column closes at all there is nothing to find out row by row.
  if (rows.size > MOST) return new Set(first);
  const blocks = groupBy(rows.values(), blockOf);
  const elsewhere = new Set([...blocks.values()].flatMap((block) => movable(ledger, block)));
  return new Set(
    ledger.entries.filter((entry) => elsewhere.has(entry.figure.place) && !placed.has(entry)),
  );
}

/** The members of constraints in which a figure stands as printed, or one that such a constraint has placed. */
function placedBy({ ledger, moved }: Evidence, constraints: readonly Verdict[]): Set<Entry> {
  const asPrinted = new Set(ledger.entries.filter((entry) => !moved(entry)).map(columnOf));
  // Rows with cells out of place show the place of no other figure.
  const strays = inHomelessRow(ledger);
  // A column moved as a whole is under another heading: its rows all said so.
  const apart = (entry: Entry): boolean =>
    strays(entry) || (asPrinted.has(columnOf(entry)) && moved(entry));
  const placed = new Set<Entry>();
  let open = constraints;
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    open = open.filter((one) => {
      const all = members(one);
      if (all.every((entry) => apart(entry) && !placed.has(entry))) return true;
      for (const entry of all) placed.add(entry);
      return false;
    });
  }
  return placed;
}

/** A column that is nothing but zeros, its total too, proves no amount; but its zeros stand where they belong. */
function emptyColumn({ kind, holds, parts }: Verdict): boolean {
  return kind === "column" && holds && parts === 0;
}

/** Rows that are looked at one by one. */
const MOST = 400;

/** The places, in the rows of some figures of a block, of what could stand in another column without its row failing. */
function movable(ledger: Ledger, figures: readonly Entry[]): Place[] {
  const [first] = figures;
  if (!first) return [];
  const frame = frameOf(ledger, first.table, first.figure.block);
  const rows = [...frame.rows].map(([row, all]): [number, PieceRow] => {
    return [row, all.filter(({ column }) => frame.columns.has(column))];
  });
  const closings = closingsOf({ ...frame, rows: new Map(rows) });
  return figures.flatMap(({ figure: { row } }) =>
    closings(row).flatMap((placed) =>
      placed.flatMap(({ cell, column }) => (cell.column === column ? [] : [cell.place])),
    ),
  );
}
