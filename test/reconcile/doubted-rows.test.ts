import { describe, expect, it } from "vitest";
import { columnsOf } from "../../src/extract/headings/columns.ts";
import { declarationOf } from "../../src/taxonomy/tables/declarations.ts";
import { BY_FUNCTION, run, SPENT, statuses, table } from "./tables.ts";

const basic = { ...SPENT, fund: "general_public", kind: "basic" } as const;
const trusted = (lines: readonly string[]) =>
  lines.filter((line) => / (?:proved|repaired|stated)$/.test(line));

describe("classes in columns whose headings are exchanged", () => {
  const list = table(
    "general-public-basic",
    basic,
    [["economic"], ["economic-name"], ["amount"]],
    [
      ["302", "商品和服务支出", "20.66"],
      ["30201", "办公费", "8.84"],
      ["30202", "印刷费", "1.02"],
      ["30217", "公务接待费", "8.16"],
      ["30231", "公务用车运行维护费", "2.64"],
    ],
  );
  const abreast = (codes: readonly string[]) =>
    table(
      "general-public-basic",
      { ...basic, kind: "basic.operating.goods" },
      [
        ["function"],
        ["function-name"],
        ["amount", { economicCode: "302" }],
        ...codes.map((economicCode) => ["amount", { economicCode }] as const),
      ],
      [
        ["", "合计", "20.66", "8.84", "1.02", "8.16", "2.64"],
        ["213", "农林水支出", "20.66", "8.84", "1.02", "8.16", "2.64"],
      ],
    );

  it("are contradicted by the list of the same classes", () => {
    const entertaining = (codes: readonly string[]) =>
      run([list, abreast(codes)]).facts.find(
        ({ tableIndex, economicCode }) => tableIndex === 1 && economicCode === "30217",
      );
    expect(entertaining(["30201", "30202", "30217", "30231"])?.reasons).not.toContain(
      "identity-fails",
    );
    expect(entertaining(["30201", "30217", "30202", "30231"])?.reasons).toContain("identity-fails");
  });
});

describe("two headings of columns that are exchanged", () => {
  it("are no columns that slid: nothing is moved below headings that hold nothing", () => {
    const under = (first: object, second: object) =>
      table(
        "expenditure-summary",
        SPENT,
        [
          ["function"],
          ["function-name"],
          ["amount", first],
          ["amount", second],
          ["amount", { kind: "project" }],
          ["amount", { kind: "business" }],
          ["amount", { kind: "remittance" }],
        ],
        [
          ["208", "社会保障和就业支出", "99.08", "99.08"],
          ["20805", "行政事业单位养老支出", "99.08", "99.08"],
          ["2080505", "机关事业单位基本养老保险缴费支出", "99.08", "99.08"],
          ["210", "卫生健康支出", "32.05", "32.05"],
          ["21011", "行政事业单位医疗", "32.05", "32.05"],
          ["2101102", "事业单位医疗", "32.05", "32.05"],
          ["213", "农林水支出", "264.64", "164.65", "99.99"],
          ["21301", "农业农村", "264.64", "164.65", "99.99"],
          ["2130104", "事业运行", "170.20", "164.65", "5.55"],
          ["2130108", "病虫害控制", "94.44", "", "94.44"],
        ],
      );
    const total = { kind: "total" } as const;
    const { facts } = run([under({ kind: "basic" }, total)]);
    expect(facts.filter(({ status }) => status === "repaired")).toEqual([]);
    const sound = statuses(run([under(total, { kind: "basic" })]));
    expect(trusted(sound)).toEqual(
      expect.arrayContaining(["7,2 264.64 proved", "7,3 164.65 proved", "7,4 99.99 proved"]),
    );
  });
});

describe("rows below the row of a unit", () => {
  const ofUnits = (first: string) =>
    table(
      "expenditure-summary",
      SPENT,
      [
        ["function"],
        ["unit-code"],
        ["unit-name"],
        ["amount"],
        ["amount", { kind: "basic" }],
        ["amount", { kind: "project" }],
      ],
      [
        ["", "", "合计", "300.00", "220.00", "80.00"],
        ["", first, first && "甲县文化局", "120.00", "90.00", "30.00"],
        ["2070101", "", "行政运行", "70.00", "60.00", "10.00"],
        ["2070109", "", "群众文化", "50.00", "30.00", "20.00"],
        ["", "313002", "甲县文化馆", "180.00", "130.00", "50.00"],
        ["2070109", "", "群众文化", "110.00", "80.00", "30.00"],
        ["2070114", "", "文化和旅游管理事务", "70.00", "50.00", "20.00"],
      ].filter(([, , name]) => name !== ""),
    );

  it("are no figures of no unit where that row was lost", () => {
    const coded = (first: string) =>
      run([ofUnits(first)]).facts.filter(({ functionCode }) => functionCode !== undefined);
    expect(coded("313001").map(({ unitCode }) => unitCode)).not.toContain(undefined);
    expect(coded("313001").flatMap(({ reasons }) => reasons)).not.toContain("coordinates-twice");
    const alone = coded("").filter(({ unitCode }) => unitCode === undefined);
    expect(alone).toHaveLength(6);
    expect(alone.filter(({ status }) => status === "proved")).toEqual([]);
    expect(coded("").filter(({ unitCode }) => unitCode === "313002")).toHaveLength(6);
  });
});

describe("one figure below two government classes", () => {
  const pairs = (government: string) =>
    table(
      "economic-classification",
      SPENT,
      [
        ["economic"],
        ["economic-name"],
        ["gov-economic"],
        ["gov-economic-name"],
        ["amount"],
        ["amount", { kind: "basic" }],
      ],
      [
        ["30101", "基本工资", "50101", "工资奖金津补贴", "325.40", "325.40"],
        ["30110", "职工基本医疗保险缴费", government, "", "54.38", "54.38"],
      ],
    );

  it("is in doubt in both tables", () => {
    const fact = (government: string) =>
      run([pairs(government), pairs("50102")]).facts.find(
        ({ economicCode, tableIndex }) => economicCode === "30110" && tableIndex === 0,
      );
    expect(fact("50102")?.reasons).not.toContain("row-damaged");
    expect(fact("50101")?.reasons).toContain("row-damaged");
  });
});

describe("a subject beside a project", () => {
  it("is told where its code is another's, as without a project", () => {
    const rows = (name: string, code: string) => [[code, name, "医疗服务能力建设", "5.00"]];
    const columns = [["function"], ["function-name"], ["project-name"], ["amount"]] as const;
    const of = (name: string, code = "2101599") =>
      run([table("project-expenditure", SPENT, columns, rows(name, code))]).facts[0];
    expect(of("其他医疗保障管理事务支出")?.reasons).not.toContain("name-contradicts-code");
    expect(of("突发公共卫生事件应急处理")?.reasons).toContain("name-contradicts-code");
    // A narrow cell cut it off.
    expect(of("其他医疗保障管理事务支")?.reasons).not.toContain("name-contradicts-code");
    const cut = of("其他医疗保障管理事务支", "2101505");
    expect(cut?.reasons).toContain("name-contradicts-code");
    // What is left of 文化和旅游管理事务 is the whole name of the row above it.
    const begun = of("文化和旅游", "2070114");
    expect(begun?.reasons).toContain("name-contradicts-code");
    expect(of("文化和旅游管理", "2070114")?.reasons).not.toContain("name-contradicts-code");
  });
});

describe("a list whose column of money lost its heading", () => {
  it("lends its names to no other list", () => {
    const paths = [
      ["收入", "项目"],
      ["收入", "预算数"],
      ["支出", "项目（按支出功能科目类级）"],
    ];
    const declaration = declarationOf("income-expenditure-summary");
    const columns = columnsOf(paths, { declaration, year: "2024" });
    expect(columns.map(({ role, block }) => [role, block])).toEqual([
      ["label", 0],
      ["amount", 0],
      ["label", 1],
    ]);
  });
});

describe("what is left for next year", () => {
  it("is not all that is spent because the sum above it was lost", () => {
    const rows = [
      ["本年支出合计", ""],
      ["结转下年", "271.53"],
      ["支出总计", "271.53"],
    ];
    const summary = table("income-expenditure-summary", SPENT, [["label"], ["amount"]], rows);
    const byFunction = table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["", "合计", "271.53"],
      ["207", "文化旅游体育与传媒支出", "221.33"],
      ["208", "社会保障和就业支出", "50.20"],
    ]);
    const lines = statuses(run([summary, byFunction]));
    expect(trusted(lines).filter((line) => line.startsWith("2,"))).toEqual([]);
  });
});

describe("income by subject, codes and names in one cell", () => {
  it("is no list by name that the expenditure slid into", () => {
    const income = table(
      "income-summary",
      { flow: "income", fund: "total" },
      [
        ["label", {}, "科目"],
        ["amount", {}, "合计"],
        ["amount", { fund: "general_public" }, "一般公共预算拨款"],
        ["amount", { fund: "institutional" }, "事业收入"],
      ],
      [
        ["合计", "30.00", "20.00", "10.00"],
        ["205 教育支出", "18.00", "12.00", "6.00"],
        ["206 科学技术支出", "12.00", "8.00", "4.00"],
      ],
    );
    const reasons = run([income]).facts.flatMap((fact) => fact.reasons);
    expect(reasons).not.toContain("row-damaged");
  });
});

describe("units and subjects in one column of names", () => {
  it("are told apart by their codes, whoever the units are", () => {
    const list = table(
      "expenditure-summary",
      SPENT,
      [
        ["function", {}, "科目编码"],
        ["label", {}, "单位名称/科目名称"],
        ["amount"],
        ["amount", { kind: "basic" }],
        ["amount", { kind: "project" }],
      ],
      [
        ["", "合计", "300.00", "220.00", "80.00"],
        ["", "甲县文化局本", "120.00", "90.00", "30.00"],
        ["2070101", "行政运行", "70.00", "60.00", "10.00"],
        ["2070109", "群众文化", "50.00", "30.00", "20.00"],
        ["", "甲县图书馆", "180.00", "130.00", "50.00"],
        ["2070104", "图书馆", "180.00", "130.00", "50.00"],
      ],
    );
    const units = run([list])
      .facts.filter(({ functionCode }) => functionCode !== undefined)
      .map(({ unitName }) => unitName);
    expect(new Set(units)).toEqual(new Set(["甲县文化局本", "甲县图书馆"]));
  });

  it("take no line for a unit that stands among the codes", () => {
    const list = table(
      "expenditure-summary",
      SPENT,
      [["function", {}, "科目编码"], ["label", {}, "单位名称/科目名称"], ["amount"]],
      [
        ["", "合计", "70.00"],
        ["2070101", "行政运行", "70.00"],
        ["预算11表", "", ""],
      ],
    );
    expect(run([list]).facts.map(({ unitName }) => unitName)).toEqual([undefined, undefined]);
  });
});
