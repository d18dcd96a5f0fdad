import type { Stage } from "../model/coordinates.ts";
import type { MoneyUnit } from "../model/money.ts";
import { parseNumber } from "../model/money.ts";
import type { Column, Row, Table } from "../model/table.ts";
import { plain } from "../taxonomy/plain.ts";
import type { TableDeclaration } from "../taxonomy/tables/declare.ts";
import { bodyRows } from "./body-rows.ts";
import { emptyDeclaration, isNote } from "./captions.ts";
import { withFurtherLines } from "./further-lines.ts";
import { codedColumns } from "./headings/coded.ts";
import { columnsOf } from "./headings/columns.ts";
import type { HeadingContext } from "./headings/path.ts";
import { headingPaths } from "./headings/tree.ts";
import type { Printed, TablePage } from "./join.ts";
import { unheadedOf } from "./unheaded.ts";
import { unitOf } from "./unit.ts";

/** What has to be known of a disclosure before its tables can be read. */
export interface ExtractContext extends HeadingContext {
  readonly stage: Stage;
}

/** A printed table as columns with their meaning and rows. `common` is the unit of the document's other tables. */
export function tableOf(
  { declaration, pages }: Printed,
  context: ExtractContext,
  common: MoneyUnit | undefined,
): Table {
  const [first] = pages;
  const headed = clearestColumns(pages, declaration, context);
  const printed = bodyRows(pages, headed);
  const columns = codedColumns(headed, printed);
  const rows = declaration.rows === "purchases" ? withFurtherLines(printed, columns) : printed;
  const notes = pages.flatMap((page) => page.after);
  const declared = notes
    .filter((note, i) => isNote(note) || (i === 0 && plain(note).length < 60))
    .map(emptyDeclaration)
    .find((note) => note !== undefined);
  return {
    id: declaration.id,
    title: first.title,
    place: first.place,
    ...unitOf(pages, declaration, common, moneyCells(columns, rows).length > 0),
    stage: /决算/.test(first.title) ? "final" : context.stage,
    gives: declaration.gives,
    columns,
    ...unheadedOf(pages, columns, rows),
    rows,
    notes: notes.filter(isNote),
    // The sentence is a leftover of the form where figures stand in the table all the same.
    ...(declared !== undefined && moneyCells(columns, rows).every(isZero)
      ? { declaredEmpty: declared }
      : {}),
  };
}

/** The columns as the page reads them whose headings leave the fewest unknown: extraction damages one page, not all. */
function clearestColumns(
  pages: readonly [TablePage, ...TablePage[]],
  declaration: TableDeclaration,
  context: HeadingContext,
): Column[] {
  const width = Math.max(...pages.map((page) => page.grid.columnCount));
  let clearest: Column[] | undefined;
  for (const { grid, headingRows } of pages) {
    if (headingRows === 0 && clearest) continue;
    const paths = headingPaths(grid, headingRows);
    const missing = Array.from({ length: Math.max(0, width - paths.length) }, () => []);
    const columns = columnsOf([...paths, ...missing], { ...context, declaration });
    if (!clearest || unknowns(columns) < unknowns(clearest)) clearest = columns;
  }
  return clearest ?? [];
}

function unknowns(columns: readonly Column[]): number {
  return columns.filter((column) => column.role === "unknown").length;
}

/** What stands in the columns of money. */
function moneyCells(columns: readonly Column[], rows: readonly Row[]): string[] {
  const amounts = new Set(columns.filter((c) => c.role === "amount").map((c) => c.index));
  return rows.flatMap((row) =>
    row.cells.filter((cell) => amounts.has(cell.column)).map((cell) => cell.text),
  );
}

function isZero(text: string): boolean {
  const number = parseNumber(text);
  return number === undefined || !/[1-9]/.test(number);
}
