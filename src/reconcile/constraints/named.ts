import { groupBy, plainName, saysPart } from "../../normalise/ledger/keys.ts";
import type { Entry, Reading } from "../../normalise/ledger/ledger.ts";
import { ordinalOf } from "../../taxonomy/plain.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { type Constraint, equation } from "../constraint.ts";

/** The named rules for one table. */
export function namedSums(reading: Reading, entries: readonly Entry[]): Constraint[] {
  return [...numberedRows(reading, entries), ...repeatedBudgets(entries)];
}

const REST = /其\s*[他它]/;

/**
 * The total of a table whose rows repeat each other's money in part (其中) against its numbered rows, where they are numbered
 * without a gap: 资产总额 = 1、房屋 + 2、车辆 + 3、设备 + 4、其他. A list that ends in 其他, beside nothing but parts, is
 * all of the whole. Whether others divide it is the publisher's habit: where their sum does not close it says nothing.
 */
function numberedRows({ table, keys }: Reading, entries: readonly Entry[]): Constraint[] {
  const [total, ...others] = keys.filter(({ role }) => role === "total");
  if (!total || others.length > 0 || !flagsOf(table.id).repeats) return [];
  const rows = keys.filter(({ block }) => block === total.block);
  const numbered = rows.filter(({ label }) => ordinalOf(label) !== undefined);
  if (numbered.some(({ label }, i) => ordinalOf(label) !== i + 1)) return [];
  const all =
    REST.test(numbered.at(-1)?.label ?? "") &&
    rows.every((row) => {
      const { label } = row;
      return row === total || numbered.includes(row) || label.trim() === "" || saysPart(label);
    });
  const among = new Set(numbered.map(({ row }) => row));
  const own = entries.filter(({ figure }) => figure.block === total.block);
  const columns = groupBy(own, ({ figure }) => figure.column);
  return [...columns.values()].flatMap((column): Constraint[] => {
    const whole = column.filter(({ figure }) => figure.row === total.row);
    const parts = column.filter(({ figure }) => among.has(figure.row));
    if (whole.length === 0 || parts.length < 2) return [];
    return [equation("column", "numbered", whole, parts, { strength: all ? "hard" : "soft" })];
  });
}

/** A project's budget is printed again with each of its purchases: always the same, and what most of them print is right. */
function repeatedBudgets(entries: readonly Entry[]): Constraint[] {
  const projects = groupBy(entries, ({ coordinates: { item, projectName } }) => {
    return item === "project_budget" && projectName !== undefined
      ? plainName(projectName)
      : undefined;
  });
  return [...projects.values()].flatMap((all) => {
    const equals = [...groupBy(all, ({ amount }) => amount).values()];
    const [common] = equals.reduce((a, b) => (b.length > a.length ? b : a));
    const others = all.filter((entry) => entry !== common);
    return common ? others.map((entry) => equation("same", "repeated", [common], [entry])) : [];
  });
}
