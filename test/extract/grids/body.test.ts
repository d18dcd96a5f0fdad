import { describe, expect, it } from "vitest";
import { headingRowCount, isColumnNumbers, printedRows } from "../../../src/extract/grids/body.ts";
import { drawn } from "../blocks.ts";

const rows = (text: string) => printedRows(drawn(text));

describe("isColumnNumbers", () => {
  it.each([
    "栏次 | 1 | 2 | 3",
    "栏 次 | 1 | 2",
    "栏次 | 1",
    "1 | 2 | 3",
    "— | 1 | 2 | 3",
    "栏次 | 1=2+3 | 2 | 3",
    "(1) | (2) | (3)",
    "甲 | 1 | 2",
    "类 | 款 | 项 | 栏次 | 1 | 2",
    "栏次 | 1 | 2 | 3 | 款4 | 拨款5",
  ])("%s", (text) => {
    expect(isColumnNumbers(rows(text)[0] ?? [])).toBe(true);
  });

  it.each([
    "3 | 1 | 2",
    "1.00 | 2.00 | 3.00",
    "合计 | 1 | 2 | 3",
    "201 | 205 | 208",
    "7 | 7 | 7",
    "2 | 3 | 4",
    "项目 | 金额",
    "栏次 | 1 | 2 | 3 | 款9",
  ])("not %s", (text) => {
    expect(isColumnNumbers(rows(text)[0] ?? [])).toBe(false);
  });
});

describe("headingRowCount", () => {
  it.each([
    ["项目 | 金额\n一、教育支出 | 5", 1],
    ["项目 | 2023年预算数 | 2024年预算数\n因公出国（境）费 |  | \n公务接待费 | 2 | 3", 1],
    ["收入 | < | 支出 | <\n项目 | 金额 | 项目 | 金额\n一、财政拨款 | 5 | 一、教育支出 | 5", 2],
    ["科目编码 | < | < | 名称 | 合计\n类 | 款 | 项 | ^ | ^\n201 | 03 | 01 | 行政运行 | 5", 2],
    ["科目编码 | 科目名称 | 2023年 | 2024年\n201 | 一般公共服务支出 | 5 | 5", 1],
    ["项目 | 金额\n合计 | \n教育支出 | ", 1],
    ["项目 | 金额\n合计 | 3.00 2.00", 1],
    ["项目 | 本年预算数\n合计 | 44万元\n1、公务接待费 | 10万元", 1],
    ["2010501 | 行政运行 | 5", 0],
  ])("%s has %i", (text, count) => {
    expect(headingRowCount(rows(text))).toBe(count);
  });
});
