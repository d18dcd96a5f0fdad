import { describe, expect, test } from "vitest";
import type { Block, Grid, PageFlaw } from "../../src/model/block.ts";
import type { Check } from "../../src/model/check.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";
import { InputError } from "../../src/model/errors.ts";
import { disclosureOf } from "../../src/run/document.ts";
import { documentRecord } from "../../src/write/documents.ts";
import { document, drawn, lines, tabbed } from "../extract/blocks.ts";

const HEAD = `淇县文化遗产局
2024年部门预算`;
const INCOME = drawn(
  `
  项目 | 合计 | 一般公共预算
  合计 | 12.50 | 12.50
  `,
  1,
);
const TITLE = "部门收入总表\n单位：万元";

test("a clean document has nothing to tell", () => {
  const text = `一、名词解释
  基本支出：为保障机构正常运转而发生的支出，单价50万元以上的设备除外。
  联系电话：0392-7223456，截至2024.03共有车辆2辆，占12.5%，文号淇财〔2024〕3号。`;
  expect(told(HEAD, TITLE, INCOME, text)).toEqual([]);
  const counts = `项目 | 预算数\n公务接待费 | 3.50\n国内公务接待批次（个） | 12\n公务用车保有量（辆） | 3\n因公出国（境）团组数 | 0`;
  const used = "房屋出租情况表\n单位：万元";
  expect(told(HEAD, TITLE, INCOME, used, drawn(counts, 2))).toMatchObject([{ found: "3.50" }]);
});

describe("amounts that nothing used are one line a page and title", () => {
  test("of a table that is none of the standard ones, over its pages", () => {
    const page = (number: number, more = "") =>
      drawn(
        `项目 | 面积（平方米） | 租金 | 占比%\n甲处 | 120.50 | 3.20 | 80.00\n乙处 | 30.00 | 0 | 20.00\n${more}`,
        number,
      );
    const checks = told(
      HEAD,
      TITLE,
      INCOME,
      "房屋出租情况表\n单位：万元",
      page(2),
      "3",
      page(3, "丙处|1.00|1,004.00|"),
    );
    expect(checks).toMatchObject([
      { check: "unplaced", severity: "warning", amounts: 2, found: "3.20 0", place: { page: 2 } },
      { amounts: 3, found: "3.20 0 1004.00", place: { page: 3 } },
    ]);
    expect(checks[0]?.message.zh).toMatch(/^第2页“房屋出租情况表”的2个金额没有成为数据/);
    expect(checks[1]?.message.en).toMatch(/^3 amounts of the table “房屋出租情况表” on page 3 are/);
  });

  test("of lines that form no table", () => {
    const rows = lines(
      "一般公共预算“三公”经费支出表\n单位：万元\n公务接待费\n3.50\n公务用车运行费 9.00 1,009.00",
      4,
    );
    expect(told(HEAD, TITLE, INCOME, ...rows)).toMatchObject([
      { check: "unplaced", amounts: 3, found: "3.50 9.00 1009.00", place: { page: 4 } },
    ]);
  });

  test("of sentences that are not read, as a note", () => {
    const [note] = told(HEAD, TITLE, INCOME, "注：另有存量资金3.20万元、1.10万元未列入。");
    expect(note).toMatchObject({ check: "statement", severity: "note", amounts: 2 });
  });

  test("of rows that were taken for something else", () => {
    const grid = tabbed(`项目 | 增减额\n合计 | 12.50`);
    expect(told(HEAD, TITLE, INCOME, "部门支出总表\n单位：万元", grid)).toMatchObject([
      { check: "unplaced", amounts: 1, found: "12.50" },
    ]);
  });

  test("of a stray grid beside a standard table on one sheet", () => {
    const onSheet = (grid: Grid, from: number): Grid => {
      const cellAt = (row: number, column: number) => ({
        page: 1,
        cell: `${"ABCD"[column]}${from + row}`,
      });
      const cells = grid.cells.map((cell) => ({ ...cell, place: cellAt(cell.r0, cell.c0) }));
      return { ...grid, place: cellAt(0, 0), cells };
    };
    const stray = drawn("项目 | 租金\n甲处 | 12.50\n乙处 | 4.00");
    const checks = told(HEAD, TITLE, onSheet(INCOME, 4), "房屋出租情况表", onSheet(stray, 9));
    expect(checks).toMatchObject([{ amounts: 2, found: "12.50 4.00", place: { cell: "B10" } }]);
    expect(checks[0]?.message.zh).toContain("“房屋出租情况表”");
    expect(checks[0]?.table).toBeUndefined();
  });

  test("whose characters the font does not name", () => {
    const grid = drawn(`项目 | 合计\n人员 | \ufffd,\ufffd12.\ufffd\n公用 | \ufffd\ufffd.\ufffd`, 2);
    expect(told(HEAD, TITLE, INCOME, "房屋出租情况表", grid)).toMatchObject([
      { check: "unplaced", amounts: 2, place: { page: 2 } },
    ]);
  });

  test("and they are counted for the document", () => {
    const grid = drawn(`项目 | 租金\n甲处 | 3.20\n乙处 | 4.00`, 2);
    const disclosure = read(document(HEAD, TITLE, INCOME, "房屋出租情况表", grid));
    expect(documentRecord({ outcome: "done", disclosure }).unplaced).toBe("2");
  });
});

test("a document that is refused tells what it prints", () => {
  const blocks = document("部门收入总表\n单位：万元", INCOME);
  const error = caught(() => read(blocks));
  expect(error.message).toMatch(/no department/);
  expect(error.checks).toMatchObject([{ check: "unplaced", amounts: 2, found: "12.50 12.50" }]);
  const failure = { source: "a.txt", reason: error.message, checks: error.checks };
  expect(documentRecord({ outcome: "failed", failure }).unplaced).toBe("2");
});

test("pages that are not read are named", () => {
  const flaws: PageFlaw[] = [
    { page: 2, kind: "picture", share: 0.76, whole: true },
    { page: 3, kind: "behind", share: 1, whole: false },
  ];
  const disclosure = read(document(HEAD, TITLE, INCOME), flaws);
  expect(disclosure.source.scannedPages).toEqual([2]);
  expect(disclosure.checks.filter(({ amounts }) => amounts === 0)).toMatchObject([
    { severity: "warning", place: { page: 2 } },
    { severity: "note", place: { page: 3 } },
  ]);
});

test("a table that fine lines cut into digits is a page that is not read", () => {
  const row = (digits: string) => Array.from({ length: 60 }, (_, i) => digits[i] ?? "").join(" | ");
  const rows = Array.from({ length: 60 }, (_, i) => row(i % 10 === 0 ? "12.5013.50" : " "));
  const disclosure = read(document(HEAD, TITLE, INCOME, drawn(rows.join("\n"), 2)));
  expect(disclosure.source.scannedPages).toEqual([2]);
});

test("a title and a unit without a table are told, unless the amounts below are", () => {
  const checks = told(HEAD, TITLE, INCOME, "部门支出总表\n单位：万元", "第三部分 名词解释");
  expect(checks).toMatchObject([{ check: "unplaced", severity: "warning", amounts: 0 }]);
  expect(checks[0]?.message.zh).toContain("“部门支出总表”");
  const rows = told(HEAD, TITLE, INCOME, "部门支出总表\n单位：万元", "合计 12.50");
  expect(rows).toMatchObject([{ amounts: 1, found: "12.50" }]);
});

test("a table without a figure is declared empty or told", () => {
  const blank = tabbed("科目编码 | 科目名称 | 合计\n | | \n");
  const named = tabbed("科目编码 | 科目名称 | 合计\n207 | 文化旅游体育与传媒支出 | \n");
  const title = "政府性基金预算支出表\n单位：万元";
  expect(told(HEAD, TITLE, INCOME, title, blank)).toMatchObject([
    { check: "unplaced", severity: "note", amounts: 0, table: "government-fund-expenditure" },
  ]);
  expect(told(HEAD, TITLE, INCOME, title, named)).toMatchObject([{ severity: "warning" }]);
  const declared = "注：本单位没有政府性基金预算安排的支出，本表无数据。";
  expect(told(HEAD, TITLE, INCOME, title, blank, declared)).toEqual([]);
});

/** What the account tells of a document: strings are lines of prose. */
function told(...parts: (string | Block)[]): Check[] {
  const blocks = parts.flatMap((part) => (typeof part === "string" ? lines(part) : [part]));
  return read(blocks).checks.filter(({ amounts }) => amounts !== undefined);
}

function read(blocks: readonly Block[], flaws: readonly PageFlaw[] = []): Disclosure {
  const source = { name: "a.pdf", bytes: new Uint8Array() };
  return disclosureOf(source, { format: "pdf", pages: 9, scannedPages: [], blocks, flaws });
}

function caught(what: () => unknown): InputError {
  try {
    what();
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error("it was not refused");
}
