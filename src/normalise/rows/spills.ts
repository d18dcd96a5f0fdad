import { parseNumber } from "../../model/money.ts";
import type { Cell, Row, Table } from "../../model/table.ts";

/**
 * The table with amounts that fell to a line of their own put back into the row above: into their column where it is free
 * there, else beyond the last. Undefined where there is no such line.
 */
export function withoutSpills(table: Table): Table | undefined {
  const rows: Row[] = [];
  let width = table.columns.length;
  let found = false;
  for (const row of table.rows) {
    const above = rows.findLast(({ cells }) => cells.length > 0);
    if (!above || row.cells.length === 0 || !row.cells.every(isAmount)) {
      rows.push(row);
      continue;
    }
    found = true;
    const cells = [...above.cells];
    for (const cell of row.cells) {
      const free = !cells.some(({ column }) => column === cell.column);
      const placed: Cell = free ? cell : { ...cell, column: Math.max(width, table.columns.length) };
      if (!free) width = placed.column + 1;
      cells.push(placed);
    }
    rows[rows.indexOf(above)] = { ...above, cells: cells.sort((a, b) => a.column - b.column) };
    rows.push({ ...row, cells: [] });
  }
  return found ? { ...table, rows, columns: widened(table, width) } : undefined;
}

function isAmount(cell: Cell): boolean {
  return parseNumber(cell.text) !== undefined;
}

/** Columns without a heading for what stands beyond the last one. */
function widened(table: Table, width: number): Table["columns"] {
  const last = table.columns.at(-1);
  const more = Array.from({ length: width - table.columns.length }, (_, i) => ({
    index: table.columns.length + i,
    role: "unknown" as const,
    heading: [],
    block: last?.block ?? 0,
    gives: {},
  }));
  return [...table.columns, ...more];
}
