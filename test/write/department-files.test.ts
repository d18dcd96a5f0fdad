import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { departmentFiles } from "../../src/write/department-files.ts";
import { disclosure, identity } from "./fixture.ts";

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");

describe("departmentFiles", () => {
  test("are those of the contract", async () => {
    const files = await departmentFiles(disclosure());
    expect(files.map(({ path }) => path)).toEqual([
      "2024/410500-安阳市档案馆/budget.json",
      "2024/410500-安阳市档案馆/budget.facts.csv",
      "2024/410500-安阳市档案馆/budget/income-summary.csv",
      "2024/410500-安阳市档案馆/budget/general-public-basic.csv",
      "2024/410500-安阳市档案馆/budget/three-public.csv",
      "2024/410500-安阳市档案馆/budget/procurement.csv",
    ]);
    const facts = text(files[1]?.bytes);
    expect(facts.startsWith("\uFEFFfact,document,disclosure,division_code,")).toBe(true);
    expect(facts.split("\n")).toHaveLength(15);
    expect(facts).toContain(
      ",'=扫描仪,,'=扫描仪,,total,,-40000,-4.00,万元,unproved,no-sum,,p. 8,8,,,\n",
    );
  });

  test("are only those of the formats wanted", async () => {
    const paths = async (...formats: string[]) =>
      (await departmentFiles(disclosure(), { formats })).map(({ path }) => path.split("/").at(-1));
    expect(await paths("json")).toEqual(["budget.json"]);
    expect(await paths("xlsx", "parquet")).toEqual(["budget.xlsx"]);
  });

  test("are the same bytes every time", async () => {
    const all = { formats: ["csv", "json", "xlsx"] };
    expect(await departmentFiles(disclosure(), all)).toEqual(
      await departmentFiles(disclosure(), all),
    );
  });

  test("stay in the output folder, whatever a department is called", async () => {
    for (const department of ["../../x", "/etc", "甲\n乙", "", "."]) {
      const hostile = { ...identity, department, divisionCode: "", year: "../2024" };
      for (const { path } of await departmentFiles(disclosure({ identity: hostile }))) {
        expect(resolve("/out", path).startsWith("/out/")).toBe(true);
        expect(path.split("/")).not.toContain("..");
      }
    }
  });

  test("hold the true text in JSON, amounts as strings, places as numbers", async () => {
    const [file] = await departmentFiles(disclosure(), { formats: ["json"] });
    const json = JSON.parse(text(file?.bytes));
    expect(Object.keys(json)).toEqual([
      "disclosure",
      "document",
      "source",
      "identity",
      "tables",
      "tables_absent",
      "facts",
      "three_public",
      "indicators",
      "statements",
      "checks",
    ]);
    expect(json.facts.at(-1)).toEqual({
      fact: "d0123456789abcdef-t4-r1-c3",
      stage: "budget",
      table_id: "procurement",
      row_no: 1,
      flow: "expenditure",
      period: "current",
      project_name: "=扫描仪",
      label: "=扫描仪",
      fund: "total",
      amount_yuan: "-40000",
      published: "-4.00",
      unit: "万元",
      status: "unproved",
      reason: "no-sum",
      place: "p. 8",
      page: 8,
    });
    expect(json.identity.department_code).toBe("0313");
    expect(json.tables[0].rows[0]).toEqual({
      row_no: 1,
      page: 5,
      cells: { 0: "合计", 2: "120.50", 3: "100.50", 4: "20" },
    });
    expect(json.tables[0].bbox).toEqual([10, 20, 500.13, 700]);
    expect(json.tables_absent).toEqual(["state-capital-expenditure", "carry-over"]);
    expect(json.checks).toHaveLength(2);
  });
});
