import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, factAt, run, SPENT, table } from "./tables.ts";

const PROJECTS = { ...SPENT, kind: "project" } as const;

/** Row numbers of the figures that are called right. */
const trustedRows = (tables: readonly Table[], units: readonly string[] = []) => {
  const { facts } = run(tables, [], units);
  const right = facts.filter(({ status }) => ["proved", "repaired", "stated"].includes(status));
  const trusted = right.filter(({ tableIndex }) => tableIndex === 0);
  return [...new Set(trusted.map(({ row }) => row))];
};

describe("a project that is named for two units", () => {
  const UNITS = ["建业市文化局", "建业市图书馆", "建业市博物馆"];
  const rows = [
    ["", "合计", "100.00", "60.00", "40.00"],
    ["运转保障经费", UNITS[0], "40.00", "30.00", "10.00"],
    ["古籍修复", UNITS[1], "25.00", "15.00", "10.00"],
    ["运转保障经费", UNITS[1], "20.00", "10.00", "10.00"],
    ["库房改造", UNITS[2], "15.00", "5.00", "10.00"],
  ].map((row) => row.map((text) => text ?? ""));
  const list = (id: "project-expenditure" | "project-performance", lines: typeof rows) =>
    table(
      id,
      PROJECTS,
      [
        ["project-name", {}, "项目名称"],
        ["unit-name", {}, "项目单位"],
        ["amount", {}, "合计"],
        ["amount", { fund: "general_public" }, "一般公共预算"],
        ["amount", { fund: "unit" }, "单位资金"],
      ],
      lines,
    );

  it("may be another in one of them: the sums hold under any name", () => {
    expect(trustedRows([list("project-expenditure", rows)], UNITS)).toEqual([1, 3, 5]);
    const { facts } = run([list("project-expenditure", rows)], [], UNITS);
    const reasons = facts.filter(({ row }) => row === 2 || row === 4).map((fact) => fact.reasons);
    expect(reasons).toEqual(Array(6).fill(["row-unwitnessed"]));
  });

  it("may be another below one of two functions as well", () => {
    const byFunction = (second: string) =>
      table(
        "project-expenditure",
        PROJECTS,
        [["function"], ["project-name"], ...BY_FUNCTION.slice(2, 3), ["amount", { fund: "unit" }]],
        [
          ["", "合计", "60.00", "60.00"],
          ["2130108", "信息系统运行维护", "20.00", "20.00"],
          ["2130108", "专项调查", "25.00", "25.00"],
          [second, "信息系统运行维护", "15.00", "15.00"],
        ],
      );
    const untold = (second: string) =>
      run([byFunction(second)]).facts.filter(({ reasons }) => reasons.includes("row-unwitnessed"));
    expect(untold("2130108")).toEqual([]);
    expect(untold("2130106").map(({ row }) => row)).toEqual([2, 2, 4, 4]);
  });

  it("is where another table has these amounts under its name", () => {
    const again = list("project-performance", rows.slice(1));
    expect(trustedRows([list("project-expenditure", rows), again], UNITS)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("a code and its name in one cell", () => {
  const columns = [
    ["function", {}, "科目编码"],
    ["function-name", {}, "科目名称"],
    ["project-name", {}, "项目名称"],
    ["amount", {}, "合计"],
    ["amount", { fund: "general_public" }, "一般公共预算"],
    ["amount", { fund: "unit" }, "单位资金"],
  ] as const;
  const sheet = (fused: readonly string[]) =>
    table("project-expenditure", PROJECTS, columns, [
      ["", "合计", "", "60.00", "40.00", "20.00"],
      [...fused],
      ["2070109", "群众文化", "库房改造", "30.00", "20.00", "10.00"],
    ]);

  it("leave the name of the next column in theirs: the row is in doubt", () => {
    const whole = ["2070102", "一般行政管理事务", "古籍修复", "30.00", "20.00", "10.00"];
    expect(trustedRows([sheet(whole)])).toEqual([1, 2, 3]);
    const slid = ["2070102 一般行政管理事务", "古籍修复", "30.00", "20.00", "10.00", ""];
    expect(trustedRows([sheet(slid)])).not.toContain(2);
    const messages = run([sheet(slid)]).checks.map(({ message }) => message.en);
    expect(messages.join("\n")).toContain("its code and its name are fused in one cell");
  });
});

describe("lines in another column than their total", () => {
  it("are placed by no sum among themselves", () => {
    const funds = [
      ...BY_FUNCTION.slice(0, 3),
      ["amount", { fund: "general_public" }, "一般公共预算"],
      ["amount", { fund: "institutional" }, "事业收入"],
      ["amount", { fund: "business" }, "经营收入"],
    ] as const;
    const income = { flow: "income", fund: "total" } as const;
    const result = run([
      table("income-summary", income, funds, [
        ["", "合计", "100.00", "60.00", "", "40.00"],
        ["208", "社会保障和就业支出", "20.00", "20.00", "", ""],
        // 40.00 stands one column to the left, three times.
        ["213", "农林水支出", "80.00", "40.00", "40.00", ""],
        ["21301", "农业农村", "80.00", "40.00", "40.00", ""],
        ["2130104", "事业运行", "20.00", "20.00", "", ""],
        ["2130135", "农业资源保护修复与利用", "60.00", "20.00", "40.00", ""],
      ]),
    ]);
    for (const row of [3, 4, 6]) {
      const { status, fund } = factAt(result, row, 4);
      expect(status === "unproved" || status === "conflict" || fund === "business").toBe(true);
    }
  });
});

describe("a list whose amounts slid down", () => {
  it("is told by no other table that has their total alone: any order of them adds up to it", () => {
    const lists = table(
      "income-expenditure-summary",
      { fund: "total" },
      [
        ["label", {}, "项目"],
        ["amount", { flow: "income" }, "金额"],
        ["label", {}, "项目"],
        ["amount", { flow: "expenditure", kind: "total" }, "金额"],
      ],
      [
        ["一、一般公共预算", "100.00", "五、教育支出", ""],
        ["", "", "六、科学技术支出", "40.00"],
        ["", "", "七、文化旅游体育与传媒支出", "60.00"],
        ["本年收入合计", "100.00", "本年支出合计", ""],
        ["", "", "结余分配", "100.00"],
        ["收入总计", "100.00", "支出总计", ""],
      ],
      [0, 0, 1, 1],
    );
    const spent = table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["", "合计", "100.00", "70.00", "30.00"],
    ]);
    const { facts } = run([lists, spent]);
    const slid = facts.filter(({ tableIndex, column }) => tableIndex === 0 && column === 3);
    expect(slid.map(({ status }) => status)).not.toContain("proved");
  });
});

describe("a table whose sums are exact", () => {
  const sheet = (id: "expenditure-summary" | "general-public-expenditure", amounts: string[][]) =>
    table(id, SPENT, BY_FUNCTION, [
      ...amounts.slice(0, 1).map((row) => ["", "合计", ...row]),
      ...amounts.slice(1).map((row, i) => [...(CLASSES[i] ?? []), ...row]),
    ]);
  const CLASSES = [
    ["208", "社会保障和就业支出"],
    ["210", "卫生健康支出"],
    ["221", "住房保障支出"],
    ["213", "农林水支出"],
  ];
  /** Each row is a cent off, as rounded terms are. */
  const ROUNDED = [
    ["10.11", "5.05", "5.05"],
    ["2.22", "1.11", "1.12"],
    ["3.34", "1.66", "1.67"],
    ["4.55", "2.28", "2.26"],
  ];
  const EXACT = [
    ["19.00", "9.00", "10.00"],
    ["3.00", "1.00", "2.00"],
    ["5.00", "3.00", "2.00"],
    ["7.00", "4.00", "3.00"],
    ["4.00", "1.00", "3.00"],
  ];

  it("proves no digit within rounding, whatever another table does", () => {
    const changed = EXACT.map((row, i) => (i === 2 ? ["5.00", "3.00", "2.01"] : row));
    const budgeted = { ...sheet("general-public-expenditure", ROUNDED), stage: "final" } as const;
    const result = run([sheet("expenditure-summary", changed), budgeted]);
    expect(factAt(result, 3, 4).status).not.toBe("proved");
    expect(factAt(run([sheet("expenditure-summary", EXACT), budgeted]), 3, 4).status).toBe(
      "proved",
    );
  });
});
