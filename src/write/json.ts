import type { Coordinates } from "../model/coordinates.ts";
import type { Disclosure, Source } from "../model/disclosure.ts";
import type { Place } from "../model/place.ts";
import type { Table } from "../model/table.ts";
import type { Dataset } from "./dataset.ts";
import { DATASETS } from "./datasets.ts";
import { stemOf } from "./paths.ts";
import type { Records } from "./records.ts";

/**
 * A whole disclosure as JSON: its metadata, tables, facts, indicators, statements and checks. Records have the fields of the
 * datasets; what `identity` already says of all of them is not repeated, and empty fields are left out. Amounts are decimal
 * strings, codes are strings, texts are as printed. One element a line, so that two versions can be compared.
 */
export function disclosureJson(disclosure: Disclosure, records: Records): string {
  const { document, source, others = [], identity } = disclosure;
  const list = (dataset: Dataset, of: readonly Record<string, string>[]) =>
    listed(dataset, of, document);
  const sections = {
    disclosure: stemOf(disclosure),
    document,
    source: sourceJson(source),
    ...(others.length > 0 && {
      others: others.map((other) => ({ document: other.document, ...sourceJson(other.source) })),
    }),
    identity: {
      division_code: identity.divisionCode,
      division: identity.division,
      department_code: identity.departmentCode,
      department: identity.department,
      year: identity.year,
      stage: identity.stage,
      scope: identity.scope,
    },
    tables: disclosure.tables.map(tableJson),
    tables_absent: disclosure.tablesAbsent,
    facts: list(DATASETS.facts, records.facts),
    three_public: list(DATASETS["three-public"], records["three-public"]),
    ...(records.successions.length > 0 && {
      successions: list(DATASETS.successions, records.successions),
    }),
    indicators: list(DATASETS.indicators, records.indicators),
    statements: list(DATASETS.statements, records.statements),
    checks: list(DATASETS.checks, records.checks),
  };
  const lines = Object.entries(sections).map(([name, value]) => `  "${name}": ${block(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

function sourceJson({
  name,
  sha256,
  format,
  pages,
  scannedPages,
}: Source): Record<string, unknown> {
  return { name, sha256, format, pages, scanned_pages: scannedPages };
}

/** The elements of a list each on a line of its own. */
function block(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((element) => `    ${JSON.stringify(element)}`).join(",\n")}\n  ]`;
}

const SAID_BY_IDENTITY = new Set([
  "document",
  "disclosure",
  "division_code",
  "division",
  "department_code",
  "department",
  "year",
  "scope",
]);

type Json = string | number;

/** The document is said where it is another than the first. */
function listed(
  dataset: Dataset,
  records: readonly Record<string, string>[],
  document: string,
): unknown[] {
  const fields = dataset.fields.filter(({ name }) => !SAID_BY_IDENTITY.has(name));
  return records.map((record) => {
    const json: Record<string, Json> = {};
    const { document: own } = record;
    if (own && own !== document) Object.assign(json, { document: own });
    for (const { name, type } of fields) {
      const text = record[name] ?? "";
      if (text !== "") json[name] = type === "integer" ? Number(text) : text;
    }
    return json;
  });
}

function tableJson(table: Table): unknown {
  return {
    id: table.id,
    number: table.number,
    title: table.title,
    unit: table.unit,
    unit_from: table.unitFrom,
    stage: table.stage,
    ...placeJson(table.place),
    gives: coordinatesJson(table.gives),
    declared_empty: table.declaredEmpty,
    notes: table.notes,
    columns: table.columns.map((column) => ({
      index: column.index,
      role: column.role,
      heading: column.heading,
      block: column.block,
      level: column.level,
      unit: column.unit,
      gives: coordinatesJson(column.gives),
    })),
    rows: table.rows.map((row) => ({
      row_no: row.index,
      ...placeJson(row.place),
      cells: Object.fromEntries(row.cells.map((cell) => [cell.column, cell.text])),
    })),
  };
}

function placeJson({ document, page, line, box }: Place): Record<string, unknown> {
  return { document, page, line, bbox: box && [box.x0, box.y0, box.x1, box.y1].map(hundredths) };
}

const hundredths = (points: number): number => Number(points.toFixed(2));

function coordinatesJson(coordinates: Coordinates): Record<string, unknown> {
  return {
    flow: coordinates.flow,
    period: coordinates.period,
    stage: coordinates.stage,
    fund: coordinates.fund,
    kind: coordinates.kind,
    item: coordinates.item,
    procurement: coordinates.procurement,
    function_code: coordinates.functionCode,
    economic_code: coordinates.economicCode,
    gov_economic_code: coordinates.govEconomicCode,
    unit_code: coordinates.unitCode,
    unit_name: coordinates.unitName,
    project_code: coordinates.projectCode,
    project_name: coordinates.projectName,
    project_type: coordinates.projectType,
  };
}
