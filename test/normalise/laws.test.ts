import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractTables } from "../../src/extract/index.ts";
import type { Grid } from "../../src/model/block.ts";
import { parseNumber } from "../../src/model/money.ts";
import { catalogueFor } from "../../src/normalise/catalogue/index.ts";
import { figuresOf } from "../../src/normalise/figures.ts";
import { knownUnits } from "../../src/normalise/units.ts";
import { document, drawn, tabbed } from "../extract/blocks.ts";
import { lostNumbers } from "./accounts.ts";

/** Titles with headings of their tables, one row. */
const TABLES = [
  ["收支总表", "项目 | 金额 | 项目 | 金额"],
  ["收入总表", "科目编码 | 科目名称 | 合计 | 财政拨款收入 | 事业收入 | 神秘收入"],
  ["支出总表", "类 | 款 | 项 | 科目名称 | 合计 | 基本支出 | 项目支出"],
  ["一般公共预算支出表", "科目编码 | 科目名称 | 上年执行数 | 本年预算数 | 增减额 | 增减%"],
  ["一般公共预算基本支出表", "科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数"],
  ["“三公”经费支出表", "合计 | 因公出国（境）费 | 公务用车购置费 | 公务接待费"],
  ["“三公”经费预算表", "项目 | 合计 | 一般公共预算"],
  ["项目支出表", "类型 | 项目名称 | 项目单位 | 合计 | 一般公共预算 | 备注"],
  ["政府采购预算表", "项目名称 | 采购物品名称 | 数量 | 单价 | 合计"],
  ["固定资产占用情况表", "项目 | 数量 | 价值"],
] as const;

const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("12.50", "1,234.00", "7", "0", "0.00", "（3.00）", "-1.5"),
  },
  { weight: 3, arbitrary: fc.constantFrom("201", "20805", "2080505", "30101", "05", "1", "313") },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "合计",
      "行政运行",
      "一、一般公共服务支出",
      "因公出国（境）费",
      "特定目标类",
      "某市统计局",
      "2024年16万元的项目",
      "公务用车保有量（辆）",
      "上年结转",
      "神秘支出",
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom("", "-", "无", "3.00 2.00", "12%") },
);

const table = fc
  .tuple(
    fc.constantFrom(...TABLES),
    fc.array(fc.array(cell, { minLength: 6, maxLength: 7 }), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([[title, head], rows, merged]) => {
    const width = head.split("|").length;
    const text = [head, ...rows.map((row) => row.slice(0, width).join(" | "))].join("\n");
    const make: (text: string) => Grid = merged ? drawn : tabbed;
    return { title, grid: make(text) };
  });

function read(title: string, grid: Grid) {
  const { tables } = extractTables(document(title, "单位：万元", grid), {
    year: "2024",
    stage: "budget",
  });
  const units = knownUnits(tables, "");
  return tables.map((table) => ({ table, ...figuresOf(table, catalogueFor("2024"), units) }));
}

describe("laws of tables", () => {
  it("every printed number is a figure, a key, an attribute or listed", () => {
    fc.assert(
      fc.property(table, ({ title, grid }) => {
        for (const { table, ...figures } of read(title, grid)) {
          expect(lostNumbers(table, figures)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("no row with money is taken for headings or column numbers", () => {
    fc.assert(
      fc.property(table, ({ title, grid }) => {
        const money = (texts: readonly string[]) =>
          texts.filter((text) => /\d\.\d/.test(text)).sort();
        for (const { table } of read(title, grid)) {
          const printed = table.rows.flatMap((row) => row.cells.map(({ text }) => text));
          expect(money(printed)).toEqual(money(grid.cells.map(({ text }) => text)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it("a figure is what its own cell prints, and no cell is two figures", () => {
    fc.assert(
      fc.property(table, ({ title, grid }) => {
        for (const { table, figures } of read(title, grid)) {
          const places = figures.map(({ row, column }) => `${row}.${column}`);
          expect(new Set(places).size).toBe(places.length);
          for (const { row, column, money } of figures) {
            const printed = table.rows[row - 1]?.cells.find((cell) => cell.column === column)?.text;
            expect(parseNumber(printed ?? "")).toBe(money.published);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("every row has one key a block", () => {
    fc.assert(
      fc.property(table, ({ title, grid }) => {
        for (const { table, keys } of read(title, grid)) {
          const blocks = new Set(table.columns.map(({ block }) => block)).size;
          expect(keys).toHaveLength(table.rows.length * blocks);
        }
      }),
      { numRuns: 100 },
    );
  });
});
