import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, run, SPENT, statuses, table } from "./tables.ts";

const basic = { ...SPENT, fund: "general_public", kind: "basic" } as const;
const ECONOMIC = [
  ["economic", {}, "科目编码"],
  ["economic-name", {}, "科目名称"],
] as const;
const CLASSES = [
  ["302", "商品和服务支出", "12.31"],
  ["30201", "办公费", "4.56"],
  ["30202", "印刷费", "7.75"],
];

const trusted = (lines: readonly string[]) => lines.filter((line) => line.endsWith(" proved"));

describe("a table of another unit", () => {
  it("is in doubt wherever in the document it stands", () => {
    const rows = [["", "合计", "12.31"], ...CLASSES];
    const columns = [...ECONOMIC, ["amount"] as const];
    const first = table("general-public-basic", basic, columns, rows);
    const empty = table("state-capital-expenditure", SPENT, BY_FUNCTION, []);
    const running: Table = {
      ...table("operating-funds", { ...SPENT, kind: "basic.operating" }, columns, rows),
      unit: "千元",
    };
    const all = [first, empty, empty, empty, empty, empty, running];
    expect(trusted(statuses(run(all), 6))).toEqual([]);
  });
});

describe("a column of classes below the heading of others", () => {
  it("is in doubt: 302 is no part of 人员经费", () => {
    const under = (kind: "basic.personnel" | "basic.operating") =>
      table("general-public-basic", basic, [...ECONOMIC, ["amount", { kind }]], CLASSES);
    expect(trusted(statuses(run([under("basic.operating")])))).toHaveLength(3);
    const { facts } = run([under("basic.personnel")]);
    expect(facts.map(({ reasons }) => reasons)).toEqual(Array(3).fill(["heading-doubtful"]));
  });
});

describe("a column of money below the heading of names", () => {
  it("is in doubt: 项目 was drawn too wide, and what stood above 合计 is lost", () => {
    const under = (...heading: readonly string[]) => {
      const columns = [...ECONOMIC, ["amount", { kind: "basic.operating" }] as const];
      const read = table("general-public-basic", basic, columns, CLASSES);
      return { ...read, columns: read.columns.map((c, i) => (i === 2 ? { ...c, heading } : c)) };
    };
    expect(trusted(statuses(run([under("本年支出", "合计")])))).toHaveLength(3);
    const { facts } = run([under("项目", "合计")]);
    expect(facts.map(({ reasons }) => reasons)).toEqual(Array(3).fill(["heading-doubtful"]));
  });
});

const income = { flow: "income", period: "current", stage: "budget", fund: "total" } as const;
const SOURCES = [
  ["function", {}, "科目编码"],
  ["function-name", {}, "科目名称"],
  ["amount", {}, "合计"],
  ["amount", { fund: "carry_over" }, "上年结转"],
  ["amount", { fund: "general_public" }, "一般公共预算"],
  ["amount", { fund: "superior_subsidy" }, "上级补助收入"],
  ["amount", { fund: "subordinate_remittance" }, "附属单位上缴收入"],
] as const;
const SOUND = [
  ["208", "社会保障和就业支出", "107.30", "", "107.30"],
  ["20805", "行政事业单位养老支出", "107.30", "", "107.30"],
  ["2080502", "事业单位离退休", "27.01", "", "27.01"],
  ["2080505", "机关事业单位基本养老保险缴费支出", "49.25", "", "49.25"],
  ["2080506", "机关事业单位职业年金缴费支出", "31.04", "", "31.04"],
  ["210", "卫生健康支出", "38.15", "", "38.15"],
  ["21011", "行政事业单位医疗", "38.15", "", "38.15"],
  ["2101102", "事业单位医疗", "38.15", "", "38.15"],
  ["221", "住房保障支出", "86.02", "", "86.02"],
  ["22102", "住房改革支出", "86.02", "", "86.02"],
  ["2210201", "住房公积金", "68.71", "", "68.71"],
  ["2210203", "购房补贴", "17.31", "", "17.31"],
];

describe("columns in which as many rows fail as add up", () => {
  it("are not witnessed by those that add up: they may have slid together", () => {
    const proved = (subsidy: string) => {
      const rows = [
        ["", "合计", "600.00", "80.30", "471.02", subsidy, "28.45"],
        ["207", "文化旅游体育与传媒支出", "368.53", "80.30", "239.55", subsidy, "28.45"],
        ["20701", "文化和旅游", "20.23", "", "", subsidy, ""],
        ["20702", "文物", "348.30", "80.30", "239.55", "", "28.45"],
        ["2070204", "文物保护", "348.30", "80.30", "239.55", "", "28.45"],
        ...SOUND,
      ];
      const result = trusted(statuses(run([table("income-summary", income, SOURCES, rows)])));
      return result.filter((line) => line.includes(",6 "));
    };
    expect(proved("20.23")).toHaveLength(4);
    expect(proved("")).toEqual([]);
  });
});

describe("a repair that only a damaged row asks for", () => {
  it("is not believed: two numbers in one cell put all that follow out of place", () => {
    const rows = [
      ["", "合计", "456.50", "15.77", "424.77", "", "15.96"],
      ["207", "文化旅游体育与传媒支出", "225.03", "15.77", "193.30", "", "15.96"],
      ["20702", "文物", "225.03", "15.77 193.30", "", "15.96", ""],
      ["2070204", "文物保护", "225.03", "15.77", "193.30", "", "15.96"],
      ...SOUND,
    ];
    const { facts } = run([table("income-summary", income, SOURCES, rows)]);
    expect(facts.filter(({ status }) => status === "repaired")).toEqual([]);
  });
});

describe("a line that one table leaves blank and another fills", () => {
  it("puts both headings in doubt: 项目支出 here, 对附属单位补助支出 there", () => {
    const columns = [
      ["function", {}, "科目编码"],
      ["function-name", {}, "科目名称"],
      ["amount", {}, "合计"],
      ["amount", { kind: "basic" }, "基本支出"],
      ["amount", { kind: "subsidy" }, "对附属单位补助支出"],
      ["amount", { kind: "project" }, "项目支出"],
    ] as const;
    const summary = table("expenditure-summary", SPENT, columns, [
      ["", "合计", "100.50", "60.20", "40.30", ""],
      ["207", "文化旅游体育与传媒支出", "100.50", "60.20", "40.30", ""],
    ]);
    const projects = table(
      "project-expenditure",
      { ...SPENT, kind: "project" },
      [["project-name", {}, "项目名称"], ["amount"]],
      [
        ["合计", "40.30"],
        ["修缮", "25.10"],
        ["展览", "15.20"],
      ],
    );
    const result = run([summary, projects]);
    expect(trusted(statuses(result)).filter((line) => line.includes(",4 "))).toEqual([]);
    expect(trusted(statuses(result, 1))).toEqual([]);
  });
});

describe("a row whose project has another budget in its other rows", () => {
  it("may be another project's, with all of its amounts", () => {
    const columns = [
      ["project-name", {}, "项目名称"],
      ["amount", { item: "project_budget" }, "预算资金"],
      ["attribute", {}, "采购物品名称"],
      ["amount", {}, "合计"],
      ["amount", { fund: "general_public" }, "一般公共预算"],
      ["amount", { fund: "unit" }, "单位资金"],
    ] as const;
    const purchases = (owner: string) =>
      table("procurement", SPENT, columns, [
        ["合计", "", "", "9.50", "7.30", "2.20"],
        ["设备更新", "20.10", "台式计算机", "4.40", "3.30", "1.10"],
        ["设备更新", "20.10", "打印机", "2.00", "1.50", "0.50"],
        [owner, "67.55", "碎纸机", "3.10", "2.50", "0.60"],
      ]);
    const proved = (owner: string) =>
      trusted(statuses(run([purchases(owner)]))).filter((line) => line.startsWith("4,"));
    expect(proved("办公费用")).toHaveLength(3);
    expect(proved("设备更新")).toEqual([]);
  });
});

describe("a digit that hardly occurs", () => {
  it("takes the proof from a table two of whose sums fail", () => {
    // A font gives 2 as 3, and the minus of one amount comes from another font. The totals of 302 and 310 have the digit.
    const rows = [
      ["301", "工资福利支出", "33914588.34"],
      ["30101", "基本工资", "10335047.61"],
      ["30102", "津贴补贴", "13579468.90"],
      ["30107", "绩效工资", "10000071.83"],
      ["302", "商品和服务支出", "13833430.37"],
      ["30201", "办公费", "3037654.18"],
      ["30205", "水费", "4159805.73"],
      ["30206", "电费", "5634970.46"],
      ["303", "对个人和家庭的补助", "17457000.71"],
      ["30301", "离休费", "6549187.36"],
      ["30302", "退休费", "9870654.91"],
      ["30304", "抚恤金", "1037158.44"],
      ["310", "资本性支出", "13664069.70"],
      ["31002", "办公设备购置", "8745619.03"],
      ["31003", "专用设备购置", "3918450.67"],
      ["313", "对社会保障基金补助", "-2.00"],
    ];
    const columns = [...ECONOMIC, ["amount"] as const];
    const printed = table("general-public-basic", basic, columns, rows);
    expect(trusted(statuses(run([printed])))).toEqual([]);
  });
});

describe("a side of which only what is left is printed", () => {
  it("balances nothing: 结转下年 is not all that is spent", () => {
    const summary = table(
      "income-expenditure-summary",
      { period: "current", stage: "budget", fund: "total" },
      [
        ["label", {}, "项目"],
        ["amount", { flow: "income" }, "预算数"],
        ["label", {}, "项目"],
        ["amount", { flow: "expenditure", kind: "total" }, "预算数"],
      ],
      [
        ["本年收入合计", "100.50", "本年支出合计", ""],
        ["上年结转", "20.20", "结转下年", "120.70"],
        ["收入合计", "120.70", "支出合计", ""],
      ],
      [0, 0, 1, 1],
    );
    expect(trusted(statuses(run([summary]))).filter((line) => line.includes(",3 "))).toEqual([]);
  });
});
