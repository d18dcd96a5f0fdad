import { describe, expect, test } from "vitest";
import { FACTS, type FactRecord } from "../../src/write/facts.ts";
import { linesWorkbook } from "../../src/write/lines-workbook.ts";
import { recordsOf } from "../../src/write/records.ts";
import { THREE_PUBLIC } from "../../src/write/three-public.ts";
import { disclosureWorkbook } from "../../src/write/workbook.ts";
import { disclosure } from "./fixture.ts";
import { cellsOf, unzip } from "./unzip.ts";

const records = recordsOf(disclosure());

describe("disclosureWorkbook", () => {
  test("has a sheet a table between overview and checks", async () => {
    const zip = await disclosureWorkbook(disclosure(), records, { sourceBase: ".." });
    const xml = unzip(zip).get("xl/workbook.xml")?.text ?? "";
    expect([...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      "概况",
      "收入总表",
      "一般公共预算基本支出表",
      "三公经费支出表",
      "政府采购表",
      "绩效目标",
      "核对记录",
    ]);
    const income = cellsOf(zip, 2);
    expect([income.get("B3"), income.get("E3"), income.get("I3")]).toEqual([
      '"313"',
      "120.5",
      '"已证实"',
    ]);
  });

  test("links the checks to the page of the source", async () => {
    const zip = await disclosureWorkbook(disclosure(), records, { sourceBase: "/data" });
    expect(cellsOf(zip, 7).get("M2")).toBe('"某市档案馆.pdf 第6页"');
    expect(unzip(zip).get("xl/worksheets/sheet7.xml")?.text).toContain(
      '<hyperlink ref="M2" r:id="rId-link-1"/>',
    );
    expect(unzip(zip).get("xl/worksheets/_rels/sheet7.xml.rels")?.text).toContain(
      `Target="file:///data/inbox/${encodeURIComponent("某市档案馆")}.pdf#page=6" TargetMode="External"`,
    );
  });

  test("links to an absolute source wherever the workbook is", async () => {
    const source = { ...disclosure().source, name: "/data/a b.pdf" };
    const zip = await disclosureWorkbook(disclosure({ source }), records, {});
    expect(unzip(zip).get("xl/worksheets/_rels/sheet1.xml.rels")?.text).toContain(
      'Target="file:///data/a%20b.pdf"',
    );
  });

  test("has no links where it is not known what a name is relative to", async () => {
    const zip = await disclosureWorkbook(disclosure(), records, {});
    expect(unzip(zip).get("xl/worksheets/sheet7.xml")?.text).not.toContain("hyperlink");
  });
});

test("links lead from the workbook to the source, wherever both are moved together", async () => {
  const zip = await disclosureWorkbook(disclosure(), records, {
    ...{ sourceBase: "/data", linkFrom: "/data/output" },
  });
  expect(unzip(zip).get("xl/worksheets/_rels/sheet7.xml.rels")?.text).toContain(
    `Target="../../../inbox/${encodeURIComponent("某市档案馆")}.pdf#page=6"`,
  );
});

describe("linesWorkbook", () => {
  const project = "410581000000000000021";
  const fact = { ...records.facts[0], project_code: project, document: "d71363e3145600572" };
  const placed = (record: Readonly<Record<string, string>>) => ({
    ...{ record, source: "in/a b.pdf", page: "5", place: "p. 5" },
  });

  test("has codes and ids as text, amounts as numbers, ids in words, and a filter", async () => {
    const zip = await linesWorkbook(FACTS, [placed(fact as FactRecord)]);
    const cells = [...cellsOf(zip, 1)].map(([ref, text]) => [ref.replace(/\d+$/, ""), ref, text]);
    const of = (heading: string) => {
      const [column] =
        cells.find(([, ref, text]) => /[A-Z]1$/.test(ref ?? "") && text === `"${heading}"`) ?? [];
      return cells.find(([, ref]) => ref === `${column}2`)?.[2];
    };
    expect(of("项目编码")).toBe(`"${project}"`);
    expect(of("文件编号")).toBe('"d71363e3145600572"');
    expect(of("部门编码")).toBe('"0313"');
    expect(of("金额（元）")).toBe(fact.amount_yuan);
    expect(of("表")).toBe('"收入总表"');
    expect(of("资金来源")).toBe('"合计"');
    expect(of("来源")).toBe('"a b.pdf p. 5"');
    const sheet = unzip(zip).get("xl/worksheets/sheet1.xml")?.text ?? "";
    expect(sheet).toMatch(/<autoFilter ref="A1:[A-Z]+2"\/>/);
    expect(sheet).toMatch(
      /<pane [^>]*xSplit="1"[^>]*ySplit="1"|<pane [^>]*ySplit="1"[^>]*xSplit="1"/,
    );
  });

  test("speaks the reader's language, and links from where it lies", async () => {
    const zip = await linesWorkbook(FACTS, [placed(fact as FactRecord)], {
      ...{ language: "en", sourceBase: "/data", linkFrom: "/data/output" },
    });
    const texts = [...cellsOf(zip, 1).values()];
    for (const text of ["Division code", "Amount (CNY)", "Source", "income summary"])
      expect(texts).toContain(`"${text}"`);
    expect(texts.filter((text) => /收入|合计/.test(text) && text !== `"${fact.label}"`)).toEqual(
      [],
    );
    expect(unzip(zip).get("xl/worksheets/_rels/sheet1.xml.rels")?.text).toContain(
      'Target="../in/a%20b.pdf#page=5"',
    );
  });
});

test("the workbook of three-public figures has a line a record, figures as numbers in 万元", async () => {
  const lines = records["three-public"].map((record) => ({
    ...{ record, source: "", page: "", place: "" },
  }));
  const cells = cellsOf(await linesWorkbook(THREE_PUBLIC, lines), 1);
  expect(cells.get("J1")).toBe('"“三公”经费合计（万元）"');
  expect([cells.get("J2"), cells.get("O2"), cells.get("Z2"), cells.get("J3")]).toEqual([
    "9",
    "3",
    '"有文字印证"',
    "9.5",
  ]);
  expect(cells.get("D2")).toBe('"0313"');
});
