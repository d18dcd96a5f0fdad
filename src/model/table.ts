import type { Grid } from "./block.ts";
import type { Coordinates, Stage } from "./coordinates.ts";
import type { Money, MoneyUnit } from "./money.ts";
import type { TreeDimension } from "./narrower.ts";
import type { Place } from "./place.ts";
import type { TableId } from "./table-ids.ts";

/**
 * What stands in a column.
 * - `amount`: money, at the coordinates that the column gives
 * - `change`: a difference or percentage against another column; no fact, but recomputed
 * - `function`, `economic`, `gov-economic`: subject codes, whole or one level of them (see `level`)
 * - `function-name`, `economic-name`, `gov-economic-name`, `label`: what the row is called
 * - `unit-code`, `unit-name`, `project-code`, `project-name`, `project-type`: keys of the row
 * - `attribute`: a printed number or word that is no money (序号, 行次, 数量, 单价, 计量单位, 资金性质 …)
 * - `unknown`: a heading that no vocabulary knows; its figures are reported, never dropped
 */
export type ColumnRole =
  | "amount"
  | "change"
  | "function"
  | "economic"
  | "gov-economic"
  | "function-name"
  | "economic-name"
  | "gov-economic-name"
  | "label"
  | "unit-code"
  | "unit-name"
  | "project-code"
  | "project-name"
  | "project-type"
  | "attribute"
  | "unknown";

export interface Column {
  /** 0-based position in the logical table. */
  readonly index: number;
  readonly role: ColumnRole;
  /** The heading from the top row down, as printed: ["基本支出", "人员经费", "工资福利支出"]. */
  readonly heading: readonly string[];
  /** Independent lists printed side by side (收入 | 支出, two or three triples) are blocks 0, 1, 2. */
  readonly block: number;
  /** 1 类, 2 款, 3 项 where one code is printed over several columns. */
  readonly level?: 1 | 2 | 3;
  /** Coordinates that the heading gives to the amounts below it. */
  readonly gives: Coordinates;
  /** The unit that the heading itself prints (`项目金额（万元）`), over the table's own. */
  readonly unit?: MoneyUnit;
  /** True if its heading was lost in print, and is what its figures and its sisters leave for it. */
  readonly inferred?: true;
}

/** A printed cell of the body, at the column in which the source prints it. */
export interface Cell {
  readonly column: number;
  readonly text: string;
  readonly place: Place;
}

/** A row of the body as printed: blank cells are left out. */
export interface Row {
  /** 1-based in the logical table, after pages are joined and repeated headings dropped. */
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly place: Place;
  /** True for the first row of a further page: it may be the rest of the row before. */
  readonly opensPage?: true;
}

/**
 * What the unit of a table is known from.
 * - `label`: the table prints it
 * - `several`: the table prints more than one, and does not say which amount has which (`单位：元、万元`)
 * - `document`: the document's other tables; the table prints none
 */
export type UnitFrom = "label" | "several" | "document";

/** A recognised standard table, its pages joined: columns with their meaning, rows as printed. */
export interface Table {
  readonly id: TableId;
  /** Where it stands among its document's tables, from 1; missing where it stands where its disclosure has it. */
  readonly number?: number;
  /** The title as printed, its lines joined. */
  readonly title: string;
  readonly place: Place;
  /** The unit of its amounts; see `unitFrom`. */
  readonly unit: MoneyUnit;
  readonly unitFrom: UnitFrom;
  readonly stage: Stage;
  /** Coordinates that the table gives to all of its amounts, where neither column nor row says otherwise. */
  readonly gives: Coordinates;
  readonly columns: readonly Column[];
  /**
   * Set where a printed column has no heading, so that one was lost and those beside it may stand over other columns than
   * they should. `filled`: something stands in the column, and what rows and columns are about is open; `blank`: nothing does.
   */
  readonly unheaded?: "filled" | "blank";
  readonly rows: readonly Row[];
  /** Lines printed below the table: 注, 说明, 备注. */
  readonly notes: readonly string[];
  /** The sentence that declares the table empty (本表无数据), if there is one. */
  readonly declaredEmpty?: string;
}

/** What a row is about, in one block of the table. */
export interface RowKey {
  /** 1-based row of the logical table. */
  readonly row: number;
  readonly block: number;
  /** As printed, codes and names. */
  readonly label: string;
  readonly coordinates: Coordinates;
  /**
   * The total over the whole block (合计), the total of a section that a unit row opens, or a row of its own.
   * `note`: a row that carries no money (a repeated heading, 栏次).
   */
  readonly role: "total" | "section" | "line" | "note";
  /** 1-based row that opens the section that this row stands in (a unit row above it), if there is one. */
  readonly section?: number;
}

/** One amount of a table: where it stands and what it is. */
export interface TableFigure {
  readonly row: number;
  readonly column: number;
  readonly block: number;
  readonly label: string;
  readonly coordinates: Coordinates;
  /** What row and column say different things of, neither narrower than the other; the row's word stands. */
  readonly contradicts?: TreeDimension;
  readonly money: Money;
  readonly place: Place;
}

/**
 * A recognised form: labels and values rather than rows and columns (绩效目标表). Its pages in order, each a grid as drawn;
 * `narrate/` reads its targets and amounts.
 */
export interface Form {
  readonly id: TableId;
  readonly title: string;
  readonly place: Place;
  readonly unit: MoneyUnit;
  readonly unitFrom: UnitFrom;
  readonly grids: readonly Grid[];
}
