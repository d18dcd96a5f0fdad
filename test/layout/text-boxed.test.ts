import { describe, expect, it } from "vitest";
import { layoutText } from "../../src/layout/text.ts";

/** The merged cells of a table, as rows and columns from and to, and their texts. */
function merged(text: string): unknown[] {
  const [grid] = layoutText(text).blocks;
  const cells = grid?.type === "grid" ? grid.cells : [];
  return cells.flatMap(({ r0, r1, c0, c1, text }) =>
    r1 > r0 || c1 > c0 ? [[r0, r1, c0, c1, text]] : [],
  );
}

const single = (text: string) => {
  const [grid] = layoutText(text).blocks;
  return (grid?.type === "grid" ? grid.cells : []).flatMap(({ r0, r1, text }) =>
    r0 === r1 ? [text] : [],
  );
};

describe("a box over several rows is one cell", () => {
  it("with its text beside a rule that ends at it", () => {
    const text = `┌──────┬──────┬──────────────┐
│      │      │   本年支出   │
│ 编码 │ 名称 ├──────┬───────┤
│      │      │ 合计 │ 基本  │
├──────┼──────┼──────┼───────┤
│      │ 一般 │ 1.00 │ 0.50  │
│人员类├──────┼──────┼───────┤
│      │ 二般 │ 2.00 │       │
├──────┼──────┼──────┼───────┤
│公用类│ 三般 │ 3.00 │       │
└──────┴──────┴──────┴───────┘`;
    expect(merged(text)).toEqual([
      [0, 1, 0, 0, "编码"],
      [0, 1, 1, 1, "名称"],
      [0, 0, 2, 3, "本年支出"],
      [2, 3, 0, 0, "人员类"],
    ]);
    expect(single(text).slice(-4)).toEqual(["公用类", "三般", "3.00", ""]);
  });

  it("in ASCII, over three rows", () => {
    const text = `+------+------+
| 类型 | 金额 |
+------+------+
|      | 1.00 |
|      +------+
| 人员 | 2.00 |
|      +------+
|      | 3.00 |
+------+------+`;
    expect(merged(text)).toEqual([[1, 3, 0, 0, "人员"]]);
    expect(single(text)).toEqual(["类型", "金额", "1.00", "2.00", "3.00"]);
  });
});
