/** True for a difference that rounding explains (`slack`: twice what it may be). The one place where figures are compared. */
export function closes(difference: bigint, slack: bigint, relation: "=" | "≤" = "="): boolean {
  return 2n * (relation === "≤" ? difference : magnitude(difference)) <= slack;
}

export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
