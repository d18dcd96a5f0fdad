import type { Check, FigureRef } from "../model/check.ts";
import { inBoth, type Language, type Message } from "../model/message.ts";
import { formatYuan } from "../model/money.ts";
import { placeWords } from "../model/place.ts";
import { BECAUSE } from "../model/rules.ts";
import { magnitude } from "../normalise/ledger/amounts.ts";
import { describe } from "../normalise/ledger/keys.ts";
import { type Entry, type Ledger, toYuan } from "../normalise/ledger/ledger.ts";
import type { RowList } from "../normalise/ledger/row-lists.ts";
import {
  type Constraint,
  type ConstraintKind,
  members,
  side,
  type Verdict,
} from "../reconcile/constraint.ts";
import type { LostRows } from "../reconcile/explain/lost-rows.ts";
import { TABLE_NAMES } from "../taxonomy/tables/declarations.ts";
import { type RowsApart, rowsApart } from "./rows-apart.ts";
import { SENTENCES } from "./sentences.ts";

/** An identity in words and numbers. Amounts are in the unit of the table. */
export interface IdentityWords {
  readonly says: Message;
  readonly expected: string;
  readonly found: string;
  readonly difference: string;
  readonly tolerance: string;
}

export function identityWords(ledger: Ledger, one: Verdict): IdentityWords {
  const { difference, slack, holds } = one;
  const rule = ruleOf(one);
  const [subject] = members(one);
  const found = inUnit(ledger, subject, total(side(one, 1)));
  const expected = inUnit(ledger, subject, total(side(one, -1)) + (one.beside?.amount ?? 0n));
  const other = members(one).find(({ table }) => table !== subject?.table);
  return {
    says: inBoth((language) =>
      SENTENCES[language].identity({
        ...{ rule, holds, found, expected, because: becauseOf(one, language) },
        subject: subject && nameOf(ledger, subject, language),
        other: other && tableName(ledger, other.table, language),
      }),
    ),
    expected,
    found,
    difference: inUnit(ledger, subject, difference),
    tolerance: toYuan(slack, ledger.digits).div(2).div(unitOf(subject)).toFixed(),
  };
}

/** An identity that fails, for checks.csv, with the rows that make up its gap where they are known. */
export function failureCheck(
  ledger: Ledger,
  one: Verdict,
  conflicts: ReadonlySet<Entry>,
  lists: readonly RowList[],
): Check {
  const [subject] = members(one);
  const { says, ...amounts } = identityWords(ledger, one);
  const [only, more] = new Set(members(one).filter((entry) => conflicts.has(entry)));
  const apart = rowsApart(lists, one);
  const blamed = more ? undefined : only;
  return {
    check: "identity",
    outcome: "fails",
    severity: "error",
    ...placeOf(ledger, blamed ?? subject),
    ...(subject && { coordinates: describe(subject.coordinates) }),
    ...amounts,
    message: inBoth((language) => {
      const words = SENTENCES[language];
      const off = words.off(amounts.difference, subject?.figure.money.unit ?? "元");
      const blame = blamed && words.blame(nameOf(ledger, blamed, language));
      const why = blame ?? (only ? "" : words.explained);
      const gap = apart ? gapWords(ledger, magnitude(one.difference), apart, language) : "";
      return says[language] + off + why + gap;
    }),
    figures: refsOf(members(one)),
  };
}

/** Rows that are missing, with the gap of each column and the table that knows it. */
export function lostCheck(ledger: Ledger, lost: LostRows): Check {
  const { parent, constraints } = lost;
  const widest = constraints.reduce((a, b) => (b.difference > a.difference ? b : a));
  return {
    check: "lost-rows",
    outcome: "noted",
    severity: "warning",
    ...placeOf(ledger, parent),
    coordinates: describe(parent.coordinates),
    expected: inUnit(ledger, parent, parent.amount),
    found: inUnit(ledger, parent, parent.amount - widest.difference),
    difference: inUnit(ledger, parent, -widest.difference),
    tolerance: toYuan(widest.slack, ledger.digits).div(2).div(unitOf(parent)).toFixed(),
    message: inBoth((language) => {
      const columns = constraints.map(({ column, difference }) => {
        const heading = headingOf(ledger, parent.table, column ?? 0, language);
        return `${heading} ${inUnit(ledger, parent, difference)}`;
      });
      const known = knowsWords(ledger, lost, language);
      return SENTENCES[language].lost(nameOf(ledger, parent, language), columns, known);
    }),
    figures: refsOf(constraints.flatMap(members)),
  };
}

/** Which table knows what is missing. */
function knowsWords(ledger: Ledger, { known, of }: LostRows, language: Language): string {
  const words = SENTENCES[language];
  const [first] = known;
  if (!first) return words.nobodyKnows;
  const table = tableName(ledger, first.table, language);
  const chosen = of > known.length ? words.chosen(of) : "";
  return words.known(table, known.length, rowsWords(ledger, known, language)) + chosen;
}

function gapWords(ledger: Ledger, gap: bigint, apart: RowsApart, language: Language): string {
  const { rows, less, lacks, of, rest } = apart;
  const [one] = rows;
  return SENTENCES[language].gap({
    gap: inUnit(ledger, one, gap),
    exact: rest === 0n,
    has: one ? tableName(ledger, one.table, language) : "",
    lacks: tableName(ledger, lacks, language),
    rows: rowsWords(ledger, rows, language),
    count: rows.length,
    of,
    less: rowsWords(ledger, less, language),
  });
}

/** Rows that a reader checks one by one; of more, the first are named. */
const NAMED = 6;

/** `甲项目 5869.20 (row 11, line 275) + 乙项目 730.00 (row 12, line 278)` */
function rowsWords(ledger: Ledger, rows: readonly Entry[], language: Language): string {
  const words = SENTENCES[language];
  const named = rows.slice(0, NAMED).map((entry) => {
    const { label, row, place, money } = entry.figure;
    const what = label.trim() || describe(entry.coordinates);
    return words.row(what, money.published, row, placeWords(place)[language]);
  });
  const more = rows.slice(NAMED);
  const rest = words.moreRows(more.length, inUnit(ledger, rows[0], total(more)));
  return [...named, ...(more.length > 0 ? [rest] : [])].join(" + ");
}

function placeOf(ledger: Ledger, entry: Entry | undefined): Partial<Check> {
  const table = entry && ledger.readings[entry.table]?.table;
  if (!entry || !table) return {};
  const { row, place } = entry.figure;
  return { table: table.id, tableIndex: entry.table, row, place };
}

/** The figures of some entries, each once. */
export function refsOf(entries: readonly Entry[]): FigureRef[] {
  return [...new Set(entries)].map(({ table, figure: { row, column } }) => {
    return { tableIndex: table, row, column };
  });
}

function nameOf(ledger: Ledger, entry: Entry, language: Language): string {
  const { label, row, column } = entry.figure;
  const heading = headingOf(ledger, entry.table, column, language);
  const what = [label.trim(), heading].filter((part) => part !== "").join(" › ");
  return SENTENCES[language].cell(what, tableName(ledger, entry.table, language), row);
}

export function tableName(ledger: Ledger, table: number, language: Language): string {
  const id = ledger.readings[table]?.table.id;
  return id ? TABLE_NAMES[id][language] : "";
}

function headingOf(ledger: Ledger, table: number, column: number, language: Language): string {
  const heading = ledger.readings[table]?.table.columns[column]?.heading.at(-1);
  return heading ?? SENTENCES[language].column(column + 1);
}

function total(entries: readonly Entry[]): bigint {
  return entries.reduce((sum, { amount }) => sum + amount, 0n);
}

function unitOf(entry: Entry | undefined): number {
  const unit = entry?.figure.money.unit ?? "元";
  return { 元: 1, 千元: 1_000, 万元: 10_000, 亿元: 100_000_000 }[unit];
}

function inUnit(ledger: Ledger, entry: Entry | undefined, amount: bigint): string {
  return formatYuan(toYuan(amount, ledger.digits).div(unitOf(entry)));
}

/** The rule that it follows from; that two prints of one figure are the same needs no words. */
function becauseOf({ because }: Constraint, language: Language): string | undefined {
  return because === "same-figure" ? undefined : BECAUSE[because][language];
}

/** What its sides are to each other, in a word that the sentences know. */
export function ruleOf({ kind, relation }: Constraint): ConstraintKind | "bound" {
  return relation === "≤" ? "bound" : kind;
}
