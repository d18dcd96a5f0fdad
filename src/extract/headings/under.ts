import type { Cell, Column, Table } from "../../model/table.ts";

/**
 * The table with whole columns of amounts moved under other headings: `chosen` has the place among `slots` of each column
 * `used`. A lost heading becomes a column of its own.
 */
export function underHeadings(
  table: Table,
  slots: readonly Column[],
  used: readonly number[],
  chosen: readonly number[],
): Table {
  const order = [...table.columns];
  for (const [at, slot] of slots.entries()) {
    if (!slot.inferred || !chosen.includes(at)) continue;
    const before = slots.slice(0, at).findLast((one) => order.includes(one));
    const after = slots.slice(at).find((one) => order.includes(one));
    order.splice(before ? order.indexOf(before) + 1 : after ? order.indexOf(after) : 0, 0, slot);
  }
  const stays = new Map(table.columns.map((column) => [column.index, order.indexOf(column)]));
  const moves = new Map(
    used.map((column, i) => {
      const slot = slots[chosen[i] ?? -1];
      return [column, slot ? order.indexOf(slot) : stays.get(column)];
    }),
  );
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((cell): Cell => {
      const to = (/\d/.test(cell.text) ? moves : stays).get(cell.column);
      return { ...cell, column: to ?? stays.get(cell.column) ?? cell.column };
    });
    return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
  });
  return { ...table, columns: order.map((column, index) => ({ ...column, index })), rows };
}
