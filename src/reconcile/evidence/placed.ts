import { homelessRows } from "../../doubt/homeless.ts";
import { isDrawn } from "../../model/place.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import { columnOf, type Entry, type Ledger, rowOf } from "../../normalise/ledger/ledger.ts";
import { type Constraint, divides, members, proves, type Verdict } from "../constraint.ts";
import { judge, type Rules, rowRules } from "../constraints/descendants.ts";
import { placementsOf } from "../explain/moves.ts";
import { byColumn, moneyColumns, type PieceRow } from "../explain/pieces.ts";

/**
 * The entries whose column nothing confirms: only the columns of their own row add up, and they would do so as well with the
 * entry in another column. A sum does not care which of its columns a figure stands in. Sums that lack a row as a whole speak
 * for the place of those that are there: a figure out of place would leave gaps that are no row. Figures that a repair moved
 * together close their sums wherever they stand: those speak only where a figure is among them that stands as printed.
 */
export function unplaced(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  explained: ReadonlySet<Verdict>,
  moved: (entry: Entry) => boolean,
): ReadonlySet<Entry> {
  const telling = verdicts.filter((one) => {
    return proves(one) || explained.has(one) || emptyColumn(one);
  });
  const ofRows = telling.filter(({ constraint }) => constraint.kind === "row");
  const closed = new Set(ofRows.flatMap(({ constraint }) => members(constraint)));
  const placed = placedBy(
    ledger,
    telling
      .map(({ constraint }) => constraint)
      .filter((constraint) => constraint.kind !== "row" && !divides(constraint)),
    moved,
  );
  // A drawn table shows which column a figure stands in; only text loses that.
  const first = [...closed].filter((entry) => !placed.has(entry) && !isDrawn(entry.figure.place));
  const wanted = new Set(first.map(rowOf));
  const rows = groupBy(ledger.entries, (entry) => {
    const row = rowOf(entry);
    return wanted.has(row) ? row : undefined;
  });
  // Where no column closes at all there is nothing to find out row by row.
  if (rows.size > MOST) return new Set(first);
  const rules = rulesOf(ledger);
  const loose = new Set<Entry>();
  for (const row of rows.values()) {
    for (const entry of movable(row, rules)) if (!placed.has(entry)) loose.add(entry);
  }
  return loose;
}

/** The members of constraints in which a figure stands as printed, or one that such a constraint has placed. */
function placedBy(
  ledger: Ledger,
  constraints: readonly Constraint[],
  moved: (entry: Entry) => boolean,
): Set<Entry> {
  const asPrinted = new Set(ledger.entries.filter((entry) => !moved(entry)).map(columnOf));
  // Rows with cells out of place show the place of no other figure.
  const strays = ledger.readings.map(({ table }) => {
    return new Set(homelessRows(table).map(({ index }) => index));
  });
  // A column moved as a whole is under another heading: its rows all said so.
  const apart = (entry: Entry): boolean =>
    strays[entry.table]?.has(entry.figure.row) === true ||
    (asPrinted.has(columnOf(entry)) && moved(entry));
  const placed = new Set<Entry>();
  let open = constraints;
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    open = open.filter((constraint) => {
      const all = members(constraint);
      if (all.every((entry) => apart(entry) && !placed.has(entry))) return true;
      for (const entry of all) placed.add(entry);
      return false;
    });
  }
  return placed;
}

/** A column that is nothing but zeros, its total too, proves no amount; but its zeros stand where they belong. */
function emptyColumn({ constraint, holds, parts }: Verdict): boolean {
  return constraint.kind === "column" && holds && parts === 0;
}

/** Rows that are looked at one by one. */
const MOST = 400;

interface Block {
  readonly rules: Rules;
  readonly columns: readonly number[];
}

function rulesOf(ledger: Ledger): (entry: Entry) => Block {
  const blocks = new Map<string, Block>();
  return ({ table, figure: { block } }) => {
    const key = `${table} ${block}`;
    const known = blocks.get(key);
    if (known) return known;
    const reading = ledger.readings[table];
    const columns = reading ? moneyColumns(reading.table, block) : [];
    const rules = reading ? rowRules(reading.table, columns) : [];
    const made = { rules, columns: columns.map(({ index }) => index) };
    blocks.set(key, made);
    return made;
  };
}

/** The entries of a row that could stand in another column without any of the row's constraints failing. */
function movable(row: readonly Entry[], blockOf: (entry: Entry) => Block): Entry[] {
  const [first] = row;
  if (!first) return [];
  const { rules, columns } = blockOf(first);
  const pieces: PieceRow = row
    .map((entry) => {
      const { column, place } = entry.figure;
      return { ...entry, column, cell: { column, place, text: `${entry.id}` } };
    })
    .sort((a, b) => a.column - b.column);
  const { holds } = judge(rules, byColumn(pieces));
  const elsewhere = new Set<string>();
  for (const placed of placementsOf(pieces, columns)) {
    const verdict = judge(rules, byColumn(placed));
    if (verdict.fails > 0 || verdict.holds < holds) continue;
    for (const { cell, column } of placed) if (cell.column !== column) elsewhere.add(cell.text);
  }
  return row.filter(({ id }) => elsewhere.has(`${id}`));
}
