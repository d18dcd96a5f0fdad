import type { Block, Grid } from "../../../src/model/block.ts";
import type { Form } from "../../../src/model/table.ts";
import type { TableId } from "../../../src/model/table-ids.ts";

const TITLES: readonly (readonly [RegExp, TableId])[] = [
  [/整体.*绩效目标表/, "department-performance"],
  [/专项资金绩效目标表/, "special-fund-performance"],
  [/绩效目标(汇总)?表/, "project-performance"],
];

/** Cuts the performance forms of a layout by their titles: enough for tests of what is read from them. */
export function formsOf(blocks: readonly Block[]): Form[] {
  const forms: (Form & { grids: Grid[] })[] = [];
  let title: { text: string; id: TableId } | undefined;
  for (const block of blocks) {
    if (block.type === "grid") {
      const last = forms.at(-1);
      if (!title) continue;
      if (last?.title === title.text) last.grids.push(block);
      else {
        const { id, text } = title;
        const place = block.place;
        forms.push({ id, title: text, place, unit: "万元", unitFrom: "label", grids: [block] });
      }
      continue;
    }
    const text = block.text.replace(/\s/g, "");
    const id = text.length < 80 ? TITLES.find(([pattern]) => pattern.test(text))?.[1] : undefined;
    if (id) title = { text: id === "project-performance" ? `${text}` : text, id };
    else if (/表$|^[一二三四五六七八九十]+、/.test(text) && text.length < 40) title = undefined;
  }
  return forms;
}

/** A grid of a text source from lines with `|` between the cells. */
export function textGrid(lines: readonly string[]): Grid {
  const rows = lines.map((line) => line.split("|"));
  const columnCount = Math.max(...rows.map((row) => row.length));
  return {
    type: "grid",
    rowCount: rows.length,
    columnCount,
    cells: rows.flatMap((row, r) =>
      row.map((text, c) => ({ r0: r, r1: r, c0: c, c1: c, text, place: { line: r + 1 } })),
    ),
    spansKnown: false,
    place: { line: 1 },
  };
}
