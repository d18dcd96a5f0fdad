import { defineTable, type TableDeclaration } from "./declare.ts";

/**
 * Words that may stand where a title pattern has `~`: they say which year, which stage, how it is cut, but not what
 * the table is about. None is made of others.
 */
export const FILLERS =
  "部门|单位|本级|综合|预算|决算|执行|财政|拨款|资金|来源|安排|当年|本年|年度|列示|统计|支出|情况|功能|分类|科目|明细|公开|采购|[总体汇按的表续年及数项新款分()（）、·\\-\\d一二三四五六七八九十]";

/** Words of titles that mean others, or are misprints of them: titles are compared in the second form. */
export const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/固有资本/g, "国有资本"],
  [/(?<!一般)公共(?:财政)?预算/g, "一般公共预算"],
  [/公共财政拨款/g, "一般公共预算财政拨款"],
  [/一般预算/g, "一般公共预算"],
  // Both parts of the basic expenditure are all of it (云南).
  [/\(人员类、运转类公用经费项目\)/g, ""],
  // What a table leaves out or takes in is not what it is about.
  [/[-—]?不?含[^()]*(?=\))/g, ""],
  [/\(\)/g, ""],
];

/** Parts of the basic expenditure that publishers print in tables of their own (湖南). */
const BASIC_PARTS = ["工资福利", "商品和服务", "个人和家庭", "人员经费", "公用经费", "分类汇总"];

/** What such a table calls the kind that it is of. */
const BASIC_CLASSES = [
  ["工资福利支出", "basic.personnel.wages"],
  ["对?个人和家庭的?补助(?:支出)?", "basic.personnel.family"],
  ["商品和服务支出", "basic.operating.goods"],
] as const;

/** Projects that are listed apart from the department's own. */
const PROJECTS_ELSEWHERE = [
  "政府采购",
  "绩效",
  "自评",
  "基本支出",
  "购买服务",
  "转移支付",
  "债务",
  "政府性基金",
  "国有资本经营",
];

/** Parts of the expenditure that publishers print in tables of their own: they are none of the standard tables. */
const PARTS = [
  ...BASIC_PARTS,
  "资本性支出",
  "运行经费",
  "会议费",
  "培训费",
  "购买服务",
  "转移支付",
  "专项资金",
  "财政专户",
  "社会保险基金",
  "债务",
  "绩效",
];

/**
 * The standard tables and what publishers call them (budgets: 财政部 预算公开 forms and their provincial variants;
 * final accounts: 财决公开01–09). A new variant of a title is a line here; a table that some publishers print for one
 * budget alone is declared again, with the coordinates that its title gives.
 */
export const TABLE_DECLARATIONS: readonly TableDeclaration[] = [
  defineTable({
    id: "income-expenditure-summary",
    titles: ["收支~表", "收入支出~表"],
    never: [...PARTS, "财政拨款", "政府性基金", "国有资本经营", "一般公共预算", "三公"],
    // 上海 heads the two lists 本年收入 and 本年支出; their lines are totals of their subjects all the same.
    implied: { fund: "current", kind: "current" },
    rows: "lines",
    gives: { fund: "total", kind: "total" },
    blockFlows: ["income", "expenditure"],
  }),
  defineTable({
    id: "income-summary",
    titles: ["收入~表"],
    never: [
      "支出",
      "收支",
      "财政拨款",
      "财政专户",
      "政府性基金",
      "国有资本经营",
      "非税收入预算",
      "非税收入征收",
      "非税收入计划",
    ],
    rows: "function",
    gives: { flow: "income", fund: "total" },
  }),
  defineTable({
    id: "expenditure-summary",
    titles: ["支出~表", "支出分功能科目表"],
    never: [
      ...PARTS,
      "收入",
      "收支",
      "财政拨款",
      "一般公共预算",
      "基本支出",
      "项目支出",
      "三公",
      "政府性基金",
      "国有资本经营",
      "经济分类",
      "经济科目",
      "政府采购支出",
    ],
    rows: "function",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "appropriation-summary",
    implied: { fund: "fiscal" },
    titles: ["财政拨款~收支~表", "财政拨款~收入支出~表"],
    never: ["政府性基金", "国有资本经营", "一般公共预算", "三公"],
    rows: "lines",
    gives: { fund: "fiscal", kind: "total" },
    blockFlows: ["income", "expenditure"],
  }),
  defineTable({
    id: "appropriation-expenditure",
    titles: ["财政拨款~支出~表"],
    never: [
      ...PARTS,
      "一般公共预算",
      "基本支出",
      "三公",
      "收支",
      "收入",
      "政府性基金",
      "国有资本经营",
      "项目支出",
      "经济分类",
      "经济科目",
    ],
    rows: "function",
    gives: { flow: "expenditure", fund: "fiscal", kind: "total" },
  }),
  defineTable({
    id: "appropriation-basic",
    titles: ["财政拨款~基本支出~表", "财政拨款~基本支出~经济~表"],
    never: [...BASIC_PARTS, "一般公共预算", "政府性基金", "国有资本经营"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "fiscal", kind: "basic" },
  }),
  defineTable({
    id: "general-public-expenditure",
    titles: ["一般公共预算~支出~表", "一般公共预算~收入支出~表"],
    never: [...PARTS, "基本支出", "三公", "项目支出", "经济科目", "经济分类"],
    rows: "function",
    gives: { flow: "expenditure", fund: "general_public", kind: "total" },
  }),
  defineTable({
    id: "general-public-basic",
    titles: [
      "一般公共预算~基本支出~表",
      "一般公共预算~基本支出~经济~表",
      "一般公共预算~基本支出决算明细表",
      "一般公共预算~经济~支出~表",
      "一般公共预算~支出~经济~表",
      "支出分经济科目表",
    ],
    never: [...BASIC_PARTS, "基本支出明细表", "三公"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "general_public", kind: "basic" },
  }),
  // Rows by function, crossed with the classes of one kind as columns (湖南).
  ...BASIC_CLASSES.map(([words, kind]) =>
    defineTable({
      id: "general-public-basic",
      titles: [`一般公共预算~基本支出~(?:人员经费|公用经费|[-—])*~${words}~(?:经济~)?表`],
      rows: "function",
      gives: { flow: "expenditure", fund: "general_public", kind },
    }),
  ),
  defineTable({
    id: "basic-expenditure-detail",
    titles: [
      "基本支出明细表",
      "基本支出~预算情况表",
      "基本支出预算表",
      "基本支出预算明细表",
      "基本支出情况表",
      "基本支出总?表",
    ],
    never: [...BASIC_PARTS, "财政拨款", "三公", "一般公共预算基本支出预算"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "total", kind: "basic" },
  }),
  defineTable({
    id: "economic-classification",
    titles: ["支出~经济分类~表", "支出~经济科目~表", "经济分类~支出~表", "经济分类~汇总表"],
    never: ["基本支出", "一般公共预算", "财政拨款", "政府性基金", "收支", "预算分类汇总"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "economic-classification",
    titles: ["一般公共预算~支出~经济分类~表"],
    never: ["基本支出", "三公", "收支", "项目支出", "分类汇总"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "general_public", kind: "total" },
    implied: { fund: "general_public" },
  }),
  defineTable({
    id: "economic-classification",
    titles: ["财政拨款~支出~经济~表"],
    never: ["基本支出", "一般公共预算", "政府性基金", "收支", "分类汇总"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "fiscal", kind: "total" },
    implied: { fund: "fiscal" },
  }),
  // Rows by function, crossed with economic classes as columns (湖南).
  defineTable({
    id: "economic-classification",
    titles: ["支出预算分类汇总~(?:政府预算)?经济分类~表"],
    never: ["基本支出", "一般公共预算", "财政拨款", "政府性基金", "国有资本经营", "财政专户"],
    rows: "function",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "economic-classification",
    titles: ["政府性?基金预算支出分类汇总~(?:政府预算)?经济分类~表"],
    never: ["国有资本经营", "一般公共预算"],
    rows: "function",
    gives: { flow: "expenditure", fund: "government_fund", kind: "total" },
    implied: { fund: "government_fund" },
  }),
  defineTable({
    id: "three-public",
    titles: ["三公…表"],
    never: ["绩效", "说明", "政府性基金", "国有资本经营"],
    rows: "items",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "three-public",
    titles: ["政府性基金…三公…表"],
    never: ["绩效", "说明", "一般公共预算"],
    rows: "items",
    gives: { flow: "expenditure", fund: "government_fund", kind: "total" },
  }),
  defineTable({
    id: "government-fund-expenditure",
    titles: ["政府性?基金~表", "政府性?基金~收入支出~表", "政府性?基金~收支~表"],
    never: ["绩效", "三公", "国有资本经营", "一般公共预算", "分类汇总", "基本支出", "项目支出"],
    rows: "function",
    gives: { flow: "expenditure", fund: "government_fund", kind: "total" },
  }),
  defineTable({
    id: "state-capital-expenditure",
    titles: ["国有资本经营~表", "国有资本经营~收入支出~表", "国有资本经营~收支~表"],
    never: ["绩效", "三公", "政府性基金", "一般公共预算", "分类汇总", "基本支出", "项目支出"],
    rows: "function",
    gives: { flow: "expenditure", fund: "state_capital", kind: "total" },
  }),
  defineTable({
    id: "project-expenditure",
    titles: ["项目支出~表", "项目支出及其他支出~表", "项目预算~表", "专项业务经费~表"],
    never: PROJECTS_ELSEWHERE,
    rows: "projects",
    gives: { flow: "expenditure", fund: "total", kind: "project" },
  }),
  defineTable({
    id: "project-expenditure",
    titles: ["一般公共预算~项目支出~表"],
    never: PROJECTS_ELSEWHERE,
    rows: "projects",
    gives: { flow: "expenditure", fund: "general_public", kind: "project" },
    implied: { fund: "general_public" },
  }),
  defineTable({
    id: "project-expenditure",
    titles: ["财政拨款~项目支出~表"],
    never: [...PROJECTS_ELSEWHERE, "一般公共预算"],
    rows: "projects",
    gives: { flow: "expenditure", fund: "fiscal", kind: "project" },
    implied: { fund: "fiscal" },
  }),
  defineTable({
    id: "operating-funds",
    implied: { item: "operating_funds" },
    titles: [
      "机关运行经费~表",
      "机构运行经费~表",
      "行政…单位机构运行经费",
      "行政…单位机关运行经费",
    ],
    never: ["三公"],
    rows: "economic",
    gives: { flow: "expenditure", fund: "total", kind: "basic.operating" },
  }),
  defineTable({
    id: "procurement",
    titles: ["政府采购~(?:项目)?~表", "政府采购预算", "政府采购\\([^()]*\\)~表"],
    never: ["政府购买服务", "国有资产"],
    // 河南 lists print 部门预算表 between 项目支出预算表 and 上年结转资金表, the words 政府采购 lost.
    promisedAs: ["部门预算表"],
    rows: "purchases",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
  }),
  defineTable({
    id: "carry-over",
    titles: ["结转资金~表", "上年结转~表", "结转结余~表"],
    never: ["绩效", "收入支出"],
    rows: "projects",
    gives: { flow: "expenditure", fund: "carry_over", kind: "total" },
  }),
  defineTable({
    id: "assets",
    titles: ["固定资产占有?用~表", "资产占有?用~表", "资产占有使用~表", "国有资产使用~表"],
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
    titles: ["项目…绩效目标…表", "绩效目标…表", "项目…绩效…申报表", "项目支出绩效表"],
    never: ["整体", "专项资金绩效目标"],
    rows: "words",
    form: true,
    gives: { flow: "expenditure", fund: "total", kind: "project" },
  }),
  defineTable({
    id: "organisation",
    titles: ["机构设置情况"],
    never: ["职责", "说明", "及"],
    rows: "words",
    gives: {},
  }),
];

const BY_ID = new Map(
  TABLE_DECLARATIONS.toReversed().map((declaration) => [declaration.id, declaration]),
);

/** The declaration of a standard table; the first, where titles of one budget alone have their own. */
export function declarationOf(id: TableDeclaration["id"]): TableDeclaration {
  const declaration = BY_ID.get(id);
  if (!declaration) throw new Error(`no declaration of table ${id}`);
  return declaration;
}
