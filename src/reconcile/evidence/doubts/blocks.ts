import { hasHomeless } from "../../../doubt/homeless.ts";
import { type Doubt, doubt } from "../../../doubt/index.ts";
import type { Table } from "../../../model/table.ts";
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
  const rows = new Map<string, { all: Set<number>; failing: Set<number> }>();
  const blockOf = (table: number, block: number) => {
    const key = `${table} ${block}`;
    const known = rows.get(key) ?? { all: new Set<number>(), failing: new Set<number>() };
    rows.set(key, known);
    return known;
  };
  for (const [at, { table }] of ledger.readings.entries()) {
    for (const row of table.rows) {
      if (!hasHomeless(row, table)) continue;
      // What slid out of one list slid into the next: the row is damaged in all of them.
      for (const block of blocksOf(table)) blockOf(at, block).failing.add(row.index);
    }
  }
  for (const one of verdicts) {
    const entry = wholeOf(one.constraint);
    if (one.constraint.kind !== "row" || !entry) continue;
    const block = blockOf(entry.table, entry.figure.block);
    block.all.add(entry.figure.row);
    if (refutes(one)) block.failing.add(entry.figure.row);
  }
  return ledger.entries.filter((entry) => {
    const block = rows.get(`${entry.table} ${entry.figure.block}`);
    if (!block || confirmed.has(entry)) return false;
    return block.failing.size > 1 && block.failing.size >= DAMAGED * block.all.size;
  });
}

function blocksOf({ columns }: Table): ReadonlySet<number> {
  return new Set(columns.map(({ block }) => block));
}
