import type { Disclosure } from "../model/disclosure.ts";
import { type FieldDescriptor, fileResource, type Resource } from "./datapackage.ts";
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

/** The files of a department as resources. `formats` says which of them are written. */
export function departmentResources(
  stem: string,
  department: string,
  tables: readonly DescribedTable[],
  formats: readonly string[],
): Resource[] {
  const title = (what: string): string => `${department} ${what}`;
  const resources: Resource[] = [];
  if (formats.includes("json")) resources.push(fileResource(`${stem}.json`, title("全部数据")));
  if (formats.includes("xlsx")) resources.push(fileResource(`${stem}.xlsx`, title("工作簿")));
  if (formats.includes("csv")) {
    resources.push(fileResource(`${stem}.facts.csv`, title(FACTS.title), FACT_FIELDS));
    for (const table of tables) {
      const fields = table.columns.map(fieldOf);
      resources.push(fileResource(`${stem}/${table.name}.csv`, title(table.title), fields));
    }
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
