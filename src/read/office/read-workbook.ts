import {
  type CellObject,
  type Range,
  read,
  type SheetProps,
  utils,
  type WorkBook,
  type WorkSheet,
} from "@e965/xlsx";
import type { PageFlaw } from "../../model/block.ts";
import { InputError } from "../../model/errors.ts";
import { raised } from "../../model/marks.ts";
import type { Sheet, SheetCell } from "../../model/sheet.ts";
import { isOpenDocument, isZip } from "../sniff.ts";
import { checkZip } from "../zip.ts";
import { outdated } from "./formulas.ts";
import { displayedNumber } from "./number-format.ts";

/** A workbook beyond these is no disclosure. */
const MOST = { rows: 100_000, cells: 300_000, sheets: 500, merged: 5_000_000 } as const;

/** The sheets that a workbook shows, and what it does not show. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Sheets in all, hidden ones counted. */
  readonly count: number;
  readonly flaws: readonly PageFlaw[];
}

/**
 * Reads .xlsx, .xlsm, .xls, .et and .ods. Cells are as they are displayed: their number formats are applied, formulas are their last
 * result and are never computed. Throws InputError for a workbook that cannot be opened, or is too large.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (isZip(bytes)) await checkZip(bytes);
  const book = opened(bytes);
  if (isOpenDocument(bytes)) Object.values(book.Sheets).forEach(forgetFormats);
  if (book.SheetNames.length > MOST.sheets)
    throw new InputError(`the workbook has more than ${MOST.sheets} sheets`, "too-large");
  const flaws: PageFlaw[] = [];
  const sheets = book.SheetNames.flatMap((name, i): Sheet[] => {
    const sheet = book.Sheets[name];
    if (!sheet?.["!data"]) return [];
    const page = i + 1;
    if (isHidden(book.Workbook?.Sheets?.[i])) {
      if (numbersIn(sheet, () => true) > 0)
        flaws.push({ page, sheet: name, kind: "hidden", whole: true });
      return [];
    }
    const { cells, hidden, uncomputed, unformatted } = shown(sheet);
    const flaw = { page, sheet: name, whole: false };
    if (hidden > 0) flaws.push({ ...flaw, kind: "hidden" });
    if (uncomputed > 0) flaws.push({ ...flaw, kind: "uncomputed" });
    if (unformatted > 0) flaws.push({ ...flaw, kind: "unformatted" });
    const formulas = outdated(sheet);
    if (formulas.length > 0) flaws.push({ ...flaw, kind: "outdated", cells: formulas });
    return [{ name, number: page, cells }];
  });
  return { sheets, count: book.SheetNames.length, flaws };
}

function opened(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      // Which rows and columns are hidden comes with the styles, formulas without a result with the blank cells.
      cellStyles: true,
      sheetStubs: true,
      sheetRows: MOST.rows + 1,
    });
  } catch (error) {
    const { message } = error as Error;
    if (/password|encrypt/i.test(message))
      throw new InputError("the workbook is encrypted", "encrypted");
    throw new InputError(`the workbook cannot be opened: ${message ?? error}`);
  }
}

/** Of OpenDocument formats only a part is understood; but each cell keeps the text that it displays. */
function forgetFormats(sheet: WorkSheet): void {
  for (const cell of linesOf(sheet).flatMap((line) => line ?? [])) delete cell?.z;
}

function isHidden(props: SheetProps | undefined): boolean {
  return (props?.Hidden ?? 0) > 0;
}

type Line = readonly (CellObject | undefined)[];

function linesOf(sheet: WorkSheet): readonly (Line | undefined)[] {
  return (sheet["!data"] ?? []) as (Line | undefined)[];
}

/**
 * The cells that are shown; how many numbers hidden rows, hidden columns, merged cells and formats (`;;;`) keep from view, how
 * many formulas have no result, and how many formats cannot be applied.
 */
function shown(sheet: WorkSheet) {
  const lines = linesOf(sheet);
  if (lines.length > MOST.rows)
    throw new InputError(`a sheet has more than ${MOST.rows} rows`, "too-large");
  const width = lines.reduce((most, line) => Math.max(most, line?.length ?? 0), 0);
  const rows = places(lines.length, (row) => sheet["!rows"]?.[row]?.hidden === true);
  const columns = places(width, (column) => sheet["!cols"]?.[column]?.hidden === true);
  const merges = new Map((sheet["!merges"] ?? []).map((area) => [utils.encode_cell(area.s), area]));
  const covered = coveredBy(sheet["!merges"] ?? [], lines.length, width);
  const isUnder = (r: number, c: number): boolean => covered.has(r * width + c);
  const cells: SheetCell[] = [];
  let [uncomputed, unformatted, blanked] = [0, 0, 0];
  for (const [r, line] of lines.entries()) {
    for (const [c, cell] of (line ?? []).entries()) {
      if (isUnder(r, c)) continue;
      if (cell?.t === "z" && cell.f !== undefined) uncomputed += 1;
      const text = cell ? textOf(cell) : "";
      if (text === undefined) unformatted += 1;
      if (text === "" && cell?.t === "n" && cell.v !== 0) blanked += 1;
      const address = utils.encode_cell({ r, c });
      const area = merges.get(address)?.e ?? { r, c };
      const [top, left] = [rows(r), columns(c)];
      // A merged cell whose first row or column is hidden is shown in what is left of it.
      const [height, breadth] = [rows(area.r + 1) - top, columns(area.c + 1) - left];
      if (!text || height < 1 || breadth < 1) continue;
      cells.push({ row: top, column: left, height, width: breadth, text, address });
    }
  }
  if (cells.length > MOST.cells)
    throw new InputError(`a sheet has more than ${MOST.cells} cells`, "too-large");
  const hidden = numbersIn(
    sheet,
    (r, c) => rows(r + 1) === rows(r) || columns(c + 1) === columns(c) || isUnder(r, c),
  );
  return { cells, hidden: hidden + blanked, uncomputed, unformatted };
}

/** The positions that a merged cell lies over: what stands in them is not shown. */
function coveredBy(merges: readonly Range[], rows: number, width: number): ReadonlySet<number> {
  const covered = new Set<number>();
  let positions = 0;
  for (const { s, e } of merges) {
    const [bottom, right] = [Math.min(e.r, rows - 1), Math.min(e.c, width - 1)];
    positions += Math.max(0, bottom - s.r + 1) * Math.max(0, right - s.c + 1);
    if (positions > MOST.merged)
      throw new InputError(`a sheet merges more than ${MOST.merged} cells`, "too-large");
    for (let r = s.r; r <= bottom; r++)
      for (let c = s.c; c <= right; c++) if (r > s.r || c > s.c) covered.add(r * width + c);
  }
  return covered;
}

/** Where rows or columns stand among those that are shown: how many of these are before each. */
function places(count: number, isHidden: (at: number) => boolean): (at: number) => number {
  const before = [0];
  for (let at = 0; at < count; at++) before.push((before[at] ?? 0) + (isHidden(at) ? 0 : 1));
  const last = before.at(-1) ?? 0;
  return (at) => before[at] ?? last + at - count;
}

function numbersIn(sheet: WorkSheet, isCounted: (row: number, column: number) => boolean): number {
  return linesOf(sheet).reduce((sum, line, r) => {
    return sum + (line ?? []).filter((cell, c) => cell?.t === "n" && isCounted(r, c)).length;
  }, 0);
}

/** As displayed. Raised digits are footnote marks. Undefined where the format of a number cannot be applied. */
function textOf(cell: CellObject): string | undefined {
  const html = typeof cell.h === "string" && /<su[bp]>/.test(cell.h) ? cell.h : undefined;
  const text = html
    ? unescaped(html.replace(/<su[bp]>(.*?)<\/su[bp]>/g, (_, mark: string) => raised(mark)))
    : displayed(cell);
  return text
    ?.split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

function displayed(cell: CellObject): string | undefined {
  const { t, v, w } = cell;
  if (t === "z" || v === undefined || v === null) return "";
  if (t === "n") return displayedNumber(cell);
  const text = w ?? String(v);
  return t === "s" ? text.replace(KEPT_AS_TEXT, "") : text;
}

/** Typed before a number so that it is kept as text, and in the text itself where another program wrote it. */
const KEPT_AS_TEXT = /^['’＇](?=[-\d０-９])/;

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&nbsp;": " ",
};

function unescaped(html: string): string {
  return html
    .replace(/<br\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&\w+;/g, (all) => ENTITIES[all] ?? all);
}
