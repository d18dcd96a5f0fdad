import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { catalogueFor } from "../../src/normalise/catalogue/index.ts";
import { figuresOf } from "../../src/normalise/figures.ts";
import { ledgerOf } from "../../src/normalise/ledger/ledger.ts";
import { rowLists } from "../../src/normalise/ledger/row-lists.ts";
import { side } from "../../src/reconcile/constraint.ts";
import { allVerdicts } from "../../src/reconcile/constraints/index.ts";
import { lostRows } from "../../src/reconcile/explain/lost-rows.ts";
import { BY_FUNCTION, run, SPENT, table } from "./tables.ts";

describe("repairs", () => {
  it("go into printed columns only: no heading is inferred where every column has one", () => {
    const income = table(
      "income-summary",
      { flow: "income", fund: "total" },
      [
        ["function", {}, "科目编码"],
        ["function-name", {}, "科目名称"],
        ["amount", {}, "合计"],
        ["amount", { fund: "general_public" }, "一般公共预算拨款收入"],
        ["amount", { fund: "general_public.appropriation" }, "一般公共预算财政拨款"],
      ],
      [
        ["", "合计", "30.00", "20.00", "10.00"],
        ["207", "文化旅游体育与传媒支出", "30.00", "20.00", "10.00"],
        ["20702", "文物", "30.00", "20.00", "10.00"],
      ],
    );
    const { facts } = run([income]);
    expect(facts.map(({ fund }) => fund)).not.toContain("government_fund");
    expect(facts.map(({ fund }) => fund)).not.toContain("state_capital");
    expect(facts.some(({ status }) => status === "repaired")).toBe(false);
  });
});

describe("blame", () => {
  it("falls on the one subtotal that its parts and its whole both contradict", () => {
    const three = table(
      "three-public",
      { flow: "expenditure", fund: "total", kind: "total" },
      [
        ["amount", { item: "three_public" }, "合计"],
        ["amount", { item: "three_public.overseas" }, "因公出国（境）费"],
        ["amount", { item: "three_public.reception" }, "公务接待费"],
        ["amount", { item: "three_public.vehicle" }, "小计"],
        ["amount", { item: "three_public.vehicle.operation" }, "运行维护费"],
        ["amount", { item: "three_public.vehicle.purchase" }, "购置"],
      ],
      [["28.50", "0", "3.25", "0", "25.25", "0"]],
    );
    const wrong = run([three]).facts.filter(({ status }) => status === "conflict");
    expect(wrong.map(({ item }) => item)).toEqual(["three_public.vehicle"]);
  });
});

describe("lost rows", () => {
  const short = table("expenditure-summary", SPENT, BY_FUNCTION, [
    ["", "合计", "100.00", "70.00", "30.00"],
    ["2080505", "机关事业单位基本养老保险缴费支出", "25.00", "25.00", ""],
    ["2101501", "行政运行", "45.00", "30.00", "15.00"],
  ]);
  const lostIn = (tables: readonly Table[]) => {
    const catalogue = catalogueFor("2024");
    const read = (one: Table) => figuresOf(one, catalogue, { names: new Set() });
    const ledger = ledgerOf(tables.map((one) => ({ table: one, ...read(one) })));
    const verdicts = allVerdicts(ledger);
    return lostRows(ledger, verdicts, rowLists(ledger));
  };
  /** The row that is missing: 30.00 = 15.00 + 15.00. */
  const other = (basic: string, project: string) =>
    table("general-public-expenditure", SPENT, BY_FUNCTION, [
      ["2101506", "医疗保障经办事务", "30.00", basic, project],
    ]);

  it("are known where another table has the row in every column that both have", () => {
    const [lost] = lostIn([short, other("15.00", "15.00")]);
    expect(lost?.known[0]?.coordinates.functionCode).toBe("2101506");
  });

  it("are unknown where it differs in one, and name the figures that nothing proves", () => {
    const [lost] = lostIn([short, other("12.00", "18.00")]);
    expect(lost?.known).toEqual([]);
    const below = lost?.constraints.flatMap((one) => side(one, -1));
    expect(below?.map(({ figure }) => `${figure.row},${figure.column}`).sort()).toEqual([
      "2,2",
      "2,3",
      "3,2",
      "3,3",
      "3,4",
    ]);
  });
});
