import { closes, magnitude, members, proves, type Verdict } from "../../constraint.ts";
import type { Entry } from "../../ledger.ts";
import { type Doubt, doubt, type Evidence } from "./doubt.ts";

/** Tables whose unit other tables contradict: the same figure stands there a power of ten larger or smaller. */
export function doubtfulScales({ ledger, verdicts }: Evidence): Doubt[] {
  const tables = offScale(verdicts);
  return doubt(
    "scale-doubtful",
    "与其他表的同一数字相差十的整数次方，金额单位存疑",
    "the same figure of another table differs by a power of ten: the unit of one of them is wrong",
    ledger.entries.filter(({ table }) => tables.has(table)),
  );
}

/** True for two amounts of which one is the other times a power of ten. */
export function isPowerOfTen(a: Entry, b: Entry): boolean {
  let [small, large] = magnitude(a.amount) < magnitude(b.amount) ? [a, b] : [b, a];
  if (small.amount === 0n || magnitude(large.amount) < 10n * magnitude(small.amount)) return false;
  while (magnitude(small.amount) * 3n < magnitude(large.amount)) {
    small = { ...small, amount: small.amount * 10n, step: small.step * 10n };
  }
  return closes(small.amount - large.amount, small.step + large.step);
}

/** True for a figure of two tables that differs by a power of ten: that says nothing against its digits. */
export function isScaleFailure({ constraint, holds }: Verdict): boolean {
  const [a, b, more] = members(constraint);
  return (
    !holds &&
    !more &&
    a !== undefined &&
    b !== undefined &&
    a.table !== b.table &&
    isPowerOfTen(a, b)
  );
}

/** The side of fewer tables is in doubt; with no majority both are. */
function offScale(verdicts: readonly Verdict[]): ReadonlySet<number> {
  const agree = verdicts.filter((one) => one.constraint.kind === "same" && proves(one));
  const doubted = new Set<number>();
  for (const one of verdicts) {
    const [a, b] = members(one.constraint);
    if (!isScaleFailure(one) || !a || !b) continue;
    const [left, right] = [sideOf(a.table, agree), sideOf(b.table, agree)];
    if (left.size <= right.size) for (const table of left) doubted.add(table);
    if (right.size <= left.size) for (const table of right) doubted.add(table);
  }
  return doubted;
}

/** A table and all that agree with it, directly or through others. */
function sideOf(table: number, agree: readonly Verdict[]): ReadonlySet<number> {
  const side = new Set([table]);
  for (let before = -1; before !== side.size; ) {
    before = side.size;
    for (const { constraint } of agree) {
      const tables = members(constraint).map((entry) => entry.table);
      if (tables.some((one) => side.has(one))) for (const one of tables) side.add(one);
    }
  }
  return side;
}
