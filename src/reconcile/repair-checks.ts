import type { Check } from "../model/check.ts";
import type { Table } from "../model/table.ts";
import type { Assessment } from "./assess.ts";
import { type ConstraintKind, members, proves } from "./constraint.ts";
import { describe } from "./keys.ts";
import type { Entry, Reading } from "./ledger.ts";

/** A figure that stands elsewhere now than where it is printed. */
interface Move {
  readonly entry: Entry;
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly before: string | undefined;
}

/** What is moved from one column to another together: one check of a column, or of a row where few rows are concerned. */
const COLUMN_FROM = 3;

/** Amounts that a message quotes. */
const SHOWN = 4;

/** Tells whether a figure means another thing now than where it is printed, or meant nothing there. */
export function movesOf(printed: readonly Reading[]): (entry: Entry) => Move | undefined {
  const places = printed.map(({ table, figures }) => {
    const meant = new Map(figures.map((f) => [f.place, describe(f.coordinates)]));
    const cells = table.rows.flatMap((row) =>
      row.cells.map((cell) => {
        const before = meant.get(cell.place);
        return [cell.place, { fromRow: row.index, fromColumn: cell.column, before }] as const;
      }),
    );
    return new Map(cells);
  });
  return (entry) => {
    const from = places[entry.table]?.get(entry.figure.place);
    const same = from?.fromRow === entry.figure.row;
    if (!from || (same && from.before === describe(entry.figure.coordinates))) return undefined;
    return { entry, ...from };
  };
}

/** The repairs of a disclosure, for checks.csv: what was printed where, where it belongs, and which constraints say so. */
export function repairChecks(
  { ledger, verdicts, trust }: Assessment,
  printed: readonly Reading[],
): Check[] {
  const moveOf = movesOf(printed);
  const moves = ledger.entries.flatMap((entry) => moveOf(entry) ?? []);
  const reasons = reasonsOf(ledger.readings, verdicts);
  const groups = new Map<string, Move[]>();
  for (const move of moves) {
    const key = `${move.entry.table} ${move.fromColumn}>${move.entry.figure.column}`;
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  const ofColumns = [...groups.values()].filter((group) => group.length >= COLUMN_FROM);
  const rows = new Map<string, Move[]>();
  for (const move of [...groups.values()].filter((g) => g.length < COLUMN_FROM).flat()) {
    const key = `${move.entry.table} ${move.entry.figure.row}`;
    rows.set(key, [...(rows.get(key) ?? []), move]);
  }
  return [...ofColumns, ...rows.values()].flatMap((group) => {
    const [first] = group;
    const before = first && printed[first.entry.table]?.table;
    const after = first && ledger.readings[first.entry.table]?.table;
    if (!first || !before || !after) return [];
    const proved = group.every(({ entry }) => trust[entry.id]?.status === "repaired");
    const why = [...new Set(group.flatMap(({ entry }) => reasons.get(entry) ?? []))];
    return [checkOf(group, before, after, why, proved)];
  });
}

function checkOf(
  group: readonly Move[],
  before: Table,
  after: Table,
  why: readonly string[],
  proved: boolean,
): Check {
  const first = group[0] as Move;
  const { figure } = first.entry;
  const rows = [...new Set(group.map(({ entry }) => entry.figure.row))];
  const fallen = group.some(({ entry, fromRow }) => fromRow !== entry.figure.row);
  const amounts = group.slice(0, SHOWN).map(({ entry }) => entry.figure.money.published);
  const more = group.length > SHOWN ? ` and ${group.length - SHOWN} more` : "";
  const from = [...new Set(group.map(({ fromColumn }) => headingOf(before, fromColumn)))];
  const to = [...new Set(group.map(({ entry }) => headingOf(after, entry.figure.column)))];
  const decided = why.length > 0 ? `; decided by ${why.join(", ")}` : "";
  return {
    check: "repair",
    outcome: proved ? "repaired" : "noted",
    table: after.id,
    tableIndex: first.entry.table,
    row: figure.row,
    coordinates: describe(figure.coordinates),
    expected: to.join(", "),
    found: from.join(", "),
    message: `${rows.length === 1 ? `row ${rows[0]}` : `${rows.length} rows`}: ${amounts.join(", ")}${more} printed under ${from.join(", ")}${fallen ? " a line below" : ""} belong under ${to.join(", ")}${decided}`,
    place: figure.place,
  };
}

function headingOf(table: Table, column: number): string {
  const words = table.columns[column]?.heading.filter((word) => word !== "").join(" › ");
  return words ? words : `column ${column + 1}`;
}

const WORDS: Record<ConstraintKind, string> = {
  row: "the columns of the row",
  column: "the sums of the columns",
  tree: "the lines of the table",
  balance: "income against expenditure",
  same: "the same figure in",
  across: "the lines of",
};

/** In words, the constraints that hold for each entry. */
function reasonsOf(
  readings: readonly Reading[],
  verdicts: Assessment["verdicts"],
): Map<Entry, string[]> {
  const reasons = new Map<Entry, string[]>();
  for (const one of verdicts) {
    if (!proves(one)) continue;
    const { constraint } = one;
    for (const entry of members(constraint)) {
      const other = members(constraint).find(({ table }) => table !== entry.table);
      const where = other ? ` ${readings[other.table]?.table.id ?? ""}` : "";
      const known = reasons.get(entry) ?? [];
      known.push(`${WORDS[constraint.kind]}${where}`);
      reasons.set(entry, known);
    }
  }
  return reasons;
}
