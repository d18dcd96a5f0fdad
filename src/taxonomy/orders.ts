import {
  COORDINATE_NAMES,
  type Coordinates,
  type Fund,
  type Item,
  PERIODS,
  type Period,
  STAGES,
  type Stage,
} from "../model/coordinates.ts";
import { type ColumnDimension, isBelow, TREES } from "./trees.ts";

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

/** The kind of basic expenditure that an economic class is. */
export function kindOfClass(code: string | undefined): string | undefined {
  const kinds = Object.entries<readonly string[]>(KIND_OF_CLASSES);
  return kinds.find(([, classes]) => classes.some((one) => code?.startsWith(one)))?.[0];
}

/** True for a class of a kind of basic expenditure, or of one below it. What is no class of personnel is operating. */
export function isOfKind(economic: string, kind: string): boolean {
  const own = kindOfClass(economic) ?? "basic.operating";
  return own === kind || isBelow(TREES.kind, own, kind);
}

/** True for nodes that are all money of a table. */
export function isUndivided(node: string): boolean {
  return UNDIVIDED.has(node);
}

const UNDIVIDED: ReadonlySet<string> = new Set(["", "total", "current", "fiscal", "three_public"]);

/** True for what is left from before or for after: no stand-in for the whole by itself, as the line of this year is lost then. */
export function isRemainder(node: string): boolean {
  return REMAINDERS.has(node);
}

const REMAINDERS: ReadonlySet<string> = new Set([
  "carry_over",
  "surplus",
  "carried_forward",
  "distribution",
]);

/** True for one line in a year and the one before it, or in a later stage of one year. */
export function isAfter(now: Dated, before: Dated): boolean {
  const differ = COORDINATE_NAMES.filter((name) => now[name] !== before[name]);
  if (!differ.every((name) => name === "period" || name === "stage")) return false;
  const years = PERIODS.indexOf(before.period) - PERIODS.indexOf(now.period);
  return years === 0 ? STAGES.indexOf(now.stage) > STAGES.indexOf(before.stage) : years > 0;
}

type Dated = Coordinates & { readonly period: Period; readonly stage: Stage };

/** Columns that every publisher prints in this order, from the left. What is not here is printed in several orders. */
export const CUSTOMARY: readonly (readonly [dimension: ColumnDimension, ...order: string[]])[] = [
  ["fund", "general_public", "government_fund", "state_capital", "special_account", "unit"],
  ["fund", "fiscal", "special_account", "unit"],
  ["fund", "carry_over.general_public", "carry_over.government_fund", "carry_over.state_capital"],
  [
    "kind",
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
  // What is no expenditure of the office itself follows in several orders.
  ["kind", "basic", "project", "business"],
  ["kind", "basic", "project", "remittance"],
  ["kind", "basic", "project", "subsidy"],
  // 303 may stand beside 301: both are paid to persons.
  ["economicCode", "301", "303", "307", "309", "310", "311", "312", "313", "399"],
  ["economicCode", "301", "302", "307", "309", "310", "311", "312", "313", "399"],
  // 公务接待费 stands before the vehicles, or after them.
  [
    "item",
    "three_public.overseas",
    "three_public.vehicle.purchase",
    "three_public.vehicle.operation",
  ],
  ["item", "three_public.overseas", "three_public.reception"],
];
