import { describe, expect, it } from "vitest";
import { onColumnsOf, sameColumns } from "../../../src/extract/grids/columns.ts";
import type { Grid } from "../../../src/model/block.ts";
import { drawn, tabbed } from "../blocks.ts";

/** A drawn grid with its cells moved to the right. */
function moved(grid: Grid, by: number): Grid {
  return {
    ...grid,
    cells: grid.cells.map((cell) => {
      const { box } = cell.place;
      return box
        ? { ...cell, place: { ...cell.place, box: { ...box, x0: box.x0 + by, x1: box.x1 + by } } }
        : cell;
    }),
  };
}

describe("a further page of a drawn table", () => {
  const first = drawn("类 | 款 | 项 | 名称 | 合计 | 基本支出\n201 | 05 | 01 | 行政运行 | 5 | 5", 1);

  it("has its columns where the first has them, give or take a little", () => {
    expect(sameColumns(first, moved(drawn("201 | 05 | 02 | 其他 | 5 | 5", 2), 6))).toBe(true);
  });

  it("may draw fewer columns: its cells get the numbers of the first page", () => {
    // 类 and 款 drawn as one column, as wide as both.
    const later = drawn("a | b | c", 2);
    const wide: Grid = {
      ...later,
      cells: later.cells.map((cell, i) => ({
        ...cell,
        place: { page: 2, box: { x0: 40 + i * 120, x1: 160 + i * 120, y0: 0, y1: 20 } },
      })),
    };
    expect(sameColumns(first, moved(wide, 6))).toBe(true);
    expect(sameColumns(first, moved(wide, 30))).toBe(false);
    expect(onColumnsOf(first, moved(wide, 6)).cells.map(({ c0, c1 }) => [c0, c1])).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
  });
});

describe("a further page of a text table", () => {
  it("may have lost trailing blanks, but not half its columns", () => {
    const first = tabbed("a | b | c | d | e | f | g");
    expect(sameColumns(first, tabbed("a | b | c | d | e"))).toBe(true);
    expect(sameColumns(first, tabbed("a | b"))).toBe(false);
  });
});
