import type { Coordinates, Fund, Item } from "../../model/coordinates.ts";
import type { TableId } from "../../model/table-ids.ts";

/**
 * What the coordinates of a table alone do not say: which money it is about, and what is no sum there. Everything that
 * keeps two figures with like coordinates from being the same figure is declared here.
 */
export interface TableFlags {
  /** `fund = total` means all 财政拨款 here, not all money of the department. */
  readonly fiscal?: true;
  /** Its lines by function code add up to 本年支出 (`current`), although each is the `total` of its code. */
  readonly codesOfCurrent?: true;
  /**
   * No figure of it is that of another table: it covers a part of the money that its coordinates do not name
   * (purchases, running costs by local definition, last year's remainders outside of the budget).
   */
  readonly apart?: true;
  /** Money outside of the year's budget: it is held against no income. */
  readonly outside?: true;
  /** There is one table a project: together they are like one table. */
  readonly oneEach?: true;
  /** Its lines are a choice of what there is: they add up to no total of another table. */
  readonly partial?: true;
  /** Its figures without an item are the total of its own items, and no total of the department's money. */
  readonly itemsOnly?: true;
  /** Its rows are things of their own: two may have one name and different amounts. */
  readonly things?: true;
  /** Some rows repeat money that others have: nothing is added down its columns. */
  readonly repeats?: true;
}

const FLAGS: Partial<Record<TableId, TableFlags>> = {
  "income-expenditure-summary": { codesOfCurrent: true },
  "appropriation-summary": { fiscal: true, codesOfCurrent: true },
  "three-public": { itemsOnly: true },
  "operating-funds": { apart: true },
  procurement: { apart: true, partial: true, things: true },
  "carry-over": { apart: true, outside: true, things: true },
  assets: { apart: true, outside: true, repeats: true, things: true },
  "project-performance": { oneEach: true },
  "special-fund-performance": { oneEach: true, partial: true },
  organisation: { apart: true, repeats: true, things: true },
};

export function flagsOf(id: TableId): TableFlags {
  return FLAGS[id] ?? {};
}

/** Amounts beside the money of their row, which are no part of it. */
const BESIDE: ReadonlySet<Item> = new Set(["project_budget", "reserved_for_small_firms"]);

/** True for an amount that adds up with the others of its row. */
export function adds({ item }: Coordinates): boolean {
  return item === undefined || !BESIDE.has(item);
}

/** True for an amount that adds up down its column: a project's budget is repeated on each of its purchases. */
export function addsDown({ item }: Coordinates): boolean {
  return item !== "project_budget";
}

/** The three budgets that make up 财政拨款. */
export const BUDGETS = [
  "general_public",
  "government_fund",
  "state_capital",
] as const satisfies readonly Fund[];

/** In a table of basic expenditure, which economic classes are which kind. */
export const KIND_OF_CLASSES = {
  "basic.personnel.wages": ["301"],
  "basic.personnel.family": ["303"],
  "basic.operating.goods": ["302"],
  "basic.operating.capital": ["309", "310"],
} as const;

/** True for nodes that are all money of a table. */
export function isUndivided(node: string): boolean {
  return UNDIVIDED.has(node);
}

const UNDIVIDED: ReadonlySet<string> = new Set(["", "total", "current", "fiscal", "three_public"]);

/** Columns that every publisher prints in this order, from the left. What is not here is printed in several orders. */
export const CUSTOMARY: readonly (readonly string[])[] = [
  ["general_public", "government_fund", "state_capital", "special_account", "unit"],
  ["fiscal", "special_account", "unit"],
  ["carry_over.general_public", "carry_over.government_fund", "carry_over.state_capital"],
  [
    "basic",
    "basic.personnel",
    "basic.personnel.wages",
    "basic.personnel.family",
    "basic.operating",
    "basic.operating.goods",
    "basic.operating.capital",
    "project",
    "project.other_operation",
    "project.specific_purpose",
  ],
];
