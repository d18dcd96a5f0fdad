import type { Check } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { type Fact, STATUSES } from "../model/fact.ts";
import type { Language } from "../model/message.ts";
import { placeWords } from "../model/place.ts";
import type { Column, Table } from "../model/table.ts";
import type { InspectedIdentity } from "../tell/inspection.ts";
import { coordinatesText } from "./coordinates-text.ts";
import { checkLines } from "./inspect-checks.ts";
import { identityCount, identityLines } from "./inspect-identities.ts";
import { MARKS, reasonLines } from "./inspect-trust.ts";
import { INSPECT_WORDS, type InspectWords } from "./inspect-words.ts";
import { columns, count, printable } from "./terminal.ts";

export interface InspectView {
  /** Whether the rows of the tables are shown. */
  readonly rows: boolean;
  /** Whether the identities that hold are listed; those that fail always are. */
  readonly identities: boolean;
  readonly language: Language;
}

/** A disclosure as a person wants to see it: who and when, each table with columns, rows and what did not add up. */
export function inspectText(
  disclosure: Disclosure,
  identities: readonly (readonly InspectedIdentity[])[],
  view: InspectView,
): string {
  const { tables, facts, checks, tablesAbsent } = disclosure;
  const words = INSPECT_WORDS[view.language];
  const parts = [headOf(disclosure, words)];
  tables.forEach((table, index) => {
    parts.push(
      tableText(
        table,
        facts.filter((fact) => fact.tableIndex === index),
        checks.filter((check) => check.tableIndex === index),
        identities[index] ?? [],
        view,
      ),
    );
  });
  const others = checks.filter((check) => check.tableIndex === undefined);
  if (others.length > 0) parts.push(`${words.ofNoTable}\n${checkLines(others, view.language)}`);
  if (tablesAbsent.length > 0) {
    parts.push(`${words.absent}${tablesAbsent.join(", ")}\n`);
  }
  if (view.rows) parts.push(`${words.legend}\n`);
  return parts.join("\n");
}

function headOf(
  { source, identity, document, tables, facts, ...rest }: Disclosure,
  words: InspectWords,
): string {
  const pages = source.pages > 0 ? words.pages(source.pages) : "";
  const scanned = source.scannedPages.length > 0 ? words.scanned(source.scannedPages) : "";
  return columns([
    [words.source, `${printable(source.name)} (${source.format}${pages}${scanned})`],
    [words.document, document],
    [words.department, `${printable(identity.department)} ${identity.departmentCode}`.trim()],
    [words.division, `${identity.division} ${identity.divisionCode}`.trim() || words.unknown],
    [words.of, words.edition(identity.year, identity.stage, identity.scope)],
    [words.tables, count(tables.length)],
    [words.figures, figuresText(facts, words)],
    [words.indicators, count(rest.indicators.length)],
    [words.statements, count(rest.statements.length)],
  ]);
}

/** `12: 10 proved, 2 conflict` */
function figuresText(facts: readonly Fact[], { status: term, comma, colon }: InspectWords): string {
  const statuses = STATUSES.map((status) => {
    const figures = facts.filter((fact) => fact.status === status).length;
    return figures > 0 ? `${count(figures)} ${term(status)}` : "";
  }).filter((text) => text !== "");
  return [count(facts.length), statuses.join(comma)].filter((text) => text !== "").join(colon);
}

function tableText(
  table: Table,
  facts: readonly Fact[],
  checks: readonly Check[],
  identities: readonly InspectedIdentity[],
  view: InspectView,
): string {
  const words = INSPECT_WORDS[view.language];
  const unit = `${table.unit}${words.unitDoubts[table.unitFrom]}`;
  const gives = coordinatesText(table.gives);
  const lines = [
    `== ${table.id}  ${printable(table.title)}`,
    [placeWords(table.place)[view.language], words.stage(table.stage), unit, gives]
      .filter((text) => text !== "")
      .join(" · "),
  ];
  if (facts.length > 0)
    lines.push(`${words.figuresOfTable}${words.colon}${figuresText(facts, words)}`);
  if (identities.length > 0) lines.push(identityCount(identities, words));
  if (table.declaredEmpty !== undefined)
    lines.push(`${words.declaredEmpty}${words.colon}${printable(table.declaredEmpty)}`);
  const shown = [
    lines.join("\n"),
    "\n",
    columns(table.columns.map((column) => columnRow(column, words))).replace(/^(?=.)/gm, "  "),
  ];
  if (view.rows && table.rows.length > 0) shown.push(rowsText(table, facts, words));
  shown.push(reasonLines(facts, view.language));
  shown.push(checkLines(checks, view.language));
  shown.push(identityLines(identities, checks, view));
  return shown.join("");
}

function columnRow(column: Column, words: InspectWords): string[] {
  const { index, heading, gives, unit, level, block } = column;
  const role = words.role(column.role);
  return [
    `${index}`,
    printable(heading.join(" › ")) || words.noHeading,
    level ? `${role} ${level}` : role,
    [coordinatesText(gives), unit ?? "", block > 0 ? words.block(block) : ""]
      .filter((text) => text !== "")
      .join(" "),
  ];
}

function rowsText(table: Table, facts: readonly Fact[], words: InspectWords): string {
  const status = new Map(facts.map((fact) => [`${fact.row}:${fact.column}`, fact.status]));
  const rows = table.rows.map((row) => {
    const cells = table.columns.map(({ index }) => {
      const cell = row.cells.find(({ column }) => column === index);
      const found = status.get(`${row.index}:${index}`);
      return cell ? printable(cell.text) + (found ? MARKS[found] : "") : "";
    });
    return [`${row.index}`, ...cells];
  });
  const head = [words.row, ...table.columns.map(({ index }) => `[${index}]`)];
  const aligns = [
    "right",
    ...table.columns.map(({ role }) => (role === "amount" ? "right" : "left")),
  ];
  return columns([head, ...rows], aligns as ("left" | "right")[]).replace(/^(?=.)/gm, "  ");
}
