import { utils, write } from "@e965/xlsx";
import { docx } from "../read/office/docx.ts";

const head = (department: string): string[][] => [
  [`${department}2024年部门预算`],
  ["部门支出总表"],
  [`部门：${department}`, "", "", "", "单位：万元"],
];
const TABLE = [
  ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  ["", "合计", "120.50", "80.20", "40.30"],
  ["207", "文化旅游体育与传媒支出", "120.50", "80.20", "40.30"],
  ["20701", "文化和旅游", "120.50", "80.20", "40.30"],
  ["2070109", "群众文化", "120.50", "80.20", "40.30"],
];

/** A budget as a workbook: its figures stand from C5 on. */
export function budgetBook(department: string): Uint8Array {
  const book = utils.book_new();
  const rows = [...head(department), ...TABLE];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "表1");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}

/** The same as a Word document: its figures stand from row 2 of its table on. */
export function budgetDocument(department: string): Uint8Array {
  const table = TABLE.map((row) => row.map((text) => ({ text })));
  return docx([`${department}2024年部门预算`, "部门支出总表", "单位：万元", table]);
}
