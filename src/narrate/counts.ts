import { parseNumber } from "../model/money.ts";
import type { Statement } from "../model/narrative.ts";
import type { Cell, Column, Row, Table } from "../model/table.ts";
import { isCount } from "../normalise/rows/labels.ts";
import { foldSentence } from "./prose/tokens.ts";

/** What is counted beside the three-public figures, by the words and the units that say so. */
const COUNTED: readonly (readonly [RegExp, RegExp, string])[] = [
  [/批[次数]?$|接待次数$/, /^(?:批次?|个批次|个|次)$/, "批次"],
  [/团组数?$/, /^(?:个?团组|个|次)$/, "团组"],
  [/人次数?$/, /^(?:人次?|次)$/, "人次"],
  [/(?:辆数?|保有量|购置数量?|用车|车辆)$/, /^(?:辆|台)?$/, "辆"],
  [/人数$/, /^人?$/, "人"],
];
const PLAIN_UNITS: Readonly<Record<string, string>> = {
  ...{ 批: "批次", 个批次: "批次", 个团组: "团组", "人(次)": "人次" },
};

/** The unit of a count: 团组, 人次, 批次, 辆, whatever it is printed as (批次为520个); others as printed. */
export function countedUnit(name: string, unit: string): string {
  const own = PLAIN_UNITS[unit] ?? unit;
  if (["批次", "团组", "人次", "辆"].includes(own)) return own;
  const known = COUNTED.find(([words, units]) => words.test(name) && units.test(own));
  return known?.[2] ?? own;
}

/** 团组数（个）, 保有量（辆）: the counts that a three-public table has in rows or columns of its own. */
export function countsOf(tables: readonly Table[]): Statement[] {
  return tables.flatMap((table) =>
    table.id === "three-public" ? table.rows.flatMap((row) => countsOfRow(table, row)) : [],
  );
}

function countsOfRow(table: Table, row: Row): Statement[] {
  const label = row.cells.find(
    ({ column, text }) => !isFilled(table.columns[column]) && isCount(text),
  );
  return row.cells.flatMap((cell): Statement[] => {
    const column = table.columns[cell.column];
    if (!column) return [];
    const heading = column.heading.at(-1) ?? "";
    if (label && isFilled(column)) return countOf(label.text, cell, column);
    return column.role === "attribute" && isCount(heading) ? countOf(heading, cell, column) : [];
  });
}

function isFilled(column: Column | undefined): boolean {
  return column?.role === "amount" || column?.role === "attribute";
}

function countOf(label: string, cell: Cell, column: Column): Statement[] {
  const count = parseNumber(cell.text);
  if (!count || !/^\d+(?:\.0+)?$/.test(count)) return [];
  const name = foldSentence(label).replace(/^(?:[一二三四五六七八九十]+、|[(]?\d+[)、.．])/, "");
  const unit = /\(([^()]{1,5})\)$/.exec(name)?.[1] ?? "";
  const subject = name.replace(/\([^()]{1,5}\)$/, "");
  const statement: Statement = {
    ...{ topic: "three-public", subject, measure: "count", coordinates: {} },
    period: column.gives.period ?? "current",
    ...{ published: count, unit, count, measureUnit: countedUnit(subject, unit) },
    ...{ sentence: `${name} ${cell.text}`, place: cell.place, agrees: "alone" },
  };
  return [statement];
}
