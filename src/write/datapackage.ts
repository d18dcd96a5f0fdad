import { posix } from "node:path";
import { SHORTFALLS } from "../model/figure.ts";
import type { Message } from "../model/message.ts";
import { REASONS } from "../model/reasons.ts";
import type { Written } from "./atomic.ts";
import type { Dataset, Field, FieldType } from "./dataset.ts";
import type { Pattern } from "./patterns.ts";

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
  readonly schema?: TableSchema;
}

interface TableSchema {
  readonly fields: readonly FieldDescriptor[];
  readonly primaryKey?: string;
  readonly foreignKeys?: readonly {
    readonly fields: string;
    readonly reference: { readonly resource: string; readonly fields: string };
  }[];
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

/** A combined CSV file; its keys lead to those of the datasets that are written beside it. */
export function describe(
  dataset: Dataset,
  written: Written,
  beside: readonly string[] = [],
): Resource {
  const { name, title, description, fields, key, refers = {} } = dataset;
  const foreign = Object.entries<string | undefined>(refers).flatMap(([field, to]) =>
    to !== undefined && beside.includes(to) ? [[field, to] as const] : [],
  );
  return {
    name,
    path: posix.basename(written.path),
    title,
    description,
    type: "table",
    ...CSV,
    bytes: written.bytes,
    hash: `sha256:${written.sha256}`,
    schema: {
      fields: fields.map(fieldDescriptor),
      ...(key && { primaryKey: key }),
      ...(foreign.length > 0 && {
        foreignKeys: foreign.map(([field, resource]) => ({
          fields: field,
          reference: { resource, fields: field },
        })),
      }),
    },
  };
}

const MEDIA_TYPES: Record<string, string> = {
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  sql: "application/sql",
};

/**
 * Any other file of the output, by its path in it. Names are of small ASCII letters, digits and `-._/`, which is all that some
 * readers of Data Packages take.
 */
export function fileResource(name: string, path: string, title: string): Resource {
  const format = posix.extname(path).slice(1);
  return {
    ...{ name, path, title, format },
    mediatype: MEDIA_TYPES[format] ?? "application/octet-stream",
  };
}

/** Version of the data contract (docs/contract.md). Its first number changes where users have to change something. */
export const CONTRACT_VERSION = "2.0.0";

/** Beyond what the profile knows: what the ids in `reason` say, and why views fall short. */
function sentences(all: Readonly<Record<string, Message>>) {
  return Object.entries(all).map(([id, { zh, en }]) => ({ id, zh, en }));
}

/**
 * The descriptor: files that stand alone as resources, files of which there are as many as disclosures or parts as patterns.
 *
 * @param revised the latest date of revision that a disclosure declares; there is no other date in them, and none of ours
 */
export function descriptorText(
  resources: readonly Resource[],
  patterns: readonly Pattern[],
  revised = "",
): string {
  const { listed, ...said } = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "yusuan",
    version: CONTRACT_VERSION,
    title: "部门预算与决算公开数据",
    description:
      "Figures published by government departments in their budget and final-account disclosures, with their coordinates, proof and place. Codes are strings; amounts are exact decimals. In CSV files an apostrophe stands before a text that a spreadsheet would run as a formula.",
    keywords: ["预算", "决算", "三公经费", "budget", "fiscal"],
    ...(revised !== "" && { created: `${revised}T00:00:00Z` }),
    licenses: [LICENCE],
    sources: [{ title: "Disclosures of government departments: documents.csv names each file" }],
    listed: {
      reasons: sentences(REASONS),
      shortfalls: sentences(SHORTFALLS),
      patterns,
      resources,
    },
  };
  const lists = Object.entries(listed).map(([name, all]) => {
    const lines = all.map((one) => `    ${JSON.stringify(one)}`).join(",\n");
    return `  ${JSON.stringify(name)}: [\n${lines}\n  ]`;
  });
  return `${JSON.stringify(said, null, 2).slice(0, -2)},\n${lists.join(",\n")}\n}\n`;
}

/** The figures are facts of official documents; what is added to them here asks for nothing. */
const LICENCE = {
  name: "CC0-1.0",
  path: "https://creativecommons.org/publicdomain/zero/1.0/",
  title: "CC0 1.0, for what this tool adds to the published figures",
};
