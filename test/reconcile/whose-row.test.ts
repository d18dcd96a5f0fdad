import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, factAt, run, SPENT, statement, table } from "./tables.ts";

const PROJECTS = { ...SPENT, kind: "project" } as const;
const [A, B] = ["建业市文化局", "建业市图书馆"];

/** Row numbers of the figures of the first table that are called right. */
const trustedRows = (tables: readonly Table[]) => {
  const { facts } = run(tables, [], [A, B]);
  const right = facts.filter(({ status }) => ["proved", "repaired", "stated"].includes(status));
  return [...new Set(right.filter((fact) => fact.tableIndex === 0).map(({ row }) => row))];
};

const LIST = [
  ["", "", "150.00", "90.00", "60.00", ""],
  ["707", A, "150.00", "90.00", "60.00", ""],
  ["运转保障经费", A, "20.00", "10.00", "10.00", ""],
  ["古籍修复", A, "25.00", "15.00", "10.00", ""],
  ["库房改造", A, "30.00", "15.00", "15.00", ""],
  ["乡村讲堂", B, "40.00", "30.00", "10.00", ""],
  ["信息系统运行维护", B, "20.00", "10.00", "10.00", ""],
  ["专项调查", B, "15.00", "10.00", "5.00", ""],
];
const byName = (rows: readonly (readonly string[])[]) =>
  table(
    "project-expenditure",
    PROJECTS,
    [
      ["project-name", {}, "项目名称"],
      ["unit-name", {}, "项目单位"],
      ["amount", {}, "合计"],
      ["amount", { fund: "general_public" }, "一般公共预算"],
      ["amount", { fund: "special_account" }, "财政专户管理资金"],
      ["amount", { fund: "unit" }, "单位资金"],
    ],
    rows,
  );

describe("a unit that is named beside its projects, in a list by units", () => {
  it("may be another's at the ends of its run, and stands out between its own", () => {
    expect(trustedRows([byName(LIST)])).toEqual([1, 2, 3, 4, 7]);
  });

  it("may be another's anywhere, where the list is in no order of units", () => {
    const order = [0, 1, 2, 5, 3, 6, 4, 7];
    expect(trustedRows([byName(order.map((i) => LIST[i] ?? []))])).toEqual([1, 2]);
  });

  it("may be another's in a list of few rows, of which one stands between those of another unit", () => {
    const total = ["", "", "130.00", "80.00", "50.00", ""];
    const rows = [
      total,
      ...[2, 3, 4, 5].map((i) => LIST[i] ?? []),
      ["专项调查", A, "15.00", "10.00", "5.00", ""],
    ];
    expect(trustedRows([byName(rows)])).toEqual([1]);
  });

  it("does not take it back that the figures of a row are put right", () => {
    const slid = ["库房改造", A, "", "30.00", "15.00", "15.00"];
    const result = run([byName(LIST.with(4, slid))], [], [A, B]);
    expect(factAt(result, 5, 2).money.published).toBe("30.00");
    expect(factAt(result, 5, 2).reasons).toEqual(["row-unwitnessed"]);
    expect(trustedRows([byName(LIST.with(4, slid))])).toEqual([1, 2, 3, 4, 7]);
  });
});

describe("projects of units that one table calls by names and another by codes", () => {
  const byCode = table(
    "project-performance",
    PROJECTS,
    [
      ["unit-code", {}, "单位编码"],
      ["unit-name", {}, "项目单位"],
      ["project-name", {}, "项目名称"],
      ["amount", {}, "资金总额"],
      ["amount", { fund: "fiscal" }, "政府预算资金"],
    ],
    [
      ["", "", "", "77.00", "77.00"],
      ["707001", A, "古籍修复", "25.00", "25.00"],
      ["707001", A, "库房改造", "30.00", "30.00"],
      ["707002", B, "乡村讲堂", "22.00", "22.00"],
    ],
  );
  const fiscal = LIST.map((row) => [...row.slice(0, 2), row[2], row[2], "", ""].map(String));
  const both = [byName(fiscal.with(5, ["乡村讲堂", B, "22.00", "22.00", "", ""])), byCode] as const;

  it("are the same projects: each table says what the other's columns mean", () => {
    expect(factAt(run(both, [], [A, B]), 2, 3, 1).reasons).toEqual([]);
  });

  it("are of the unit that both name", () => {
    expect(trustedRows([byName(LIST), byCode])).toContain(5);
    const renamed = LIST.with(4, ["库房改造", B, "30.00", "15.00", "15.00", ""]);
    expect(trustedRows([byName(renamed), byCode])).not.toContain(5);
  });
});

describe("a list of subjects whose amounts slid down, but for the total", () => {
  const NAMES = [
    "六、科学技术支出",
    "七、文化旅游体育与传媒支出",
    "八、社会保障和就业支出",
    "九、卫生健康支出",
    "十、节能环保支出",
    "十一、城乡社区支出",
    "十二、住房保障支出",
    "十三、粮油物资储备支出",
    "十四、其他支出",
  ];
  const TRUE = ["", "47.00", "6.00", "2.00", "", "", "3.00", "", ""];
  const summary = (amounts: readonly string[]) =>
    table(
      "income-expenditure-summary",
      { fund: "total", kind: "total" },
      [
        ["label", { flow: "income" }, "项目"],
        ["amount", { flow: "income" }, "预算数"],
        ["label", { flow: "expenditure" }, "项目"],
        ["amount", { flow: "expenditure" }, "预算数"],
      ],
      [
        ...NAMES.map((name, i) => ["", "", name, amounts[i] ?? ""]),
        ["收入总计", "58.00", "支出总计", "58.00"],
      ].with(0, ["一、一般公共预算拨款收入", "58.00", NAMES[0] ?? "", amounts[0] ?? ""]),
      [0, 0, 1, 1],
    );
  const known = table("expenditure-summary", SPENT, BY_FUNCTION, [
    ["", "合计", "58.00", "28.00", "30.00"],
    ["207", "文化旅游体育与传媒支出", "47.00", "17.00", "30.00"],
    ["208", "社会保障和就业支出", "6.00", "6.00", ""],
    ["210", "卫生健康支出", "2.00", "2.00", ""],
    ["221", "住房保障支出", "3.00", "3.00", ""],
  ]);

  it("witnesses no row: where one line is wrong and the sum holds, another is", () => {
    const slid = run([summary(["", ...TRUE.slice(0, -1)]), known]);
    expect(factAt(run([summary(TRUE), known]), 7, 3).status).toBe("proved");
    expect(factAt(slid, 5, 3).reasons).toContain("row-unwitnessed");
    expect(factAt(slid, 8, 3).reasons).toContain("row-unwitnessed");
  });
});

describe("a list by sources under the heading of one of them", () => {
  it("is not called by it: the heading changed places with another", () => {
    const of = (...given: readonly object[]) => {
      const sheet = table(
        "appropriation-summary",
        { fund: "fiscal", kind: "total" },
        [
          ["label", {}, "项目"],
          ["amount", { flow: "income", ...given[0] }, "金额"],
        ],
        [
          ["一、一般公共预算拨款", "40.00"],
          ["二、政府性基金预算拨款", ""],
          ["收入总计", "40.00"],
        ],
      );
      const said = statement({ flow: "income", fund: "general_public" }, "40.00");
      return factAt(run([sheet], [said]), 3, 1).reasons;
    };
    expect(of({ fund: "general_public" })).toContain("heading-doubtful");
    expect(of()).not.toContain("heading-doubtful");
  });
});
