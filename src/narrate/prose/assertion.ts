import type { Coordinates } from "../../model/coordinates.ts";
import type { Figure } from "./figures.ts";
import type { Subject } from "./subject.ts";
import type { Direction } from "./vocabulary.ts";

/** What the narrative says of one subject: a figure, its change, or both. Filled in while its paragraph is read. */
export interface Assertion {
  readonly subject: Subject;
  /**
   * `budget`, `final`, `execution`: an amount. `change`: no amount, a change only. `share`, `completion`: a percentage.
   * `claim`: a final figure is said to be below, above or equal to its budget. `count`, `target`.
   */
  readonly measure: Measure;
  /** `current`, `previous`, or a year. */
  readonly period: string;
  readonly figure?: Figure;
  /** What the figure is a share of: a subject, or the assertion of which this is a part (其中). */
  readonly whole?: Subject;
  /** Sentences that it rests on, by number. */
  readonly sentences: number[];
  direction?: Direction;
  changeFigure?: Figure;
  changePercent?: Figure;
  /** What the change is measured against: the previous year, or the year's own budget. */
  reason?: string;
}

export type Measure =
  | "budget"
  | "final"
  | "execution"
  | "change"
  | "share"
  | "completion"
  | "claim"
  | "count"
  | "target";

/** A figure that no rule reads, with the number of its sentence. */
export interface UnreadFigure {
  readonly figure: Figure;
  readonly sentence: number;
  readonly reason: string;
}

/** Coordinates of the whole that the parts below it (其中) take what they do not say from. */
export interface Whole {
  readonly subject: Subject;
  readonly coordinates: Coordinates;
}
