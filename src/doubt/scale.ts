import type { Statement } from "../model/narrative.ts";
import { closes, magnitude } from "../normalise/ledger/amounts.ts";
import { type Entry, type Ledger, toUnits } from "../normalise/ledger/ledger.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Tables that print the same figures as others, a power of ten larger or smaller. */
export interface Scales {
  /** Those on the side of fewer tables; with no majority those of both sides. */
  readonly doubted: ReadonlySet<number>;
  /** True for figures of tables of different scales: that they differ says nothing against their digits. */
  readonly differ: (cells: readonly Entry[]) => boolean;
}

export function doubtfulScales({ ledger, scales }: Print): Doubt[] {
  return doubt(
    "other-scale",
    ledger.entries.filter(({ table }) => scales.doubted.has(table)),
  );
}

/**
 * Tables that share figures agree on the scale; two that share them only across a power of ten contradict each other.
 * `differing` are the pairs of figures that should be the same in two tables and are not.
 */
export function scalesOf(
  ledger: Ledger,
  differing: readonly (readonly [Entry, Entry])[],
  statements: readonly Statement[],
): Scales {
  const printed = ledger.byTable.map((entries) => significandsOf(entries));
  const told = statements.flatMap(({ money }) => {
    return money ? [{ amount: toUnits(money.yuan, ledger.digits) }] : [];
  });
  const prose = significandsOf(told, UNMISTAKEN);
  const apart = new Set<string>();
  const agree: [number, number][] = [];
  const failing = shiftedPairs(differing);
  for (const [a, one] of printed.entries()) {
    for (const [b, other] of printed.slice(0, a).entries()) {
      const { equal, shifted } = compare(one, other);
      const odd = shifted >= SEVERAL && shifted > equal;
      if (odd || (equal === 0 && failing.has(`${b} ${a}`))) apart.add(`${b} ${a}`);
      else if (equal > 0) agree.push([a, b]);
    }
  }
  return {
    doubted: new Set([
      ...minority(apart, agree),
      ...printed.flatMap((one, table) => {
        const { equal, shifted } = compare(one, prose);
        return equal === 0 && shifted > 0 ? [table] : [];
      }),
    ]),
    differ: (cells) => {
      const tables = [...new Set(cells.map(({ table }) => table))].sort(ascending);
      return tables.some((b, i) => tables.slice(i + 1).some((a) => apart.has(`${b} ${a}`)));
    },
  };
}

/** Shared figures from which a shift is that of a table, not of one of its figures. */
const SEVERAL = 2;
/** Digits from which an amount is found in another table by no chance. */
const TELLING = 3;
/** Digits from which a stated amount, of which there are few, is found by none. */
const UNMISTAKEN = 4;

/** Digits of the amounts of a table without the zeros at their ends, with how many zeros each stands with. */
function significandsOf(
  amounts: readonly Pick<Entry, "amount">[],
  telling = TELLING,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { amount } of amounts) {
    const digits = magnitude(amount).toString();
    const significand = digits.replace(/0+$/, "");
    if (significand.length < telling) continue;
    const zeros = found.get(significand) ?? new Set<number>();
    found.set(significand, zeros.add(digits.length - significand.length));
  }
  return found;
}

/** How many figures two tables share as they are, and by the power of ten by which most others differ. */
function compare(
  one: ReadonlyMap<string, ReadonlySet<number>>,
  other: ReadonlyMap<string, ReadonlySet<number>>,
): { readonly equal: number; readonly shifted: number } {
  let equal = 0;
  const shifts = new Map<number, number>();
  for (const [significand, zeros] of one) {
    const there = other.get(significand);
    if (!there) continue;
    if ([...zeros].some((count) => there.has(count))) equal += 1;
    else {
      const [[a = 0], [b = 0]] = [[...zeros], [...there]];
      shifts.set(a - b, (shifts.get(a - b) ?? 0) + 1);
    }
  }
  return { equal, shifted: Math.max(0, ...shifts.values()) };
}

/** Pairs of tables in which one figure is the other's times a power of ten. */
function shiftedPairs(differing: readonly (readonly [Entry, Entry])[]): ReadonlySet<string> {
  const shifted = differing.filter(([a, b]) => isPowerOfTen(a, b));
  return new Set(shifted.map(([a, b]) => [a.table, b.table].sort(ascending).join(" ")));
}

/** True for two amounts of which one is the other times a power of ten. */
function isPowerOfTen(a: Entry, b: Entry): boolean {
  const [small, large] = magnitude(a.amount) < magnitude(b.amount) ? [a, b] : [b, a];
  let { amount, step } = small;
  if (amount === 0n || magnitude(large.amount) < 10n * magnitude(amount)) return false;
  while (magnitude(amount) * 3n < magnitude(large.amount)) {
    amount *= 10n;
    step *= 10n;
  }
  return closes(amount - large.amount, step + large.step);
}

function minority(
  apart: ReadonlySet<string>,
  agree: readonly (readonly [number, number])[],
): ReadonlySet<number> {
  const doubted = new Set<number>();
  for (const pair of apart) {
    const [a = 0, b = 0] = pair.split(" ").map(Number);
    const [left, right] = [sideOf(a, agree), sideOf(b, agree)];
    if (left.size <= right.size) for (const table of left) doubted.add(table);
    if (right.size <= left.size) for (const table of right) doubted.add(table);
  }
  return doubted;
}

/** A table and all that agree with it, directly or through others. */
function sideOf(table: number, agree: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const side = new Set([table]);
  for (let before = -1; before !== side.size; ) {
    before = side.size;
    for (const pair of agree) {
      if (pair.some((one) => side.has(one))) for (const one of pair) side.add(one);
    }
  }
  return side;
}

function ascending(a: number, b: number): number {
  return a - b;
}
