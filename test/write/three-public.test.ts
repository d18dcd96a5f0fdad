import { describe, expect, test } from "vitest";
import type { Coordinates } from "../../src/model/coordinates.ts";
import type { Fact } from "../../src/model/fact.ts";
import { type MoneyUnit, moneyOf } from "../../src/model/money.ts";
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
    expect(lines(fact("5", { item: "three_public", table: "operating-funds" }))).toEqual([]);
  });
});
