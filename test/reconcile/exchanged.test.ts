import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, type ColumnSpec, factAt, run, SPENT, table } from "./tables.ts";

const PROJECTS = { ...SPENT, kind: "project" } as const;
const UNITS = ["建业市文化局", "建业市图书馆"];
const reasonsOf = (tables: readonly Table[], row: number, column: number): readonly string[] =>
  factAt(run(tables, [], UNITS), row, column).reasons;

describe("two headings that changed places, with all sums as they were", () => {
  const FUNDS: readonly ColumnSpec[] = [
    ["amount", {}, "合计"],
    ["amount", { fund: "general_public" }, "一般公共预算"],
    ["amount", { fund: "unit" }, "单位资金"],
  ];

  it("are told by units that are called by a type of project", () => {
    const sheet = (...[first, third]: readonly ["unit-name" | "project-type", ColumnSpec[0]]) =>
      table(
        "project-expenditure",
        PROJECTS,
        [[first], ["project-name"], [third], ...FUNDS],
        [
          ["", "合计", "", "60.00", "40.00", "20.00"],
          ["其他运转类", "古籍修复", UNITS[0] ?? "", "25.00", "15.00", "10.00"],
          ["特定目标类", "库房改造", UNITS[0] ?? "", "35.00", "25.00", "10.00"],
        ],
      );
    expect(reasonsOf([sheet("project-type", "unit-name")], 2, 3)).toEqual([]);
    expect(reasonsOf([sheet("unit-name", "project-type")], 2, 3)).toEqual(["heading-doubtful"]);
  });

  const carried = (columns: readonly ColumnSpec[], cells: readonly (readonly string[])[]) =>
    table(
      "carry-over",
      SPENT,
      [["function"], ["function-name"], ...columns, ...FUNDS],
      [
        ["2070104", "图书馆", ...(cells[0] ?? []), "30.00", "20.00", "10.00"],
        ["2070109", "群众文化", ...(cells[1] ?? []), "30.00", "20.00", "10.00"],
        ["", "合计", "", "", "", "60.00", "40.00", "20.00"],
      ],
    );

  it("are told by words below a heading of codes", () => {
    const sheet = (...roles: readonly ["economic" | "attribute", "economic" | "attribute"]) =>
      carried(
        [[roles[0]], ["project-name"], [roles[1]]],
        [
          ["30299", "古籍修复", "一般性转移支付资金"],
          ["30201", "库房改造", "财政拨款"],
        ],
      );
    expect(reasonsOf([sheet("economic", "attribute")], 2, 5)).toEqual([]);
    expect(reasonsOf([sheet("attribute", "economic")], 2, 5)).toContain("heading-doubtful");
  });

  /** The name of a unit in a narrow cell. */
  const CUT = "建业市图书";

  it("are told by one unit's code beside two names", () => {
    const sheet = (
      ...roles: readonly ["unit-name" | "project-name", "unit-name" | "project-name"]
    ) =>
      carried(
        [["unit-code"], [roles[0]], [roles[1]]],
        [
          ["313001", CUT, "古籍修复"],
          ["313001", CUT, "库房改造"],
        ],
      );
    expect(reasonsOf([sheet("unit-name", "project-name")], 2, 5)).toEqual([]);
    expect(reasonsOf([sheet("project-name", "unit-name")], 2, 5)).toContain("row-damaged");
  });

  it("are told by a class that has more of one fund than of all", () => {
    const classes = (codes: readonly string[]): ColumnSpec[] =>
      codes.map((economicCode) => ["amount", { economicCode }, economicCode]);
    const crossed = (
      id: Table["id"],
      fund: "fiscal" | "general_public",
      codes: readonly string[],
    ) =>
      table(
        id,
        { ...SPENT, fund },
        [...BY_FUNCTION.slice(0, 2), ["amount", {}, "合计"], ...classes(codes)],
        [
          ["", "合计", "60.00", "35.00", "25.00"],
          ["207", "文化旅游体育与传媒支出", "40.00", "25.00", "15.00"],
          ["208", "社会保障和就业支出", "20.00", "10.00", "10.00"],
        ],
      );
    const all = crossed("appropriation-expenditure", "fiscal", ["30216", "30227"]);
    const own = (codes: readonly string[]) =>
      crossed("general-public-expenditure", "general_public", codes);
    const at = (codes: readonly string[]) => factAt(run([all, own(codes)]), 2, 3, 1);
    expect(at(["30216", "30227"]).reasons).not.toContain("heading-doubtful");
    expect(at(["30227", "30216"]).reasons).toContain("heading-doubtful");
  });
});

describe("a project that is called by the subject of its row, beside another name", () => {
  it("changed places with it", () => {
    const sheet = (...names: readonly [string, string]) =>
      table(
        "project-expenditure",
        PROJECTS,
        [
          ["function"],
          ["function-name"],
          ["project-name"],
          ["amount", {}, "合计"],
          ["amount", { fund: "general_public" }, "一般公共预算"],
          ["amount", { fund: "unit" }, "单位资金"],
        ],
        [
          ["", "合计", "", "60.00", "40.00", "20.00"],
          ["2070104", ...names, "30.00", "20.00", "10.00"],
          ["2070109", "群众文化", "库房改造", "30.00", "20.00", "10.00"],
        ],
      );
    expect(reasonsOf([sheet("图书馆", "古籍修复")], 2, 3)).toEqual([]);
    expect(reasonsOf([sheet("图书馆", "图书馆")], 2, 3)).toEqual([]);
    expect(reasonsOf([sheet("古籍修复", "图书馆")], 2, 3)).toContain("name-contradicts-code");
  });
});

describe("a list by name that lost its totals", () => {
  const lists = (spent: readonly (readonly [string, string])[]) =>
    table(
      "income-expenditure-summary",
      { fund: "total" },
      [
        ["label", {}, "项目"],
        ["amount", { flow: "income" }, "金额"],
        ["label", {}, "项目"],
        ["amount", { flow: "expenditure", kind: "total" }, "金额"],
      ],
      spent.map((line, i) => [...(i === 0 ? ["一、一般公共预算", "100.00"] : ["", ""]), ...line]),
      [0, 0, 1, 1],
    );
  const total = table("expenditure-summary", SPENT, BY_FUNCTION, [
    ["", "合计", "100.00", "70.00", "30.00"],
  ]);

  it("may have slid along its names: a total elsewhere says nothing of its lines", () => {
    const list = lists([
      ["五、教育支出", "40.00"],
      ["六、科学技术支出", ""],
      ["七、文化旅游体育与传媒支出", "60.00"],
      ["八、社会保障和就业支出", ""],
    ]);
    expect(reasonsOf([list, total], 3, 3)).toEqual(["row-unwitnessed"]);
  });

  it("is told by a table that has its lines", () => {
    const list = lists([
      ["五、教育支出", "40.00"],
      ["六、科学技术支出", ""],
      ["七、文化旅游体育与传媒支出", "60.00"],
    ]);
    const spent = table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["", "合计", "100.00", "70.00", "30.00"],
      ["205", "教育支出", "40.00", "30.00", "10.00"],
      ["207", "文化旅游体育与传媒支出", "60.00", "40.00", "20.00"],
    ]);
    expect(reasonsOf([list, spent], 3, 3)).toEqual([]);
  });
});

describe("the part of a form that has all of its budget", () => {
  const form = (line: string) =>
    table(
      "project-performance",
      PROJECTS,
      [["project-name"], ["label"], ["amount"]],
      [
        ["古籍修复", "预算数", "60.00"],
        ["古籍修复", line, "60.00"],
      ],
    );
  const listed = table(
    "project-expenditure",
    PROJECTS,
    [
      ["project-name"],
      ["amount", {}, "合计"],
      ["amount", { fund: "fiscal" }],
      ["amount", { fund: "unit" }],
    ],
    [
      ["合计", "100.00", "90.00", "10.00"],
      ["古籍修复", "60.00", "60.00", ""],
      ["库房改造", "40.00", "30.00", "10.00"],
    ],
  );

  it("is told by another table, not by the budget: that of another line would be the same", () => {
    expect(reasonsOf([form("其中：财政资金"), listed], 2, 2)).toEqual([]);
    expect(reasonsOf([form("其他资金"), listed], 2, 2)).toContain("row-unwitnessed");
  });
});

describe("a project with a code that has the name of another", () => {
  const targets = (second: string) =>
    table(
      "project-performance",
      PROJECTS,
      [
        ["function"],
        ["project-code"],
        ["project-name"],
        ["amount"],
        ["amount", { fund: "fiscal" }],
        ["amount", { fund: "unit" }],
      ],
      [
        ["", "", "合计", "100.00", "60.00", "40.00"],
        ["2070104", "41000001", "运转保障经费", "60.00", "45.00", "15.00"],
        ["2070104", "41000002", second, "25.00", "10.00", "15.00"],
        ["2070109", "41000003", "库房改造", "15.00", "5.00", "10.00"],
      ],
    );

  it("may be called otherwise: no code says what it is called", () => {
    expect(reasonsOf([targets("古籍修复")], 3, 3)).toEqual([]);
    expect(reasonsOf([targets("库房改造")], 3, 3)).toEqual(["row-unwitnessed"]);
  });
});

describe("what is reserved for small firms of each purchase", () => {
  it("is no more than the purchase: a column that slid down has more", () => {
    const bought = (reserved: readonly string[]) =>
      table(
        "procurement",
        SPENT,
        [
          ["project-name"],
          ["amount", {}, "合计"],
          ["amount", { fund: "general_public" }],
          ["amount", { fund: "unit" }],
          ["amount", { item: "reserved_for_small_firms" }, "预留中小企业份额"],
        ],
        [
          ["合计", "82.25", "75.25", "7.00", "75.00"],
          ["房屋租赁", "70.00", "69.00", "1.00", reserved[0] ?? ""],
          ["计算机", "2.25", "1.25", "1.00", reserved[1] ?? ""],
          ["家具", "10.00", "5.00", "5.00", "5.00"],
        ],
      );
    expect(reasonsOf([bought(["70.00"])], 2, 4)).toEqual([]);
    expect(reasonsOf([bought(["", "70.00"])], 3, 4)).toContain("identity-fails");
  });
});
