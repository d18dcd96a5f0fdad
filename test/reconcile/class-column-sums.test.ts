import { describe, expect, it } from "vitest";
import { BY_FUNCTION, factAt, run, SPENT, statuses, table } from "./tables.ts";

const crossed = (goods: string, total: string, heading = "商品和服务支出") =>
  table(
    "project-expenditure",
    { flow: "expenditure", fund: "total", kind: "project" },
    [
      ["project-name", {}, "项目名称"],
      ["amount", {}, "合计"],
      ["amount", { economicCode: "302" }, heading],
      ["amount", { economicCode: "310" }, "资本性支出"],
    ],
    [
      ["渠道清淤", "459.25", goods, "59.05"],
      ["合计", "459.25", total, "59.05"],
    ],
  );

describe("economic classes as columns", () => {
  it("add up to the column that names none", () => {
    expect(statuses(run([crossed("400.20", "400.20")]))).toEqual([
      "1,1 459.25 proved",
      "1,2 400.20 proved",
      "1,3 59.05 proved",
      "2,1 459.25 proved",
      "2,2 400.20 proved",
      "2,3 59.05 proved",
    ]);
  });

  it("one that does not fit is in conflict", () => {
    const result = run([crossed("400.02", "400.20")]);
    expect(factAt(result, 1, 2).status).toBe("conflict");
    expect(result.checks.map(({ check, outcome }) => `${check} ${outcome}`)).toContain(
      "identity fails",
    );
  });

  it("that are a part are within it, and need not be all of it", () => {
    const all = table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["", "合计", "900.00", "440.75", "459.25"],
      ["213", "农林水支出", "600.00", "300.00", "300.00"],
      ["201", "一般公共服务支出", "300.00", "140.75", "159.25"],
    ]);
    const part = (goods: string) => run([crossed(goods, goods, "其中：商品和服务支出"), all]);
    const within = part("300.00");
    // The other table has the sums that witness the total; a bound is no witness of what a column means.
    expect(factAt(within, 1, 1)).toMatchObject({ status: "proved", reasons: [] });
    expect(factAt(within, 1, 2)).toMatchObject({
      status: "unproved",
      reasons: ["no-sum", "column-unwitnessed"],
    });
    expect(within.checks.filter(({ outcome }) => outcome === "fails")).toEqual([]);
    const beyond = part("500.00");
    expect(factAt(beyond, 1, 2).status).toBe("conflict");
    expect(beyond.checks.map(({ outcome }) => outcome)).toContain("fails");
  });
});
