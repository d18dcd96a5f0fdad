import { describe, expect, test } from "vitest";
import { recordsOf } from "../../src/write/records.ts";
import { disclosureWorkbook, threePublicWorkbook } from "../../src/write/workbook.ts";
import { disclosure } from "./fixture.ts";
import { cellsOf, unzip } from "./unzip.ts";

const records = recordsOf(disclosure());

describe("disclosureWorkbook", () => {
  test("has a sheet a table between overview and checks", async () => {
    const zip = await disclosureWorkbook(disclosure(), records, "..");
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
    const zip = await disclosureWorkbook(disclosure(), records, "/data");
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
    const zip = await disclosureWorkbook(disclosure({ source }), records, undefined);
    expect(unzip(zip).get("xl/worksheets/_rels/sheet1.xml.rels")?.text).toContain(
      'Target="file:///data/a%20b.pdf"',
    );
  });

  test("has no links where it is not known what a name is relative to", async () => {
    const zip = await disclosureWorkbook(disclosure(), records, undefined);
    expect(unzip(zip).get("xl/worksheets/sheet7.xml")?.text).not.toContain("hyperlink");
  });
});

test("threePublicWorkbook has a line a record, figures as numbers in 万元", async () => {
  const cells = cellsOf(await threePublicWorkbook(records["three-public"]), 1);
  expect(cells.get("J1")).toBe('"“三公”经费合计（万元）"');
  expect([cells.get("J2"), cells.get("O2"), cells.get("Z2"), cells.get("J3")]).toEqual([
    "9",
    "3",
    '"有文字印证"',
    "9.5",
  ]);
  expect(cells.get("D2")).toBe('"0313"');
});
