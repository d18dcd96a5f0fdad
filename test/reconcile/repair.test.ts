import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, factAt, run, SPENT, statuses, table } from "./tables.ts";

const expenditure = (rows: readonly (readonly string[])[]) =>
  table("expenditure-summary", SPENT, BY_FUNCTION, rows);

const SOUND = [
  ["", "合计", "100.00", "70.00", "30.00"],
  ["2080505", "机关事业单位基本养老保险缴费支出", "25.00", "25.00", ""],
  ["2101501", "行政运行", "45.00", "45.00", ""],
  ["2101506", "医疗保障经办事务", "30.00", "", "30.00"],
];

const with_ = (row: number, texts: readonly string[]) =>
  expenditure(SOUND.map((r, i) => (i === row - 1 ? texts : r)));

describe("repair", () => {
  it("puts an amount back into the column that the totals single out", () => {
    const result = run([with_(4, ["2101506", "医疗保障经办事务", "30.00", "30.00", ""])]);
    expect(factAt(result, 4, 4)).toMatchObject({ kind: "project", status: "repaired" });
    expect(result.facts.every(({ status }) => status !== "conflict")).toBe(true);
    const [check] = result.checks.filter((c) => c.check === "repair");
    expect(check?.message.en).toContain("30.00 printed under 基本支出 belong under 项目支出");
  });

  it("leaves an amount under the words of its heading, known or not", () => {
    const split = table(
      "expenditure-summary",
      SPENT,
      [
        ["function", {}, "科目编码"],
        ["amount", {}, "合计"],
        ["amount", { fund: "general_public" }, "一般公共预算"],
        ["amount", { fund: "business" }, "事业单位经营支出"],
        ["unknown", {}, "事业支出"],
      ],
      [
        ["2101501", "45.00", "30.00", "", "15.00"],
        ["2101506", "30.00", "30.00", "", ""],
      ],
    );
    const { facts } = run([split]);
    expect(facts.map(({ money, fund }) => `${money.published} ${fund}`)).toEqual([
      "45.00 total",
      "30.00 general_public",
      "30.00 total",
      "30.00 general_public",
    ]);
  });

  it("leaves a tie as it is printed", () => {
    const result = run([
      expenditure([
        ["", "合计", "60.00", "30.00", "30.00"],
        ["2101501", "行政运行", "30.00", "30.00", ""],
        ["2101506", "医疗保障经办事务", "30.00", "30.00", ""],
      ]),
    ]);
    expect(result.facts.some(({ status }) => status === "repaired")).toBe(false);
    expect(factAt(result, 2, 3).status).toBe("conflict");
    expect(factAt(result, 3, 3).status).toBe("conflict");
  });

  it("never changes a digit", () => {
    const result = run([with_(4, ["2101506", "医疗保障经办事务", "31.00", "31.00", ""])]);
    expect(result.facts.some(({ status }) => status === "repaired")).toBe(false);
    expect(statuses(result)).toContain("4,3 31.00 conflict");
  });

  describe("an amount that fell to the next line", () => {
    const items = [
      ["amount", { item: "three_public" }, "合计"],
      ["amount", { item: "three_public.overseas" }, "因公出国（境）费"],
      ["amount", { item: "three_public.vehicle" }, "小计"],
      ["amount", { item: "three_public.vehicle.purchase" }, "购置费"],
      ["amount", { item: "three_public.vehicle.operation" }, "运行费"],
      ["amount", { item: "three_public.reception" }, "公务接待费"],
    ] as const;
    const threePublic = (...rows: (readonly string[])[]) =>
      table(
        "three-public",
        { flow: "expenditure", fund: "general_public", kind: "total" },
        items,
        rows,
      );
    const fallen = threePublic(["11", "", "8", "2", "", "6"], ["", "", "", "", "", "3"]);
    const told = (tables: readonly Table[]) =>
      run(tables)
        .facts.filter(({ tableIndex }) => tableIndex === 0)
        .map(({ item, money, status }) => `${item} ${money.published} ${status}`);

    it("is taken back where another table says the same", () => {
      expect(told([fallen, threePublic(["11", "", "8", "2", "6", "3"])])).toEqual([
        "three_public 11 proved",
        "three_public.vehicle 8 proved",
        "three_public.vehicle.purchase 2 proved",
        "three_public.vehicle.operation 6 repaired",
        "three_public.reception 3 repaired",
      ]);
    });

    it("stays where it fell if nothing else tells it from its neighbours: they could change places", () => {
      const alone = told([fallen]);
      expect(alone.map((line) => line.replace(/ \w+$/, ""))).toEqual([
        "three_public 11",
        "three_public.vehicle 8",
        "three_public.vehicle.purchase 2",
        "three_public.reception 6",
        "three_public.reception 3",
      ]);
      expect(alone.filter((line) => / (?:proved|repaired)$/.test(line))).toEqual([]);
    });
  });

  it("puts a page that slid to the side back as a whole", () => {
    const columns = [
      ["economic", {}, "科目编码"],
      ["economic-name", {}, "科目名称"],
      ["amount", {}, "合计"],
      ["amount", { fund: "fiscal" }, "小计"],
      ["amount", { fund: "general_public" }, "一般公共预算"],
      ["amount", { fund: "government_fund" }, "政府性基金预算"],
      ["amount", { fund: "state_capital" }, "国有资本经营预算"],
      ["amount", { fund: "special_account" }, "财政专户管理资金"],
    ] as const;
    const detail = table(
      "basic-expenditure-detail",
      { flow: "expenditure", fund: "total", kind: "basic" },
      columns,
      [
        // The page before has two funds: which of its columns is which is known.
        ["", "合计", "21.00", "21.00", "15.00", "6.00"],
        ["30101", "基本工资", "13.00", "13.00", "7.00", "6.00"],
        ["30102", "津贴补贴", "5.00", "5.00", "5.00"],
        ["30201", "办公费", "", "", "", "2.00", "2.00", "2.00"],
        ["30202", "印刷费", "", "", "", "1.00", "1.00", "1.00"],
      ],
    );
    const result = run([detail]);
    expect(statuses(result).slice(-6)).toEqual([
      "4,2 2.00 repaired",
      "4,3 2.00 repaired",
      "4,4 2.00 repaired",
      "5,2 1.00 repaired",
      "5,3 1.00 repaired",
      "5,4 1.00 repaired",
    ]);
  });

  it("finds the lost heading that other tables know", () => {
    const body = table(
      "government-fund-expenditure",
      { flow: "expenditure", fund: "government_fund", kind: "total" },
      [
        ["function", {}, "科目编码"],
        ["function-name", {}, "科目名称"],
        ["amount", {}, "合计"],
        ["amount", { kind: "basic" }, "基本支出"],
        ["amount", { kind: "project" }, "小计"],
        ["amount", { kind: "project.other_operation" }, "其他运转类"],
      ],
      [
        ["", "合计", "36.00", "36.00", "", "36.00"],
        ["2296013", "用于城乡医疗救助的彩票公益金支出", "36.00", "36.00", "", "36.00"],
      ],
    );
    const projects = table(
      "project-expenditure",
      { flow: "expenditure", fund: "total", kind: "project" },
      [
        ["project-type", {}, "类型"],
        ["project-name", {}, "项目名称"],
        ["amount", {}, "合计"],
        ["amount", { fund: "general_public" }, "一般公共预算"],
        ["amount", { fund: "government_fund" }, "政府性基金预算"],
      ],
      [
        ["", "合计", "56.00", "20.00", "36.00"],
        ["其他运转类", "运转保障经费", "20.00", "20.00", ""],
        ["特定目标类", "城乡医疗救助资金", "36.00", "", "36.00"],
      ],
    );
    const facts = run([body, projects]).facts.filter(({ tableIndex }) => tableIndex === 0);
    expect(facts.map(({ row, kind, status }) => `${row} ${kind} ${status}`)).toEqual([
      "1 total proved",
      "1 project repaired",
      "1 project.specific_purpose repaired",
      "2 total proved",
      "2 project repaired",
      "2 project.specific_purpose repaired",
    ]);
  });
});

describe("lost rows", () => {
  it("names the gap and the table that knows it, and adds nothing", () => {
    const short = [SOUND[0], SOUND[1], SOUND[2]] as string[][];
    const other = table("general-public-expenditure", SPENT, BY_FUNCTION, SOUND.slice(1));
    const result = run([expenditure(short), other]);
    expect(result.facts.filter(({ tableIndex }) => tableIndex === 0)).toHaveLength(7);
    expect(result.facts.every(({ status }) => status !== "conflict")).toBe(true);
    const [lost] = result.checks.filter((check) => check.check === "lost-rows");
    expect(lost).toMatchObject({ table: "expenditure-summary", row: 1, difference: "-30" });
    expect(lost?.message.en).toContain(
      "合计 30, 项目支出 30; the general public budget expenditure table has it as 医疗保障经办事务",
    );
  });

  it("takes gaps that cancel for misplaced cells, not for rows", () => {
    const result = run([
      expenditure([
        ["", "合计", "100.00", "70.00", "30.00"],
        ["2080505", "机关事业单位基本养老保险缴费支出", "50.00", "30.00", "20.00"],
        ["2101501", "行政运行", "50.00", "38.00", "12.00"],
      ]),
    ]);
    expect(result.checks.some(({ check }) => check === "lost-rows")).toBe(false);
    expect(result.facts.some(({ status }) => status === "conflict")).toBe(true);
  });
});

describe("a row that closes in two columns", () => {
  it("is not followed by the rows that add up with it: it may be the one that is out of place", () => {
    const columns = [
      ...BY_FUNCTION.slice(0, 2),
      ["amount", { kind: "basic.operating" }, "公用经费"],
      ["amount", { kind: "basic.operating.goods" }, "商品和服务支出"],
      ["amount", { kind: "basic.operating.capital" }, "资本性支出"],
    ] as const;
    const result = run([
      table("expenditure-summary", SPENT, columns, [
        ["", "合计", "184.43", "184.43", ""],
        ["210", "卫生健康支出", "184.43", "", "184.43"],
        ["2101501", "行政运行", "184.43", "184.43", ""],
      ]),
    ]);
    const ofKind = statuses(result).filter((line) => /^\d,[34]/.test(line));
    expect(ofKind).toHaveLength(3);
    expect(ofKind.filter((line) => / (?:proved|repaired)$/.test(line))).toEqual([]);
  });
});
