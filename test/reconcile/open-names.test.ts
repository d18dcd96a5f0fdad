import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { run, SPENT, table } from "./tables.ts";

const PROJECTS = { ...SPENT, kind: "project" } as const;

/** Two units in a picture; of what is read as 目纪委 the recogniser is as sure as it is told. */
const byUnit = (sure: number, read = "目纪委"): Table => {
  const printed = table(
    "project-expenditure",
    PROJECTS,
    [
      ["unit-name", {}, "单位名称"],
      ["amount", {}, "合计"],
      ["amount", { fund: "general_public" }, "一般公共预算"],
      ["amount", { fund: "unit" }, "单位资金"],
    ],
    [
      ["合计", "90.00", "50.00", "40.00"],
      [read, "60.00", "40.00", "20.00"],
      ["县教育局", "30.00", "10.00", "20.00"],
    ],
  );
  const rows = printed.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ text, ...cell }) => {
      const recognised = { sure: text === read ? sure : 0.99, readings: [text], likely: 1 };
      return { ...cell, text, place: { ...cell.place, recognised } };
    }),
  }));
  return { ...printed, rows };
};

/** Rows of the first table, with the reasons of their figures. */
const reasons = (...tables: readonly Table[]): string[] => {
  const { facts } = run(tables, [], ["县纪委", "县纪委}", "(县纪委", "目纪委", "县教育局"]);
  const own = facts.filter(({ tableIndex }) => tableIndex === 0);
  return [...new Set(own.map((fact) => `${fact.row} ${fact.status} ${fact.reasons.join()}`))];
};

const PROVED = ["1 proved ", "2 proved ", "3 proved "];
const OPEN = ["1 proved ", "2 unproved row-unwitnessed", "3 proved "];

describe("a name in a picture of which the recogniser is not sure", () => {
  it("may be another's, however well the figures of its row add up", () => {
    expect(reasons(byUnit(0.36))).toEqual(OPEN);
    expect(reasons(byUnit(0.99))).toEqual(PROVED);
  });

  it("is told by another table that has it for sure, and not by one that has it as unsurely", () => {
    expect(reasons(byUnit(0.36), byUnit(0.97))).toEqual(PROVED);
    expect(reasons(byUnit(0.36), byUnit(0.4))).toEqual(OPEN);
    expect(reasons(byUnit(0.36), byUnit(0.97, "县纪委"))).toEqual(OPEN);
  });

  it("is open where the line of its cell was taken for a bracket", () => {
    expect(reasons(byUnit(0.94, "县纪委}"))).toEqual(OPEN);
    expect(reasons(byUnit(0.94, "(县纪委"))).toEqual(OPEN);
    expect(reasons(byUnit(0.94, "县纪委(本级)"))).toEqual(PROVED);
  });
});
