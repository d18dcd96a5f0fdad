import { utils, type WorkSheet, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { extractDocument } from "../../../src/run/document.ts";

type Value = string | number | { readonly v?: number; readonly z?: string; readonly f?: string };

/** A sheet of rows; `merges` as spreadsheets write areas. */
function sheet(rows: readonly (readonly Value[])[], merges: readonly string[] = []): WorkSheet {
  const made = utils.aoa_to_sheet([]);
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (value === "") continue;
      const address = utils.encode_cell({ r, c });
      made[address] =
        typeof value === "object"
          ? { t: value.v === undefined ? "z" : "n", ...value }
          : { t: typeof value === "number" ? "n" : "s", v: value };
    }
  }
  const width = Math.max(...rows.map((row) => row.length));
  made["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } });
  made["!merges"] = merges.map((area) => utils.decode_range(area));
  return made;
}

function workbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: "xlsx" | "biff8" = "xlsx",
  hidden: readonly string[] = [],
): Uint8Array {
  const book = utils.book_new();
  for (const [name, one] of Object.entries(sheets)) utils.book_append_sheet(book, one, name);
  book.Workbook = {
    Sheets: book.SheetNames.map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })),
  };
  return new Uint8Array(write(book, { type: "array", bookType }));
}

const read = (bytes: Uint8Array) => extractDocument({ name: "book", bytes });

const two = (v: number) => ({ v, z: "0.00" });
const HEAD = [
  ["泾县文化馆2024年部门预算"],
  ["部门支出总表"],
  ["部门：泾县文化馆", "", "", "", "单位：万元"],
  ["科目编码", "科目名称", "合计", "其中", ""],
  ["", "", "", "基本支出", "项目支出"],
];
const MERGES = ["A1:E1", "A2:E2", "A4:A5", "B4:B5", "C4:C5", "D4:E4"];
const BODY = [
  ["", "合计", two(120.5), two(80.2), two(40.3)],
  ["207", "文化旅游体育与传媒支出", two(120.5), two(80.2), two(40.3)],
  ["20701", "文化和旅游", two(120.5), two(80.2), two(40.3)],
  ["2070109", "群众文化", two(120.5), two(80.2), two(40.3)],
];

describe("a workbook", () => {
  it.each(["xlsx", "biff8"] as const)(
    "%s gives its figures as they are displayed",
    async (type) => {
      const { facts, source } = await read(
        workbook({ 表1: sheet([...HEAD, ...BODY], MERGES) }, type),
      );
      expect(source).toMatchObject({ format: "spreadsheet", pages: 1 });
      expect(facts.map(({ kind, money, status }) => [kind, money.published, status])).toEqual(
        Array(4)
          .fill([
            ["total", "120.50", "proved"],
            ["basic", "80.20", "proved"],
            ["project", "40.30", "proved"],
          ])
          .flat(),
      );
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
});
