import { describe, expect, it } from "vitest";
import type { Coordinates } from "../../src/model/coordinates.ts";
import { run, statuses, table } from "./tables.ts";

const projects = (rows: readonly (readonly string[])[], gives: Coordinates = {}) =>
  table(
    "project-expenditure",
    { flow: "expenditure", fund: "total", kind: "project", ...gives },
    [
      ["function", {}, "科目编码"],
      ["project-name", {}, "单位（项目）名称"],
      ["amount", {}, "项目金额"],
    ],
    rows,
  );
const words = (rows: readonly (readonly string[])[]) =>
  statuses(run([projects(rows)])).map((line) => line.replace(/^(\d+),2 /, "$1 "));

describe("groups of projects among projects", () => {
  it("陕西: a group is the sum of the rows after it, and not added beside them", () => {
    expect(
      words([
        ["", "合计", "471.12"],
        ["", "通用项目", "40.00"],
        ["", "信息化运维", "40.00"],
        ["", "专用项目", "431.12"],
        ["", "科普经费", "421.12"],
        ["", "科技工作者日活动", "10.00"],
      ]),
    ).toEqual([
      "1 471.12 proved",
      "2 40.00 proved",
      "3 40.00 proved",
      "4 431.12 proved",
      "5 421.12 proved",
      "6 10.00 proved",
    ]);
  });

  it("groups of groups", () => {
    expect(
      words([
        ["", "合计", "100.00"],
        ["", "乡村振兴", "90.00"],
        ["", "农田水利", "60.00"],
        ["", "渠道清淤", "35.00"],
        ["", "泵站维修", "25.00"],
        ["", "人居环境", "30.00"],
        ["", "森林防火", "10.00"],
      ]).filter((line) => !line.endsWith(" proved")),
    ).toEqual([]);
  });

  it("四川: a group of one project says less than the project, which has the code", () => {
    const rows = [
      ["", "合计", "178.32"],
      ["", "一般行政管理事务", "148.32"],
      ["2080299", "城乡低保工作", "148.32"],
      ["2080299", "社区养老服务", "30.00"],
    ];
    expect(words(rows).filter((line) => !line.endsWith(" proved"))).toEqual([]);
  });

  it("two projects of one amount are no group and its member: the total is wrong", () => {
    const rows = [
      ["", "合计", "20.00"],
      ["", "渠道清淤", "20.00"],
      ["", "泵站维修", "20.00"],
    ];
    expect(words(rows).some((line) => line.endsWith("proved") && !line.includes("un"))).toBe(false);
  });

  it("a group of several is likelier than rows that happen to be equal; two such readings are none", () => {
    const rows = [
      ["", "合计", "30.00"],
      ["", "渠道清淤", "20.00"],
      ["", "泵站维修", "10.00"],
      ["", "森林防火", "10.00"],
      ["", "人居环境", "10.00"],
    ];
    // 20 = 10 + 10, and one more.
    const [total, ...others] = words(rows);
    expect(total).toBe("1 30.00 proved");
    expect(others.every((line) => line.endsWith(" proved"))).toBe(true);
    // The last two may be a group and its member, or those before them.
    rows.push(["", "水库除险", "10.00"]);
    expect(words(rows)[0]).toBe("1 30.00 conflict");
  });

  it("a sum that holds as printed stays as it is", () => {
    const rows = [
      ["", "合计", "40.00"],
      ["", "渠道清淤", "20.00"],
      ["", "泵站维修", "10.00"],
      ["", "森林防火", "10.00"],
    ];
    expect(words(rows).filter((line) => !line.endsWith(" proved"))).toEqual([]);
  });
});
