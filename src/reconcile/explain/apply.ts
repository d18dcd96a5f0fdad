import type { Cell, Table } from "../../model/table.ts";
import type { Changes } from "./board.ts";

/** The table with the moved amounts in their columns. Digits, places and all other cells stay as they are. */
export function moveCells(table: Table, changes: Changes): Table {
  return {
    ...table,
    rows: table.rows.map((row) => {
      const pieces = changes.get(row.index);
      if (!pieces) return row;
      const columns = new Map(pieces.map(({ cell, column }) => [cell.place, column]));
      const cells = row.cells.map((cell): Cell => {
        const column = columns.get(cell.place);
        return column === undefined || column === cell.column ? cell : { ...cell, column };
      });
      return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
    }),
  };
}
