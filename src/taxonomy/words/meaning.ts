import type { Coordinates, Stage } from "../../model/coordinates.ts";
import type { ColumnRole } from "../../model/table.ts";

/** What one heading cell says. */
export interface Meaning {
  readonly role?: ColumnRole;
  readonly level?: 1 | 2 | 3;
  readonly gives?: Coordinates;
  /** The other year or stage that a heading names without saying which year this is: 上年, or the printed year. */
  readonly year?: "previous" | string;
  readonly stage?: Stage;
  /** True for words that say nothing of their own: 合计, 金额, 预算数. */
  readonly neutral?: true;
}

/** Words that say the same. */
export interface Entry extends Meaning {
  /** Whole headings in plain form, as regular expressions; one has to fit from the first to the last character. */
  readonly words: readonly string[];
}
