import type { Decimal } from "decimal.js";
import type { Fact } from "./fact.ts";

/** The ways in which a disclosure's money is divided without overlaps: one way is one view of the figures. */
export const VIEWS = ["function", "economic", "fund", "kind", "project", "unit"] as const;
export type View = (typeof VIEWS)[number];

/** The dimensions in which a figure may be divided further by others. */
export const LEVELS = ["function", "economic", "fund", "kind"] as const;
export type Level = (typeof LEVELS)[number];

/** A figure of a disclosure, however often it is printed (contract section 7). */
export interface Figure {
  /** Its best-proved printing. */
  readonly fact: Fact;
  /** In how many tables it stands. */
  readonly tables: number;
  /** Dimensions in which no printed figure divides it further. */
  readonly leaf: ReadonlySet<Level>;
  /** Views that it belongs to. */
  readonly views: ReadonlySet<View>;
}

/** Why the figures of a view do not add up to the disclosure's total. */
export const SHORTFALLS = {
  "no-table": {
    zh: "没有按此划分的表",
    en: "no table divides it so",
  },
  "no-total": {
    zh: "没有印出总计",
    en: "no total is printed",
  },
  "carried-forward": {
    zh: "差额是结转下年和结余分配，不在此划分之内",
    en: "what is left to the next year, or distributed, is in no line of this view",
  },
  "part-of-the-money": {
    zh: "只公布了部分资金或部分支出的划分",
    en: "only a part of the money is divided so",
  },
  "rows-missing": {
    zh: "各行之和与总计不符",
    en: "its lines do not add up to the total",
  },
} as const;
export type Shortfall = keyof typeof SHORTFALLS;

/** What the figures of a view add up to, in 元. */
export interface ViewSum {
  readonly view: View;
  readonly sum: Decimal;
  /** The disclosure's total that they divide; undefined where none is printed. */
  readonly total: Decimal | undefined;
  /** Undefined where they add up to it within the rounding of the printed digits. */
  readonly short: Shortfall | undefined;
}
