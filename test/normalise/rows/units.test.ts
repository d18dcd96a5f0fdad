import { describe, expect, it } from "vitest";
import type { Coordinates } from "../../../src/model/coordinates.ts";
import type { RowKey } from "../../../src/model/table.ts";
import { catalogueFor } from "../../../src/normalise/catalogue/index.ts";
import { keyRows } from "../../../src/normalise/rows/keys.ts";
import { table } from "../../reconcile/tables.ts";

const UNIT = "兰考县档案馆";

/** Keys of the rows of a table whose rows are units and their projects. */
function keysOf(rows: readonly (readonly string[])[], heading = "项目单位（项目名称）"): RowKey[] {
  const listed = table(
    "project-performance",
    { flow: "expenditure", fund: "total", kind: "project" },
    [
      ["project-code", {}, heading === "项目名称" ? "项目编码" : "单位编码（项目编码）"],
      ["project-name", {}, heading],
      ["amount", {}, "资金总额"],
    ],
    rows,
  );
  const readings = keyRows(listed, catalogueFor("2024"), { names: new Set([UNIT]) });
  return readings.flatMap((row) => row.map(({ key }) => key));
}

const first = (rows: readonly (readonly string[])[], heading?: string): Coordinates | undefined =>
  keysOf(rows, heading)[0]?.coordinates;

describe("a unit's name among projects", () => {
  const project = ["410225240000000063601", "伙食补助", "19.36"];

  it("is a unit where it has no code", () => {
    const keys = keysOf([["", UNIT, "19.36"], project]);
    expect(keys[0]).toMatchObject({ role: "section", coordinates: { unitName: UNIT } });
    expect(keys[0]?.coordinates.projectName).toBeUndefined();
    expect(keys[1]?.coordinates).toEqual({
      projectCode: "410225240000000063601",
      projectName: "伙食补助",
    });
  });

  it("is a project's where it has a project's code", () => {
    expect(first([["410225240000000063602", UNIT, "19.36"], project])).toEqual({
      projectCode: "410225240000000063602",
      projectName: UNIT,
    });
  });

  it("is a project's where the table lists projects only", () => {
    expect(first([["", UNIT, "19.36"], project], "项目名称")).toEqual({ projectName: UNIT });
  });

  it("is a unit, known or not, where it has a unit's code", () => {
    expect(first([["412001", "古籍修复中心", "19.36"], project])).toEqual({
      unitCode: "412001",
      unitName: "古籍修复中心",
    });
  });

  it("is no unit that the document does not know and gives no code", () => {
    expect(first([["", "古籍修复中心", "19.36"], project])).toEqual({
      projectName: "古籍修复中心",
    });
  });
});

describe("a unit beside its project", () => {
  const listed = (rows: readonly (readonly string[])[]) =>
    keyRows(
      table(
        "carry-over",
        { flow: "expenditure", fund: "carry_over" },
        [
          ["unit-code", {}, "预算单位编码"],
          ["unit-name", {}, "预算单位名称"],
          ["project-name", {}, "预算项目名称"],
          ["amount", {}, "金额"],
        ],
        rows,
      ),
      catalogueFor("2024"),
      { names: new Set([UNIT]) },
    ).map(([row]) => row?.key.coordinates);

  it("is its unit, though its end is cut off by a narrow cell", () => {
    const [, cut] = listed([
      ["313001", UNIT, "古籍修复", "2.68"],
      ["313002", "兰考县古籍修复中", "库房修缮", "87"],
    ]);
    expect(cut).toEqual({
      unitCode: "313002",
      unitName: "兰考县古籍修复中",
      projectName: "库房修缮",
    });
  });

  it("is the project's name where the column of projects is blank", () => {
    expect(listed([["313001", "库房修缮", "", "87"]])).toEqual([
      { unitCode: "313001", projectName: "库房修缮" },
    ]);
  });
});

describe("a class of projects that is no type (云南: 专项业务类)", () => {
  it("is no part of the project's name", () => {
    const [row] = keyRows(
      table(
        "project-expenditure",
        { flow: "expenditure", fund: "total", kind: "project" },
        [
          ["project-type", {}, "项目分类"],
          ["project-name", {}, "项目名称"],
          ["amount", {}, "合计"],
        ],
        [["311 专项业务类", "库房修缮", "87.00"]],
      ),
      catalogueFor("2024"),
      { names: new Set([UNIT]) },
    );
    expect(row?.[0]?.key.coordinates).toEqual({ projectName: "库房修缮" });
  });
});

describe("columns of projects", () => {
  const listed = (columns: readonly ("project-code" | "project-name")[], row: readonly string[]) =>
    keyRows(
      table(
        "project-expenditure",
        { flow: "expenditure", fund: "total", kind: "project" },
        [
          ...columns.map(
            (role) => [role, {}, role === "project-code" ? "项目编码" : "项目名称"] as const,
          ),
          ["amount", {}, "合计"],
        ],
        [row],
      ),
      catalogueFor("2024"),
      { names: new Set([UNIT]) },
    )[0]?.[0]?.key;

  it("name a project by the last of several names, the others are what it belongs to", () => {
    const key = listed(["project-name", "project-name"], ["文物保护", "库房修缮", "87.00"]);
    expect(key?.coordinates).toEqual({ projectName: "库房修缮" });
    expect(key?.label).toBe("文物保护 › 库房修缮");
  });

  it("name it by the first where the others are blank", () => {
    const key = listed(["project-name", "project-name"], ["文物保护", "", "87.00"]);
    expect(key?.coordinates).toEqual({ projectName: "文物保护" });
  });

  it.each(["T1001", "2024-15", "450112"])("take %s for the code that its column says", (code) => {
    const key = listed(["project-code", "project-name"], [code, "库房修缮", "87.00"]);
    expect(key?.coordinates).toEqual({ projectCode: code, projectName: "库房修缮" });
  });
});

describe("units and subjects under one heading (四川: 单位名称（科目）)", () => {
  const DEPARTMENT = "四川省古籍局";
  const keysIn = (id: "expenditure-summary" | "project-expenditure", rows: string[][]) =>
    keyRows(
      table(
        id,
        { flow: "expenditure", fund: "total" },
        [
          ["function", {}, "科目编码"],
          ["unit-code", {}, "单位代码"],
          [id === "project-expenditure" ? "project-name" : "label", {}, "单位名称（科目）"],
          ["amount", {}, "合计"],
        ],
        rows,
      ),
      catalogueFor("2024"),
      { names: new Set([DEPARTMENT, UNIT]) },
    ).map(([row]) => row?.key.coordinates);

  it("the department's own row needs no code, and a code alone is the unit that it is printed with", () => {
    expect(
      keysIn("expenditure-summary", [
        ["", "", "合计", "30"],
        ["", "", DEPARTMENT, "30"],
        ["", "318301", UNIT, "30"],
        ["2070101", "318301", "行政运行", "30"],
      ]),
    ).toEqual([
      {},
      { unitName: DEPARTMENT },
      { unitCode: "318301", unitName: UNIT },
      { functionCode: "2070101", unitCode: "318301", unitName: UNIT },
    ]);
  });

  it("a code that stands with two names is nobody's", () => {
    const rows = [
      ["", "318301", UNIT, "30"],
      ["", "318301", DEPARTMENT, "30"],
      ["2070101", "318301", "行政运行", "30"],
    ];
    expect(keysIn("expenditure-summary", rows).at(-1)).toEqual({
      functionCode: "2070101",
      unitCode: "318301",
    });
  });

  it("the name of the row's own code is no project", () => {
    expect(
      keysIn("project-expenditure", [
        ["2070109", "", "群众文化", "30"],
        ["2070109", "318301", "剧场开放补助", "30"],
      ]),
    ).toEqual([
      { functionCode: "2070109" },
      { functionCode: "2070109", projectName: "剧场开放补助", unitCode: "318301" },
    ]);
  });
});
