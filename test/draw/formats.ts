import { utils, type WorkSheet, write } from "@e965/xlsx";
import { zipSync } from "fflate";
import { docx, type WordCell } from "../read/office/docx.ts";
import { savedPage } from "../read/saved-page.ts";
import { htmlOf, isAmount } from "./html.ts";
import type { Printed, PrintedLine, PrintedTable } from "./printed.ts";

/** A document as each program keeps it that has no pages: what our own readers of these formats are tried with. */
export const FORMATS: Readonly<Record<string, (printed: Printed) => Uint8Array>> = {
  html: (printed) => Buffer.from(htmlOf(printed)),
  mht: (printed) => savedPage(htmlOf(printed), "quoted-printable"),
  xlsx: (printed) => workbookOf(printed, "xlsx"),
  xls: (printed) => workbookOf(printed, "biff8"),
  docx: (printed) =>
    docx(printed.map((part) => (part.type === "line" ? part.text : wordRows(part)))),
};

/** A ZIP archive as Chinese programs make it: the name in GBK, and nothing that says so. */
export function archiveOf(bytes: Uint8Array, gbkName: Uint8Array): Uint8Array {
  const plain = "x".repeat(gbkName.length);
  const archive = Buffer.from(zipSync({ [plain]: bytes }));
  for (let at = archive.indexOf(plain); at >= 0; at = archive.indexOf(plain, at + 1))
    archive.set(gbkName, at);
  return archive;
}

/** Each title opens a sheet, and so does a table below another that has none; a unit stands in the last column. */
function workbookOf(printed: Printed, bookType: "xlsx" | "biff8"): Uint8Array {
  const sheets: (PrintedLine | PrintedTable)[][] = [[]];
  for (const part of printed) {
    const opens =
      part.type === "line" ? part.role === "title" : sheets.at(-1)?.at(-1)?.type === "table";
    if (opens) sheets.push([]);
    sheets.at(-1)?.push(part);
  }
  const book = utils.book_new();
  for (const parts of sheets.filter(({ length }) => length > 0))
    utils.book_append_sheet(book, sheetOf(parts), `表${book.SheetNames.length + 1}`);
  return new Uint8Array(write(book, { type: "array", bookType }));
}

function sheetOf(parts: readonly (PrintedLine | PrintedTable)[]): WorkSheet {
  const columns = Math.max(
    1,
    ...parts.map((part) => (part.type === "table" ? part.columnCount : 1)),
  );
  const sheet: WorkSheet = { "!merges": [] };
  let row = 0;
  for (const part of parts) {
    if (part.type === "line") {
      const c = part.role === "unit" ? columns - 1 : 0;
      sheet[utils.encode_cell({ r: row, c })] = { t: "s", v: part.text };
      row += 1;
      continue;
    }
    for (const { r0, r1, c0, c1, text } of part.cells) {
      const [s, e] = [
        { r: row + r0, c: c0 },
        { r: row + r1, c: c1 },
      ];
      if (text !== "") sheet[utils.encode_cell(s)] = cellOf(text);
      if (r1 > r0 || c1 > c0) sheet["!merges"]?.push({ s, e });
    }
    row += part.rowCount;
  }
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: row, c: columns } });
  return sheet;
}

/** An amount is a number with a format that shows it as it was printed; a code is text. */
function cellOf(text: string) {
  const decimals = /^-?[\d,]+\.(\d+)$/.exec(text)?.[1]?.length;
  if (!isAmount(text) || decimals === undefined) return { t: "s", v: text };
  const z = `${text.includes(",") ? "#,##0" : "0"}.${"0".repeat(decimals)}`;
  return { t: "n", v: Number(text.replaceAll(",", "")), z };
}

function wordRows({ rowCount, cells }: PrintedTable): WordCell[][] {
  return Array.from({ length: rowCount }, (_, r) =>
    cells
      .filter(({ r0, r1 }) => r0 <= r && r <= r1)
      .sort((a, b) => a.c0 - b.c0)
      .map(({ r0, r1, c0, c1, text }): WordCell => {
        const width = c1 - c0 + 1;
        if (r1 === r0) return { text: escaped(text), width };
        return r === r0
          ? { text: escaped(text), width, down: "begins" }
          : { text: "", width, down: "goes on" };
      }),
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
