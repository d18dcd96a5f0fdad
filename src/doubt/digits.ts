import { closes } from "../normalise/ledger/amounts.ts";
import { groupBy, keyWithout } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Share of a table's amounts with decimals that shows how many it prints. */
const HABIT = 0.8;
/** Amounts below which a table shows no habit. One decimal is two with a zero dropped. */
const FEW = 5;

/**
 * Amounts with more decimals than their table prints: a footnote mark or the code of the next cell is glued to them (12.50² read
 * as 12.502), and sums hold all the same within the rounding of the others.
 */
export function strangeDecimals({ ledger }: Print): Doubt[] {
  return doubt("strange-decimals", ledger.byTable.flatMap(strangeIn));
}

function strangeIn(entries: readonly Entry[]): Entry[] {
  const counts = new Map<number, number>();
  for (const entry of entries) {
    const decimals = decimalsOf(entry);
    if (decimals > 0) counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [habit, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  if (all < FEW || habit < 2 || most < HABIT * all) return [];
  return entries.filter((entry) => decimalsOf(entry) > habit);
}

function decimalsOf({ figure }: Entry): number {
  return figure.money.published.split(".")[1]?.length ?? 0;
}

/** Digits of which each should occur: by chance one is missing once in twenty-five times. */
const ENOUGH = 60;

/**
 * True where one digit hardly occurs among many: a font may show it and give another. Amounts are often rounded, so zeros say
 * nothing of how often the others should occur; three deviations below that is no chance.
 */
export function lacksDigit(entries: readonly Entry[]): boolean {
  const { zeros, others, rare } = countsOf(entries.map(({ figure }) => figure.money.published));
  return zeros === 0 || others.some((count) => count === 0 || count <= rare);
}

/**
 * The same of a whole document: an amount that many tables print says no more of its digits for being repeated. A zero is as
 * common as the others there.
 */
export function lacksDigitThroughout(entries: readonly Entry[]): boolean {
  const amounts = new Set(entries.map(({ figure }) => figure.money.published));
  const { zeros, others, rare } = countsOf([...amounts]);
  return [zeros, ...others].some((count) => count === 0 || count <= rare);
}

function countsOf(amounts: readonly string[]) {
  const digits = amounts.join("").replace(/\D/g, "");
  const count = (digit: string): number => digits.split(digit).length - 1;
  if (digits.length < ENOUGH) return { zeros: 1, others: [], rare: 0 };
  const others = [..."123456789"].map(count);
  const mean = others.reduce((sum, one) => sum + one, 0) / others.length;
  return { zeros: count("0"), others, rare: mean - 3 * Math.sqrt(mean) };
}

/**
 * Figures of one line that two tables print with one amount but for the last digit, each of another fund: the one fund is all that
 * there is of the other, and no money is as little as that.
 */
export function printedAgain({ entries }: Ledger): (readonly [Entry, Entry])[] {
  const lines = groupBy(entries, ({ amount, coordinates }) => {
    return amount === 0n ? undefined : keyWithout(coordinates, "fund");
  });
  return [...lines.values()].flatMap((line) =>
    line.flatMap((one, i) => {
      const others = line.slice(0, i).filter((other) => {
        const slack = other.step + one.step;
        return other.table !== one.table && closes(other.amount - one.amount, slack);
      });
      return others.map((other) => [other, one] as const);
    }),
  );
}
