import type { Block } from "../model/block.ts";
import type { Check } from "../model/check.ts";
import type { Stage } from "../model/coordinates.ts";
import { InputError } from "../model/errors.ts";
import type { MoneyUnit } from "../model/money.ts";
import type { Column, Form, Row, Table } from "../model/table.ts";
import type { TableId } from "../model/table-ids.ts";
import { bodyRows } from "./body-rows.ts";
import { emptyDeclaration, isNote, unitInHeading } from "./captions.ts";
import { columnsOf } from "./headings/columns.ts";
import { headingPaths } from "./headings/tree.ts";
import { joinPages, type Printed, type TablePage } from "./join.ts";
import { sectionsOf } from "./sections.ts";
import { readContents } from "./titles/contents.ts";
import type { TableDeclaration } from "./titles/declare.ts";
import { plain } from "./words.ts";

/** What has to be known of a disclosure before its tables can be read. */
export interface ExtractContext {
  readonly year: string;
  readonly stage: Stage;
}

/** The standard tables of a disclosure, in printed order. */
export interface Extraction {
  readonly tables: readonly Table[];
  readonly forms: readonly Form[];
  /** Tables that the contents list promises and the document lacks. */
  readonly absent: readonly TableId[];
  readonly checks: readonly Check[];
}

/**
 * Recognises the standard tables among the blocks of a document. Grids that are no standard table are left alone.
 * Throws InputError where amounts have no unit, or one that is none of 元, 千元, 万元, 亿元.
 */
export function extractTables(blocks: readonly Block[], context: ExtractContext): Extraction {
  const contents = readContents(blocks);
  const printed = joinPages(sectionsOf(blocks, contents.end), context.year);
  const common = commonUnit(printed);
  const tables: Table[] = [];
  const forms: Form[] = [];
  const checks: Check[] = [];
  for (const table of printed) {
    const [first] = table.pages;
    if (table.declaration.form) {
      forms.push({
        id: table.declaration.id,
        title: first.title,
        place: first.place,
        ...unitOf(table.pages, table.declaration, common, false),
        grids: table.pages.map((page) => page.grid),
      });
      continue;
    }
    const read = tableOf(table, context, common);
    tables.push(read);
    checks.push(...headingChecks(read, tables.length - 1));
  }
  const found = new Set([...tables, ...forms].map((table) => table.id));
  return { tables, forms, checks, absent: contents.promised.filter((id) => !found.has(id)) };
}

function tableOf(
  { declaration, pages }: Printed,
  context: ExtractContext,
  common: MoneyUnit | undefined,
): Table {
  const [first] = pages;
  const columns = clearestColumns(pages, declaration, context.year);
  const rows = bodyRows(pages, columns);
  const notes = pages.flatMap((page) => page.after);
  const declared = notes
    .filter((note, i) => isNote(note) || (i === 0 && plain(note).length < 60))
    .map(emptyDeclaration)
    .find((note) => note !== undefined);
  return {
    id: declaration.id,
    title: first.title,
    place: first.place,
    ...unitOf(pages, declaration, common, hasMoney(columns, rows)),
    stage: /决算/.test(first.title) ? "final" : context.stage,
    gives: declaration.gives,
    columns,
    rows,
    notes: notes.filter(isNote),
    ...(declared !== undefined ? { declaredEmpty: declared } : {}),
  };
}

/** The columns as the page reads them whose headings leave the fewest unknown: extraction damages one page, not all. */
function clearestColumns(
  pages: readonly [TablePage, ...TablePage[]],
  declaration: TableDeclaration,
  year: string,
): Column[] {
  const width = Math.max(...pages.map((page) => page.grid.columnCount));
  let clearest: Column[] | undefined;
  for (const { grid, headingRows } of pages) {
    if (headingRows === 0 && clearest) continue;
    const paths = headingPaths(grid, headingRows);
    const missing = Array.from({ length: Math.max(0, width - paths.length) }, () => []);
    const columns = columnsOf([...paths, ...missing], { declaration, year });
    if (!clearest || unknowns(columns) < unknowns(clearest)) clearest = columns;
  }
  return clearest ?? [];
}

function unknowns(columns: readonly Column[]): number {
  return columns.filter((column) => column.role === "unknown").length;
}

function hasMoney(columns: readonly Column[], rows: readonly Row[]): boolean {
  const amounts = new Set(
    columns.filter((c) => c.role === "amount" && !c.unit).map((c) => c.index),
  );
  return rows.some((row) => row.cells.some((cell) => amounts.has(cell.column)));
}

/** The unit printed with a table, or else the one that the document's other tables agree on. */
function unitOf(
  pages: readonly [TablePage, ...TablePage[]],
  declaration: TableDeclaration,
  common: MoneyUnit | undefined,
  needed: boolean,
): Pick<Table, "unit" | "unitFrom"> {
  const label = pages.map((page) => page.unit).find((unit) => unit !== undefined);
  if (label) return { unit: label, unitFrom: "label" };
  const title = pages[0].title || declaration.id;
  const strange = pages.find((page) => page.strangeUnit)?.strangeUnit;
  if (strange !== undefined) {
    throw new InputError(`${title}: its unit ${strange} is none of 元, 千元, 万元, 亿元`);
  }
  const heading = pages[0].grid.cells
    .map((cell) => unitInHeading(cell.text))
    .find((unit) => unit !== undefined);
  if (heading) return { unit: heading, unitFrom: "label" };
  if (common) return { unit: common, unitFrom: "document" };
  if (needed) throw new InputError(`${title}: no table of the document says its unit`);
  return { unit: "元", unitFrom: "document" };
}

function commonUnit(printed: readonly Printed[]): MoneyUnit | undefined {
  const counts = new Map<MoneyUnit, number>();
  for (const { pages } of printed) {
    const unit = pages.find((page) => page.unit)?.unit;
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function headingChecks(table: Table, tableIndex: number): Check[] {
  const about = { table: table.id, tableIndex, outcome: "noted", place: table.place } as const;
  const checks: Check[] = table.columns
    .filter((column) => column.role === "unknown" && column.heading.length > 0)
    .map((column) => ({
      ...about,
      check: "unknown-heading",
      coordinates: `column=${column.index + 1}`,
      found: column.heading.join(" › "),
      message: `no word of the vocabulary fits the heading of column ${column.index + 1}`,
    }));
  if (table.unitFrom === "document" && hasMoney(table.columns, table.rows)) {
    checks.push({
      ...about,
      check: "unknown-heading",
      found: table.unit,
      message: `no unit is printed with the table; ${table.unit} is the unit of the document's other tables`,
    });
  }
  return checks;
}
