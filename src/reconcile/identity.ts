import type { Entry } from "./ledger.ts";

/**
 * Why two sides must be equal.
 * - `row`: columns of one row · `column`: rows of one column · `tree`: rows that are funds, kinds or items
 * - `balance`: income against expenditure · `same`: one figure printed in two tables
 * - `across`: a figure of one table against the lines of another · `bound`: a part, or an outlay, within its whole
 */
export type Rule = "row" | "column" | "tree" | "balance" | "same" | "across" | "bound";

/** The entries on the left add up to those on the right (`bound`: to no more than those on the right). */
export interface Identity {
  readonly rule: Rule;
  readonly left: readonly Entry[];
  readonly right: readonly Entry[];
  /** A soft identity proves where it holds and says nothing where it fails (其中 lines, incomplete partitions). */
  readonly soft?: true;
  /** The right side is one part (其中): where it is all of the left, one figure is printed twice, which proves neither. */
  readonly repeats?: true;
  /** The sum of rows that it belongs to, and the column: how gaps of one sum are put together. */
  readonly sum?: RowSum;
  readonly column?: number;
  /** The entries to blame where it fails, if the majority of tables says so. */
  readonly blames?: readonly Entry[];
}

/** Rows that add up to one row, in every column. Row numbers are those of the table. */
export interface RowSum {
  readonly table: number;
  readonly block: number;
  readonly parent: number;
  readonly children: readonly number[];
}

export interface Evaluated {
  readonly identity: Identity;
  /** Left minus right, in units of the ledger. */
  readonly difference: bigint;
  /** Twice the greatest difference that rounding explains: the sum of the terms' steps. */
  readonly slack: bigint;
  readonly holds: boolean;
  /** False where all terms are zero: that proves nothing. */
  readonly tells: boolean;
}

/** Evaluates exactly: each rounded term may be off by half of its last digit. */
export function evaluate(identity: Identity): Evaluated {
  let difference = 0n;
  let slack = 0n;
  let tells = false;
  for (const { amount, step } of identity.left) {
    difference += amount;
    slack += step;
    if (amount !== 0n) tells = true;
  }
  for (const { amount, step } of identity.right) {
    difference -= amount;
    slack += step;
    if (amount !== 0n) tells = true;
  }
  const holds =
    identity.rule === "bound" ? 2n * difference <= slack : 2n * magnitude(difference) <= slack;
  return { identity, difference, slack, holds, tells };
}

/** The entries of both sides. */
export function members(identity: Identity): readonly Entry[] {
  return [...identity.left, ...identity.right];
}

/** True if it shows more than that a part is within its whole. */
export function proves({ identity, holds, tells }: Evaluated): boolean {
  return holds && tells && identity.rule !== "bound" && !identity.repeats;
}

/** True if it says that something is wrong. */
export function refutes({ identity, holds }: Evaluated): boolean {
  return !holds && !identity.soft;
}

export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
