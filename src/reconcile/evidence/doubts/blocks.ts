import { homelessRows } from "../../../doubt/homeless.ts";
import { blockOf, type Entry } from "../../../normalise/ledger/ledger.ts";
import { refutes, wholeOf } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";

/** From which share of damaged rows all of a block is in doubt. */
const DAMAGED = 1 / 3;

/** Blocks many of whose rows fail or hold what belongs elsewhere, but for the figures that another table has as well. */
export function damagedBlocks({ ledger, verdicts, confirmed }: Evidence): Entry[] {
  const known = new Map<string, Set<number>>();
  const damaged = new Map<string, Set<number>>();
  const add = (rows: Map<string, Set<number>>, block: string, row: number): void => {
    rows.set(block, (rows.get(block) ?? new Set()).add(row));
  };
  for (const one of verdicts) {
    const whole = one.kind === "row" ? wholeOf(one) : undefined;
    if (!whole) continue;
    add(known, blockOf(whole), whole.figure.row);
    if (refutes(one)) add(damaged, blockOf(whole), whole.figure.row);
  }
  for (const [at, { table }] of ledger.readings.entries()) {
    // What slid out of one list slid into the next: the row is damaged in all of them.
    const blocks = new Set(table.columns.map(({ block }) => `${at} ${block}`));
    for (const { index } of homelessRows(table))
      for (const block of blocks) add(damaged, block, index);
  }
  return ledger.entries.filter((entry) => {
    const all = known.get(blockOf(entry))?.size ?? 0;
    const broken = damaged.get(blockOf(entry))?.size ?? 0;
    const many = broken > 1 && broken >= DAMAGED * all;
    return many && !confirmed.has(entry);
  });
}
