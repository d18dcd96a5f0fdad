import { expect, test } from "vitest";
import { layoutPages } from "../../src/layout/layout-pages.ts";
import type { Block } from "../../src/model/block.ts";
import type { Page } from "../../src/model/page.ts";
import { type DrawnText, drawnPage, ruled } from "./drawn-page.ts";

const ROWS = [100, 120, 140, 160];

/** Column by column, from the left border on: what stands in each row. */
function table(xs: readonly number[], columns: readonly (readonly string[])[]): DrawnText[] {
  return columns.flatMap((texts, c) =>
    texts.map((text, r) => ({
      text,
      middle: ((xs[c] ?? 0) + (xs[c + 1] ?? 0)) / 2,
      y: (ROWS[r] ?? 0) + 14,
    })),
  );
}

const NAMES = [
  ["项目", "合计", "行政运行"],
  ["合计", "3.50", "3.50"],
];
const LEFT = [50, 250, 400];

const left = (...texts: DrawnText[]) =>
  drawnPage({ rules: ruled(LEFT, ROWS), texts: [...table(LEFT, NAMES), ...texts] });

const right = (xs: readonly number[], columns: string[][], ...texts: DrawnText[]) =>
  drawnPage({ rules: ruled(xs, ROWS), texts: [...table(xs, columns), ...texts] });

const UNIT = { text: "单位：万元", right: 250, y: 90 };
const KINDS = [
  ["基本支出", "1.50", "1.50"],
  ["项目支出", "2.00", "2.00"],
];

test("columns on a further page join those before; each cell keeps its page", async () => {
  // The sheet is 550 points wide, its middle at 325: the title is whole on the first page.
  const title = { text: "部门支出预算总表", middle: 325, y: 70, size: 16 };
  const { blocks } = await layoutPages(printed(left(title), right([50, 150, 250], KINDS, UNIT)));
  expect(blocks.map(shown)).toEqual([
    "部门支出预算总表",
    "单位：万元",
    [
      ["项目", "合计", "基本支出", "项目支出"],
      ["合计", "3.50", "1.50", "2.00"],
      ["行政运行", "3.50", "1.50", "2.00"],
    ],
  ]);
  const grid = blocks.find((block) => block.type === "grid");
  const places = grid?.type === "grid" ? grid.cells.slice(0, 4).map(({ place }) => place) : [];
  expect(places.map(({ page }) => page)).toEqual([1, 1, 2, 2]);
  expect(places[2]?.box?.x0).toBeCloseTo(50);
});

test("a column alone, and a text that runs over the edge and is painted on both pages", async () => {
  const title = { text: "一般公共预算支出表", x: 340, y: 70, size: 16 };
  const { blocks } = await layoutPages(
    printed(
      left(title),
      right([50, 150], [["基本支出", "1.50", "1.50"]], { ...title, x: 340 - 350 }),
    ),
  );
  expect(blocks.map(shown)).toEqual([
    "一般公共预算支出表",
    [
      ["项目", "合计", "基本支出"],
      ["合计", "3.50", "1.50"],
      ["行政运行", "3.50", "1.50"],
    ],
  ]);
});

test("two tables of one form, each with a title and names of its own, are two", async () => {
  const titled = (text: string) => ({ text, middle: 225, y: 70, size: 16 });
  const other = [50, 200, 400];
  const { blocks } = await layoutPages(
    printed(left(titled("部门收入总表")), right(other, NAMES, titled("部门支出总表"))),
  );
  expect(blocks.filter(({ type }) => type === "grid")).toHaveLength(2);
});

test("a title in the middle of its page is that page's, over a narrow table set to the left", async () => {
  // Together the two tables would be 495 points wide, and their middle that of the page.
  const titled = (text: string) => ({ text, middle: 297.5, y: 70, size: 16 });
  const narrow = [50, 120, 195];
  const { blocks } = await layoutPages(
    printed(left(titled("部门收入总表")), right(narrow, NAMES, titled("部门支出总表"))),
  );
  expect(blocks.filter(({ type }) => type === "grid")).toHaveLength(2);
});

test("pages stay apart where they are asked for as printed", async () => {
  const pages = printed(left(), right([50, 150], [["基本支出", "1.50", "1.50"]]));
  const { blocks } = await layoutPages(pages, { apart: true });
  expect(blocks.filter(({ place }) => place.page === 2).length).toBeGreaterThan(0);
});

async function* printed(...pages: readonly Page[]): AsyncGenerator<Page> {
  for (const [i, page] of pages.entries()) yield { ...page, number: i + 1 };
}

function shown(block: Block): string | string[][] {
  if (block.type === "paragraph") return block.text;
  const rows = Array.from({ length: block.rowCount }, (): string[] => []);
  for (const { r0, text } of block.cells) rows[r0]?.push(text);
  return rows;
}
