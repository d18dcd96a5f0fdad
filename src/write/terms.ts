import type { CheckKind, CheckOutcome, Severity } from "../model/check.ts";
import type { Flow, Period, Scope, Stage } from "../model/coordinates.ts";
import type { Status } from "../model/fact.ts";
import { namesOf } from "../taxonomy/words/concept.ts";
import { FUND_CONCEPTS } from "../taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../taxonomy/words/items.ts";
import { KIND_CONCEPTS, PROJECT_TYPE_CONCEPTS } from "../taxonomy/words/kinds.ts";
import { PROCUREMENT_CONCEPTS } from "../taxonomy/words/procurement.ts";

/** The one Chinese name under which each id is shown to people (contract sections 3 to 6). */

export const FUND_TERMS = namesOf(FUND_CONCEPTS);

export const KIND_TERMS = namesOf(KIND_CONCEPTS);

export const ITEM_TERMS = namesOf(ITEM_CONCEPTS);

export const PROCUREMENT_TERMS = namesOf(PROCUREMENT_CONCEPTS);

export const FLOW_TERMS: Record<Flow, string> = { income: "收入", expenditure: "支出" };

export const PERIOD_TERMS: Record<Period, string> = { current: "本年", previous: "上年" };

export const STAGE_TERMS: Record<Stage, string> = {
  budget: "预算数",
  adjusted: "调整预算数",
  final: "决算数",
};

export const SCOPE_TERMS: Record<Scope, string> = {
  department: "部门汇总",
  unit: "单位",
  government: "政府汇总",
};

/** What a cell that is empty says, and one that is not. */
export const STATE_TERMS: Readonly<Record<string, string>> = {
  printed: "印出",
  nil: "无",
  "not-found": "未见",
};

/** Against the year before. */
export const CHANGE_TERMS: Readonly<Record<string, string>> = {
  increase: "增加",
  decrease: "减少",
  none: "持平",
};

export const PROJECT_TYPE_TERMS = namesOf(PROJECT_TYPE_CONCEPTS);

export const STATUS_TERMS: Record<Status, string> = {
  proved: "已证实",
  repaired: "已修复",
  stated: "有文字印证",
  unproved: "未证实",
  conflict: "矛盾",
};

export const CHECK_TERMS: Record<CheckKind, string> = {
  identity: "勾稽关系",
  repair: "修复",
  "lost-rows": "缺行",
  doubt: "存疑",
  unplaced: "未归位",
  "unknown-code": "未知科目",
  "unknown-heading": "未知栏目",
  statement: "文字与表格",
};

export const OUTCOME_TERMS: Record<CheckOutcome, string> = {
  fails: "不符",
  repaired: "已修复",
  noted: "已记录",
};

export const SEVERITY_TERMS: Record<Severity, string> = {
  error: "错误",
  warning: "警告",
  note: "提示",
};
