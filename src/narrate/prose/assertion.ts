import type { Base } from "../../model/narrative.ts";
import type { Figure } from "./figures.ts";
import type { Subject } from "./subject.ts";
import type { UnreadReason } from "./unread.ts";
import type { Direction } from "./vocabulary.ts";

/** What the narrative says of one subject: a figure, its change, or both. Filled in while its paragraph is read. */
export interface Assertion {
  readonly subject: Subject;
  /**
   * `budget`, `final`, `execution`: an amount. `change`: no amount, a change only. `share`, `completion`: a percentage.
   * `stock`: what there is at a date. `claim`: a final figure is said to be below, above or equal to its budget. `count`, `target`.
   */
  readonly measure: Measure;
  /** `current`, `previous`, or a year. */
  readonly period: string;
  readonly figure?: Figure;
  /** The sentence says that there is none. */
  readonly none?: true;
  /** What the figure is a share of: a subject, or the assertion of which this is a part (其中). */
  readonly whole?: Subject;
  /** Sentences that it rests on, by number. */
  readonly sentences: number[];
  direction?: Direction;
  changeFigure?: Figure;
  changePercent?: Figure;
  /** What the change is from. */
  base?: Base;
  reason?: string;
}

export type Measure =
  | "budget"
  | "final"
  | "adjusted"
  | "execution"
  | "change"
  | "stock"
  | "share"
  | "completion"
  | "claim"
  | "count"
  | "target";

/** A figure that no rule reads, with the number of its sentence. */
export interface UnreadFigure {
  readonly figure: Figure;
  readonly sentence: number;
  readonly reason: UnreadReason;
}
