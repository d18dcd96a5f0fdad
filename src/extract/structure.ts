import type { Grid } from "../model/block.ts";
import type { Column } from "../model/table.ts";
import type { TableId } from "../model/table-ids.ts";
import { declarationOf } from "../taxonomy/tables/declarations.ts";
import type { TableDeclaration } from "../taxonomy/tables/declare.ts";
import { headingRowCount, printedRows } from "./grids/body.ts";
import { columnsOf } from "./headings/columns.ts";
import { headingPaths } from "./headings/tree.ts";

/** How a table without a title is known: by what its columns mean, where no other standard table has the like. */
interface Signature {
  readonly id: TableId;
  readonly fits: (columns: readonly Column[]) => boolean;
}

const funds = (columns: readonly Column[], flow: string) =>
  new Set(columns.filter((c) => c.gives.flow === flow && c.gives.fund).map((c) => c.gives.fund))
    .size;
const flows = (columns: readonly Column[]) =>
  new Set(columns.filter((c) => c.role === "amount").map((c) => c.gives.flow)).size;

const SIGNATURES: readonly Signature[] = [
  {
    // 收入 | 支出 by budget: its first page is lost at times (title and all), its tail is not.
    id: "appropriation-summary",
    fits: (columns) => flows(columns) === 2 && funds(columns, "expenditure") >= 2,
  },
  {
    id: "three-public",
    fits: (columns) =>
      new Set(columns.map((c) => c.gives.item).filter((item) => item?.startsWith("three_public.")))
        .size >= 4,
  },
];

/** The standard table that an untitled grid is, or undefined. */
export function recogniseColumns(grid: Grid, year: string): TableDeclaration | undefined {
  const count = headingRowCount(printedRows(grid));
  if (count === 0) return undefined;
  const paths = headingPaths(grid, count);
  for (const { id, fits } of SIGNATURES) {
    const declaration = declarationOf(id);
    if (fits(columnsOf(paths, { declaration, year }))) return declaration;
  }
  return undefined;
}
