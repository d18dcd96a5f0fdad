import { subjectId, WHOLE } from "../../taxonomy/subjects.ts";
import { type Book, only } from "./books.ts";
import type { Entry } from "./ledger.ts";

const WHOLE_ID = subjectId(WHOLE);

/**
 * 财政拨款收支总表 spends from a budget's column what was left of last year as well; the tables of that budget often list this
 * year's money alone. They do where their totals differ by just what the first prints as left: then its lines are not theirs.
 */
export function withLastYear(
  books: readonly Book[],
  frame: string,
  fund: string,
): (one: Entry, other: Entry) => boolean {
  if (!frame.startsWith("expenditure|")) return () => false;
  const income = frame.replace("expenditure", "income");
  const at = (table: number, of: string, under: string, kind: string): bigint | undefined => {
    const lines = books.find(({ tables }) => tables.includes(table))?.lines;
    return only(lines?.get(of)?.get(under)?.get(kind)?.bySubject.get(WHOLE_ID))?.amount;
  };
  const more = (one: number, other: number): boolean => {
    const left = at(one, income, `carry_over.${fund}`, "");
    const all = at(one, frame, fund, "current");
    const own = at(other, frame, fund, "current");
    return left !== undefined && left !== 0n && all !== undefined && all - left === own;
  };
  return ({ table: one }, { table: other }) => more(one, other) || more(other, one);
}
