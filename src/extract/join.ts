import type { Grid, GridCell } from "../model/block.ts";
import type { TableId } from "../model/table-ids.ts";
import { plain } from "../taxonomy/plain.ts";
import type { TableDeclaration } from "../taxonomy/tables/declare.ts";
import { headingRowCount, printedRows } from "./grids/body.ts";
import { onColumnsOf, sameColumns } from "./grids/columns.ts";
import { asWide } from "./grids/stack.ts";
import { columnsOf } from "./headings/columns.ts";
import type { HeadingContext } from "./headings/path.ts";
import { headingPaths } from "./headings/tree.ts";
import { withCutHeadings } from "./pages/cut-headings.ts";
import type { Section } from "./sections.ts";
import { recogniseColumns } from "./structure.ts";

/** One page of a table: its printed piece, and how many of its first rows are headings. */
export interface TablePage extends Section {
  readonly headingRows: number;
}

/** A standard table as printed: its declaration and its pages in order. */
export interface Printed {
  readonly declaration: TableDeclaration;
  readonly pages: readonly [TablePage, ...TablePage[]];
}

/** A form of one project begins with one of these labels; a page without them continues the form before. */
const FORM_HEADS =
  /^(?:(?:一级|二级)?项目名称|项目编码|专项资金名称|专项名称|项目\(政策\)名称)[:：]?/;

interface Open {
  readonly declaration: TableDeclaration;
  readonly pages: [TablePage, ...TablePage[]];
  /** Headings of the first page, and the columns of money below them: few tables have a further page that asks for these. */
  readonly headings: ReadonlySet<string>;
  readonly amounts: () => ReadonlySet<number>;
}

/** The tables of a document, and the grids that may be a page of one and fit none. */
export interface Joined {
  readonly printed: readonly Printed[];
  readonly strays: readonly Stray[];
}

/** A grid without title straight after a table whose columns it does not have: part of it, or something else. */
export interface Stray {
  readonly grid: Grid;
  readonly after: TableDeclaration;
}

/** Joins the pages of each table; grids that are no standard table are left out. */
export function joinPages(sections: readonly Section[], context: HeadingContext): Joined {
  const printed: Open[] = [];
  const strays: Stray[] = [];
  let open: Open | undefined;
  let after: TableDeclaration | undefined;
  const titled = new Set(sections.flatMap(({ declaration }) => declaration?.id ?? []));
  for (const printedSection of withCutHeadings(sections)) {
    const section = withBareTitle(printedSection, titled, context);
    const before = open && (abreast(printed, open, section) ?? open);
    const next = before && nextPage(before, section);
    if (before && next) {
      before.pages.push(next);
      open = before;
      continue;
    }
    const declaration = section.declaration ?? recogniseColumns(section.grid, context.year);
    open = declaration && opened(declaration, section, context);
    if (open) printed.push(open);
    else if (after && !section.apart) strays.push({ grid: section.grid, after });
    if (open || section.apart) after = open?.declaration;
  }
  return { printed, strays };
}

/** The table that a grid without title goes on with, where it was printed abreast of the one that is open. */
function abreast(printed: readonly Open[], open: Open, section: Section): Open | undefined {
  const { page } = section.grid.place;
  const isAbove = ({ pages }: Open): boolean => {
    const last = pages.at(-1)?.grid;
    return !!last && last.place.page === (page ?? 0) - 1 && asWide(last, section.grid);
  };
  if (section.declaration || page === undefined || isAbove(open)) return undefined;
  return printed.findLast(isAbove);
}

/**
 * A line that does not say 表 is the title of a grid where the document has no such table otherwise, and all headings of
 * the grid are words for it.
 */
function withBareTitle(
  section: Section,
  titled: ReadonlySet<TableId>,
  context: HeadingContext,
): Section {
  const { bare, grid } = section;
  if (!bare || bare.declaration.form || titled.has(bare.declaration.id)) return section;
  const { declaration, text, place } = bare;
  const count = headingRowCount(printedRows(grid), declaration.rows);
  const columns = columnsOf(headingPaths(grid, count), { ...context, declaration });
  const known = columns.every(({ role, heading }) => role !== "unknown" || heading.length === 0);
  const amounts = columns.filter(({ role }) => role === "amount").length;
  const fits = known && amounts > 0 && amounts < columns.length;
  return fits ? { ...section, declaration, title: text, place } : section;
}

function opened(declaration: TableDeclaration, section: Section, context: HeadingContext): Open {
  const rows = printedRows(section.grid);
  const headingRows = headingRowCount(rows, declaration.rows);
  const columns = () =>
    columnsOf(headingPaths(section.grid, headingRows), { ...context, declaration });
  return {
    declaration,
    pages: [{ ...section, headingRows }],
    headings: new Set(rows.slice(0, headingRows).flatMap((row) => row.map(textOf))),
    amounts: () =>
      new Set(columns().flatMap(({ role, index }) => (role === "amount" ? [index] : []))),
  };
}

/** The section as a further page of the open table; undefined if it is something else. */
function nextPage(table: Open, section: Section): TablePage | undefined {
  const [first] = table.pages;
  if (section.declaration) {
    if (section.declaration.id !== table.declaration.id) return undefined;
    if (titleOf(section) !== titleOf(first)) return undefined;
  } else if (section.apart) {
    return undefined;
  }
  if (table.declaration.form)
    return startsForm(section) ? undefined : { ...section, headingRows: 0 };
  const repeated = repeatedRows(table, section.grid);
  if (repeated > 0)
    return { ...section, headingRows: repeated, grid: onColumnsOf(first.grid, section.grid) };
  if (!sameColumns(first.grid, section.grid)) return undefined;
  const grid = onColumnsOf(first.grid, section.grid);
  return hasOwnHeadings(table, grid) ? undefined : { ...section, headingRows: 0, grid };
}

/** 部门支出总表（续）, 续表：部门支出总表, 部门支出总表（续二）: what says that the table goes on is no part of its title. */
const CONTINUED =
  /^\(?(?:续表?|接上[表页])\)?[:：-]?|[(-]*(?:续表?|接上[表页])[一二三四五六七八九十\d]*\)?$/g;

function titleOf({ title }: Section): string {
  return plain(title).replace(CONTINUED, "");
}

function startsForm(section: Section): boolean {
  const [first = [], second = []] = printedRows(section.grid);
  return [...first, ...second].some((cell) => FORM_HEADS.test(textOf(cell)));
}

/** Number of rows at the top of a page that repeat the headings of the first. */
function repeatedRows({ headings, pages: [first] }: Open, grid: Grid): number {
  const rows = printedRows(grid);
  const all = headingRowCount(rows);
  for (let count = all; count > 0; count--) {
    const cells = rows.slice(0, count).flat();
    const repeated = cells.filter((cell) => headings.has(textOf(cell))).length;
    if (cells.length === 0 || repeated / cells.length < SAME_HEADINGS) continue;
    // 政府性基金 | 小计 below the headings is a row of names that are words of headings as well. Where columns differ,
    // two tables begin with the same words (收入 | 支出), and have headings of their own below.
    return count === all || sameColumns(first.grid, grid) ? count : 0;
  }
  return 0;
}

/** Share of a page's headings that must be those of the table for the page to continue it. */
const SAME_HEADINGS = 0.7;

/** Words of the vocabulary are names of rows as well (上年结转资金): they are headings where they stand over money. */
function hasOwnHeadings(table: Open, grid: Grid): boolean {
  const rows = printedRows(grid);
  const headings = rows.slice(0, headingRowCount(rows)).flat();
  if (headings.length === 0) return false;
  const amounts = table.amounts();
  return headings.some((cell) => amounts.has(cell.c0));
}

function textOf(cell: GridCell): string {
  return plain(cell.text);
}
