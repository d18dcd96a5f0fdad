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
