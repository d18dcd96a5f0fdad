import { describe, expect, it } from "vitest";
import { projectTypeIn } from "../../src/normalise/rows/labels.ts";
import { BY_FUNCTION, factAt, run, SPENT, table } from "./tables.ts";

describe("a table of one type of project", () => {
  const expenditure = table(
    "expenditure-summary",
    SPENT,
    [
      ...BY_FUNCTION,
      ["amount", { kind: "project.other_operation" }, "其他运转类"],
      ["amount", { kind: "project.specific_purpose" }, "特定目标类"],
    ],
    [
      ["", "合计", "100.00", "70.00", "30.00", "8.00", "22.00"],
      ["207", "文化旅游体育与传媒支出", "100.00", "70.00", "30.00", "8.00", "22.00"],
    ],
  );
  const targets = (title: string, total: string) => ({
    ...table(
      "project-performance",
      { flow: "expenditure", fund: "total", kind: "project" },
      [
        ["project-name", {}, "项目名称"],
        ["amount", {}, "资金总额"],
      ],
      [
        ["合计", total],
        ["库房修缮", "12.00"],
        ["古籍修复", "10.00"],
      ],
    ),
    title,
  });

  it("is held against the money of that type", () => {
    const result = run([expenditure, targets("特定目标类项目绩效目标汇总表", "22.00")]);
    expect(result.checks).toEqual([]);
    expect(factAt(result, 1, 1, 1).status).toBe("proved");
  });

  it("is in conflict where it differs from it", () => {
    const wrong = targets("特定目标类项目绩效目标汇总表", "22.50");
    const { checks } = run([expenditure, wrong]);
    expect(checks.map(({ message }) => message.en).join()).toContain("22 against 22.5");
  });

  it("is held against all projects where its title names no type", () => {
    const { checks } = run([expenditure, targets("项目绩效目标汇总表", "22.00")]);
    expect(checks.map(({ message }) => message.en).join()).toContain("30 against 22");
  });

  it("is known by the one type in its title", () => {
    expect(projectTypeIn("2024年特定目标类 项目支出绩效目标表")).toBe("specific_purpose");
    expect(projectTypeIn("其他运转类、特定目标类项目绩效目标表")).toBeUndefined();
    expect(projectTypeIn("项目支出绩效目标表")).toBeUndefined();
  });
});
