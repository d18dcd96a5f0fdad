import { Decimal } from "decimal.js";
import type { Money } from "../../model/money.ts";

/** True if two printed amounts may be one: they differ by no more than half of the coarser one's last digit. */
export function agree(one: Amount, other: Amount): boolean {
  const step = Decimal.max(one.step, other.step);
  return one.yuan.minus(other.yuan).abs().lte(step.div(2));
}

/** True if a stated amount is a printed one with its last digits cut off: 87.70 for 87.708. */
export function isCut(stated: Amount, printed: Amount): boolean {
  const rest = printed.yuan.abs().minus(stated.yuan.abs());
  const sameSide = stated.yuan.isNegative() === printed.yuan.isNegative();
  return sameSide && stated.step.gt(printed.step) && rest.gte(0) && rest.lt(stated.step);
}

/** An amount as exact as it is printed. */
type Amount = Pick<Money, "yuan" | "step">;

/** From how many times on two amounts of the same are another unit or another reading, not another amount. */
const ANOTHER_SCALE = 100;
/** 元 against 亿元. */
const LARGEST_POWER = 8;

/** True if two amounts are so far apart that a unit or a digit's place was mistaken. Nothing is no scale. */
export function isOtherScale(one: Amount, other: Amount): boolean {
  const [small, large] = [one.yuan.abs(), other.yuan.abs()].sort((a, b) => a.cmp(b));
  if (!small || !large || small.isZero()) return false;
  return large.gte(small.times(ANOTHER_SCALE)) || powerBetween(one, other) !== undefined;
}

/** The power of ten that makes one amount the other, within the rounding of the finer print. */
export function powerBetween(one: Amount, other: Amount): number | undefined {
  if (one.yuan.isZero() || other.yuan.isZero()) return undefined;
  // Rounding may have carried one of them over to the next digit.
  const near = other.yuan.e - one.yuan.e;
  return [near, near - 1, near + 1].find((power) => {
    if (power === 0 || Math.abs(power) > LARGEST_POWER) return false;
    const [yuan, step] = [shifted(one.yuan, power), shifted(one.step, power)];
    return yuan.minus(other.yuan).abs().lte(Decimal.min(step, other.step).div(2));
  });
}

function shifted(amount: Decimal, power: number): Decimal {
  return amount.times(new Decimal(`1e${power}`));
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
  // Multiplied out: a division of money has no last digit.
  const least = part.low.isNegative() ? whole.low : whole.high;
  const most = part.high.isNegative() ? whole.high : whole.low;
  return (
    part.low.times(100).lte(value.plus(unit).times(least)) &&
    part.high.times(100).gte(value.minus(unit).times(most))
  );
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
