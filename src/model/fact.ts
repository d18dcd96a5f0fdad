import type { Coordinates, Flow, Period, Stage } from "./coordinates.ts";
import type { Money } from "./money.ts";
import type { Place } from "./place.ts";
import type { ReasonId } from "./reasons.ts";
import type { TableId } from "./table-ids.ts";

/** How far a figure can be trusted, weakest last (contract section 6). */
export const STATUSES = ["proved", "repaired", "stated", "unproved", "conflict"] as const;
export type Status = (typeof STATUSES)[number];

/** How many identities that hold witness a figure: sums of two or more parts that are not zero, and equalities. */
export interface CheckedBy {
  readonly sum: number;
  readonly same: number;
}

/** One published figure with its coordinates (contract section 1). */
export interface Fact extends Coordinates {
  readonly table: TableId;
  /** Position of the table among the disclosure's tables (0-based): one id can occur several times. */
  readonly tableIndex: number;
  /** 1-based row of the logical table. */
  readonly row: number;
  /** 0-based column of the logical table. */
  readonly column: number;
  /** Undefined only where a table is about neither (assets). */
  readonly flow?: Flow;
  readonly period: Period;
  readonly stage: Stage;
  /** The printed name of the row. */
  readonly label: string;
  /** Canonical names of the codes for the year, or the printed name where the catalogue does not know the code. */
  readonly functionName?: string;
  readonly economicName?: string;
  readonly govEconomicName?: string;
  readonly money: Money;
  readonly status: Status;
  /** Why it is not `proved`; empty for `proved`. */
  readonly reasons: readonly ReasonId[];
  readonly checkedBy: CheckedBy;
  readonly place: Place;
}
