import type { CheckKind, CheckOutcome, Severity } from "../model/check.ts";
import type { Flow, Fund, Item, Kind, Period, ProjectType, Stage } from "../model/coordinates.ts";
import type { Status } from "../model/fact.ts";

/** The one Chinese name under which each id is shown to people (contract sections 3 to 6). */

export const FUND_TERMS: Record<Fund, string> = {
  total: "合计",
  current: "本年收入",
  fiscal: "财政拨款",
  general_public: "一般公共预算",
  "general_public.appropriation": "一般公共预算·财政拨款",
  "general_public.transfer": "一般公共预算·上级专项转移支付",
  government_fund: "政府性基金预算",
  state_capital: "国有资本经营预算",
  special_account: "财政专户管理资金",
  unit: "单位资金",
  institutional: "事业收入",
  "institutional.tuition": "事业收入·教育收费",
  business: "经营收入",
  superior_subsidy: "上级补助收入",
  subordinate_remittance: "附属单位上缴收入",
  other: "其他收入",
  "other.donation": "其他收入·捐赠收入",
  carry_over: "上年结转",
  "carry_over.general_public": "上年结转·一般公共预算",
  "carry_over.government_fund": "上年结转·政府性基金预算",
  "carry_over.state_capital": "上年结转·国有资本经营预算",
  "carry_over.special_account": "上年结转·财政专户管理资金",
  "carry_over.unit": "上年结转·单位资金",
  surplus: "使用非财政拨款结余",
};

export const KIND_TERMS: Record<Kind, string> = {
  total: "合计",
  current: "本年支出",
  basic: "基本支出",
  "basic.personnel": "人员经费",
  "basic.personnel.wages": "工资福利支出",
  "basic.personnel.family": "对个人和家庭的补助",
  "basic.operating": "公用经费",
  "basic.operating.goods": "商品和服务支出",
  "basic.operating.capital": "资本性支出",
  project: "项目支出",
  "project.construction": "项目支出·基本建设",
  "project.other_operation": "其他运转类",
  "project.specific_purpose": "特定目标类",
  business: "经营支出",
  remittance: "上缴上级支出",
  subsidy: "对附属单位补助支出",
  reserve: "单位预留机动经费",
  distribution: "结余分配",
  carried_forward: "年终结转结余",
  "carried_forward.basic": "年终结转·基本支出",
  "carried_forward.project": "年终结转·项目支出",
};

export const ITEM_TERMS: Record<Item, string> = {
  three_public: "“三公”经费合计",
  "three_public.overseas": "因公出国（境）费",
  "three_public.overseas.academic": "因公出国（境）费·教学科研",
  "three_public.overseas.other": "因公出国（境）费·其他",
  "three_public.vehicle": "公务用车购置及运行费",
  "three_public.vehicle.purchase": "公务用车购置费",
  "three_public.vehicle.operation": "公务用车运行费",
  "three_public.reception": "公务接待费",
  meeting: "会议费",
  training: "培训费",
  operating_funds: "机关运行经费",
  table_total: "全表合计",
  reserved_for_small_firms: "预留中小微企业份额",
  project_budget: "项目预算",
};

export const FLOW_TERMS: Record<Flow, string> = { income: "收入", expenditure: "支出" };

export const PERIOD_TERMS: Record<Period, string> = { current: "本年", previous: "上年" };

export const STAGE_TERMS: Record<Stage, string> = {
  budget: "预算数",
  adjusted: "调整预算数",
  final: "决算数",
};

export const PROJECT_TYPE_TERMS: Record<ProjectType, string> = {
  other_operation: "其他运转类",
  specific_purpose: "特定目标类",
  personnel: "人员类",
  public: "公用经费",
};

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
