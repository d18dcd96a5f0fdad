import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planOf } from "../src/run/plan.ts";
import { run } from "../src/run/run.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const TUTORIAL = readFileSync(join(ROOT, "docs/analysis.md"), "utf8").split("## A spreadsheet")[1];

/** The Python that LibreOffice comes with, or is packaged for. */
const PYTHON = "/usr/bin/python3";
const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const canAsk = process.env.CI || (runs("soffice", "--version") && runs(PYTHON, "-c", "import uno"));

const BY_FUNCTION = {
  filter: { 计入按功能分类划分: "是" },
  rows: ["部门名称", "支出功能分类科目名称"],
  sum: "金额（元）",
};
const BY_STAGE = {
  filter: { 期间: "本年" },
  ...{ rows: ["部门名称", "事项"], columns: ["预算阶段"], sum: "金额（元）" },
};
const PER_HEAD = {
  formula: "=[“三公”经费合计（万元）]*10000/20",
  cells: ["部门名称", "预算阶段"],
};

/** The tutorial's own steps in the workbooks of the samples; every number below was added up by hand from the samples. */
describe.skipIf(!canAsk)("the tutorial in a spreadsheet (needs soffice and python3-uno)", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "yusuan-"));
    const samples = ["anhui-final-2023.pdf", "hebei-budget-2024.pdf", "shandong-budget-2024.md"];
    const spec = {
      sources: samples.map((name) => join(ROOT, "samples", name)),
      ...({ out: "out", formats: ["xlsx"], departments: false } as const),
    };
    await run(planOf(spec, { folder, keepState: false }), {
      runId: "test",
      now: () => new Date(0),
    });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the spreadsheet shows for each table that is asked for. */
  function ask(workbook: string, port: number, ...specs: object[]): string[][][] {
    const asked = [
      String(port),
      join(folder, "out", workbook),
      ...specs.map((each) => JSON.stringify(each)),
    ];
    const { stdout, stderr } = spawnSync(PYTHON, [join(ROOT, "test/pivot.py"), ...asked], {
      ...{ encoding: "utf8", timeout: 100_000 },
    });
    const lines = stdout.trim().split("\n");
    if (lines.length !== specs.length) throw new Error(stderr);
    return lines.map((line) => JSON.parse(line));
  }

  test("figures: expenditure by function, budget beside final account", () => {
    const [byFunction = [], byStage = []] = ask("figures.xlsx", 20_411, BY_FUNCTION, BY_STAGE);
    const names = filledDown(byFunction);
    expect(names.filter(([department]) => department === "蔚县剪纸工艺发展局")).toEqual([
      ["蔚县剪纸工艺发展局", "一般行政管理事务", "1080000"],
      ["蔚县剪纸工艺发展局", "住房公积金", "380000"],
      ["蔚县剪纸工艺发展局", "机关事业单位基本养老保险缴费支出", "532000"],
      ["蔚县剪纸工艺发展局", "行政单位医疗", "255000"],
      ["蔚县剪纸工艺发展局", "行政单位离退休", "211000"],
      ["蔚县剪纸工艺发展局", "行政运行", "1932000"],
    ]);
    // 2,700,000 and 1,986,000 of the other two.
    expect(byFunction.at(-1)).toEqual([
      "Total Result",
      "",
      String(4_390_000 + 2_700_000 + 1_986_000),
    ]);

    const [, , , heading = []] = byStage;
    expect(heading.slice(2, 4)).toEqual(["决算数", "预算数"]);
    const items = filledDown(byStage).filter(([department]) => department === "泾县宣纸文化事务局");
    expect(items.slice(0, 3).map((row) => row.slice(1, 4))).toEqual([
      ["“三公”经费合计", "50000", "70000"],
      ["公务接待费", "15000", "20000"],
      ["公务用车购置及运行费", "35000", "50000"],
    ]);
  }, 120_000);

  test("three-public: per head", () => {
    const [rows = []] = ask("three-public.xlsx", 20_412, PER_HEAD);
    expect(rows.filter(([department]) => department === "泾县宣纸文化事务局").sort()).toEqual([
      ["泾县宣纸文化事务局", "决算数", "2500"],
      ["泾县宣纸文化事务局", "预算数", "3500"],
    ]);
  }, 120_000);

  test("names what it tells the reader to choose", () => {
    for (const { rows, filter } of [BY_FUNCTION, BY_STAGE])
      for (const name of [...rows, ...Object.keys(filter)]) expect(TUTORIAL).toContain(name);
  });
});

/** A pivot table prints the name of a group once. */
function filledDown(rows: readonly string[][]): string[][] {
  let group = "";
  return rows.map(([first = "", ...rest]) => {
    group = first || group;
    return [group, ...rest];
  });
}
