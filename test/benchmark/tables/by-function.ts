import type { TableId } from "../../../src/model/table-ids.ts";
import type { Column, TableSpec } from "../lay-out.ts";
import { type Claim, fenOf, type Ledger } from "../ledger.ts";
import { FUNCTIONS } from "../subjects.ts";
import { codedRows, type KeyStyle, keyColumns, type TotalStyle, withTotal } from "./rows.ts";

/** A table with a row for each subject of function. */
export interface FunctionTable {
  readonly id: TableId;
  readonly title: string;
  readonly gives: Claim;
  readonly columns: readonly Column[];
}

const column = (path: string, claim: Claim): Column => ({ path: path.split(" "), claim });

/** Spending, as different publishers split it. */
export const SPLITS: readonly (readonly Column[])[] = [
  [
    column("合计", {}),
    column("基本支出", { kind: "basic" }),
    column("项目支出", { kind: "project" }),
  ],
  [
    column("合计", {}),
    column("基本支出 小计", { kind: "basic" }),
    column("基本支出 人员经费", { kind: "basic.personnel" }),
    column("基本支出 公用经费", { kind: "basic.operating" }),
    column("项目支出", { kind: "project" }),
  ],
  [
    column("总计", {}),
    column("基本支出 小计", { kind: "basic" }),
    column("基本支出 人员经费 工资福利支出", { kind: "basic.personnel.wages" }),
    column("基本支出 人员经费 对个人和家庭的补助", { kind: "basic.personnel.family" }),
    column("基本支出 公用经费 商品和服务支出", { kind: "basic.operating.goods" }),
    column("基本支出 公用经费 资本性支出", { kind: "basic.operating.capital" }),
    column("项目支出 小计", { kind: "project" }),
    column("项目支出 其他运转类", { kind: "project.other_operation" }),
    column("项目支出 特定目标类", { kind: "project.specific_purpose" }),
  ],
  [
    column("合计", {}),
    column("基本支出", { kind: "basic" }),
    column("项目支出", { kind: "project" }),
    column("事业单位经营支出", { kind: "business" }),
    column("上缴上级支出", { kind: "remittance" }),
    column("对附属单位补助支出", { kind: "subsidy" }),
  ],
  [
    column("合计", {}),
    column("人员类项目支出", { kind: "basic.personnel" }),
    column("公用经费项目支出", { kind: "basic.operating" }),
    column("其他运转类项目支出", { kind: "project.other_operation" }),
    column("特定目标类项目支出", { kind: "project.specific_purpose" }),
  ],
  [
    column("总计", {}),
    column("基本支出 人员支出", { kind: "basic.personnel" }),
    column("基本支出 日常公用支出", { kind: "basic.operating" }),
    column("项目支出", { kind: "project" }),
  ],
  [
    column("本年预算数 小计", {}),
    column("本年预算数 基本支出", { kind: "basic" }),
    column("本年预算数 项目支出", { kind: "project" }),
  ],
];

/** Income, as different publishers split it. */
export const SOURCES: readonly (readonly Column[])[] = [
  [
    column("合计", { fund: "total" }),
    column("上年结转", { fund: "carry_over" }),
    column("一般公共预算拨款收入", { fund: "general_public" }),
    column("政府性基金预算拨款收入", { fund: "government_fund" }),
    column("国有资本经营预算拨款收入", { fund: "state_capital" }),
    column("事业收入", { fund: "institutional" }),
    column("上级补助收入", { fund: "superior_subsidy" }),
    column("其他收入", { fund: "other" }),
  ],
  [
    column("合计", { fund: "total" }),
    column("本年收入 小计", { fund: "current" }),
    column("本年收入 财政拨款收入", { fund: "fiscal" }),
    column("本年收入 财政专户管理资金收入", { fund: "special_account" }),
    column("本年收入 事业收入", { fund: "institutional" }),
    column("本年收入 其他收入", { fund: "other" }),
    column("上年结转结余", { fund: "carry_over" }),
  ],
  [
    column("总计", { fund: "total" }),
    column("本年收入 合计", { fund: "current" }),
    column("本年收入 一般公共预算", { fund: "general_public" }),
    column("本年收入 政府性基金预算", { fund: "government_fund" }),
    column("本年收入 国有资本经营预算", { fund: "state_capital" }),
    column("本年收入 单位资金", { fund: "unit" }),
    column("上年结转结余 合计", { fund: "carry_over" }),
    column("上年结转结余 一般公共预算", { fund: "carry_over.general_public" }),
    column("上年结转结余 政府性基金预算", { fund: "carry_over.government_fund" }),
  ],
];

export const FINAL_SOURCES: readonly Column[] = [
  column("本年收入合计", { fund: "current" }),
  column("财政拨款收入", { fund: "fiscal" }),
  column("上级补助收入", { fund: "superior_subsidy" }),
  column("事业收入", { fund: "institutional" }),
  column("经营收入", { fund: "business" }),
  column("附属单位上缴收入", { fund: "subordinate_remittance" }),
  column("其他收入", { fund: "other" }),
];

export const FINAL_SPLITS: readonly (readonly Column[])[] = [
  [
    column("本年支出合计", { kind: "current" }),
    column("基本支出", { kind: "basic" }),
    column("项目支出", { kind: "project" }),
    column("上缴上级支出", { kind: "remittance" }),
    column("经营支出", { kind: "business" }),
    column("对附属单位补助支出", { kind: "subsidy" }),
  ],
  [
    column("本年支出 合计", { kind: "current" }),
    column("本年支出 基本支出", { kind: "basic" }),
    column("本年支出 项目支出", { kind: "project" }),
  ],
];

const income = { flow: "income" } as const;
const NONE = { project: "no such project" };

/** A fund from what was left of it to what is left of it. */
export const FUND_YEAR: readonly Column[] = [
  { ...column("年初结转和结余", { ...income, fund: "carry_over.government_fund" }), of: NONE },
  column("本年收入", { ...income, fund: "government_fund" }),
  column("本年支出 小计", { flow: "expenditure", kind: "current" }),
  column("本年支出 基本支出", { flow: "expenditure", kind: "basic" }),
  column("本年支出 项目支出", { flow: "expenditure", kind: "project" }),
  { ...column("年末结转和结余", { flow: "expenditure", kind: "carried_forward" }), of: NONE },
];

/** The table, or nothing where the department has no such money. */
export function byFunction(
  ledger: Ledger,
  { id, title, gives, columns }: FunctionTable,
  style: KeyStyle,
  total: TotalStyle,
): TableSpec {
  const claim = gives.flow === "income" ? gives : { ...gives, kind: "current" as const };
  const rows = codedRows(ledger, FUNCTIONS, "function", claim, style);
  const whole = fenOf(ledger, claim) !== undefined;
  const keyed = keyColumns(style, "科目名称", 3);
  // Code "" is of every subject: what is carried forward is not spent on one.
  const all = { keys: { name: "合计" }, claim: {}, of: { function: "" } };
  return {
    id,
    title,
    gives,
    panels: [{ columns: [...keyed, ...columns], rows: whole ? withTotal(rows, all, total) : [] }],
  };
}
