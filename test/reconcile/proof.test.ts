import { describe, expect, it } from "vitest";
import { BY_FUNCTION, factAt, run, SPENT, statement, statuses, table } from "./tables.ts";

const expenditure = (rows: readonly (readonly string[])[]) =>
  table("expenditure-summary", SPENT, BY_FUNCTION, rows);

const SOUND = [
  ["", "合计", "100.00", "70.00", "30.00"],
  ["208", "社会保障和就业支出", "40.00", "40.00", ""],
  ["20805", "行政事业单位养老支出", "40.00", "40.00", ""],
  ["2080505", "机关事业单位基本养老保险缴费支出", "30.00", "30.00", ""],
  ["2080506", "机关事业单位职业年金缴费支出", "10.00", "10.00", ""],
  ["210", "卫生健康支出", "60.00", "30.00", "30.00"],
  ["21015", "医疗保障管理事务", "60.00", "30.00", "30.00"],
  ["2101501", "行政运行", "30.00", "30.00", ""],
  ["2101506", "医疗保障经办事务", "30.00", "", "30.00"],
];

const changed = (row: number, column: number, text: string) =>
  expenditure(SOUND.map((r, i) => r.map((t, j) => (i === row - 1 && j === column ? text : t))));

describe("proof", () => {
  it("proves a table whose rows and columns close", () => {
    const result = run([expenditure(SOUND)]);
    expect(result.facts.every(({ status }) => status === "proved")).toBe(true);
    expect(result.facts).toHaveLength(21);
    expect(result.checks).toEqual([]);
  });

  it("blames one wrong figure for the failures that it causes, and leaves the others their proof", () => {
    const result = run([changed(4, 3, "36.00")]);
    const conflicts = result.facts.filter(({ status }) => status === "conflict");
    expect(conflicts.map((fact) => fact.money.published)).toEqual(["36.00"]);
    expect(factAt(result, 4, 2).status).toBe("proved");
    // Its column does not close, and its row would close in 项目支出 as well.
    expect(factAt(result, 5, 3)).toMatchObject({
      status: "unproved",
      reasons: ["column-unwitnessed"],
    });
    expect(factAt(result, 4, 3).reasons).toContain("identity-fails");
    const others = result.facts.filter(({ status }) => status === "unproved");
    expect(others).toHaveLength(1);
    const identities = result.checks.filter(({ check }) => check === "identity");
    expect(identities).toHaveLength(2);
    const messages = identities.map(({ message }) => message.en);
    expect(messages.some((message) => message.includes("30 against 36"))).toBe(true);
    expect(messages.every((message) => message.includes("row 4) is to blame"))).toBe(true);
  });

  it("lets rounding explain a cent, and nothing more", () => {
    const rows = (total: string) => [
      ["", "合计", total, "3.12", "4005.45"],
      ["21015", "医疗保障管理事务", total, "3.12", "4005.45"],
    ];
    expect(run([expenditure(rows("4008.58"))]).checks).toEqual([]);
    expect(run([expenditure(rows("4008.60"))]).checks).not.toEqual([]);
  });

  it("lets no rounding explain two prints of one number", () => {
    // The sums are cents off, as sums of rounded numbers are; 机关事业单位职业年金 alone is in one column, and is not what it prints.
    const result = run([
      expenditure([
        ["", "合计", "100.01", "70.00", "30.00"],
        ["208", "社会保障和就业支出", "100.01", "70.00", "30.00"],
        ["20805", "行政事业单位养老支出", "100.01", "70.00", "30.00"],
        ["2080505", "机关事业单位基本养老保险缴费支出", "89.99", "60.00", "30.00"],
        ["2080506", "机关事业单位职业年金缴费支出", "10.01", "10.00", ""],
      ]),
    ]);
    expect(factAt(result, 5, 2)).toMatchObject({ status: "unproved", reasons: ["identity-fails"] });
    expect(factAt(result, 5, 3)).toMatchObject({ status: "unproved", reasons: ["identity-fails"] });
    expect(result.checks.map(({ message }) => message.en).join("\n")).toContain(
      "printed elsewhere with another last digit",
    );
  });

  it("never takes 16 for 61", () => {
    const result = run([changed(1, 2, "1000.00")]);
    expect(factAt(result, 1, 2).status).toBe("conflict");
  });

  it("takes no proof from zeros", () => {
    const result = run([expenditure([["", "合计", "0", "0", "0"]])]);
    expect(statuses(result)).toEqual(["1,2 0 unproved", "1,3 0 unproved", "1,4 0 unproved"]);
  });

  it("does not let a row that closes prove the column of a figure that could stand in another", () => {
    const result = run([expenditure([["", "合计", "9.00", "", "9.00"]])]);
    expect(factAt(result, 1, 4).status).toBe("unproved");
    const told = run(
      [expenditure([["", "合计", "9.00", "", "9.00"]])],
      [statement({ flow: "expenditure", kind: "project" }, "9.00")],
    );
    expect(factAt(told, 1, 4).status).toBe("stated");
  });

  it("misses a figure in a column whose total is blank", () => {
    const rows = SOUND.map(
      (r, i) => (i === 3 ? [r[0], r[1], "30.00", "", "30.00"] : r) as string[],
    );
    const result = run([expenditure(rows)]);
    expect(result.facts.some((f) => f.row === 4 && f.column === 4 && f.status === "proved")).toBe(
      false,
    );
  });

  it("adds up pairs of department and government codes as one order", () => {
    const result = run([
      table(
        "general-public-basic",
        { flow: "expenditure", fund: "general_public", kind: "basic" },
        [
          ["economic"],
          ["economic-name"],
          ["gov-economic"],
          ["gov-economic-name"],
          ["amount", {}, "合计"],
          ["amount", { kind: "basic.personnel" }, "人员经费"],
          ["amount", { kind: "basic.operating" }, "公用经费"],
        ],
        [
          ["", "合计", "", "", "60.00", "50.00", "10.00"],
          ["301", "工资福利支出", "501", "机关工资福利支出", "30.00", "30.00", ""],
          ["30101", "基本工资", "50101", "工资奖金津补贴", "18.00", "18.00", ""],
          ["30102", "津贴补贴", "50101", "工资奖金津补贴", "12.00", "12.00", ""],
          ["301", "工资福利支出", "505", "对事业单位经常性补助", "20.00", "20.00", ""],
          ["30101", "基本工资", "50501", "工资福利支出", "20.00", "20.00", ""],
          ["302", "商品和服务支出", "502", "机关商品和服务支出", "10.00", "", "10.00"],
          ["30201", "办公费", "50201", "办公经费", "10.00", "", "10.00"],
        ],
      ),
    ]);
    expect(result.checks).toEqual([]);
    expect(result.facts.every(({ status }) => status === "proved")).toBe(true);
  });

  it("takes all-funds spending for no figure of one budget", () => {
    const budget = table(
      "general-public-expenditure",
      { ...SPENT, fund: "general_public" },
      BY_FUNCTION,
      [
        ["", "合计", "70.00", "50.00", "20.00"],
        ["208", "社会保障和就业支出", "30.00", "30.00", ""],
        ["210", "卫生健康支出", "40.00", "20.00", "20.00"],
      ],
    );
    const result = run([expenditure(SOUND), budget]);
    expect(result.checks).toEqual([]);
    expect(result.facts.every(({ status }) => status === "proved")).toBe(true);
  });
});

describe("between tables", () => {
  const summary = (total: string) =>
    table(
      "income-expenditure-summary",
      { fund: "total" },
      [
        ["label", {}, "项目"],
        ["amount", { flow: "income" }, "金额"],
        ["label", {}, "项目"],
        ["amount", { flow: "expenditure", kind: "total" }, "金额"],
      ],
      [
        ["一、一般公共预算", total, "八、社会保障和就业", "40.00"],
        ["", "", "十、卫生健康", "60.00"],
        ["本年收入合计", total, "本年支出合计", "100.00"],
        ["上年结转结余", "", "年终结转结余", ""],
        ["收入总计", total, "支出总计", "100.00"],
      ],
      [0, 0, 1, 1],
    );

  it("holds class lines against the codes of another table, and income against expenditure", () => {
    const result = run([summary("100.00"), expenditure(SOUND)]);
    expect(result.checks).toEqual([]);
    expect(result.facts.every(({ status }) => status === "proved")).toBe(true);
  });

  it("finds that income is not expenditure", () => {
    const result = run([summary("90.00"), expenditure(SOUND)]);
    expect(result.checks.map(({ message }) => message.en).join()).toContain("balance");
    expect(factAt(result, 5, 1).status).toBe("conflict");
  });

  it("keeps the proof of the side with more tables", () => {
    const other = table("department-performance", SPENT, BY_FUNCTION, [
      ["", "合计", "700.00", "500.00", "200.00"],
    ]);
    const result = run([summary("100.00"), expenditure(SOUND), other]);
    expect(statuses(result, 2)[0]).toBe("1,2 700.00 conflict");
    expect(factAt(result, 1, 2, 1).status).toBe("proved");
  });
});

describe("projects listed after their units", () => {
  const listed = (more: string) =>
    table(
      "project-performance",
      { flow: "expenditure", fund: "total", kind: "project" },
      [
        ["project-code", {}, "单位编码（项目编码）"],
        ["project-name", {}, "项目单位（项目名称）"],
        ["amount", { fund: "total" }, "资金总额"],
        ["amount", { fund: "fiscal" }, "政府预算资金"],
        ["amount", { fund: "unit" }, "单位资金"],
      ],
      [
        ["412", "", "100.00", "80.00", "20.00"],
        ["412001", "兰考县档案局", "80.64", "60.64", "20.00"],
        ["", "兰考县档案馆", "19.36", "19.36", ""],
        ["410225240000000080407", "考核奖", "80.64", more, "20.00"],
        ["410225240000000063601", "伙食补助", "19.36", "19.36", ""],
      ],
    );

  it("are those of the unit above the others", () => {
    const result = run([listed("60.64")], [], ["兰考县档案馆"]);
    expect(result.checks).toEqual([]);
    expect(result.facts.map(({ status }) => status)).toEqual(Array(13).fill("proved"));
  });

  it("show by their sum that one of them is wrong", () => {
    const result = run([listed("60.46")], [], ["兰考县档案馆"]);
    expect(factAt(result, 4, 3).status).toBe("conflict");
  });
});
