import { describe, expect, it } from "vitest";
import type { Coordinates } from "../../src/model/coordinates.ts";
import { run, statement, statuses, table } from "./tables.ts";

const PROJECTS: Coordinates = { flow: "expenditure", fund: "total", kind: "project" };

describe("forms, one a project", () => {
  const listed = table(
    "project-expenditure",
    PROJECTS,
    [
      ["project-name", {}, "项目名称"],
      ["amount", {}, "合计"],
    ],
    [
      ["合计", "30.00"],
      ["古籍修复", "10.00"],
      ["书库消防改造", "20.00"],
    ],
  );
  const form = (name: string, amount: string) =>
    table(
      "project-performance",
      PROJECTS,
      [
        ["project-name", {}, "项目名称"],
        ["label", {}, ""],
        ["amount", {}, "金额"],
      ],
      [[name, "年度资金总额", amount]],
    );

  it("add up to the list, where there are as many: the one that nothing else knows is wrong", () => {
    const renamed = form("古籍修复二期", "60.00");
    const result = run([listed, renamed, form("书库消防改造", "20.00")]);
    expect(statuses(result, 1)).toEqual(["1,2 60.00 conflict"]);
    expect(statuses(result)).toEqual(["1,1 30.00 proved", "2,1 10.00 proved", "3,1 20.00 proved"]);
  });

  it("need not add up to it where some are missing", () => {
    const result = run([listed, form("书库消防改造", "20.00")]);
    expect(result.checks).toEqual([]);
    expect(statuses(result, 1)).toEqual(["1,2 20.00 proved"]);
  });
});

describe("a part (其中)", () => {
  const income = (part: string) =>
    table(
      "income-expenditure-summary",
      { fund: "total" },
      [
        ["label", {}, "项目"],
        ["amount", { flow: "income" }, "金额"],
      ],
      [
        ["一、一般公共预算收入", "70.00"],
        ["其中：财政拨款", part],
        ["二、政府性基金收入", "20.00"],
        ["本年收入合计", "90.00"],
      ],
    );

  it("that is all of its whole has what the whole has: the same digits, printed twice", () => {
    expect(statuses(run([income("70.00")]))[1]).toBe("2,1 70.00 proved");
  });

  it("is not proved by being less than its whole, and contradicts nothing", () => {
    const result = run([income("50.00")]);
    expect(statuses(result)).toEqual([
      "1,1 70.00 proved",
      "2,1 50.00 unproved",
      "3,1 20.00 proved",
      "4,1 90.00 proved",
    ]);
    expect(result.facts[1]?.reasons).toContain("no-sum");
    expect(result.checks.filter(({ outcome }) => outcome === "fails")).toEqual([]);
  });
});

it("a sentence that says 0 says nothing of what would round to it", () => {
  const costs = (total: string) =>
    table(
      "three-public",
      { flow: "expenditure", fund: "total", kind: "total" },
      [["amount", { item: "three_public.overseas" }, "因公出国（境）费"]],
      [[total]],
    );
  const none = statement({ item: "three_public.overseas" }, "0");
  expect(statuses(run([costs("0.20")], [none]))).toEqual(["1,0 0.20 unproved"]);
  expect(statuses(run([costs("0.00")], [none]))).toEqual(["1,0 0.00 stated"]);
});
