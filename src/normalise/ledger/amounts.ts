/** An amount with its rounding, in units of the ledger. */
export interface Amount {
  readonly amount: bigint;
  /** One unit of the last digit: the printed amount is off by at most half of it. */
  readonly step: bigint;
}

/** True for a difference that rounding explains (`slack`: twice what it may be). The one place where figures are compared. */
export function closes(difference: bigint, slack: bigint, relation: "=" | "≤" = "="): boolean {
  return 2n * (relation === "≤" ? difference : magnitude(difference)) <= slack;
}

export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/**
 * True for a difference that chance gives to a sum of rounded amounts, not only the worst of luck: their errors add up as the root
 * of their number. 25 / 48 of a step squared is two and a half deviations of an even error, of which the variance is a twelfth.
 */
export function isLikely(difference: bigint, amounts: readonly Amount[]): boolean {
  const squares = amounts.reduce((sum, { step }) => sum + step * step, 0n);
  return 48n * difference * difference <= 25n * squares;
}

/** True for several prints of one amount. */
export function areEqual(amounts: readonly Amount[]): boolean {
  return amounts.length > 1 && amounts.every(({ amount }) => amount === amounts[0]?.amount);
}

/** True for amounts that are rounded to one digit. */
export function haveOneStep(amounts: readonly Amount[]): boolean {
  return amounts.every(({ step }) => step === amounts[0]?.step);
}
