import { describe, expect, it } from "vitest";
import { extractDocument } from "../../../src/run/document.ts";
import { sheet, two, type Value, workbook } from "./xlsx.ts";

const read = (bytes: Uint8Array) => extractDocument({ name: "book", bytes });

/** A table of five columns, with the amounts of its total and of its single subject. */
const table = (title: string, total: number, basic: number, project: number): Value[][] => [
  [title, "", "", "", ""],
  ["部门：泾县文化馆", "", "", "", "单位：万元"],
  ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  ["", "合计", two(total), two(basic), two(project)],
  ["207", "文化旅游体育与传媒支出", two(total), two(basic), two(project)],
  ["20701", "文化和旅游", two(total), two(basic), two(project)],
];

const ALL = table("部门支出总表", 120.5, 80.2, 40.3);
const GENERAL = table("一般公共预算支出表", 110.4, 80.2, 30.2);

/** The rows of tables beside each other, with so many columns between them, below a title over both. */
function beside(gap: number, ...tables: readonly Value[][][]): Value[][] {
  const height = Math.max(...tables.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, r) =>
    tables.flatMap((each, i) => [
      ...(i > 0 ? Array<Value>(gap).fill("") : []),
      ...(each[r] ?? Array<Value>(5).fill("")),
    ]),
  );
  return [["泾县文化馆2024年部门预算"], ...rows];
}

const published = ({ facts }: Awaited<ReturnType<typeof read>>) =>
  facts.map(({ fund, kind, money, status }) => [fund, kind, money.published, status]);

const figures = (fund: string, total: string, basic: string, project: string) =>
  Array(3)
    .fill([
      [fund, "total", total, "proved"],
      [fund, "basic", basic, "proved"],
      [fund, "project", project, "proved"],
    ])
    .flat();

const BOTH = [
  ...figures("total", "120.50", "80.20", "40.30"),
  ...figures("general_public", "110.40", "80.20", "30.20"),
];

describe("tables beside each other on a sheet", () => {
  it("are parted at the empty column between them", async () => {
    const merges = ["A1:K1", "A2:E2", "G2:K2"];
    const made = await read(workbook({ 表1: sheet(beside(1, ALL, GENERAL), merges) }));
    expect(published(made)).toEqual(BOTH);
    expect(made.facts[9]?.place).toEqual({ page: 1, sheet: "表1", cell: "I5" });
  });

  it("are parted where the next title begins, where no column is empty", async () => {
    const merges = ["A1:J1", "A2:E2", "F2:J2"];
    const made = await read(workbook({ 表1: sheet(beside(0, ALL, GENERAL), merges) }));
    expect(published(made)).toEqual(BOTH);
    expect(made.facts[9]?.place.cell).toBe("H5");
  });

  it("may be of different lengths, with another below them over the whole width", async () => {
    const short = GENERAL.slice(0, 5);
    const last = table("政府性基金预算支出表", 6.3, 4.2, 2.1);
    const merges = ["A1:K1", "A2:E2", "G2:K2", "A9:K9"];
    const rows = [...beside(1, ALL, short), [], ...last];
    const { tables } = await read(workbook({ 表1: sheet(rows, merges) }));
    expect(tables.map(({ id, rows }) => [id, rows.length])).toEqual([
      ["expenditure-summary", 3],
      ["general-public-expenditure", 2],
      ["government-fund-expenditure", 3],
    ]);
  });

  it("are one where a single title stands over both halves", async () => {
    const rows: Value[][] = [
      ["泾县文化馆2024年部门预算"],
      ["部门收支总表"],
      ["部门：泾县文化馆", "", "", "", "单位：万元"],
      ["收入", "", "", "支出", ""],
      ["项目", "预算数", "", "项目", "预算数"],
      ["一、一般公共预算拨款收入", two(120.5), "", "一、文化旅游体育与传媒支出", two(100.3)],
      ["二、事业收入", two(10.2), "", "二、社会保障和就业支出", two(30.4)],
      ["本年收入合计", two(130.7), "", "本年支出合计", two(130.7)],
    ];
    const merges = ["A1:E1", "A2:E2", "A4:B4", "D4:E4"];
    const { tables, facts } = await read(workbook({ 表1: sheet(rows, merges) }));
    expect(tables.map(({ id }) => id)).toEqual(["income-expenditure-summary"]);
    expect(facts.map(({ flow, status }) => `${flow} ${status}`)).toEqual(
      Array(3).fill(["income proved", "expenditure proved"]).flat(),
    );
  });

  it("are not seen in a list of tables in two columns", async () => {
    const list: Value[][] = [
      ["泾县文化馆2024年部门预算"],
      ["部门支出总表", "一般公共预算支出表"],
      ["政府采购预算表", "项目支出预算表"],
    ];
    const { tables } = await read(workbook({ 目录: sheet([...list, [], ...ALL]) }));
    expect(tables.map(({ id, rows }) => [id, rows.length])).toEqual([["expenditure-summary", 3]]);
  });
});
