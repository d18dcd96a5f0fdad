import type { Coordinates } from "../../model/coordinates.ts";
import type { TableId } from "../../model/table-ids.ts";
import type { TitleWord } from "./title-words.ts";

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

/**
 * What the coordinates of a table alone do not say: which money it is about, and what is no sum there. Everything that
 * keeps two figures with like coordinates from being the same figure is a flag.
 */
export const FLAG_SENTENCES = [
  ["fiscal", "`fund = total` means all 财政拨款 here, not all money of the department"],
  [
    "codesOfCurrent",
    "its lines by function code add up to 本年支出 (`current`), although each is the `total` of its code",
  ],
  [
    "apart",
    "no figure of it is that of another table: it covers a part of the money that its coordinates do not name (purchases, running costs by local definition, last year's remainders outside of the budget)",
  ],
  ["outside", "money outside of the year's budget: it is held against no income"],
  ["oneEach", "there is one table a project: together they are like one table"],
  ["partial", "its lines are a choice of what there is: they add up to no total of another table"],
  [
    "itemsOnly",
    "its figures without an item are the total of its own items, and no total of the department's money",
  ],
  ["things", "its rows are things of their own: two may have one name and different amounts"],
  ["repeats", "some rows repeat money that others have: nothing is added down its columns"],
] as const;
type Flag = (typeof FLAG_SENTENCES)[number][0];
export type TableFlags = { readonly [name in Flag]?: true };

/** One standard table of the contract: all that the engines need to know about it. */
export interface TableDeclaration extends TableFlags {
  readonly id: TableId;
  /** The name under which it is shown to people; in English it stands before “table”. */
  readonly zh: string;
  readonly en: string;
  /** What its titles say, all of it, in any order: `general_public basic`, or what stands behind another bar. */
  readonly about: string;
  /** What a title may say beside that. */
  readonly beside?: readonly TitleWord[] | "anything";
  /** Words that say nothing known may stand among the others, and not only in front: the name of a project. */
  readonly open?: true;
  /** The end of its titles, where that is not 表 alone. */
  readonly ends?: RegExp;
  /** Entries of a contents list, whole, that promise this table although they do not say so. */
  readonly promisedAs?: readonly string[];
  readonly rows: RowStyle;
  /** A form of labels and values instead of columns and rows. */
  readonly form?: true;
  /** Coordinates of all amounts, where no column or row says otherwise (contract section 2): what the title says, if not declared. */
  readonly gives: Coordinates;
  /** Coordinates that headings of this table repeat from its title: they say nothing more there. */
  readonly implied?: Coordinates;
  /** Flow of the independent blocks from left to right, where headings do not say it; the last holds for the rest. */
  readonly blockFlows?: readonly ("income" | "expenditure")[];
}

/** A standard table with its variants: what is not said of a variant is as in the table. */
export interface TableRecord extends TableDeclaration {
  readonly variants?: readonly (Pick<TableDeclaration, "about"> & Partial<TableDeclaration>)[];
}
