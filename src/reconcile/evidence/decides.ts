import { closes } from "../../normalise/ledger/amounts.ts";
import type { Ledger } from "../../normalise/ledger/ledger.ts";
import { otherReadings } from "../../normalise/ledger/recognised.ts";
import type { Verdict } from "../constraint.ts";

/**
 * Whether a constraint that holds says something of digits that were recognised in a picture. Another reading of one figure must
 * break it, which within rounding a last digit may not; and no likely readings of two may make up for each other (5 and 15
 * read as 8 and 18).
 */
export function decides({ terms, difference, slack }: Verdict, ledger: Ledger): boolean {
  const shifts = terms.flatMap(([entry, sign]) =>
    otherReadings(entry, ledger).map(({ shift, likely }) => {
      return { entry, likely, shift: shift * BigInt(sign) };
    }),
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
