import type { Place } from "./place.ts";
import type { TableId } from "./table-ids.ts";

export const CHECK_KINDS = [
  "identity",
  "repair",
  "lost-rows",
  "unplaced",
  "unknown-code",
  "unknown-heading",
  "statement",
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** Something that was tried and did not simply hold (contract section 7, checks.csv). Amounts are strings as printed or in 元. */
export interface Check {
  readonly check: CheckKind;
  readonly outcome: "fails" | "repaired" | "noted";
  readonly table?: TableId;
  readonly tableIndex?: number;
  readonly row?: number;
  /** The coordinates concerned, `name=value` joined by `; `. */
  readonly coordinates?: string;
  readonly expected?: string;
  readonly found?: string;
  readonly difference?: string;
  readonly tolerance?: string;
  /** One sentence that a person understands. */
  readonly message: string;
  readonly place?: Place;
}
