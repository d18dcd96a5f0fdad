import { Decimal } from "decimal.js";
import type { Money } from "../../model/money.ts";
import type { TableFigure } from "../../model/table.ts";

/** From how many figures on a table without decimals is taken to be rounded to whole units, not trimmed of zeros. */
const ROUNDED_FROM = 24;

/**
 * The step of each figure's last digit, in 元, as the table's habit of printing gives it. A table that trims zeros
 * (`8200` beside `1269.55`) is as exact in its whole numbers as in its others, so that `8200` may be off by half a cent,
 * not by half a unit. Zero is printed short everywhere.
 */
export function stepsOf(figures: readonly TableFigure[], document: readonly Decimal[]): Decimal[] {
  const amounts = figures.map((figure) => figure.money).filter((money) => !money.yuan.isZero());
  const steps = [...new Map(amounts.map(({ step }) => [step.toString(), step])).values()];
  const finest = steps.length > 0 ? Decimal.min(...steps) : undefined;
  const trims = !amounts.some((money) => /\.\d*0$/.test(money.published));
  const whole = !amounts.some((money) => money.published.includes("."));
  const common = whole
    ? amounts.length < ROUNDED_FROM && document.length > 0
      ? Decimal.min(...document, ...steps)
      : finest
    : trims
      ? finest
      : mostCommon(amounts.filter((money) => money.published.includes(".")));
  return figures.map(({ money }) => {
    if (common === undefined) return money.step;
    const short = money.yuan.isZero() || trims || !money.published.includes(".");
    return short ? Decimal.min(common, money.step) : money.step;
  });
}

function mostCommon(amounts: readonly Money[]): Decimal | undefined {
  const counts = new Map<string, { step: Decimal; count: number }>();
  for (const { step } of amounts) {
    const entry = counts.get(step.toFixed()) ?? { step, count: 0 };
    entry.count += 1;
    counts.set(step.toFixed(), entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.step;
}
