import type { GridCell } from "../model/block.ts";
import { headingRowCount, printedRows } from "./grids/body.ts";
import type { Section } from "./sections.ts";
import { recogniseColumns } from "./structure.ts";
import type { TableDeclaration } from "./titles/declare.ts";
import { plain } from "./words.ts";

/** A standard table as printed: its declaration and its pages in order. */
export interface Printed {
  readonly declaration: TableDeclaration;
  readonly sections: readonly [Section, ...Section[]];
}

/** Share of a page's headings that must be those of the table for the page to continue it. */
const SAME_HEADINGS = 0.7;

/** A form of one project begins with one of these labels; a page without them continues the form before. */
const FORM_HEADS =
  /^(?:(?:一级|二级)?项目名称|项目编码|专项资金名称|专项名称|项目\(政策\)名称)[:：]?/;

/** Joins the pages of each table; grids that are no standard table are left out. */
export function joinPages(sections: readonly Section[], year: string): Printed[] {
  const printed: { declaration: TableDeclaration; sections: [Section, ...Section[]] }[] = [];
  let open = false;
  for (const section of sections) {
    const last = printed.at(-1);
    if (last && open && continues(last, section)) {
      last.sections.push(section);
      continue;
    }
    const declaration = section.declaration ?? recogniseColumns(section.grid, year);
    open = declaration !== undefined;
    if (declaration) printed.push({ declaration, sections: [section] });
  }
  return printed;
}

function continues(table: Printed, section: Section): boolean {
  const first = table.sections[0];
  if (section.declaration) {
    if (section.declaration.id !== table.declaration.id) return false;
    if (plain(section.title) !== plain(first.title)) return false;
  } else if (section.apart) {
    return false;
  }
  if (table.declaration.form) return !startsForm(section);
  const rows = printedRows(section.grid);
  const count = headingRowCount(rows);
  if (count === 0) return Math.abs(section.grid.columnCount - first.grid.columnCount) <= 2;
  return sameHeadings(headings(first), rows.slice(0, count).flat());
}

function startsForm(section: Section): boolean {
  const [first = [], second = []] = printedRows(section.grid);
  return [...first, ...second].some((cell) => FORM_HEADS.test(plain(cell.text)));
}

function headings(section: Section): GridCell[] {
  const rows = printedRows(section.grid);
  return rows.slice(0, headingRowCount(rows)).flat();
}

function sameHeadings(first: readonly GridCell[], later: readonly GridCell[]): boolean {
  const known = new Set(first.map((cell) => plain(cell.text)));
  const repeated = later.filter((cell) => known.has(plain(cell.text))).length;
  return later.length > 0 && repeated / later.length >= SAME_HEADINGS;
}
