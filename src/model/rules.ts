/** The rules that give constraints, and why figures obey them; docs/identities.md shows them to readers. */
export const BECAUSE = {
  descendants: {
    en: "a fund, kind or item is the sum of the nearest printed ones below it",
    zh: "资金来源、支出类别或项目各级，上级等于表中所列最近下级之和",
  },
  classes: {
    en: "a column that names no economic class is the sum of the columns that name one",
    zh: "未列经济分类的栏等于各经济分类栏之和",
  },
  parts: {
    en: "a part (其中) is within its whole",
    zh: "其中项不大于其所属的整体",
  },
  rows: {
    en: "a row is the sum of its nearest printed descendants, by code, unit and project",
    zh: "按科目编码、单位和项目，上级行等于表中所列最近下级行之和",
  },
  balance: {
    en: "what came in, with what was left from before, is what went out, with what is left",
    zh: "收入加上年结转等于支出加结转下年",
  },
  change: {
    en: "this year's figure is last year's with the change that is printed beside them",
    zh: "本年数等于上年数加上同行所列的增减额",
  },
  numbered: {
    en: "rows numbered without a gap are together the total",
    zh: "连续编号的各行之和等于合计",
  },
  repeated: {
    en: "a project's budget is the same wherever its purchases repeat it",
    zh: "同一项目的预算在其各采购行中重复列示，金额相同",
  },
  "same-figure": {
    en: "two tables print the same figure",
    zh: "两张表列示同一数字",
  },
  "lines-elsewhere": {
    en: "another table, or the list beside it, prints the lines below it",
    zh: "另一张表或并排的另一列表列示其各下级行",
  },
  "funds-elsewhere": {
    en: "another table prints the budgets that make up 财政拨款",
    zh: "另一张表列示构成财政拨款的各项预算",
  },
  "classes-elsewhere": {
    en: "the kinds below it (人员经费 and 公用经费), the economic classes (人员经费: 301 and 303, 公用经费: all others), or the projects, that make up this kind are printed elsewhere",
    zh: "别处列示构成该类支出的下级类别（人员经费、公用经费）、经济分类（人员经费为301、303类，公用经费为其他各类）或项目",
  },
  "fund-bound": {
    en: "no fund pays out more than its income with what was left of it",
    zh: "任一资金来源的支出不大于其收入与结转之和",
  },
  "class-bound": {
    en: "an economic class has no more of the basic expenditure than of all",
    zh: "一项经济分类的基本支出不大于其全部支出",
  },
  "blank-elsewhere": {
    en: "another table has a line for it, leaves it blank, and adds up without it",
    zh: "另一张表列有该项而未填，且其余各项之和已等于合计",
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly zh: string }>>;

export type RuleId = keyof typeof BECAUSE;
