import type { Check } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { type Fact, STATUSES } from "../model/fact.ts";
import type { Language } from "../model/message.ts";
import { placeWords } from "../model/place.ts";
import type { Column, Table, UnitFrom } from "../model/table.ts";
import type { InspectedIdentity } from "../tell/inspection.ts";
import { coordinatesText } from "./coordinates-text.ts";
import { checkLines } from "./inspect-checks.ts";
import { identityCount, identityLines } from "./inspect-identities.ts";
import { LEGEND, MARKS, reasonLines } from "./inspect-trust.ts";
import { columns, count, printable } from "./terminal.ts";

export interface InspectView {
  /** Whether the rows of the tables are shown. */
  readonly rows: boolean;
  /** Whether the identities that hold are listed; those that fail always are. */
  readonly identities: boolean;
  /** Of reasons and messages. */
  readonly language: Language;
}

/** A disclosure as a person wants to see it: who and when, each table with columns, rows and what did not add up. */
export function inspectText(
  disclosure: Disclosure,
  identities: readonly (readonly InspectedIdentity[])[],
  view: InspectView,
): string {
  const { tables, facts, checks, tablesAbsent } = disclosure;
  const parts = [headOf(disclosure)];
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
  if (others.length > 0)
    parts.push(`Checks of no one table:\n${checkLines(others, view.language)}`);
  if (tablesAbsent.length > 0) {
    parts.push(`Promised by the contents and absent: ${tablesAbsent.join(", ")}\n`);
  }
  if (view.rows) parts.push(`${LEGEND}\n`);
  return parts.join("\n");
}

function headOf({ source, identity, document, tables, facts, ...rest }: Disclosure): string {
  const pages = source.pages > 0 ? `, ${source.pages} pages` : "";
  const scanned =
    source.scannedPages.length > 0 ? `, scanned: ${source.scannedPages.join(" ")}` : "";
  return columns([
    ["Source", `${printable(source.name)} (${source.format}${pages}${scanned})`],
    ["Document", document],
    ["Department", `${printable(identity.department)} ${identity.departmentCode}`.trim()],
    ["Division", `${identity.division} ${identity.divisionCode}`.trim() || "unknown"],
    ["Of", `${identity.year} ${identity.stage}, ${identity.scope}`],
    ["Tables", count(tables.length)],
    ["Figures", figuresText(facts)],
    ["Indicators", count(rest.indicators.length)],
    ["Statements", count(rest.statements.length)],
  ]);
}

/** `12: 10 proved, 2 conflict` */
function figuresText(facts: readonly Fact[]): string {
  const statuses = STATUSES.map((status) => {
    const figures = facts.filter((fact) => fact.status === status).length;
    return figures > 0 ? `${count(figures)} ${status}` : "";
  }).filter((text) => text !== "");
  return [count(facts.length), statuses.join(", ")].filter((text) => text !== "").join(": ");
}

const UNIT_DOUBTS: Readonly<Record<UnitFrom, string>> = {
  label: "",
  several: " (one of several that are printed)",
  document: " (by the other tables)",
};

function tableText(
  table: Table,
  facts: readonly Fact[],
  checks: readonly Check[],
  identities: readonly InspectedIdentity[],
  view: InspectView,
): string {
  const unit = `${table.unit}${UNIT_DOUBTS[table.unitFrom]}`;
  const gives = coordinatesText(table.gives);
  const lines = [
    `== ${table.id}  ${printable(table.title)}`,
    [placeWords(table.place).en, table.stage, unit, gives]
      .filter((text) => text !== "")
      .join(" · "),
  ];
  if (facts.length > 0) lines.push(`figures: ${figuresText(facts)}`);
  if (identities.length > 0) lines.push(identityCount(identities));
  if (table.declaredEmpty !== undefined)
    lines.push(`declared empty: ${printable(table.declaredEmpty)}`);
  const shown = [
    lines.join("\n"),
    "\n",
    columns(table.columns.map(columnRow)).replace(/^(?=.)/gm, "  "),
  ];
  if (view.rows && table.rows.length > 0) shown.push(rowsText(table, facts));
  shown.push(reasonLines(facts, view.language));
  shown.push(checkLines(checks, view.language));
  shown.push(identityLines(identities, checks, view));
  return shown.join("");
}

function columnRow({ index, heading, role, gives, unit, level, block }: Column): string[] {
  return [
    `${index}`,
    printable(heading.join(" › ")) || "(no heading)",
    level ? `${role} ${level}` : role,
    [coordinatesText(gives), unit ?? "", block > 0 ? `block ${block}` : ""]
      .filter((text) => text !== "")
      .join(" "),
  ];
}

function rowsText(table: Table, facts: readonly Fact[]): string {
  const status = new Map(facts.map((fact) => [`${fact.row}:${fact.column}`, fact.status]));
  const rows = table.rows.map((row) => {
    const cells = table.columns.map(({ index }) => {
      const cell = row.cells.find(({ column }) => column === index);
      const found = status.get(`${row.index}:${index}`);
      return cell ? printable(cell.text) + (found ? MARKS[found] : "") : "";
    });
    return [`${row.index}`, ...cells];
  });
  const head = ["row", ...table.columns.map(({ index }) => `[${index}]`)];
  const aligns = [
    "right",
    ...table.columns.map(({ role }) => (role === "amount" ? "right" : "left")),
  ];
  return columns([head, ...rows], aligns as ("left" | "right")[]).replace(/^(?=.)/gm, "  ");
}
