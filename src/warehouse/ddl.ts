import { VIEWS } from "../model/figure.ts";
import type { FieldType } from "../write/dataset.ts";
import { columnsOf, WAREHOUSE_TABLES, type WarehouseTable } from "./tables.ts";

/** The schema that holds everything. */
export const SCHEMA = "yusuan";

/**
 * 元 up to 10²⁰ and 18 decimals, exact, in Postgres and DuckDB alike: every amount that the combined files have as a decimal.
 * One with more digits is NULL here; documents.csv says so of its document, and `published` has it as printed.
 */
const AMOUNT = "decimal(38, 18)";

const TYPES: Readonly<Record<FieldType, string>> = {
  text: "varchar",
  code: "varchar",
  year: "varchar",
  integer: "integer",
  boolean: "boolean",
  decimal: AMOUNT,
};

export function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function tableName({ name }: Pick<WarehouseTable, "name">): string {
  return `${SCHEMA}.${named(name)}`;
}

/** Statements that make what a warehouse consists of; the same for Postgres and DuckDB, and harmless where it is there already. */
export function ddl(): readonly string[] {
  return [
    `create schema if not exists ${SCHEMA}`,
    `create table if not exists ${SCHEMA}.contract (version varchar primary key)`,
    `create table if not exists ${SCHEMA}.partitions (part varchar primary key, digest varchar not null, loaded timestamp with time zone not null)`,
    `create table if not exists ${SCHEMA}.changes (changed_at timestamp with time zone not null, part varchar not null, dataset varchar not null, id varchar not null, change varchar not null)`,
    ...WAREHOUSE_TABLES.flatMap((table) => [
      `create table if not exists ${tableName(table)} (\n  ${columnLines(table).join(",\n  ")},\n  primary key (part, ${named(table.key)})\n)`,
    ]),
    ...INDEXES.map(
      ([table, column]) =>
        `create index if not exists ${table}_${column} on ${SCHEMA}.${table} (${named(column)})`,
    ),
    `create or replace view ${SCHEMA}.trusted_figures as select * from ${SCHEMA}.figures where status in ('proved', 'repaired', 'stated')`,
    ...VIEWS.map(
      (view) =>
        `create or replace view ${SCHEMA}.panel_by_${view} as select * from ${SCHEMA}.figures where in_by_${view}`,
    ),
  ];
}

const INDEXES = [
  ["facts", "document"],
  ["figures", "disclosure"],
  ["checks", "document"],
  ["changes", "changed_at"],
] as const;

/** `"year" varchar` */
export function columnLines(table: WarehouseTable): readonly string[] {
  const fields = new Map(table.dataset.fields.map((field) => [field.name, field]));
  return columnsOf(table).map((column) => {
    const type = TYPES[fields.get(column)?.type ?? "code"];
    return `${named(column)} ${type}${column === "part" || column === table.key ? " not null" : ""}`;
  });
}
