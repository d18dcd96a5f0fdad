import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, run, SPENT, statuses, table } from "./tables.ts";

const ROWS = [
  ["", "合计", "100.00", "70.00", "30.00"],
  ["208", "社会保障和就业支出", "40.00", "40.00", ""],
  ["210", "卫生健康支出", "60.00", "30.00", "30.00"],
];
const unlabelled: Table = {
  ...table("general-public-expenditure", { ...SPENT, fund: "general_public" }, BY_FUNCTION, ROWS),
  unitFrom: "document",
};
const inYuan: Table = {
  ...table("state-capital-expenditure", { ...SPENT, fund: "state_capital" }, BY_FUNCTION, [
    ["", "合计", "7.00", "7.00", ""],
  ]),
  unit: "元",
};

describe("figures of a table that prints no unit", () => {
  it("are proved by its sums where the document has one unit", () => {
    expect(statuses(run([unlabelled])).every((line) => line.endsWith(" proved"))).toBe(true);
  });

  it("are not proved by its sums alone where the document has two: sums close in any unit", () => {
    const inWan = table("carry-over", { ...SPENT, fund: "carry_over" }, BY_FUNCTION, []);
    const result = run([unlabelled, inYuan, inWan]);
    expect(statuses(result)).not.toEqual([]);
    expect(statuses(result).every((line) => line.endsWith(" unproved"))).toBe(true);
  });
});
