import { expect, test } from "vitest";
import { lowered } from "../../../src/extract/grids/lowered.ts";
import { drawn } from "../blocks.ts";

const at = (grid: ReturnType<typeof drawn>, text: string) =>
  grid.cells.filter((cell) => cell.text === text).map(({ r0, r1 }) => [r0, r1]);

test("an amount merged upwards with the last row of headings stands in its own row", () => {
  const grid = lowered(drawn("三公经费 | < | 决算数\n预算数 | 决算数 | 211.40\n16.00 | 7.10 | ^"));
  expect(at(grid, "211.40")).toEqual([[2, 2]]);
});

test("one that is merged among amounts, or alone, stays", () => {
  for (const text of ["项目 | 金额\n合计 | 1.00\n其中 | ^", "项目 | 金额\n甲 | 1.00\n乙 | ^"]) {
    const grid = drawn(text);
    expect(lowered(grid)).toBe(grid);
  }
});
