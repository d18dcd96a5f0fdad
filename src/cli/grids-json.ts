import type { Grid, Layout } from "../model/block.ts";

/**
 * Every grid of a layout, one a line: `[{page, bbox, rows: [[text]], cells: [[r0, r1, c0, c1, text]]}]`. A merged cell's
 * text stands in its top left position, `""` in those that it covers. Text sources have a `line` and neither page nor box.
 */
export function gridsJson(layout: Layout): string {
  const grids = layout.blocks.filter((block) => block.type === "grid").map(gridOf);
  return `[${grids.map((grid) => `\n${JSON.stringify(grid)}`).join(",")}\n]\n`;
}

function gridOf({ cells, rowCount, columnCount, place }: Grid): unknown {
  const rows = Array.from({ length: rowCount }, () => new Array<string>(columnCount).fill(""));
  for (const { r0, c0, text } of cells) {
    const row = rows[r0];
    if (row) row[c0] = text;
  }
  const { page, line, box } = place;
  return {
    ...(page !== undefined && { page }),
    ...(line !== undefined && { line }),
    ...(box && { bbox: [box.x0, box.y0, box.x1, box.y1].map((n) => Number(n.toFixed(2))) }),
    rows,
    cells: cells.map(({ r0, r1, c0, c1, text }) => [r0, r1, c0, c1, text]),
  };
}
