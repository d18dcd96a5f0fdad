import type { TableSpec } from "../lay-out.ts";
import type { Claim, Ledger } from "../ledger.ts";
import type { Style } from "../style.ts";
import { byBoth, byEconomic } from "./by-economic.ts";
import { byFunction, SOURCES, SPLITS } from "./by-function.ts";
import { projects } from "./projects.ts";
import { appropriations, SUMMARIES, summary } from "./summary.ts";
import { LINES, long, ORDERS, wide } from "./three-public.ts";

const SPENT: Claim = { flow: "expenditure", fund: "total", kind: "total" };
const EARNED: Claim = { flow: "income", fund: "total" };

/** The tables of a budget, as one publisher has them. */
export function budgetTables(ledger: Ledger, { keys, total, one, random }: Style): TableSpec[] {
  const spent = one(SPLITS.filter((_, i) => i !== 3));
  const functions = (id: TableSpec["id"], title: string, gives: Claim, columns = spent) =>
    byFunction(ledger, { id, title, gives, columns }, keys, total);
  const short = keys === "leaves" ? "code" : keys;
  const basic = {
    id: "general-public-basic",
    title: one([
      "一般公共预算基本支出表",
      "一般公共预算基本支出预算表",
      "一般公共预算基本支出情况表",
    ]),
  } as const;
  const title = one([
    "一般公共预算“三公”经费支出表",
    "财政拨款“三公”经费预算表",
    "“三公”经费支出预算表",
  ]);
  return [
    summary(ledger, one(SUMMARIES)),
    functions(
      "income-summary",
      one(["部门收入总表", "收入预算总表", "部门收入总体情况表"]),
      EARNED,
      one(SOURCES),
    ),
    functions(
      "expenditure-summary",
      one(["部门支出总表", "支出预算总表", "部门支出总体情况表"]),
      SPENT,
      one(SPLITS),
    ),
    appropriations(
      ledger,
      one(["财政拨款收支总表", "财政拨款收支预算总表"]),
      one(["金额", "预算数"]),
    ),
    functions(
      "general-public-expenditure",
      one(["一般公共预算支出表", "一般公共预算支出预算表", "一般公共预算支出情况表"]),
      { ...SPENT, fund: "general_public" },
    ),
    random() < 0.3
      ? byBoth(ledger, basic, total)
      : byEconomic(ledger, basic, short, total, random() < 0.7),
    random() < 0.5
      ? wide(ledger, title, one(ORDERS), random() < 0.5)
      : long(ledger, title, one(LINES), random() < 0.6, random() < 0.3),
    functions(
      "government-fund-expenditure",
      one(["政府性基金预算支出表", "政府性基金预算支出情况表"]),
      { ...SPENT, fund: "government_fund" },
      SPLITS[0],
    ),
    functions(
      "state-capital-expenditure",
      "国有资本经营预算支出表",
      { ...SPENT, fund: "state_capital" },
      SPLITS[0],
    ),
    projects(ledger, one(["项目支出表", "项目支出预算表"]), random() < 0.6 ? 0 : 1, total),
  ];
}
