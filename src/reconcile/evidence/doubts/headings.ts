import type { Table } from "../../../model/table.ts";
import { universeOf } from "../../../taxonomy/universes.ts";
import { members, proves, refutes, wholeOf } from "../../constraint.ts";
import type { Entry, Ledger } from "../../ledger.ts";
import { columnKey } from "../witnesses.ts";
import { type Doubt, doubt, type Evidence } from "./doubt.ts";

/** Columns whose heading may be another's. */
export function doubtfulHeadings(evidence: Evidence): Doubt[] {
  return [
    ...doubt(
      "heading-doubtful",
      "本表有一列缺表头，其余表头可能错位",
      "a heading of its table was lost, and others may stand over other columns than they should",
      lostHeadings(evidence),
    ),
    ...doubt(
      "heading-doubtful",
      "本列支出超过其资金来源的收入，或在别表中为空",
      "its column holds more than its fund has, or what another table leaves blank",
      beyondBounds(evidence),
    ),
    ...doubt(
      "heading-doubtful",
      "本列与其他表的同一列不一致，且没有一个数字相同",
      "other tables contradict its column, and none confirms it",
      contestedColumns(evidence),
    ),
    ...doubt(
      "heading-doubtful",
      "合计包括哪些事项没有印出",
      "which items its total is of is not printed",
      itemless(evidence.ledger),
    ),
  ];
}

/**
 * Figures of a table that lost a heading, or has one over two columns of codes: then it lost the other's. Where nothing
 * stands in the column without one, a figure that another table has as well shows that its column is under the right
 * heading.
 */
function lostHeadings({ ledger, verdicts, confirmed }: Evidence): Entry[] {
  const columns = new Set([...confirmed].map(columnKey));
  for (const { constraint, holds } of verdicts) {
    if (constraint.kind !== "same" || holds) continue;
    for (const entry of members(constraint)) columns.delete(columnKey(entry));
  }
  const gaps = ledger.readings.map(({ table }) => {
    return hasCodesTwice(table) ? "filled" : table.unheaded;
  });
  return ledger.entries.filter((entry) => {
    const unheaded = gaps[entry.table];
    if (unheaded === undefined || confirmed.has(entry)) return false;
    return unheaded === "filled" || !columns.has(columnKey(entry));
  });
}

/** True if two columns of one list give the same code, with others between them: one heading may be drawn over its levels. */
function hasCodesTwice({ columns }: Table): boolean {
  const codes = columns.filter(({ role }) => {
    return role === "function" || role === "economic" || role === "gov-economic";
  });
  return codes.some(({ role, level, block, index }, i) => {
    const same = codes.slice(0, i).filter((one) => one.role === role && one.level === level);
    const before = same.findLast((one) => one.block === block);
    return before !== undefined && index - before.index > 1;
  });
}

/** The columns of figures that are more than a soft bound allows. */
function beyondBounds({ ledger, verdicts }: Evidence): Entry[] {
  const columns = new Set<string>();
  for (const { constraint, holds } of verdicts) {
    const entry = wholeOf(constraint);
    const bounds = constraint.relation === "≤" && constraint.strength === "soft";
    if (!holds && bounds && entry) columns.add(columnKey(entry));
  }
  return ledger.entries.filter((entry) => columns.has(columnKey(entry)));
}

/**
 * A column that slid as a whole satisfies its own sums: a figure of another table that contradicts it, proved or not, keeps it
 * from proof, unless most tables are on its side.
 */
function contestedColumns({ ledger, verdicts }: Evidence): Entry[] {
  const contested = new Set<string>();
  const confirmed = new Set<string>();
  for (const one of verdicts) {
    const { constraint } = one;
    if (constraint.kind !== "same" && constraint.kind !== "across") continue;
    if (proves(one)) {
      for (const entry of members(constraint)) {
        if (entry.amount !== 0n) confirmed.add(columnKey(entry));
      }
    } else if (refutes(one)) {
      for (const entry of constraint.blames ?? members(constraint)) contested.add(columnKey(entry));
    }
  }
  return ledger.entries.filter((entry) => {
    const key = columnKey(entry);
    return contested.has(key) && !confirmed.has(key);
  });
}

/** The total of a table of items that has none of them: it may be that of the three public ones, or of more. */
function itemless(ledger: Ledger): Entry[] {
  return ledger.readings.flatMap(({ table }, at) => {
    const entries = universeOf(table.id).itemsOnly ? (ledger.byTable[at] ?? []) : [];
    return entries.every(({ coordinates }) => coordinates.item === undefined) ? entries : [];
  });
}
