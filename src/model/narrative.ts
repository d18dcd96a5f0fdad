import type { Coordinates } from "./coordinates.ts";
import type { Money } from "./money.ts";
import type { Place } from "./place.ts";
import type { TableId } from "./table-ids.ts";

/** A performance target (contract section 7, indicators.csv). */
export interface Indicator {
  readonly table: TableId;
  readonly tableIndex: number;
  readonly projectCode?: string;
  readonly projectName?: string;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  /** `≥`, `≤`, `=`, `>`, `<`, or empty where the target is words. */
  readonly operator: string;
  /** The number as printed, or empty. */
  readonly value: string;
  /** What the number counts: `%`, `元/年/人`, `万人`. */
  readonly measure: string;
  /** The target as printed. */
  readonly published: string;
  readonly note: string;
  readonly place: Place;
}

/** What a change is from: the budget or the final account (执行数) of the year before, or this year's own budget. */
export const BASES = ["previous-budget", "previous-final", "budget"] as const;
export type Base = (typeof BASES)[number];

/** A figure stated in the narrative (contract section 7, statements.csv). */
export interface Statement {
  readonly topic: string;
  readonly subject: string;
  readonly measure: string;
  /** What the figure is about, as far as the sentence says it: how it meets the facts of the tables. */
  readonly coordinates: Coordinates;
  /** `current`, `previous`, or a year. */
  readonly period: string;
  readonly money?: Money;
  /** A stated figure that is no money (辆, 个, %), as printed with its unit. */
  readonly published?: string;
  readonly unit?: string;
  readonly change?: "increase" | "decrease" | "none";
  readonly changeMoney?: Money;
  readonly changePercent?: string;
  /** Undefined where no comparison is stated, or one with a year further back. */
  readonly base?: Base;
  /** A number of 团组, 人次, 批次, 辆 …, and what it counts. */
  readonly count?: string;
  readonly measureUnit?: string;
  readonly reason?: string;
  readonly sentence: string;
  readonly place: Place;
  /** Against the tables: `alone` where no fact has its coordinates, or so different an amount that a unit or a digit was misread. */
  readonly agrees: "agrees" | "differs" | "alone";
}

/** What a document says that a department was called before, or was made of. */
export interface Succession {
  /** The later name. */
  readonly department: string;
  /** Departments that went over with all that they were. */
  readonly from: readonly string[];
  /** Whether it was made of them and of parts of others: what it spends is then not what they spent. */
  readonly merged: boolean;
  /** The year that the sentence gives for it, if it does. */
  readonly since?: string;
  readonly sentence: string;
  readonly place: Place;
}
