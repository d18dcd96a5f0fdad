import type { Column } from "../../model/table.ts";
import type { TableDeclaration } from "../../taxonomy/tables/declare.ts";
import { meaningOf } from "../../taxonomy/words/lookup.ts";

/**
 * In a table of two lists side by side, 收入 or 支出 right before a column of money heads the names of that list
 * (收入 | 预算数 | 支出 | 预算数), and says which side the money is on.
 */
export function withSideNames(columns: readonly Column[], { rows }: TableDeclaration): Column[] {
  if (rows !== "lines") return [...columns];
  let side: Column["gives"] = {};
  return columns.map((column, i): Column => {
    const { role, gives, heading } = column;
    if (NAMES.test(role)) side = sideOf(heading);
    if (role !== "amount") return column;
    const next = columns[i + 1];
    const { flow, neutral } = sideIn(heading.at(-1));
    if (flow && !neutral && next?.role === "amount" && next.gives.flow === undefined) {
      side = { flow };
      return { ...column, role: "label", gives: {} };
    }
    return gives.flow === undefined ? { ...column, gives: { ...gives, ...side } } : column;
  });
}

/** Columns that name the lines of a list. */
const NAMES = /^(?:label|function|economic|gov-economic)/;

/** The side that the heading of a list of names speaks of: 支出（按功能分类）. */
function sideOf(heading: readonly string[]): Column["gives"] {
  const words = heading.join("");
  const [income, expenditure] = [words.includes("收入"), words.includes("支出")];
  return income === expenditure ? {} : { flow: income ? "income" : "expenditure" };
}

/** The side that a heading names, where it names nothing else. */
function sideIn(heading = "") {
  const { gives = {}, neutral, role } = meaningOf(heading) ?? {};
  const { flow, ...others } = gives;
  const alone = role === undefined && Object.keys(others).length === 0;
  return { flow: alone ? flow : undefined, neutral };
}
