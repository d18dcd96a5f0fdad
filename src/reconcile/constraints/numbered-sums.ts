import { universeOf } from "../../taxonomy/universes.ts";
import { type Constraint, equation } from "../constraint.ts";
import type { Entry, Ledger } from "../ledger.ts";
import { saysPart } from "./part-words.ts";

/** `1、` `（二）` `3.` before a name: the digits or the character that counts. */
const ORDINAL = /^\s*[（(]?(\d{1,2}|[一二三四五六七八九十]+)(?:[)）][、.．]?|[、.．](?!\d))/;

const REST = /其\s*[他它]/;

const COUNT = "一二三四五六七八九十";

/**
 * The total of a table whose rows repeat each other's money in part (其中) against its numbered rows, where they are numbered
 * without a gap: 资产总额 = 1、房屋 + 2、车辆 + 3、设备 + 4、其他. A list that ends in 其他, beside nothing but parts, is
 * all of the whole. Whether others divide it is the publisher's habit: where their sum does not close it says nothing.
 */
export function numberedSums(ledger: Ledger, table: number): Constraint[] {
  const reading = ledger.readings[table];
  if (!reading || !universeOf(reading.table.id).repeats) return [];
  const totals = reading.keys.filter(({ role }) => role === "total");
  const [total, ...others] = totals;
  if (!total || others.length > 0) return [];
  const numbered = reading.keys.filter(({ label, block }) => {
    return block === total.block && ORDINAL.test(label);
  });
  if (numbered.some(({ label }, i) => ordinalOf(label) !== i + 1)) return [];
  const rows = new Set(numbered.map(({ row }) => row));
  const between = reading.keys.filter(({ block, row }) => {
    return block === total.block && row !== total.row && !rows.has(row);
  });
  const all =
    REST.test(numbered.at(-1)?.label ?? "") &&
    between.every(({ label }) => label.trim() === "" || saysPart(label));
  const columns = new Map<number, { total?: Entry; terms: Entry[] }>();
  for (const entry of ledger.byTable[table] ?? []) {
    const { row, column, block } = entry.figure;
    if (block !== total.block) continue;
    const sum = columns.get(column) ?? { terms: [] };
    if (row === total.row) sum.total = entry;
    else if (rows.has(row)) sum.terms.push(entry);
    columns.set(column, sum);
  }
  return [...columns.values()].flatMap(({ total, terms }): Constraint[] =>
    total && terms.length > 1
      ? [equation("column", "numbered", [total], terms, { strength: all ? "hard" : "soft" })]
      : [],
  );
}

function ordinalOf(label: string): number {
  const printed = ORDINAL.exec(label)?.[1] ?? "";
  return /\d/.test(printed) ? Number(printed) : COUNT.indexOf(printed) + 1;
}
