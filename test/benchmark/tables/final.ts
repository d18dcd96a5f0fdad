import type { TableSpec } from "../lay-out.ts";
import type { Claim, Ledger } from "../ledger.ts";
import type { Style } from "../style.ts";
import { byEconomic, sideBySide } from "./by-economic.ts";
import { byFunction, FINAL_SOURCES, FINAL_SPLITS, FUND_YEAR } from "./by-function.ts";
import { appropriations, FINAL_SUMMARY, summary } from "./summary.ts";
import { LINES, long, ORDERS, wide } from "./three-public.ts";

const SPENT: Claim = { flow: "expenditure", fund: "total", kind: "total" };
const EARNED: Claim = { flow: "income", fund: "total" };

/** The tables of a final account. Their titles are the ministry's everywhere. */
export function finalTables(ledger: Ledger, { keys, total, one, random }: Style): TableSpec[] {
  const functions = (
    id: TableSpec["id"],
    title: string,
    gives: Claim,
    columns: Parameters<typeof byFunction>[1]["columns"],
  ) => byFunction(ledger, { id, title, gives, columns }, keys, total);
  const [all = [], short = []] = FINAL_SPLITS;
  const basic = {
    id: "general-public-basic",
    title: "一般公共预算财政拨款基本支出决算表",
  } as const;
  const title = "财政拨款“三公”经费支出决算表";
  return [
    summary(ledger, FINAL_SUMMARY),
    functions("income-summary", "收入决算表", { ...EARNED, fund: "current" }, FINAL_SOURCES),
    functions("expenditure-summary", "支出决算表", SPENT, all),
    appropriations(ledger, "财政拨款收入支出决算总表", "决算数"),
    functions(
      "general-public-expenditure",
      "一般公共预算财政拨款支出决算表",
      { ...SPENT, fund: "general_public" },
      short,
    ),
    random() < 0.7 ? sideBySide(ledger, basic) : byEconomic(ledger, basic, "code", total, true),
    random() < 0.6
      ? wide(ledger, title, one(ORDERS), true)
      : long(ledger, title, one(LINES), true, false),
    functions(
      "government-fund-expenditure",
      "政府性基金预算财政拨款收入支出决算表",
      { ...SPENT, fund: "government_fund" },
      FUND_YEAR,
    ),
    functions(
      "state-capital-expenditure",
      "国有资本经营预算财政拨款支出决算表",
      { ...SPENT, fund: "state_capital" },
      short,
    ),
  ];
}
