import { posix } from "node:path";
import { SHORTFALLS } from "../model/figure.ts";
import type { Message } from "../model/message.ts";
import { REASONS } from "../model/reasons.ts";
import type { Written } from "./atomic.ts";
import type { Dataset, Field, FieldType } from "./dataset.ts";

/** Descriptors of Data Package v2 (https://datapackage.org), fields with the column types of Fiscal Data Package. */

export interface FieldDescriptor {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "year" | "boolean";
  readonly title?: string;
  readonly description?: string;
  readonly columnType?: string;
  readonly unit?: string;
  readonly constraints?: { readonly required?: true; readonly enum?: readonly string[] };
}

export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly format: string;
  readonly mediatype: string;
  readonly type?: "table";
  readonly description?: string;
  readonly encoding?: "utf-8";
  readonly bytes?: number;
  readonly hash?: string;
  readonly schema?: { readonly fields: readonly FieldDescriptor[] };
}

const TYPES: Record<FieldType, FieldDescriptor["type"]> = {
  text: "string",
  code: "string",
  integer: "integer",
  decimal: "number",
  year: "year",
  boolean: "boolean",
};

function fieldDescriptor(field: Field): FieldDescriptor {
  const { name, type, title, description, columnType, unit, values, required } = field;
  return {
    name,
    type: TYPES[type],
    title,
    description,
    ...(columnType && { columnType }),
    ...(unit && { unit }),
    ...((required || values) && {
      constraints: { ...(required && { required }), ...(values && { enum: values }) },
    }),
  };
}

const CSV = { format: "csv", mediatype: "text/csv", encoding: "utf-8" } as const;

/** A combined CSV file. */
export function datasetResource(dataset: Dataset, written: Written): Resource {
  const { name, title, description, fields } = dataset;
  return {
    name,
    path: posix.basename(written.path),
    title,
    description,
    type: "table",
    ...CSV,
    bytes: written.bytes,
    hash: `sha256:${written.sha256}`,
    schema: { fields: fields.map(fieldDescriptor) },
  };
}

const MEDIA_TYPES: Record<string, string> = {
  csv: "text/csv",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  sql: "application/sql",
};

/**
 * Any other file of the output, by its path in it; `fields` for a CSV file. Names are of small ASCII letters, digits and
 * `-._/`, which is all that some readers of Data Packages take.
 */
export function fileResource(
  name: string,
  path: string,
  title: string,
  fields: readonly FieldDescriptor[] = [],
): Resource {
  const format = posix.extname(path).slice(1);
  return {
    name,
    path,
    title,
    ...(fields.length > 0 && { type: "table" as const }),
    format,
    mediatype: MEDIA_TYPES[format] ?? "application/octet-stream",
    ...(format === "csv" && { encoding: "utf-8" as const }),
    ...(fields.length > 0 && { schema: { fields } }),
  };
}

/** Version of the data contract (docs/contract.md). Its first number changes where users have to change something. */
export const CONTRACT_VERSION = "2.0.0";

/** Beyond what the profile knows: what the ids in `reason` say, and why views fall short. */
function sentences(all: Readonly<Record<string, Message>>): string {
  const lines = Object.entries(all).map(([id, { zh, en }]) => JSON.stringify({ id, zh, en }));
  return `[\n    ${lines.join(",\n    ")}\n  ]`;
}

/** Everything of the descriptor that stands before its resources; they follow one a line, then `DESCRIPTOR_END`. */
export const DESCRIPTOR_START = `{
  "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
  "name": "yusuan",
  "version": "${CONTRACT_VERSION}",
  "title": "部门预算与决算公开数据",
  "description": "Figures published by government departments in their budget and final-account disclosures, with their coordinates, proof and place. Codes are strings; amounts are exact decimals. In CSV files an apostrophe stands before a text that a spreadsheet would run as a formula.",
  "keywords": ["预算", "决算", "三公经费", "budget", "fiscal"],
  "reasons": ${sentences(REASONS)},
  "shortfalls": ${sentences(SHORTFALLS)},
  "resources": [
`;
export const DESCRIPTOR_END = "\n  ]\n}\n";
