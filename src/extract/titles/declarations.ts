import { defineTable, type TableDeclaration } from "./declare.ts";

/**
 * The standard tables and what publishers call them (budgets: 财政部 预算公开 forms and their provincial variants;
 * final accounts: 财决公开01–09). A new variant of a title is a line here.
 */
export const TABLE_DECLARATIONS: readonly TableDeclaration[] = [
  defineTable({
    id: "income-expenditure-summary",
    titles: ["收支…表", "收入支出…表"],
    never: ["财政拨款", "政府性基金", "国有资本", "一般公共预算", "财政专户", "绩效", "三公"],
    rows: "lines",
    gives: { fund: "total", kind: "total" },
    blockFlows: ["income", "expenditure"],
  }),
  defineTable({
    id: "income-summary",
    titles: ["收入…表"],
    never: ["支出", "收支", "财政拨款", "政府性基金", "国有资本", "非税", "征收"],
    rows: "function",
    gives: { flow: "income", fund: "total" },
  }),
  defineTable({
    id: "expenditure-summary",
    titles: ["支出…表"],
    never: [
      "收入",
      "收支",
      "财政拨款",
      "一般公共预算",
      "基本支出",
      "项目支出",
      "三公",
      "政府性基金",
      "国有资本",
      "经济",
      "采购",
      "绩效",
      "运行经费",
      "专项",
      "购买服务",
    ],
    rows: "function",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "appropriation-summary",
    implied: { fund: "fiscal" },
    titles: ["财政拨款…收支…表", "财政拨款…收入支出…表"],
    never: ["政府性基金", "国有资本", "一般公共预算", "三公"],
    rows: "lines",
    gives: { fund: "total", kind: "total" },
    blockFlows: ["income", "expenditure"],
  }),
  defineTable({
    id: "appropriation-expenditure",
    titles: ["财政拨款…支出…表"],
    never: [
      "一般公共预算",
      "基本支出",
      "三公",
      "收支",
      "收入",
      "政府性基金",
      "国有资本",
      "项目支出",
      "绩效",
      "运行经费",
    ],
    rows: "function",
    gives: { flow: "expenditure", fund: "fiscal", kind: "total" },
  }),
  defineTable({
    id: "appropriation-basic",
    titles: ["财政拨款…基本支出…表"],
    never: ["一般公共预算", "政府性基金", "国有资本"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "fiscal", kind: "basic" },
  }),
  defineTable({
    id: "general-public-expenditure",
    titles: ["一般公共预算…支出…表", "一般公共预算…收入支出…表"],
    never: ["基本支出", "三公", "运行经费", "项目支出", "经济科目", "经济分类", "绩效"],
    rows: "function",
    gives: { flow: "expenditure", fund: "general_public", kind: "total" },
  }),
  defineTable({
    id: "general-public-basic",
    titles: [
      "一般公共预算…基本支出…表",
      "一般公共预算…基本支出决算明细表",
      "一般公共预算…经济科目…支出…表",
      "支出分经济科目表",
    ],
    never: ["基本支出明细表", "三公"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "general_public", kind: "basic" },
  }),
  defineTable({
    id: "basic-expenditure-detail",
    titles: ["基本支出明细表", "基本支出…预算情况表", "基本支出预算表"],
    never: ["财政拨款", "三公", "一般公共预算基本支出预算"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "total", kind: "basic" },
  }),
  defineTable({
    id: "economic-classification",
    titles: ["支出…经济分类…表", "经济分类…支出…表", "经济分类…汇总表"],
    never: ["基本支出", "一般公共预算", "财政拨款", "收支"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "three-public",
    titles: ["三公…表"],
    never: ["绩效", "说明"],
    rows: "items",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "government-fund-expenditure",
    titles: ["政府性基金…表", "政府基金…表"],
    never: ["绩效", "国有资本", "一般公共预算"],
    rows: "function",
    gives: { flow: "expenditure", fund: "government_fund", kind: "total" },
  }),
  defineTable({
    id: "state-capital-expenditure",
    titles: ["国有资本经营…表"],
    never: ["绩效", "政府性基金", "一般公共预算"],
    rows: "function",
    gives: { flow: "expenditure", fund: "state_capital", kind: "total" },
  }),
  defineTable({
    id: "project-expenditure",
    titles: ["项目支出…表", "项目预算…表"],
    never: ["绩效", "基本支出", "政府性基金", "国有资本"],
    rows: "projects",
    gives: { flow: "expenditure", fund: "total", kind: "project" },
  }),
  defineTable({
    id: "operating-funds",
    implied: { item: "operating_funds" },
    titles: ["机关运行经费…表", "机构运行经费"],
    never: ["三公", "说明", "情况说明"],
    bare: true,
    rows: "economic",
    gives: { flow: "expenditure", fund: "total", kind: "basic.operating" },
  }),
  defineTable({
    id: "procurement",
    titles: ["政府采购…表", "部门政府采购预算", "政府采购预算"],
    never: ["购买服务", "说明", "情况"],
    bare: true,
    // 河南 lists print 部门预算表 between 项目支出预算表 and 上年结转资金表, the words 政府采购 lost.
    promisedAs: ["部门预算表"],
    rows: "purchases",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "carry-over",
    titles: ["结转资金…表", "上年结转…表", "结转结余…表"],
    never: ["绩效", "收入支出"],
    rows: "projects",
    gives: { flow: "expenditure", fund: "carry_over", kind: "total" },
  }),
  defineTable({
    id: "assets",
    titles: ["固定资产…占用…表", "国有资产…占用…表", "资产占用…表", "国有资产…情况表"],
    rows: "assets",
    gives: { fund: "total" },
  }),
  defineTable({
    id: "department-performance",
    titles: ["整体…绩效目标…表", "整体…绩效…申报表"],
    rows: "words",
    form: true,
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "special-fund-performance",
    titles: ["专项资金…绩效目标…表"],
    rows: "words",
    form: true,
    gives: { flow: "expenditure", fund: "total", kind: "project" },
  }),
  defineTable({
    id: "project-performance",
    titles: ["项目…绩效目标…表", "绩效目标…表", "项目…绩效…申报表"],
    never: ["整体", "专项资金绩效目标"],
    rows: "words",
    form: true,
    gives: { flow: "expenditure", fund: "total", kind: "project" },
  }),
  defineTable({
    id: "organisation",
    titles: ["机构设置情况"],
    never: ["职责", "说明", "及"],
    bare: true,
    rows: "words",
    gives: {},
  }),
];

const BY_ID = new Map(TABLE_DECLARATIONS.map((declaration) => [declaration.id, declaration]));

/** The declaration of a standard table. */
export function declarationOf(id: TableDeclaration["id"]): TableDeclaration {
  const declaration = BY_ID.get(id);
  if (!declaration) throw new Error(`no declaration of table ${id}`);
  return declaration;
}
