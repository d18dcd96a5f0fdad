import { describe, expect, test } from "vitest";
import { readContents } from "../../../src/extract/titles/contents.ts";
import type { Block } from "../../../src/model/block.ts";

const lines = (...texts: string[]): Block[] =>
  texts.map((text, i) => ({ type: "paragraph", text, place: { line: i + 1 } }));

describe("a contents list", () => {
  test("ends where the first table comes as a bare title", () => {
    const contents = readContents(
      lines("目录", "1、部门预算收支总表", "2、部门预算支出总表", "部门预算收支总表", "单位：万元"),
    );
    expect(contents.end).toBe(3);
    expect(contents.promised).toEqual(["income-expenditure-summary", "expenditure-summary"]);
  });

  test("ends where its first chapter comes again", () => {
    const contents = readContents(
      lines("目 录", "一、主要职责", "二、部门支出总表", "一、主要职责", "负责全县园林。"),
    );
    expect(contents.end).toBe(3);
  });

  test("部门预算表 opens the list of tables, or is one of them", () => {
    const chapter = lines("目录", "一、主要职能", "三、部门预算表", "1.部门支出预算总表");
    expect(readContents(chapter).promised).toEqual(["expenditure-summary"]);
    const table = lines("目录", "十、项目支出预算表", "十一、部门预算表", "十二、上年结转资金表");
    expect(readContents(table).promised).toEqual([
      "project-expenditure",
      "procurement",
      "carry-over",
    ]);
  });

  test("leaves a table its title with an ordinal where the unit stands below that", () => {
    const [head, ...rest] = lines(
      "目录",
      "1. 某局2020年“三公”经费支出预算表",
      "一、2020年“三公”经费支出预算表",
      "单位：万元",
    );
    const grid = { type: "grid", rowCount: 1, columnCount: 1, spansKnown: true } as const;
    const cell = { r0: 0, r1: 0, c0: 0, c1: 0, text: "12.50", place: { line: 5 } };
    const table: Block = { ...grid, cells: [cell], place: { line: 5 } };
    expect(readContents([head as Block, ...rest, table]).end).toBe(2);
  });

  test("leaves its title and unit to a table that it runs into", () => {
    const [head, ...caption] = lines(
      "部门预算公开目录",
      "第二部分 部门预算表",
      "收支预算总表",
      "单位：万元",
    );
    const grid: Block = {
      type: "grid",
      rowCount: 1,
      columnCount: 2,
      cells: ["项目", "1,200.50"].map((text, c) => ({
        r0: 0,
        r1: 0,
        c0: c,
        c1: c,
        text,
        place: {},
      })),
      spansKnown: false,
      place: {},
    };
    const blocks = [head as Block, ...caption, grid].map((block) => ({ ...block, place: {} }));
    expect(readContents(blocks).end).toBe(2);
  });
});
