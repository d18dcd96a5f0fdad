import { describe, expect, test } from "vitest";
import type { Coordinates, Item } from "../../src/model/coordinates.ts";
import type { Fact } from "../../src/model/fact.ts";
import { type MoneyUnit, moneyOf } from "../../src/model/money.ts";
import type { Statement } from "../../src/model/narrative.ts";
import { threePublicRecords } from "../../src/write/three-public.ts";
import { disclosure } from "./fixture.ts";

function fact(
  published: string,
  coordinates: Partial<Fact> & Coordinates,
  unit: MoneyUnit = "万元",
): Fact {
  return {
    table: "three-public",
    tableIndex: 0,
    row: 1,
    column: 1,
    label: "",
    period: "current",
    stage: "budget",
    status: "proved",
    reasons: [],
    checkedBy: { sum: 1, same: 0 },
    place: { page: 7 },
    money: moneyOf(published, unit),
    ...coordinates,
  };
}

const lines = (...facts: Fact[]) => threePublicRecords(disclosure({ facts }));

describe("threePublicRecords", () => {
  test("puts the figures of a stage and period side by side", () => {
    expect(threePublicRecords(disclosure())).toMatchObject([
      { period: "current", total: "9.00", vehicle_operation: "6.00", reception: "3.00", page: "7" },
      { period: "previous", total: "9.50", overseas: "", status: "unproved" },
    ]);
  });

  test("has the weakest status of its figures", () => {
    expect(
      lines(
        fact("1", { item: "three_public" }),
        fact("1", { item: "three_public.reception", status: "conflict" }),
        fact("1", { item: "three_public.overseas", status: "unproved" }),
      ),
    ).toMatchObject([{ status: "conflict" }]);
  });

  test("is in 万元, exactly", () => {
    const other = (published: string, unit: MoneyUnit) =>
      lines(fact(published, { item: "three_public" }, unit))[0]?.total;
    expect(other("60000.5", "元")).toBe("6.00005");
    expect(other("12.5", "千元")).toBe("1.25");
    expect(other("123456789012345678901234.07", "元")).toBe("12345678901234567890.123407");
  });

  test("gives a final account's budget and final figures a line each", () => {
    expect(
      lines(
        fact("5", { item: "three_public", stage: "budget" }),
        fact("4", { item: "three_public", stage: "final" }),
      ),
    ).toMatchObject([
      { stage: "budget", total: "5" },
      { stage: "final", total: "4" },
    ]);
  });

  test("takes the department's total before those of its units and funds", () => {
    expect(
      lines(
        fact("2", { item: "three_public", unitName: "甲" }),
        fact("3", { item: "three_public", unitName: "乙" }),
        fact("5", { item: "three_public", fund: "total" }),
        fact("4", { item: "three_public", fund: "general_public" }),
      ),
    ).toMatchObject([{ total: "5" }]);
  });

  test("takes parts for no total, though they be alike", () => {
    const units = [
      fact("5", { item: "three_public", unitName: "甲" }),
      fact("5", { item: "three_public", unitName: "乙" }),
    ];
    expect(lines(...units)).toEqual([]);
  });

  test("leaves a figure empty that is printed in two ways", () => {
    expect(
      lines(
        fact("5", { item: "three_public" }),
        fact("6", { item: "three_public" }),
        fact("1", { item: "three_public.reception" }),
      ),
    ).toMatchObject([{ total: "", reception: "1" }]);
  });

  test("looks at the three-public table alone", () => {
    expect(lines(fact("5", { item: "three_public", table: "operating-funds" }))).toMatchObject([
      { total: "9.00", status: "stated" },
    ]);
  });
});

describe("what a line says of each figure", () => {
  const said = (item: Item, words: Partial<Statement>): Statement => ({
    topic: "three-public",
    subject: "",
    measure: "budget",
    coordinates: { item, stage: "budget", period: "current" },
    period: "current",
    sentence: "",
    place: { line: 4 },
    agrees: "alone",
    ...words,
  });

  test("a blank cell of the table is nil, a figure without a place in it is not found", () => {
    expect(threePublicRecords(disclosure())[0]).toMatchObject({
      ...{ total_state: "printed", vehicle_operation_state: "printed", overseas: "" },
      ...{ overseas_state: "not-found", vehicle_purchase_state: "not-found" },
      ...{ change: "decrease", change_amount: "0.50", change_percent: "5.26", reason: "压减支出" },
      ...{ source: "inbox/某市档案馆.pdf", place: "p. 7" },
    });
    const blank = lines(fact("5", { item: "three_public" }));
    expect(blank).toMatchObject([{ total: "5", reception: "", reception_state: "nil" }]);
  });

  test("a table declared empty is nil throughout", () => {
    const [table] = disclosure().tables.filter(({ id }) => id === "three-public");
    if (!table) throw new Error("no table");
    const tables = [{ ...table, columns: [], rows: [], declaredEmpty: "本表无数据" }];
    expect(threePublicRecords(disclosure({ tables, facts: [], statements: [] }))).toMatchObject([
      { stage: "budget", period: "current", total: "", total_state: "nil", reception_state: "nil" },
    ]);
  });

  test("without table and sentence nothing is found, and a line says so", () => {
    const nothing = disclosure({ tables: [], facts: [], statements: [] });
    expect(threePublicRecords(nothing)).toMatchObject([
      { stage: "budget", total: "", total_state: "not-found", status: "", place: "" },
    ]);
  });

  test("without the table it is what sentences state, the finest print of those that agree", () => {
    const statements = [
      said("three_public", { money: moneyOf("25", "万元") }),
      said("three_public", { money: moneyOf("25.04", "万元"), place: { line: 9 } }),
      said("three_public.reception", { money: moneyOf("3", "万元") }),
      said("three_public.reception", { money: moneyOf("4", "万元") }),
      said("three_public.overseas", { money: moneyOf("0", "万元"), measure: "share" }),
      said("three_public", { change: "increase", changeMoney: moneyOf("2", "万元") }),
      said("three_public", { change: "decrease", measure: "budget-change" }),
    ];
    expect(threePublicRecords(disclosure({ tables: [], facts: [], statements }))).toMatchObject([
      {
        ...{ total: "25.04", total_state: "printed", status: "stated", place: "line 9" },
        ...{ reception: "", reception_state: "not-found", overseas_state: "not-found" },
        ...{ change: "increase", change_amount: "2", change_percent: "" },
      },
    ]);
  });

  test("a change of one stage is none of the other's", () => {
    const statements = [
      said("three_public", {
        coordinates: { item: "three_public", stage: "final", period: "current" },
        change: "increase",
        changeMoney: moneyOf("2.00", "万元"),
      }),
    ];
    const facts = [
      fact("7", { item: "three_public", stage: "budget" }),
      fact("5", { item: "three_public", stage: "final" }),
    ];
    expect(threePublicRecords(disclosure({ facts, statements }))).toMatchObject([
      { stage: "budget", total: "7", change: "", change_amount: "" },
      { stage: "final", total: "5", change: "increase", change_amount: "2.00" },
    ]);
  });
});
