import type { RuleId } from "../model/rules.ts";
import { type Amount, closes } from "../normalise/ledger/amounts.ts";
import type { Entry } from "../normalise/ledger/ledger.ts";

/** What a figure claims, and each needs a witness of its own (contract section 6). */
export type Claim = "digits" | "column" | "row" | "scale";

/**
 * What stands against what.
 * - `row`: columns of one row · `column`: rows of one column · `tree`: rows that are funds, kinds or items
 * - `balance`: income against expenditure · `same`: one figure printed in two tables
 * - `across`: a figure of one table against figures of another
 */
export type ConstraintKind = "row" | "column" | "tree" | "balance" | "same" | "across";

export type Term<Cell extends Amount = Entry> = readonly [cell: Cell, sign: 1 | -1];

/** The terms, each with its sign, add up to nothing (`≤`: to nothing or less). The whole stands before its parts. */
export interface Constraint<Cell extends Amount = Entry> {
  readonly kind: ConstraintKind;
  readonly terms: readonly Term<Cell>[];
  readonly relation: "=" | "≤";
  /** A soft one proves where it holds and says nothing where it fails (其中 lines, incomplete partitions). */
  readonly strength: "hard" | "soft";
  readonly because: RuleId;
  /** What it witnesses of its terms where it holds. */
  readonly witnesses: readonly Claim[];
  /** The sum of rows that it belongs to, and the column: how gaps of one sum are put together. */
  readonly sum?: RowSum;
  readonly column?: number;
  /** Where it does not hold, the figures that may stand under another's heading; the first of them does, if any. */
  readonly suspects?: readonly Entry[];
  /** An amount that is printed with the parts, and is no figure: the change between two years. */
  readonly beside?: Amount;
}

/** Rows that add up to one row, in every column. Row numbers are those of the table. */
export interface RowSum {
  readonly table: number;
  readonly block: number;
  readonly parent: number;
  readonly children: readonly number[];
}

const WITNESSES: Readonly<Record<ConstraintKind, readonly Claim[]>> = {
  row: ["digits", "column"],
  column: ["digits", "row"],
  tree: ["digits", "row"],
  balance: ["digits", "row"],
  same: ["column", "row", "scale"],
  across: ["digits", "column", "row", "scale"],
};

type More = Partial<
  Pick<Constraint, "strength" | "witnesses" | "sum" | "column" | "beside" | "suspects">
>;

/** The whole figures together are their parts together. */
export function equation<Cell extends Amount = Entry>(
  kind: ConstraintKind,
  because: RuleId,
  whole: readonly Cell[],
  parts: readonly Cell[],
  more: More = {},
): Constraint<Cell> {
  const terms = termsOf(whole, parts);
  const witnesses = WITNESSES[kind];
  return { kind, terms, relation: "=", strength: "hard", because, witnesses, ...more };
}

/** The parts together are no more than their whole. */
export function bound<Cell extends Amount = Entry>(
  kind: ConstraintKind,
  because: RuleId,
  parts: readonly Cell[],
  whole: readonly Cell[],
  more: More = {},
): Constraint<Cell> {
  const terms = termsOf(parts, whole);
  return { kind, terms, relation: "≤", strength: "hard", because, witnesses: [], ...more };
}

function termsOf<Cell extends Amount>(plus: readonly Cell[], minus: readonly Cell[]): Term<Cell>[] {
  const terms: Term<Cell>[] = [];
  for (const cell of plus) terms.push([cell, 1]);
  for (const cell of minus) terms.push([cell, -1]);
  return terms;
}

/** A constraint with what comes of it. */
export interface Verdict<Cell extends Amount = Entry> extends Constraint<Cell> {
  /** The sum of the terms, in units of the ledger. */
  readonly difference: bigint;
  /** Twice the greatest difference that rounding explains: the sum of the terms' steps. */
  readonly slack: bigint;
  readonly holds: boolean;
  /** The terms that are not zero, on the side that has more of them: two make a sum, one is an equality, none says nothing. */
  readonly parts: number;
}

const NOTHING: Amount = { amount: 0n, step: 0n };

/** Judges exactly: each rounded term may be off by half of its last digit. */
export function evaluate<Cell extends Amount>(constraint: Constraint<Cell>): Verdict<Cell> {
  const { terms, beside = NOTHING } = constraint;
  let difference = -beside.amount;
  let slack = beside.step;
  let plus = beside.amount < 0n ? 1 : 0;
  let minus = beside.amount > 0n ? 1 : 0;
  for (const [{ amount, step }, sign] of terms) {
    slack += step;
    if (sign === 1) difference += amount;
    else difference -= amount;
    if (amount === 0n) continue;
    if (sign === 1) plus += 1;
    else minus += 1;
  }
  const holds = closes(difference, slack, constraint.relation);
  return { ...constraint, difference, slack, holds, parts: Math.max(plus, minus) };
}

/** True if it shows more than that a part is within its whole. */
export function proves<Cell extends Amount>({ relation, holds, parts }: Verdict<Cell>): boolean {
  return holds && parts > 0 && relation === "=";
}

/** True for a sum of two or more parts that are not zero. */
export function isSum({ parts }: Verdict): boolean {
  return parts > 1;
}

/** True if it says that something is wrong. */
export function refutes<Cell extends Amount>({ strength, holds }: Verdict<Cell>): boolean {
  return !holds && strength === "hard";
}

/** True if it holds a figure of one table against another's. */
export function isBetween({ kind }: Constraint): boolean {
  return kind === "same" || kind === "across";
}

/** Rules whose parts stand in other columns than their whole: they do not say which of these is which. */
const DIVIDING: ReadonlySet<RuleId> = new Set(["funds-elsewhere", "classes-elsewhere"]);

export function divides({ because }: Constraint): boolean {
  return DIVIDING.has(because);
}

/** The figures of one side: 1 the whole, -1 its parts. */
export function side<Cell extends Amount>(
  { terms }: Constraint<Cell>,
  of: 1 | -1,
): readonly Cell[] {
  const cells: Cell[] = [];
  for (const [cell, sign] of terms) if (sign === of) cells.push(cell);
  return cells;
}

/** The first figure of the whole, which names the constraint; none where only parts are printed. */
export function wholeOf<Cell extends Amount>({ terms }: Constraint<Cell>): Cell | undefined {
  const [first] = terms;
  return first?.[1] === 1 ? first[0] : undefined;
}

/** The figures of both sides. */
export function members<Cell extends Amount>({ terms }: Constraint<Cell>): readonly Cell[] {
  return terms.map(([cell]) => cell);
}
