import { describe, expect, it } from "vitest";
import { figuresOf } from "../../src/assemble/figures/index.ts";
import type { Figure, View } from "../../src/model/figure.ts";
import { sumOf } from "../../src/model/money.ts";
import { BY_FUNCTION, run, SPENT, table } from "../reconcile/tables.ts";

const yuan = (figures: readonly Figure[]) => sumOf(figures.map(({ fact }) => fact.money)).yuan;

const inView = (figures: readonly Figure[], view: View) =>
  figures.filter(({ views }) => views.has(view));

describe("the figures of a disclosure", () => {
  const summary = table("expenditure-summary", { ...SPENT, fund: "total" }, BY_FUNCTION, [
    ["", "合计", "100.50", "60.20", "40.30"],
    ["208", "社会保障和就业支出", "40.20", "40.20", ""],
    ["20805", "行政事业单位养老支出", "40.20", "40.20", ""],
    ["2080505", "机关事业单位基本养老保险缴费支出", "30.10", "30.10", ""],
    ["2080506", "机关事业单位职业年金缴费支出", "10.10", "10.10", ""],
    ["210", "卫生健康支出", "60.30", "20.00", "40.30"],
  ]);
  const again = table("expenditure-summary", { ...SPENT, fund: "total" }, BY_FUNCTION, [
    ["208", "社会保障和就业支出", "40.20", "40.20", ""],
  ]);
  const { facts } = run([summary, again]);
  const { figures, sums } = figuresOf(facts, "budget");

  it("are each there once, however often they are printed", () => {
    expect(facts).toHaveLength(16);
    expect(figures).toHaveLength(14);
    const twice = figures.filter(({ tables }) => tables === 2);
    expect(twice.map(({ fact }) => fact.money.published)).toEqual(["40.20", "40.20"]);
  });

  it("add up by function to what is spent, and overlap nowhere", () => {
    const lines = inView(figures, "function");
    expect(lines.map(({ fact }) => fact.functionCode)).toEqual(["2080505", "2080506", "210"]);
    expect(yuan(lines).toString()).toBe("1005000");
    expect(sums.find(({ view }) => view === "function")).toMatchObject({ short: undefined });
  });

  it("add up by kind", () => {
    const lines = inView(figures, "kind");
    expect(lines.map(({ fact }) => [fact.kind, fact.money.published])).toEqual([
      ["basic", "60.20"],
      ["project", "40.30"],
    ]);
  });

  it("say where nothing divides them further", () => {
    const leaf = (code: string) =>
      figures.filter(({ fact, leaf }) => fact.functionCode === code && leaf.has("function")).length;
    expect([leaf("208"), leaf("20805"), leaf("2080505"), leaf("210")]).toEqual([0, 0, 2, 3]);
  });

  it("say why a view falls short of the total", () => {
    const short = (view: View) => sums.find((one) => one.view === view)?.short;
    expect([short("economic"), short("project"), short("fund")]).toEqual([
      "no-table",
      "no-table",
      "no-table",
    ]);
  });
});

describe("projects of one name", () => {
  const list = table(
    "project-expenditure",
    { ...SPENT, fund: "total", kind: "project" },
    [
      ["project-name", {}, "项目名称"],
      ["amount", {}, "合计"],
      ["amount", { fund: "unit" }, "单位资金"],
    ],
    [
      ["合计", "60.00", "10.00"],
      ["修缮", "25.00", ""],
      ["修缮", "15.00", ""],
      ["展览", "10.00", "10.00"],
      ["展览", "10.00", ""],
    ],
  );
  const { figures, sums } = figuresOf(run([list]).facts, "budget");

  it("are as many figures as are printed, and all are added up", () => {
    const lines = inView(figures, "project");
    expect(lines.map(({ fact }) => fact.money.published)).toEqual([
      "25.00",
      "15.00",
      "10.00",
      "10.00",
    ]);
    expect(sums.find(({ view }) => view === "project")?.sum.toString()).toBe("600000");
  });

  it("divide none but their own money", () => {
    const leaf = figures.filter(({ fact, leaf }) => fact.fund === "total" && leaf.has("fund"));
    expect(leaf.map(({ fact }) => fact.label)).toEqual(["修缮", "修缮"]);
  });
});

describe("both economic classifications", () => {
  const columns = [
    ["economic", {}, "部门经济科目"],
    ["gov-economic", {}, "政府经济科目"],
    ["economic-name", {}, "科目名称"],
    ["amount", {}, "合计"],
  ] as const;
  const view = (rows: readonly (readonly string[])[]) => {
    const spent = { ...SPENT, fund: "total", kind: "basic" } as const;
    const kinds = table("expenditure-summary", { ...SPENT, fund: "total" }, BY_FUNCTION, [
      ["", "合计", "100.00", "60.00", "40.00"],
    ]);
    const { facts } = run([kinds, table("basic-expenditure-detail", spent, columns, rows)]);
    const { figures, sums } = figuresOf(facts, "budget");
    const lines = inView(figures, "economic").map(({ fact }) => fact.money.published);
    return { lines, short: sums.find((each) => each.view === "economic")?.short };
  };

  it("divide together: 302 of 机关 and 302 of 事业单位 are two things", () => {
    const { lines, short } = view([
      ["302", "502", "商品和服务支出", "35.00"],
      ["30201", "50201", "办公费", "20.00"],
      ["30207", "50201", "邮电费", "15.00"],
      ["302", "505", "商品和服务支出", "25.00"],
    ]);
    expect(lines).toEqual(["20.00", "15.00", "25.00"]);
    expect(short).toBe("part-of-the-money");
  });

  it("are told to lack rows where they do not add up to the printed total of their own money", () => {
    const { lines, short } = view([
      ["30201", "50201", "办公费", "20.00"],
      ["30207", "50201", "邮电费", "15.00"],
    ]);
    expect(lines).toEqual(["20.00", "15.00"]);
    expect(short).toBe("rows-missing");
  });

  it("are no view where one subject has two amounts and nothing adds up", () => {
    const { lines, short } = view([
      ["30201", "50201", "办公费", "20.00"],
      ["30201", "50201", "办公费", "15.00"],
    ]);
    expect([lines, short]).toEqual([[], "no-table"]);
  });
});
