import { utils, type WorkSheet, write } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { docx } from "../read/office/docx.ts";
import type { Bomb } from "./bombs.ts";

function xlsx(sheet: WorkSheet): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "表1");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}

const rows = (count: number, row: (at: number) => string[]) =>
  utils.aoa_to_sheet(Array.from({ length: count }, (_, at) => row(at)));

/** A workbook with one of its parts changed. */
function changed(path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(xlsx(rows(20, (at) => [`项目${at}`, "1.50"])));
  const text = new TextDecoder().decode(parts[path]);
  return zipSync({ ...parts, [path]: strToU8(change(text)) });
}

const SHEET = "xl/worksheets/sheet1.xml";
const numbered = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join("");
const bodied = (xml: string): Uint8Array => {
  const parts = unzipSync(docx(["泾县文化馆2024年部门预算"]));
  const text = new TextDecoder().decode(parts["word/document.xml"]);
  return zipSync({
    ...parts,
    "word/document.xml": strToU8(text.replace("<w:body>", `<w:body>${xml}`)),
  });
};
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** Workbooks and documents that are small, and would be large. */
export const OFFICE_BOMBS: readonly Bomb[] = [
  {
    name: "cells-far-apart.xlsx",
    make: () => xlsx(rows(700, (at) => [...Array<string>(at).fill(""), "甲", "乙"])),
  },
  {
    name: "single-cells-60k.xlsx",
    make: () => xlsx(rows(60_000, (at) => (at === 0 ? ["项目", "金额"] : [`行${at}`]))),
  },
  {
    name: "tables-20k.xlsx",
    make: () => xlsx(rows(60_000, (at) => [["甲", "乙"], [], [`第${at}段`]][at % 3] ?? [])),
  },
  {
    name: "merged-1e9.xlsx",
    make: () => {
      const sheet = rows(2_000, () => Array<string>(50).fill("1.50"));
      sheet["!merges"] = Array.from({ length: 500 }, (_, r) =>
        utils.decode_range(`A${r + 1}:AX2000`),
      );
      return xlsx(sheet);
    },
  },
  {
    name: "packed-60m.docx",
    make: () => zipSync({ "word/document.xml": new Uint8Array(60_000_000) }),
  },
  {
    name: "laughs.docx",
    make: () => {
      const lines = Array.from(
        { length: 20 },
        (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
      );
      const text = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">${lines.join("")}]><a>&a20;</a>`;
      return zipSync({ "word/document.xml": strToU8(text) });
    },
  },
  {
    name: "dimension-of-all.xlsx",
    make: () =>
      changed(SHEET, (xml) =>
        xml
          .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
          .replace(
            "</sheetData>",
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
          ),
      ),
  },
  {
    name: "sums-of-all.xlsx",
    make: () =>
      changed(SHEET, (xml) =>
        xml.replace(
          "</sheetData>",
          `${numbered(20_000, (at) => `<row r="${at + 30}"><c r="A${at + 30}"><f>SUM(A1:XFD1048576)</f><v>1</v></c></row>`)}</sheetData>`,
        ),
      ),
  },
  {
    name: "formula-1e5-deep.xlsx",
    make: () =>
      changed(SHEET, (xml) =>
        xml.replace(
          "</sheetData>",
          `<row r="30"><c r="A30"><f>${"SUM(".repeat(1e5)}1${")".repeat(1e5)}</f><v>1</v></c></row></sheetData>`,
        ),
      ),
  },
  {
    name: "columns-hidden-1e5.xlsx",
    make: () =>
      changed(SHEET, (xml) =>
        xml.replace(
          "<sheetData>",
          `<cols>${'<col min="1" max="2000000000" hidden="1"/>'.repeat(1e5)}</cols><sheetData>`,
        ),
      ),
  },
  {
    name: "number-format-1m.xlsx",
    make: () =>
      changed("xl/styles.xml", (xml) =>
        xml
          .replace(/<numFmts.*?<\/numFmts>/, "")
          .replace(
            /(<styleSheet[^>]*>)/,
            `$1<numFmts><numFmt numFmtId="200" formatCode="${"0.".repeat(5e5)}"/></numFmts>`,
          )
          .replace(/numFmtId="0"/g, 'numFmtId="200"'),
      ),
  },
  {
    name: "sheets-20k.xlsx",
    make: () =>
      changed("xl/workbook.xml", (xml) =>
        xml.replace(
          /<sheets>.*<\/sheets>/,
          (sheet) =>
            `<sheets>${numbered(20_000, (at) => sheet.replace(/<\/?sheets>/g, "").replace("表1", `表${at}`))}</sheets>`,
        ),
      ),
  },
  {
    name: "tables-1000-deep.docx",
    make: () =>
      bodied(
        `${`<w:tbl><w:tr><w:tc>${paragraph("1.50")}`.repeat(1_000)}${`${paragraph("")}</w:tc></w:tr></w:tbl>`.repeat(1_000)}`,
      ),
  },
  { name: "paragraphs-1e6.docx", make: () => bodied(paragraph("支出1.50万元").repeat(1e6)) },
  {
    name: "merged-down-2e4.docx",
    make: () =>
      bodied(
        `<w:tbl>${`<w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="1000000"/><w:vMerge/></w:tcPr>${paragraph("1.5")}</w:tc>`.repeat(3)}</w:tr>`.repeat(20_000)}</w:tbl>`,
      ),
  },
];
