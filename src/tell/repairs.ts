import type { Check } from "../model/check.ts";
import { inBoth, type Language, type Message } from "../model/message.ts";
import type { Table } from "../model/table.ts";
import { describe } from "../normalise/ledger/keys.ts";
import type { Entry, Reading } from "../normalise/ledger/ledger.ts";
import { type Move, movesOf } from "../normalise/ledger/moved.ts";
import type { Assessment } from "../reconcile/assess.ts";
import { members, proves } from "../reconcile/constraint.ts";
import { refsOf, tableName } from "./identities.ts";
import { SENTENCES } from "./sentences.ts";

/** What is moved from one column to another together: one check of a column, or of a row where few rows are concerned. */
const COLUMN_FROM = 3;

/** Amounts that a message quotes. */
const SHOWN = 4;

/** The repairs of a disclosure, for checks.csv: what was printed where, where it belongs, and which identities say so. */
export function repairChecks(assessment: Assessment, printed: readonly Reading[]): Check[] {
  const { ledger, trust } = assessment;
  const moveOf = movesOf(printed);
  const moves = ledger.entries.flatMap((entry) => moveOf(entry) ?? []);
  const reasons = reasonsOf(assessment, moves);
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
    const why = group.flatMap(({ entry }) => reasons.get(entry) ?? []);
    return [checkOf(group, before, after, why, proved)];
  });
}

function checkOf(
  group: readonly Move[],
  before: Table,
  after: Table,
  why: readonly Message[],
  proved: boolean,
): Check {
  const first = group[0] as Move;
  const { figure } = first.entry;
  const from = unique(group.map(({ fromColumn }) => fromColumn));
  const to = unique(group.map(({ entry }) => entry.figure.column));
  const under = (table: Table, columns: readonly number[], language: Language): string[] =>
    unique(columns.map((column) => headingOf(table, column, language)));
  return {
    check: "repair",
    outcome: proved ? "repaired" : "noted",
    severity: proved ? "note" : "warning",
    table: after.id,
    tableIndex: first.entry.table,
    row: figure.row,
    coordinates: describe(figure.coordinates),
    expected: under(after, to, "zh").join(", "),
    found: under(before, from, "zh").join(", "),
    message: inBoth((language) =>
      SENTENCES[language].move({
        rows: unique(group.map(({ entry }) => entry.figure.row)),
        amounts: group.slice(0, SHOWN).map(({ entry }) => entry.figure.money.published),
        more: Math.max(0, group.length - SHOWN),
        from: under(before, from, language),
        to: under(after, to, language),
        fallen: group.some(({ entry, fromRow }) => fromRow !== entry.figure.row),
        why: unique(why.map((reason) => reason[language])),
      }),
    ),
    figures: refsOf(group.map(({ entry }) => entry)),
    place: figure.place,
  };
}

function headingOf(table: Table, column: number, language: Language): string {
  const words = table.columns[column]?.heading.filter((word) => word !== "").join(" › ");
  return words || SENTENCES[language].column(column + 1);
}

/** In words, which identities hold for figures that were moved. */
function reasonsOf(
  { ledger, verdicts }: Assessment,
  moves: readonly Move[],
): Map<Entry, Message[]> {
  const reasons = new Map<Entry, Message[]>(moves.map(({ entry }) => [entry, []]));
  for (const one of verdicts) {
    if (!proves(one)) continue;
    for (const entry of members(one)) {
      const known = reasons.get(entry);
      if (!known) continue;
      const other = members(one).find(({ table }) => table !== entry.table);
      known.push(
        inBoth((language) => {
          const table = other && tableName(ledger, other.table, language);
          return SENTENCES[language].decided(one.kind, table);
        }),
      );
    }
  }
  return reasons;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
