import type { Coordinates } from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import type { Place } from "../model/place.ts";
import type { Table } from "../model/table.ts";
import type { Dataset } from "./dataset.ts";
import { DATASETS } from "./datasets.ts";
import type { Records } from "./records.ts";

/**
 * A whole disclosure as JSON: its metadata, tables, facts, indicators, statements and checks. Records have the fields of the
 * datasets; what `identity` already says of all of them is not repeated, and empty fields are left out. Amounts are decimal
 * strings, codes are strings, texts are as printed. One element a line, so that two versions can be compared.
 */
export function disclosureJson(disclosure: Disclosure, records: Records): string {
  const { document, source, identity } = disclosure;
  const sections = {
    document,
    source: {
      name: source.name,
      sha256: source.sha256,
      format: source.format,
      pages: source.pages,
      scanned_pages: source.scannedPages,
    },
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
    facts: listed(DATASETS.facts, records.facts),
    three_public: listed(DATASETS["three-public"], records["three-public"]),
    indicators: listed(DATASETS.indicators, records.indicators),
    statements: listed(DATASETS.statements, records.statements),
    checks: listed(DATASETS.checks, records.checks),
  };
  const lines = Object.entries(sections).map(([name, value]) => `  "${name}": ${block(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** The elements of a list each on a line of its own. */
function block(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((element) => `    ${JSON.stringify(element)}`).join(",\n")}\n  ]`;
}

const SAID_BY_IDENTITY = new Set([
  "document",
  "division_code",
  "division",
  "department_code",
  "department",
  "year",
  "scope",
]);

type Json = string | number;

function listed(dataset: Dataset, records: readonly Record<string, string>[]): unknown[] {
  const fields = dataset.fields.filter(({ name }) => !SAID_BY_IDENTITY.has(name));
  return records.map((record) => {
    const json: Record<string, Json> = {};
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

function placeJson({ page, line, box }: Place): Record<string, unknown> {
  return { page, line, bbox: box && [box.x0, box.y0, box.x1, box.y1].map(hundredths) };
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
