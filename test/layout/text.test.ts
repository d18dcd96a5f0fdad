import { describe, expect, it } from "vitest";
import { layoutText } from "../../src/layout/text.ts";
import type { Block, Grid } from "../../src/model/block.ts";

/** Paragraphs as their text, grids as their rows of cells. */
function shown(text: string): (string | string[][])[] {
  return layoutText(text).blocks.map((block) => (block.type === "grid" ? rows(block) : block.text));
}

function rows(grid: Grid): string[][] {
  const out: string[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) out[cell.r0]?.push(cell.text);
  return out;
}

const lines = (blocks: readonly Block[]) => blocks.map((block) => block.place.line);

describe("tables with tabs", () => {
  it("makes one grid of a run of lines, one row a line, blank fields kept", () => {
    const text = "收支表\n\n单位：万元\n\n收入\t\t支出\n合计\t9.00\t合计\t\n\n注：空";
    const { blocks } = layoutText(text);
    expect(shown(text)).toEqual([
      "收支表",
      "单位：万元",
      [
        ["收入", "", "支出"],
        ["合计", "9.00", "合计", ""],
      ],
      "注：空",
    ]);
    expect(lines(blocks)).toEqual([1, 3, 5, 8]);
    expect(blocks[2]).toMatchObject({ rowCount: 2, columnCount: 4, spansKnown: false });
  });

  it("keeps the rows of a double-spaced text together", () => {
    const text = "收支表\n\n单位：万元\n\n收入\t\n\n项目\t金额\n\n合计\t9.00\n\n注：空";
    expect(shown(text)).toEqual([
      "收支表",
      "单位：万元",
      [
        ["收入", ""],
        ["项目", "金额"],
        ["合计", "9.00"],
      ],
      "注：空",
    ]);
  });

  it("a blank line ends a table where rows follow each other", () => {
    const text = "甲\t1\n乙\t2\n\n丙\t3\n丁\t4";
    expect(shown(text)).toHaveLength(2);
  });

  it("gives each cell the line it stands on", () => {
    const [grid] = layoutText("\n甲\t1\n乙\t2").blocks;
    expect(grid?.type === "grid" && grid.cells.map((cell) => cell.place.line)).toEqual([
      2, 2, 3, 3,
    ]);
  });

  it("ends a table at a line without a tab", () => {
    expect(shown("甲\t1\n说明\n乙\t2")).toEqual([[["甲", "1"]], "说明", [["乙", "2"]]]);
  });

  it("refuses a row of more fields than a table has", () => {
    expect(() => layoutText("\t".repeat(5000))).toThrow("line 1");
  });
});

describe("prose", () => {
  it("joins a sentence that a page broke, keeping the place of its first line", () => {
    const text =
      "（五）组织制定全市药品价格和收费标准等政策，推动建立市场主导的价格形\n\n成机制，建立信息发布制度。\n\n（六）制定政策并监督实施。";
    expect(shown(text)).toEqual([
      "（五）组织制定全市药品价格和收费标准等政策，推动建立市场主导的价格形成机制，建立信息发布制度。",
      "（六）制定政策并监督实施。",
    ]);
    expect(lines(layoutText(text).blocks)).toEqual([1, 5]);
  });

  it("joins an amount to the verb that it was broken from", () => {
    expect(
      shown("某某局2024年一般公共预算支出年初预算为\n\n9469.55万元。其中：基本支出5万元。"),
    ).toEqual(["某某局2024年一般公共预算支出年初预算为9469.55万元。其中：基本支出5万元。"]);
  });

  it.each([
    [
      "a heading and its text",
      "七、一般公共预算“三公”经费支出预算情况说明",
      "我部门2024年预算为9万元。",
    ],
    ["a title and its label", "2024年一般公共预算“三公”经费支出情况表", "部门名称：某某局，本级"],
    [
      "a sentence and a label",
      "主要原因是公务用车的运行维护费用比上年减少，节约了",
      "其中：接待费，1万元。",
    ],
    [
      "list items",
      "1、完善政策制定、管理及实施，推动全市事业高质量发展",
      "2、加强监管，确保安全。",
    ],
  ])("does not join %s", (_, first, second) => {
    expect(shown(`${first}\n\n${second}`)).toEqual([first, second]);
  });

  it("drops marks of Markdown and LaTeX", () => {
    expect(shown("## 目录\n- 一、收支表\n1、**上年结转**：指 \\leq 3% 的")).toEqual([
      "目录",
      "一、收支表",
      "1、上年结转：指 ≤3% 的",
    ]);
  });
});
