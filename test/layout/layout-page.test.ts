import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layoutPage } from "../../src/layout/layout-page.ts";
import type { Block } from "../../src/model/block.ts";
import type { Page, Rule } from "../../src/model/page.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";
import { type DrawnText, drawnPage, horizontal, ruled, vertical } from "./drawn-page.ts";

test("a ruled table: text to cells, wrapped labels joined, title and unit beside it", () => {
  const page = drawnPage({
    rules: ruled([50, 200, 300], [100, 120, 150]),
    texts: [
      { text: "部门收入总表", middle: 175, y: 70, size: 16 },
      { text: "部门：某局", x: 50, y: 95 },
      { text: "单位：万元", right: 300, y: 95 },
      { text: "项目", middle: 125, y: 114 },
      { text: "预算数", middle: 250, y: 114 },
      { text: "政府性基金预算拨", x: 52, y: 132 },
      { text: "款收入", x: 52, y: 145 },
      { text: "1,234.50", right: 298, y: 139 },
    ],
  });
  expect(shown(page)).toEqual([
    "部门收入总表",
    "部门：某局",
    "单位：万元",
    [
      ["项目", "预算数"],
      ["政府性基金预算拨款收入", "1,234.50"],
    ],
  ]);
});

test("a unit beside a name in two lines, between their baselines", () => {
  const page = drawnPage({
    rules: ruled([50, 300, 500], [100, 120]),
    texts: [
      { text: "一般公共预算“三公”经费和机关运行经费支出情况表", middle: 275, y: 50, size: 18 },
      { text: "编制部门：某市某", x: 50, y: 76 },
      { text: "单位:万元", right: 500, y: 83 },
      { text: "区档案局", x: 50, y: 90 },
      { text: "合计", x: 60, y: 114 },
      { text: "1.50", right: 498, y: 114 },
    ],
  });
  expect(shown(page).slice(1)).toEqual([
    "编制部门：某市某",
    "单位:万元",
    "区档案局",
    [["合计", "1.50"]],
  ]);
});

test("two tables abreast: each with the title and the unit above it", () => {
  const half = (left: number, title: string): DrawnText[] => [
    { text: title, middle: left + 110, y: 70, size: 14 },
    { text: "单位：万元", right: left + 220, y: 95 },
    { text: "项目", middle: left + 60, y: 114 },
    { text: "金额", middle: left + 170, y: 114 },
    { text: "合计", middle: left + 60, y: 134 },
    { text: "1.50", right: left + 218, y: 134 },
  ];
  const rules = [50, 320].flatMap((x) => ruled([x, x + 120, x + 220], [100, 120, 140]));
  const texts = [...half(50, "收入总表"), ...half(320, "支出总表")];
  const table = [
    ["项目", "金额"],
    ["合计", "1.50"],
  ];
  expect(shown(drawnPage({ rules, texts }))).toEqual([
    "收入总表",
    "单位：万元",
    table,
    "支出总表",
    "单位：万元",
    table,
  ]);
});

test("without a line, one row of figures below headings in two levels", () => {
  const texts: DrawnText[] = [
    { text: "“三公”经费支出表", middle: 300, y: 60, size: 14 },
    { text: "单位：万元", right: 540, y: 82 },
    { text: "公务用车购置及运行费", middle: 340, y: 104 },
    { text: "合计", middle: 90, y: 115 },
    { text: "公务接待费", middle: 500, y: 115 },
    { text: "小计", middle: 220, y: 126 },
    { text: "购置费", middle: 340, y: 126 },
    { text: "运行费", middle: 440, y: 126 },
    { text: "12.50", middle: 90, y: 148 },
    { text: "9.00", middle: 220, y: 148 },
    { text: "0.00", middle: 340, y: 148 },
    { text: "9.00", middle: 440, y: 148 },
    { text: "3.50", middle: 500, y: 148 },
  ];
  const grid = layoutPage(drawnPage({ texts })).find((block) => block.type === "grid");
  const cells = grid?.type === "grid" ? grid.cells : [];
  const over = cells.find(({ text }) => text === "公务用车购置及运行费");
  expect(over).toMatchObject({ r0: 0, c0: 1, c1: 3 });
  expect(cells.filter(({ r0 }) => r0 === 2).map(({ text }) => text)).toEqual([
    "12.50",
    "9.00",
    "0.00",
    "9.00",
    "3.50",
  ]);
});

test("a heading of three lines in a cell with room for one is one text", () => {
  const page = drawnPage({
    rules: ruled([50, 150, 200], [100, 115, 130, 145]),
    texts: [
      { text: "支出", middle: 100, y: 111 },
      { text: "合计", middle: 100, y: 126 },
      { text: "政府性基", x: 155, y: 117 },
      { text: "金预算拨", x: 155, y: 126.5 },
      { text: "款", x: 170, y: 136 },
      { text: "栏次", middle: 100, y: 141 },
    ],
  });
  expect(shown(page)).toEqual([
    [
      ["支出", ""],
      ["合计", "政府性基金预算拨款"],
      ["栏次", ""],
    ],
  ]);
});

test("spans are where lines are missing; each cell has its rectangle", () => {
  const rules = [
    ...ruled([50, 150, 250, 350], [100, 120, 140]).filter(
      ({ direction, at }) => direction === "horizontal" || at === 50 || at === 350,
    ),
    vertical(150, 100, 140),
    vertical(250, 120, 140),
  ];
  const [grid] = layoutPage(
    drawnPage({ rules, texts: [{ text: "基本支出", middle: 250, y: 114 }] }),
  );
  if (grid?.type !== "grid") throw new Error("no grid");
  expect(grid.cells.map(({ r0, r1, c0, c1 }) => [r0, r1, c0, c1])).toEqual([
    [0, 0, 0, 0],
    [0, 0, 1, 2],
    [1, 1, 0, 0],
    [1, 1, 1, 1],
    [1, 1, 2, 2],
  ]);
  expect(grid.cells[1]).toMatchObject({
    text: "基本支出",
    place: { page: 1, box: { x0: 150, y0: 100, x1: 350, y1: 120 } },
  });
});

test("sides left open, lines in pieces, corners left out", () => {
  const pieces = [100, 120, 140].flatMap((y) => [horizontal(y, 50, 149), horizontal(y, 151, 300)]);
  const rules = [...pieces, vertical(150, 101, 119.2), vertical(150.3, 121, 139)];
  const texts = [
    { text: "类", x: 60, y: 114 },
    { text: "款", x: 160, y: 114 },
    { text: "201", x: 60, y: 134 },
    { text: "20101", x: 160, y: 134 },
  ];
  expect(shown(drawnPage({ rules, texts }))).toEqual([
    [
      ["类", "款"],
      ["201", "20101"],
    ],
  ]);
});

test("text that runs over its cell's border stays whole; a figure beside a label does not join it", () => {
  const rules = ruled([50, 100, 150, 260], [100, 120]);
  const overrun = [{ text: "一般公共预算资金", x: 102, y: 114, size: 7 }];
  expect(shown(drawnPage({ rules, texts: overrun }))).toEqual([[["", "一般公共预算资金", ""]]]);
  const tight = [
    { text: "28,595.02", right: 149, y: 114 },
    { text: "二、外交支出", x: 151, y: 114 },
  ];
  expect(shown(drawnPage({ rules, texts: tight }))).toEqual([[["", "28,595.02", "二、外交支出"]]]);
});

test("figures one below the other, ruled down but not across, are rows; a figure that wraps is not", () => {
  const lines = ["工资福利支出", "商品和服务支出", "合计"].flatMap((text, i): DrawnText[] => [
    { text, x: 52, y: 134 + 16 * i },
    { text: `${i + 1},234`, right: 248, y: 134 + 16 * i },
    { text: `${i}`, right: 348, y: 134 + 16 * i },
  ]);
  const heads = ["项目", "预算数", "决算数"].map((text, i) => ({
    text,
    middle: 100 + 100 * i,
    y: 114,
  }));
  const rules = ruled([50, 150, 250, 350], [100, 120, 172]);
  expect(shown(drawnPage({ rules, texts: [...heads, ...lines] }))).toEqual([
    [
      ["项目", "预算数", "决算数"],
      ["工资福利支出", "1,234", "0"],
      ["商品和服务支出", "2,234", "1"],
      ["合计", "3,234", "2"],
    ],
  ]);
  const narrow = ["1,234,5", "67.89"].flatMap((text, i): DrawnText[] => [
    { text, x: 52, y: 112 + 12 * i },
    { text, x: 92, y: 112 + 12 * i },
  ]);
  expect(shown(drawnPage({ rules: ruled([50, 90, 130], [100, 130]), texts: narrow }))).toEqual([
    [["1,234,567.89", "1,234,567.89"]],
  ]);
});

test("an underline is no border", () => {
  const rules = [...ruled([50, 150, 300], [100, 140]), horizontal(117, 60, 100)];
  const texts = [
    { text: "总体目标", x: 60, y: 116 },
    { text: "第二行", x: 60, y: 132 },
    { text: "无", x: 160, y: 125 },
  ];
  expect(shown(drawnPage({ rules, texts }))).toEqual([[["总体目标第二行", "无"]]]);
});

const CLASSES: readonly DrawnText[] = [
  ["201", "一般公共服务支出", "28,595.02", "1,000.00", "27,595.02"],
  ["20103", "政府办公厅及相关机构事务", "8,595.02", "", "8,595.02"],
  ["208", "社会保障和就业支出", "326.72", "326.72", ""],
  ["221", "住房保障支出", "445.69", "187.19", "258.50"],
].flatMap(([code = "", name = "", ...amounts], i): DrawnText[] => {
  const y = 160 + 20 * i;
  return [
    { text: code, x: 52, y },
    { text: name, x: 112, y },
    ...amounts.map((text, c) => ({ text, right: 340 + 80 * c, y })),
  ].filter(({ text }) => text !== "");
});
const HEADINGS: readonly DrawnText[] = [
  { text: "科目编码", middle: 80, y: 134 },
  { text: "科目名称", middle: 185, y: 134 },
  { text: "合计", middle: 302, y: 134 },
  { text: "基本支出", middle: 382, y: 134 },
  { text: "项目支出", middle: 462, y: 134 },
];
const EXPECTED = [
  ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  ["201", "一般公共服务支出", "28,595.02", "1,000.00", "27,595.02"],
  ["20103", "政府办公厅及相关机构事务", "8,595.02", "", "8,595.02"],
  ["208", "社会保障和就业支出", "326.72", "326.72", ""],
  ["221", "住房保障支出", "445.69", "187.19", "258.50"],
];

test("three lines make a table", () => {
  const rules = [horizontal(120, 50, 502), horizontal(142, 50, 502), horizontal(230, 50, 502)];
  expect(shown(drawnPage({ rules, texts: [...HEADINGS, ...CLASSES] }))).toEqual([EXPECTED]);
});

test("no line at all makes a table of figures in columns, title and unit beside it", () => {
  const texts = [
    { text: "一般公共预算支出表", middle: 275, y: 90, size: 16 },
    { text: "单位：万元", right: 502, y: 112 },
    ...HEADINGS,
    ...CLASSES,
  ];
  expect(shown(drawnPage({ texts }))).toEqual(["一般公共预算支出表", "单位：万元", EXPECTED]);
});

test("contents and prose with figures are no tables", () => {
  const contents = ["一、部门职责", "二、机构设置", "三、收支预算总表", "四、名词解释"].flatMap(
    (text, i): DrawnText[] => [
      { text, x: 72, y: 100 + 20 * i },
      { text: `${i + 1}`, right: 500, y: 100 + 20 * i },
    ],
  );
  expect(layoutPage(drawnPage({ texts: contents })).map(({ type }) => type)).not.toContain("grid");
});

test("prose: lines that the width broke are joined, indents and headings begin anew, the page number goes", () => {
  const line = "收入预算总计一千万元与上年相比增加二百万元主要原因是政策性增资和提租";
  const texts = [
    { text: "一、收支预算总体情况", x: 110, y: 100, size: 12 },
    { text: `${line}补`, x: 114, y: 120, size: 12 },
    { text: `贴调整。${line}`, x: 90, y: 140, size: 12 },
    { text: "等。", x: 90, y: 160, size: 12 },
    { text: "其中：无。", x: 114, y: 180, size: 12 },
    { text: "- 12 -", middle: 297, y: 800 },
  ];
  expect(shown(drawnPage({ texts }))).toEqual([
    "一、收支预算总体情况",
    `${line}补贴调整。${line}等。`,
    "其中：无。",
  ]);
});

test("a table printed sideways is read upright, its places as displayed", () => {
  const upright = drawnPage({
    rules: ruled([50, 150, 300], [100, 120]),
    texts: [
      { text: "合计", x: 60, y: 114 },
      { text: "12.00", right: 290, y: 114 },
    ],
  });
  const [grid] = layoutPage(clockwise(upright));
  if (grid?.type !== "grid") throw new Error("no grid");
  expect(grid.cells.map(({ text }) => text)).toEqual(["合计", "12.00"]);
  expect(grid.cells[0]?.place.box).toEqual({ x0: 722, y0: 50, x1: 742, y1: 150 });
});

const corpus = process.env.YUSUAN_CORPUS && join(process.env.YUSUAN_CORPUS, "corpus");
describe.skipIf(!corpus)("no glyph is lost", () => {
  const names = corpus ? readdirSync(corpus).filter((name) => name.endsWith(".pdf")) : [];
  test.each(names)("%s", async (name) => {
    for await (const page of readPdf(readFileSync(join(corpus ?? "", name)))) {
      const left = [
        ...page.glyphs
          .map(({ text }) => text)
          .join("")
          .replace(/\s/g, ""),
      ].sort();
      for (const char of layoutPage(page).map(textOf).join("").replace(/\s/g, "")) {
        const at = left.indexOf(char);
        expect(at, `page ${page.number}: ${char}`).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
      // All but the number at the foot.
      expect(left.join(""), `page ${page.number}`).toMatch(/^[-–—]{0,2}\d{0,3}[-–—]{0,2}$/);
    }
  });
});

function textOf(block: Block): string {
  return block.type === "paragraph" ? block.text : block.cells.map(({ text }) => text).join("");
}

/** Paragraphs as their text, grids as their rows. */
function shown(page: Page): (string | string[][])[] {
  return layoutPage(page).map((block) => {
    if (block.type === "paragraph") return block.text;
    const rows = Array.from({ length: block.rowCount }, () =>
      new Array<string>(block.columnCount).fill(""),
    );
    for (const { r0, c0, text } of block.cells) (rows[r0] as string[])[c0] = text;
    return rows;
  });
}

/** The page turned clockwise by a quarter, its text with it: a point at x, y goes to height - y, x. */
function clockwise(page: Page): Page {
  const { height, width } = page;
  return {
    ...page,
    width: height,
    height: width,
    glyphs: page.glyphs.map((glyph) => ({
      ...glyph,
      turn: 1,
      baseline: height - glyph.baseline,
      box: {
        x0: height - glyph.box.y1,
        x1: height - glyph.box.y0,
        y0: glyph.box.x0,
        y1: glyph.box.x1,
      },
    })),
    rules: page.rules.map(
      ({ direction, at, from, to, thickness }): Rule =>
        direction === "horizontal"
          ? { direction: "vertical", at: height - at, from, to, thickness }
          : { direction: "horizontal", at, from: height - to, to: height - from, thickness },
    ),
  };
}
