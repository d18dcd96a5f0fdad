import { type Sheet, workbook } from "../write/spreadsheet.ts";
import { THREE_PUBLIC } from "../write/three-public.ts";
import type { ThreePublicLine } from "./overview.ts";

/** Lines as a workbook, under the same columns as three-public.csv. */
export function threePublicWorkbook(lines: readonly ThreePublicLine[]): Promise<Uint8Array> {
  const { fields, title } = THREE_PUBLIC;
  const columns: Sheet["columns"] = fields.map(({ title: heading, type }) => ({
    heading,
    type: type === "decimal" ? "amount" : type === "integer" ? "integer" : "text",
  }));
  const rows = lines.map((line) => fields.map(({ name }) => line[name]));
  return workbook([{ name: title, columns, rows }]);
}
