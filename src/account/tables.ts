import { plain } from "../extract/words.ts";
import type { Check } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import type { Table } from "../model/table.ts";

/** A recognised table or form that says nothing. */
export interface WithoutFigure {
  readonly table: Table;
  /** 0-based position among the disclosure's tables. */
  readonly index: number;
  /** Rows that name something and print no amount. */
  readonly named: number;
}

/** Tables and forms without a fact, a target or a check of their amounts that no sentence declares empty. */
export function withoutFigure(
  { tables, facts, indicators }: Disclosure,
  checks: readonly Check[],
): WithoutFigure[] {
  const full = new Set([
    ...facts.map(({ tableIndex }) => tableIndex),
    ...indicators.map(({ tableIndex }) => tableIndex),
    ...checks.filter(({ check }) => check === "unplaced").map(({ tableIndex }) => tableIndex),
  ]);
  return tables.flatMap((table, index) => {
    if (full.has(index) || table.declaredEmpty !== undefined || table.id === "organisation")
      return [];
    const named = table.rows.filter(({ cells }) => cells.some(({ text }) => isName(text))).length;
    return [{ table, index, named }];
  });
}

/** A name, not the total's or a heading's word for nothing. */
function isName(text: string): boolean {
  return /[\u4e00-\u9fff]{2}/.test(plain(text)) && !/^(?:合计|总计|小计)$/.test(plain(text));
}
