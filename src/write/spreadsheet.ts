import { Decimal } from "decimal.js";
import type { Cell } from "write-excel-file/node";
import type { Chart } from "./charts.ts";
import type { Hyperlink } from "./hyperlinks.ts";
import { withFixedDates } from "./zip-dates.ts";

export interface SheetColumn {
  readonly heading: string;
  /** `text` for names and codes; `amount` for decimals; `integer` for counts and positions. */
  readonly type: "text" | "amount" | "integer";
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Links on cells, rows counted without the heading. */
  readonly links?: readonly Hyperlink[];
  /** Whether its lines can be filtered by each column; its first column stays in sight then, as its headings do. */
  readonly filter?: true;
  /** Drawn beside the cells; its rows are the first ones of the sheet. */
  readonly chart?: Omit<Chart, "sheet">;
}

/**
 * Sheets as an Excel workbook: heading row frozen, codes as text, amounts as numbers that show the digits as printed, or as
 * text where a spreadsheet would not keep them all. The same sheets give the same bytes.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  // Most runs write no workbook, and need nothing that does.
  const [{ default: writeExcelFile }, { autoFilters }, { charts }, { hyperlinks }] =
    await Promise.all([
      import("write-excel-file/node"),
      import("./auto-filters.ts"),
      import("./charts.ts"),
      import("./hyperlinks.ts"),
    ]);
  const names = sheetNames(sheets.map(({ name }) => name));
  const written = sheets.map(({ columns, rows, filter }, index) => ({
    sheet: names[index] ?? "",
    data: [
      columns.map(({ heading }) => headingCell(heading)),
      ...rows.map((row) => columns.map(({ type }, i) => cellOf(row[i] ?? "", type))),
    ],
    columns: columns.map((column, i) => ({ width: widthOf(column, rows, i) })),
    stickyRowsCount: 1,
    ...(filter && { stickyColumnsCount: 1 }),
  }));
  const links = sheets.map((sheet) =>
    (sheet.links ?? []).map((link) => ({ ...link, row: link.row + 1 })),
  );
  const filters = sheets.map(({ columns, rows, filter }) =>
    filter ? { rows: rows.length + 1, columns: columns.length } : undefined,
  );
  const drawn = sheets.map(({ chart }, index) =>
    chart ? { ...chart, sheet: names[index] ?? "" } : undefined,
  );
  const features = [hyperlinks(links), autoFilters(filters), charts(drawn)];
  const file = writeExcelFile(written, { features });
  return withFixedDates(await file.toBuffer());
}

function headingCell(heading: string): Cell {
  return { ...textCell(heading), fontWeight: "bold", backgroundColor: "#e8eef4", wrap: true };
}

function cellOf(text: string, type: SheetColumn["type"]): Cell {
  if (text === "") return null;
  const value = type === "text" ? undefined : exactNumber(text);
  if (value === undefined) return textCell(text);
  return { value, type: Number, format: type === "integer" ? "0" : formatOf(text) };
}

/** Excel takes no more in a cell, and calls the file damaged. */
const MAX_LENGTH = 32_767;

function textCell(text: string): { value: string; type: StringConstructor; format: "@" } {
  const value = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
  // The library looks texts up in a plain object, where these names are taken.
  return { value: value in {} ? `${value} ` : value, type: String, format: "@" };
}

/** The number that a printed decimal is, if a spreadsheet keeps it: it holds 15 significant digits. */
export function exactNumber(text: string): number | undefined {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return undefined;
  const decimal = new Decimal(text);
  return decimal.precision() <= 15 && decimal.abs().lt(1e15) ? decimal.toNumber() : undefined;
}

/** Thousands separated, and as many decimals as were printed. */
function formatOf(published: string): string {
  const decimals = published.split(".")[1]?.length ?? 0;
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** Names that Excel accepts: at most 31 characters, none of `[]:*?/\`, and no two alike. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = name.replace(/[[\]:*?/\\']/g, "_").slice(0, 27) || "表";
    let free = base;
    for (let nth = 2; taken.has(free.toLowerCase()); nth += 1) free = `${base} ${nth}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** In characters; a Chinese character takes two. Measured on the first rows only. */
function widthOf({ heading }: SheetColumn, rows: Sheet["rows"], column: number): number {
  const lengths = rows.slice(0, 200).map((row) => widthOfText(row[column] ?? ""));
  return Math.min(48, Math.max(6, Math.min(24, widthOfText(heading)), ...lengths) + 2);
}

function widthOfText(text: string): number {
  let width = 0;
  for (const character of text.slice(0, 60)) width += character > "\u2e80" ? 2 : 1;
  return width;
}
