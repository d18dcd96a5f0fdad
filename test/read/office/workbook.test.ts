import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractDocument } from "../../../src/run/document.ts";
import { FOUR_ROWS, statusesOf } from "./statuses.ts";
import { BODY, HEAD, MERGES, sheet, two, workbook } from "./xlsx.ts";

const read = (bytes: Uint8Array) => extractDocument({ name: "book", bytes });

describe("a workbook", () => {
  it.each(["xlsx", "biff8"] as const)(
    "%s gives its figures as they are displayed",
    async (type) => {
      const { facts, source } = await read(
        workbook({ 表1: sheet([...HEAD, ...BODY], MERGES) }, type),
      );
      expect(source).toMatchObject({ format: "spreadsheet", pages: 1 });
      expect(statusesOf(facts)).toEqual(FOUR_ROWS);
      expect(facts[0]?.place).toEqual({ page: 1, sheet: "表1", cell: "C6" });
    },
  );

  it("with 元 stored and 万元 shown gives what is shown", async () => {
    const wan = (v: number) => ({ v: v * 10_000, z: "0!.0000" });
    const body = BODY.map(([code, name]) => [
      code ?? "",
      name ?? "",
      wan(120.5),
      wan(80.2),
      wan(40.3),
    ]);
    const { facts } = await read(workbook({ 表1: sheet([...HEAD, ...body], MERGES) }));
    expect(facts[0]?.money.published).toBe("120.5000");
    expect(facts[0]?.money.yuan.toString()).toBe("1205000");
  });

  it("with several tables on a sheet keeps each under its title", async () => {
    const below = [
      ["注：本表不含非税收入99.99。"],
      [],
      ["一般公共预算支出表"],
      ["部门：泾县文化馆", "", "", "", "单位：万元"],
      ...HEAD.slice(3),
      ...BODY.slice(0, 2),
    ];
    const made = sheet([...HEAD, ...BODY, ...below], [...MERGES, "A10:E10", "A12:E12"]);
    const { tables, facts } = await read(workbook({ 表1: made }));
    expect(tables.map(({ id }) => id)).toEqual([
      "expenditure-summary",
      "general-public-expenditure",
    ]);
    expect(facts).toHaveLength(18);
  });

  it("with hidden rows, columns and sheets shows what it shows, and tells the rest", async () => {
    const made = sheet([...HEAD, ...BODY, ["2079999", "藏起来的", two(1), two(1), two(0)]], MERGES);
    made["!rows"] = [...Array(9).fill({}), { hidden: true }];
    const bytes = workbook({ 表1: made, 底稿: sheet([["合计", 5]]) }, "xlsx", ["底稿"]);
    const { facts, checks } = await read(bytes);
    expect(facts).toHaveLength(12);
    expect(checks.map(({ message }) => message.zh).filter((zh) => zh.includes("隐藏"))).toEqual([
      "工作表表1有不显示的数字（在隐藏的行、列中，或被合并单元格盖住），没有读出",
      "工作表底稿被隐藏，其中的数字没有读出",
    ]);
  });

  it("with a number below a merged cell does not show it", async () => {
    const head = HEAD.map((row, i) => (i === 4 ? ["", "", 77, "基本支出", "项目支出"] : row));
    const { facts, checks } = await read(workbook({ 表1: sheet([...head, ...BODY], MERGES) }));
    expect(facts.map(({ money }) => money.published)).not.toContain("77");
    expect(facts).toHaveLength(12);
    expect(checks.some(({ message }) => message.zh.includes("被合并单元格盖住"))).toBe(true);
  });

  it("whose cells lie far apart is refused: their blanks would be billions", async () => {
    const rows = Array.from({ length: 700 }, (_, i) => [...Array(i).fill(""), "甲", "乙"]);
    await expect(read(workbook({ 表1: sheet(rows) }))).rejects.toThrow(/300000 cells/);
  });

  it("with formulas that were never computed tells them", async () => {
    const made = sheet([...HEAD, ["", "合计", { f: "SUM(D6:E6)" }, two(80.2), two(40.3)]], MERGES);
    const { facts, checks } = await read(workbook({ 表1: made }));
    expect(facts.map(({ money }) => money.published)).toEqual(["80.20", "40.30"]);
    expect(checks.some(({ message }) => message.en.includes("formulas without a result"))).toBe(
      true,
    );
  });

  it("with sums that were not computed again names their cells", async () => {
    const body = [
      ["", "合计", { v: 120.5, z: "0.00", f: "D6+E6" }, two(81.2), two(40.3)],
      [
        "207",
        "文化旅游体育与传媒支出",
        { v: 121.5, z: "0.00", f: "SUM(D7:E7)" },
        two(81.2),
        two(40.3),
      ],
    ];
    const { facts, checks } = await read(workbook({ 表1: sheet([...HEAD, ...body], MERGES) }));
    expect(facts[0]?.money.published).toBe("120.50");
    const told = checks.map(({ message }) => message.zh).filter((zh) => zh.includes("求和公式"));
    expect(told).toEqual([
      "工作表表1!C6的数字不是其求和公式的结果：改动后没有重新计算；按文件中保存的数字读出",
    ]);
  });

  it("with numbers that a format hides, or that are errors, tells them", async () => {
    const body = [
      ["", "合计", two(120.5), { v: 80.2, z: ";;;" }, { t: "e", v: 23, w: "#REF!" }],
    ] as const;
    const { facts, checks } = await read(workbook({ 表1: sheet([...HEAD, ...body], MERGES) }));
    expect(facts.map(({ money }) => money.published)).toEqual(["120.50"]);
    const told = checks.map(({ message }) => message.zh).join("\n");
    expect(told).toContain("工作表表1有不显示的数字");
    expect(told).toContain("#REF!");
  });

  it("with numbers kept as text, and full-width digits, gives the same figures", async () => {
    const body = [["", "合计", "’120.50", "８０．２０", "40.30 "]];
    const { facts } = await read(workbook({ 表1: sheet([...HEAD, ...body], MERGES) }));
    expect(facts.map(({ money }) => money.published)).toEqual(["120.50", "80.20", "40.30"]);
  });

  it("of OpenDocument shows the text that its cells keep", async () => {
    const bytes = readFileSync(new URL("budget.ods", import.meta.url));
    const { facts } = await read(new Uint8Array(bytes));
    expect(facts.map(({ money }) => money.published)).toEqual(
      Array(4).fill(["120.5", "80.2", "40.3"]).flat(),
    );
    expect(facts[0]?.place).toEqual({ page: 1, sheet: "表1", cell: "C6" });
  });
});
