import { homelessRows } from "../../../doubt/homeless.ts";
import { type Doubt, doubt } from "../../../doubt/index.ts";
import type { Entry } from "../../../normalise/ledger/ledger.ts";
import { refutes, wholeOf } from "../../constraint.ts";
import type { Evidence } from "./index.ts";

/** Blocks whose rows do not add up, or whose cells are out of place. */
export function damagedBlocks(evidence: Evidence): Doubt[] {
  return doubt(
    "row-damaged",
    "所在部分有多行横向不能加总或有错位的单元格",
    "many rows of its part of the table do not add up, or have cells out of place",
    brokenBlocks(evidence),
  );
}

/** From which share of damaged rows all of a block is in doubt. */
const DAMAGED = 1 / 3;

/** Blocks many of whose rows fail or hold what belongs elsewhere, but for the figures that another table has as well. */
function brokenBlocks({ ledger, verdicts, confirmed }: Evidence): Entry[] {
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

function blockOf({ table, figure: { block } }: Entry): string {
  return `${table} ${block}`;
}
