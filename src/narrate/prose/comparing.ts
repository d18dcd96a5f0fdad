import type { Base } from "../../model/narrative.ts";
import type { Run } from "./state.ts";

/** A measure of money that a sentence names: 预算, 决算, 执行数. */
export type Measured = "budget" | "adjusted" | "final" | "execution";

/** What was budgeted, at the beginning of the year or later. */
export function isBudgeted(measure: string | undefined): measure is "budget" | "adjusted" {
  return measure === "budget" || measure === "adjusted";
}

export function isSpent(measure: string | undefined): measure is "final" | "execution" {
  return measure === "final" || measure === "execution";
}

/** What a clause is held against: 与2023年预算相比, 较上年决算数, 比年初预算. */
export interface Comparison {
  /** `current`, `previous` or a year; undefined where none is named. */
  readonly period?: string;
  readonly measure?: Measured;
  /** Amounts that stand in it are of what is compared with: 比上年支出66万元减少4万元. Behind a comma they are not any more. */
  readonly open: boolean;
}

/** What the figures of a run are of where nothing says so. */
export function usualMeasure({ context }: Run): Measured {
  return context.measure ?? (context.stage === "final" ? "final" : "budget");
}

/** The year of what is compared with: a final account may be held against its own budget without naming the year. */
export function periodOf(comparison: Comparison, run: Run): string {
  const ownBudget = isBudgeted(comparison.measure) && run.context.stage === "final";
  return comparison.period ?? (ownBudget ? "current" : "previous");
}

/**
 * The base of a change: last year's figure is of the measure that the change is of (`own`), unless the comparison names
 * another one. Undefined for a year further back.
 */
export function baseOf(comparison: Comparison, own: Measured, run: Run): Base | undefined {
  const period = periodOf(comparison, run);
  const measure = comparison.measure ?? own;
  // A budget held against itself is a misprint: which year is meant, nothing says.
  if (period === "current")
    return isBudgeted(measure) && run.context.stage === "final" ? "budget" : undefined;
  if (period !== "previous") return undefined;
  return isBudgeted(measure) ? "previous-budget" : "previous-final";
}
