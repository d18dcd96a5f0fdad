import { homelessRows } from "../../../doubt/homeless.ts";
import { type Doubt, doubt } from "../../../doubt/index.ts";
import { groupBy } from "../../../normalise/ledger/keys.ts";
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
  const ofRows = verdicts.flatMap((one) => {
    const entry = one.constraint.kind === "row" ? wholeOf(one.constraint) : undefined;
    return entry ? [{ row: entry.figure.row, block: blockOf(entry), fails: refutes(one) }] : [];
  });
  const strays = ledger.readings.flatMap(({ table }, at) => {
    // What slid out of one list slid into the next: the row is damaged in all of them.
    const blocks = [...new Set(table.columns.map(({ block }) => `${at} ${block}`))];
    return homelessRows(table).flatMap(({ index }) =>
      blocks.map((block) => ({ row: index, block })),
    );
  });
  const all = groupBy(ofRows, ({ block }) => block);
  const failing = groupBy(
    [...ofRows.filter(({ fails }) => fails), ...strays],
    ({ block }) => block,
  );
  const broken = [...failing].filter(([block, rows]) => {
    const count = distinct(rows);
    return count > 1 && count >= DAMAGED * distinct(all.get(block) ?? []);
  });
  const blocks = new Set(broken.map(([block]) => block));
  return ledger.entries.filter((entry) => blocks.has(blockOf(entry)) && !confirmed.has(entry));
}

function distinct(all: readonly { readonly row: number }[]): number {
  return new Set(all.map(({ row }) => row)).size;
}

function blockOf({ table, figure: { block } }: Entry): string {
  return `${table} ${block}`;
}
