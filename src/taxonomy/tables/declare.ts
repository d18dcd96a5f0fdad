import type { Coordinates } from "../../model/coordinates.ts";
import type { TableId } from "../../model/table-ids.ts";

/**
 * How the rows of a table are keyed.
 * - `lines`: named lines, sources and classes (收支总表), independent lists side by side
 * - `function`, `economic`: subject codes; `economic` also in pairs of both classifications
 * - `items`: the three-public items, as columns or as rows
 * - `projects`, `purchases`, `units`, `assets`, `words`
 */
export type RowStyle =
  | "lines"
  | "function"
  | "economic"
  | "items"
  | "projects"
  | "purchases"
  | "units"
  | "assets"
  | "words";

/** One standard table of the contract: all that the engines need to know about it. */
export interface TableDeclaration {
  readonly id: TableId;
  /**
   * Ends of titles, as regular expressions in which `…` stands for any words and `~` for words that say nothing of
   * what the table is about (FILLERS); one of the lines has to fit. In front may stand anything: a department's name.
   */
  readonly titles: readonly string[];
  /** Words that no title of this table has. */
  readonly never?: readonly string[];
  /** Entries of a contents list, whole, that promise this table although they do not say so. */
  readonly promisedAs?: readonly string[];
  readonly rows: RowStyle;
  /** A form of labels and values instead of columns and rows. */
  readonly form?: true;
  /** Coordinates of all amounts, where no column or row says otherwise (contract section 2). */
  readonly gives: Coordinates;
  /** Coordinates that headings of this table repeat from its title: they say nothing more there. */
  readonly implied?: Coordinates;
  /** Flow of the independent blocks from left to right, where headings do not say it; the last holds for the rest. */
  readonly blockFlows?: readonly ("income" | "expenditure")[];
}

export function defineTable(declaration: TableDeclaration): TableDeclaration {
  return declaration;
}
