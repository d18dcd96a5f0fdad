import { utils, type WorkSheet, write } from "@e965/xlsx";

export type Value =
  | string
  | number
  | Readonly<{ t?: "n" | "s" | "e"; v?: number | string; z?: string; f?: string; w?: string }>;

/** A sheet of rows; `merges` as spreadsheets write areas. */
export function sheet(
  rows: readonly (readonly Value[])[],
  merges: readonly string[] = [],
): WorkSheet {
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

export function workbook(
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

export const two = (v: number) => ({ v, z: "0.00" });
/** A table as offices make it: 3 rows of titles and captions, 2 of headings. */
export const HEAD = [
  ["泾县文化馆2024年部门预算"],
  ["部门支出总表"],
  ["部门：泾县文化馆", "", "", "", "单位：万元"],
  ["科目编码", "科目名称", "合计", "其中", ""],
  ["", "", "", "基本支出", "项目支出"],
];
export const MERGES = ["A1:E1", "A2:E2", "A4:A5", "B4:B5", "C4:C5", "D4:E4"];
export const BODY = [
  ["", "合计", two(120.5), two(80.2), two(40.3)],
  ["207", "文化旅游体育与传媒支出", two(120.5), two(80.2), two(40.3)],
  ["20701", "文化和旅游", two(120.5), two(80.2), two(40.3)],
  ["2070109", "群众文化", two(120.5), two(80.2), two(40.3)],
];
