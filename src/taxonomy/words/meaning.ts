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
  /** True for what no word says, but several together: 财政拨款 + 项目支出. */
  readonly composed?: true;
}

/** Whole headings in plain form that say the same, in the notation of this folder. */
export interface Entry extends Meaning {
  readonly words: string;
}
