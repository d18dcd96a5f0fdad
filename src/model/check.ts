import type { Message } from "./message.ts";
import type { Place } from "./place.ts";
import type { TableId } from "./table-ids.ts";

export const CHECK_KINDS = [
  "identity",
  "repair",
  "lost-rows",
  "doubt",
  "unplaced",
  "unknown-code",
  "unknown-heading",
  "statement",
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const CHECK_OUTCOMES = ["fails", "repaired", "noted"] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/**
 * How much it matters. `error`: what the document says contradicts itself. `warning`: something was not read, or only by
 * assumption. `note`: worth knowing, and nothing is in doubt because of it.
 */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A figure, by where it stands in its table. */
export interface FigureRef {
  /** 0-based position of the table among the disclosure's tables. */
  readonly tableIndex: number;
  /** 1-based row of the logical table. */
  readonly row: number;
  /** 0-based column of the logical table. */
  readonly column: number;
}

/** Something that was tried and did not simply hold (contract section 7, checks.csv). Amounts are strings as printed or in 元. */
export interface Check {
  readonly check: CheckKind;
  readonly outcome: CheckOutcome;
  readonly severity: Severity;
  readonly table?: TableId;
  readonly tableIndex?: number;
  readonly row?: number;
  /** The coordinates concerned, `name=value` joined by `; `. */
  readonly coordinates?: string;
  readonly expected?: string;
  readonly found?: string;
  readonly difference?: string;
  readonly tolerance?: string;
  /** How many printed amounts it tells of: one, unless it says so. */
  readonly amounts?: number;
  /** A sentence that a person understands. */
  readonly message: Message;
  /** The facts concerned; empty where there is none. */
  readonly figures: readonly FigureRef[];
  readonly place?: Place;
}
