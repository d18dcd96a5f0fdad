import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.ts";
import { moneyOf } from "../../src/model/money.ts";
import type { Table } from "../../src/model/table.ts";
import { type Rectangle, rectanglesOf } from "../../src/write/rectangle.ts";
import { column, disclosure, incomeSummary, row } from "./fixture.ts";

/** Headings, then rows, as one would read them. */
function shown(
  { columns, rows }: Rectangle | undefined = { columns: [], rows: [], name: "", title: "" },
) {
  return [columns.map(({ heading }) => heading).join(" | "), ...rows.map((r) => r.join(" | "))];
}

describe("rectanglesOf", () => {
  const [income, basic, threePublic, procurement] = rectanglesOf(disclosure());

  test("gives an amount column a coordinate, printed or not", () => {
    expect(shown(income)).toEqual([
      "行 | 单位编码 | 单位名称 | 名称 | 合计（万元） | 一般公共预算（万元） | 上年结转（万元） | 其他收入（万元） | 可信程度 | 页码",
      "1 |  |  | 合计 | 120.50 | 100.50 | 20 |  | 已证实 | 5",
      "2 | 313 | 安阳市档案馆 | 安阳市档案馆 | 120.50 | 100.50 | 20 |  | 已证实 | 5",
    ]);
  });

  test("puts independent blocks below each other, keeps units apart, leaves out 栏次", () => {
    expect(shown(basic)).toEqual([
      "行 | 部门预算经济分类科目编码 | 部门预算经济分类科目名称 | 名称 | 金额（万元） | 金额（元） | 可信程度 | 页码",
      "2 | 30101 | 基本工资 | 基本工资 | 60.25 |  | 已修复 | 5",
      "3 |  | 以下空白 |  |  |  |  | 5",
      "2 | 30201 | 办公费 | 办公费 |  | 402500 | 矛盾 | 5",
    ]);
  });

  test("tells this year's column from the last, and says what no code names", () => {
    expect(shown(threePublic).slice(0, 2)).toEqual([
      "行 | 名称 | 事项 | 本年（万元） | 上年（万元） | 可信程度 | 页码",
      "1 | 合计 | “三公”经费合计 | 9.00 | 9.50 | 未证实 | 7",
    ]);
  });

  test("keeps attributes, and texts as printed", () => {
    expect(shown(procurement)).toEqual([
      "行 | 项目名称 | 名称 | 金额（万元） | 数量 | 可信程度 | 页码",
      "1 | =扫描仪 | =扫描仪 | -4.00 | 2 | 未证实 | 8",
    ]);
  });

  test("takes a repaired figure from where it belongs, not from where it is printed", () => {
    const table: Table = {
      ...incomeSummary,
      columns: [
        column(0, "label", "项目"),
        column(1, "attribute", "行次"),
        column(2, "amount", "合计", { gives: { fund: "total" } }),
      ],
      rows: [row(1, "合计", "7.5"), row(2, "其他", "2", "8")],
    };
    const moved: Fact = {
      table: table.id,
      tableIndex: 0,
      row: 1,
      column: 2,
      label: "合计",
      period: "current",
      stage: "budget",
      fund: "total",
      status: "repaired",
      reasons: [],
      checkedBy: { sum: 1, same: 0 },
      money: moneyOf("7.5", "万元"),
      place: { page: 5 },
    };
    const [rectangle] = rectanglesOf(disclosure({ tables: [table], facts: [moved] }));
    expect(shown(rectangle)).toEqual([
      "行 | 名称 | 金额（万元） | 可信程度 | 页码",
      "1 | 合计 | 7.5 | 已修复 | 5",
    ]);
  });

  test("drops no figure, even where two meet in one cell or a column is unknown", () => {
    const [fact] = disclosure().facts;
    if (!fact) throw new Error("no fact");
    const facts: Fact[] = [fact, { ...fact, money: moneyOf("1", "万元") }, { ...fact, column: 99 }];
    const [rectangle] = rectanglesOf(disclosure({ facts }));
    const figures = rectangle?.rows[0]?.filter((text) => /^(1|120\.50)$/.test(text));
    // The row number, then three figures.
    expect(figures?.sort()).toEqual(["1", "1", "120.50", "120.50"]);
  });

  test("numbers further tables of one id and headings alike", () => {
    const table: Table = {
      ...incomeSummary,
      columns: [column(0, "amount", "甲"), column(1, "amount", "乙"), column(2, "attribute", "行")],
      rows: [],
    };
    const [one, two] = rectanglesOf(disclosure({ tables: [table, table], facts: [] }));
    expect([one?.name, two?.name]).toEqual(["income-summary", "income-summary-2"]);
    expect(shown(one)).toEqual(["行 | 合计（万元） | 合计 2（万元） | 可信程度 | 页码"]);
  });

  test("leaves out rows that print nothing but their number, and leads to lines of a text", () => {
    const table: Table = {
      ...incomeSummary,
      place: { line: 4 },
      columns: [
        column(0, "attribute", "行次"),
        column(1, "label", "项目"),
        column(2, "amount", "金额"),
      ],
      rows: [
        { index: 1, place: { line: 5 }, cells: [{ column: 0, text: "1", place: { line: 5 } }] },
        {
          index: 2,
          place: { line: 6 },
          cells: [{ column: 1, text: "事业收入", place: { line: 6 } }],
        },
      ],
    };
    expect(shown(rectanglesOf(disclosure({ tables: [table], facts: [] }))[0])).toEqual([
      "行 | 名称 | 金额（万元） | 可信程度 | 来源行号",
      "2 | 事业收入 |  |  | 6",
    ]);
  });

  test("joins a code printed over several columns", () => {
    const table: Table = {
      ...incomeSummary,
      columns: [
        column(0, "function", "类", { level: 1 }),
        column(1, "function", "款", { level: 2 }),
        column(2, "function-name", "科目名称"),
        column(3, "amount", "合计"),
      ],
      rows: [row(1, "208", "05", "行政事业单位养老支出")],
    };
    const [rectangle] = rectanglesOf(disclosure({ tables: [table], facts: [] }));
    expect(rectangle?.rows[0]?.slice(0, 3)).toEqual(["1", "20805", "行政事业单位养老支出"]);
  });

  test("says income or expenditure where a table has both", () => {
    const table: Table = {
      ...incomeSummary,
      id: "income-expenditure-summary",
      gives: {},
      columns: [
        column(0, "label", "项目"),
        column(1, "amount", "金额", { gives: { flow: "income" } }),
        column(2, "label", "项目", { block: 1 }),
        column(3, "amount", "金额", { block: 1, gives: { flow: "expenditure" } }),
      ],
      rows: [row(1, "一般公共预算拨款收入", "5", "一、档案", "5"), row(2, "事业收入", "", "", "")],
    };
    const common = {
      table: table.id,
      tableIndex: 0,
      row: 1,
      period: "current",
      stage: "budget",
      status: "proved",
      reasons: [],
      checkedBy: { sum: 1, same: 0 },
      money: moneyOf("5", "万元"),
      place: { page: 5 },
    } as const;
    const facts: Fact[] = [
      {
        ...common,
        column: 1,
        flow: "income",
        fund: "general_public",
        label: "一般公共预算拨款收入",
      },
      { ...common, column: 3, flow: "expenditure", kind: "total", label: "一、档案" },
    ];
    expect(shown(rectanglesOf(disclosure({ tables: [table], facts }))[0])).toEqual([
      "行 | 收支 | 名称 | 资金来源 | 金额（万元） | 可信程度 | 页码",
      "1 | 收入 | 一般公共预算拨款收入 | 一般公共预算 | 5 | 已证实 | 5",
      "2 | 收入 | 事业收入 |  |  |  | 5",
      "1 | 支出 | 一、档案 |  | 5 | 已证实 | 5",
    ]);
  });
});
