import type { Disclosure } from "../model/disclosure.ts";
import { type FieldDescriptor, fileResource, type Resource } from "./datapackage.ts";
import type { DocumentRecord } from "./documents.ts";
import { FACTS } from "./facts.ts";
import { type Rectangle, type RectangleColumn, rectanglesOf } from "./rectangle.ts";

/** A clean table among a department's files, as datapackage.json describes it. */
export interface DescribedTable {
  /** `income-summary`: the name of its file. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly RectangleColumn[];
}

export function describedTables(disclosure: Disclosure): DescribedTable[] {
  return rectanglesOf(disclosure).map(({ name, title, columns }: Rectangle) => ({
    name,
    title,
    columns,
  }));
}

/** The files of a disclosure as resources, named by its document. `formats` says which of them are written. */
export function departmentResources(
  stem: string,
  { document, department }: Pick<DocumentRecord, "document" | "department">,
  tables: readonly DescribedTable[],
  formats: readonly string[],
): Resource[] {
  const resources: Resource[] = [];
  const add = (end: string, what: string, fields?: readonly FieldDescriptor[]): void => {
    const name = `${document}/${end.replace(/^[./]/, "").replace(/\.csv$/, "")}`;
    resources.push(fileResource(name, stem + end, `${department} ${what}`, fields));
  };
  if (formats.includes("json")) add(".json", "全部数据");
  if (formats.includes("xlsx")) add(".xlsx", "工作簿");
  if (formats.includes("csv")) {
    add(".facts.csv", FACTS.title, FACT_FIELDS);
    for (const table of tables) add(`/${table.name}.csv`, table.title, table.columns.map(fieldOf));
  }
  return resources;
}

const RECTANGLE_TYPES = { text: "string", amount: "number", integer: "integer" } as const;

function fieldOf({ heading, type }: RectangleColumn): FieldDescriptor {
  return { name: heading, type: RECTANGLE_TYPES[type] };
}

/** Names and types only: what they mean is said once, with facts.csv. */
const FACT_FIELDS: readonly FieldDescriptor[] = FACTS.fields.map(({ name, type }) => ({
  name,
  type: type === "integer" ? "integer" : type === "decimal" ? "number" : "string",
}));
