import { parseMoney } from "../../model/money.ts";
import { closes } from "../../normalise/ledger/amounts.ts";
import { type Entry, type Ledger, toUnits } from "../../normalise/ledger/ledger.ts";
import type { Verdict } from "../constraint.ts";

export function isRecognised({ figure }: Entry): boolean {
  return figure.place.recognised !== undefined;
}

/**
 * Whether a constraint that holds says something of digits that were recognised in a picture. Another reading of one figure must
 * break it, which within rounding a last digit may not; and no likely readings of two may make up for each other (5 and 15
 * read as 8 and 18).
 */
export function decides({ terms, difference, slack }: Verdict, { digits }: Ledger): boolean {
  const shifts = terms.flatMap(([entry, sign]) =>
    shiftsOf(entry, digits).map(({ shift, likely }) => ({
      ...{ entry, likely },
      shift: shift * BigInt(sign),
    })),
  );
  // A sum that holds to the last digit is better than one that holds within rounding.
  const within = difference === 0n ? 0n : slack;
  const holds = (shift: bigint) => closes(difference + shift, within, "=");
  if (shifts.some(({ shift }) => holds(shift))) return false;
  const likely = shifts.filter((one) => one.likely);
  return !likely.some(({ entry, shift }, i) =>
    likely.slice(i + 1).some((other) => other.entry !== entry && holds(shift + other.shift)),
  );
}

/** By how much the other readings of a figure differ from the one that was taken. */
function shiftsOf(
  { figure, amount }: Entry,
  digits: number,
): { readonly shift: bigint; readonly likely: boolean }[] {
  const { readings = [], likely = 0 } = figure.place.recognised ?? {};
  if (readings.length < 2) return [];
  return readings.flatMap((text, i) => {
    const money = parseMoney(text, figure.money.unit);
    if (!money || money.yuan.decimalPlaces() > digits) return [];
    const shift = toUnits(money.yuan, digits) - amount;
    return shift === 0n ? [] : [{ shift, likely: i < likely }];
  });
}
