import type { Column, ColumnRole } from "../../model/table.ts";
import type { RowStyle, TableDeclaration } from "../../taxonomy/tables/declare.ts";
import { isCode } from "./path.ts";

/** Tables whose lists are also printed side by side. */
const LISTS: ReadonlySet<RowStyle> = new Set(["lines", "economic", "function", "items"]);

/**
 * Lists side by side: a key column that comes after an amount and before another amount opens the next block. In a table of
 * two lists further names open one in any case: its amounts lost their heading. In tables that are no lists (projects) only
 * codes under the same heading as those before open one (财决: 项目支出决算明细表).
 */
export function withBlocks(columns: readonly Column[], declaration: TableDeclaration): Column[] {
  const lists = LISTS.has(declaration.rows);
  let block = 0;
  let amounts = 0;
  const blocked = columns.map((column, i) => {
    const opens =
      amounts > 0 &&
      (lists ? isKey(column.role) : repeatsCodes(columns, i)) &&
      (columns.slice(i + 1).some((later) => later.role === "amount") ||
        (declaration.rows === "lines" && column.role === "label"));
    if (opens) {
      block += 1;
      amounts = 0;
    }
    if (column.role === "amount") amounts += 1;
    return { ...column, block };
  });
  return blocked.map((column) => withFlow(column, declaration));
}

function repeatsCodes(columns: readonly Column[], at: number): boolean {
  const column = columns[at];
  const heading = column?.heading.join("");
  return (
    isCode(column?.role) && columns.slice(0, at).some((one) => one.heading.join("") === heading)
  );
}

function isKey(role: ColumnRole): boolean {
  return isCode(role) || role === "label" || role.endsWith("-name") || role === "project-code";
}

function withFlow(column: Column, declaration: TableDeclaration): Column {
  const flows = declaration.blockFlows;
  if (!flows || column.role !== "amount" || column.gives.flow !== undefined) return column;
  const flow = flows[Math.min(column.block, flows.length - 1)];
  return flow === undefined ? column : { ...column, gives: { ...column.gives, flow } };
}
