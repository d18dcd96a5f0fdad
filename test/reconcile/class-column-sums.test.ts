import { describe, expect, it } from "vitest";
import { factAt, run, statuses, table } from "./tables.ts";

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
    const part = (goods: string) => run([crossed(goods, goods, "其中：商品和服务支出")]);
    expect(factAt(part("300.00"), 1, 1).status).toBe("proved");
    expect(factAt(part("500.00"), 1, 1).status).toBe("conflict");
  });
});
