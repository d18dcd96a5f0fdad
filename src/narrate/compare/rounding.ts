import { Decimal } from "decimal.js";
import type { Money } from "../../model/money.ts";

/** True if two printed amounts may be one: they differ by no more than half of the coarser one's last digit. */
export function agree(one: Money, other: Money): boolean {
  const step = Decimal.max(one.step, other.step);
  return one.yuan.minus(other.yuan).abs().lte(step.div(2));
}

/** Bounds of the amounts that print as this one does. */
export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

export function rangeOf({ yuan, step }: Money): Range {
  return { low: yuan.minus(step.div(2)), high: yuan.plus(step.div(2)) };
}

export function add(one: Range, other: Range): Range {
  return { low: one.low.plus(other.low), high: one.high.plus(other.high) };
}

export function negate({ low, high }: Range): Range {
  return { low: high.neg(), high: low.neg() };
}

/**
 * Whether a printed percentage can be what `part` of `whole` comes to; undefined where the whole may be zero. Publishers cut
 * off digits as often as they round them, so it may be off by one of its last digit.
 */
export function isPercentage(printed: string, part: Range, whole: Range): boolean | undefined {
  if (whole.low.lte(0)) return undefined;
  const unit = new Decimal(10).pow(-(printed.split(".")[1]?.length ?? 0));
  const value = new Decimal(printed);
  const quotients = [part.low, part.high].flatMap((p) => [p.div(whole.low), p.div(whole.high)]);
  const low = Decimal.min(...quotients).times(100);
  const high = Decimal.max(...quotients).times(100);
  return value.plus(unit).gte(low) && value.minus(unit).lte(high);
}

/** A percentage for a reader, with two decimals. */
export function percent(part: Decimal, whole: Decimal): string {
  return whole.isZero() ? "" : `${part.div(whole).times(100).toDecimalPlaces(2).toFixed()}%`;
}

/** The amounts of a range lie within one per cent of the other's: 基本持平. */
export function isLevel(one: Money, other: Money): boolean {
  const larger = Decimal.max(one.yuan.abs(), other.yuan.abs());
  return agree(one, other) || one.yuan.minus(other.yuan).abs().lte(larger.div(100));
}
