import type { Coordinates, Fund, Kind } from "../../model/coordinates.ts";
import type { Message } from "../../model/message.ts";
import type { TableId } from "../../model/table-ids.ts";
import type { TableDeclaration, TableFlags, TableRecord } from "./declare.ts";

function spent(fund: Fund, kind: Kind = "total"): Coordinates {
  return { flow: "expenditure", fund, kind };
}

/** Ways in which titles say that a table is by economic class. */
const BY_CLASS = ["economic_class", "economic_subject", "by_subject"] as const;
const BUDGETS = ["fiscal", "general_public", "expenditure"] as const;
const THREE_PUBLIC = [
  ...BUDGETS,
  ...(["income", "meeting", "training", "operating_funds", "other_operating"] as const),
] as const;
const FORM = { beside: "anything", open: true, rows: "words", form: true } as const;

/** Kinds of basic expenditure that 湖南 prints in tables of their own, by function and crossed with their classes. */
const BASIC_CLASSES = [
  ["wages", "basic.personnel.wages"],
  ["family", "basic.personnel.family"],
  ["goods", "basic.operating.goods"],
] as const;

/**
 * The standard tables: their names, what their titles say, what their rows are, and what is particular to them (budgets:
 * 财政部 预算公开 forms and their provincial variants; final accounts: 财决公开01–09). A new variant of a title is a word or a
 * line here. What some publishers print for one budget alone is a variant, with the coordinates that its title gives.
 */
const TABLES: readonly TableRecord[] = [
  {
    id: "income-expenditure-summary",
    zh: "收支总表",
    en: "income and expenditure summary",
    about: ["both", "income expenditure"],
    rows: "lines",
    gives: { fund: "total", kind: "total" },
    // 上海 heads the two lists 本年收入 and 本年支出; their lines are totals of their subjects all the same.
    implied: { fund: "current", kind: "current" },
    blockFlows: ["income", "expenditure"],
    codesOfCurrent: true,
  },
  {
    id: "income-summary",
    zh: "收入总表",
    en: "income summary",
    about: ["income"],
    rows: "function",
    gives: { flow: "income", fund: "total" },
  },
  {
    id: "expenditure-summary",
    zh: "支出总表",
    en: "expenditure summary",
    about: ["expenditure"],
    rows: "function",
    gives: spent("total"),
  },
  {
    id: "appropriation-summary",
    zh: "财政拨款收支总表",
    en: "appropriation summary",
    about: ["fiscal both", "fiscal income expenditure"],
    rows: "lines",
    gives: { fund: "fiscal", kind: "total" },
    implied: { fund: "fiscal" },
    blockFlows: ["income", "expenditure"],
    fiscal: true,
    codesOfCurrent: true,
  },
  {
    id: "appropriation-expenditure",
    zh: "财政拨款支出表",
    en: "appropriation expenditure",
    about: ["fiscal expenditure"],
    rows: "function",
    gives: spent("fiscal"),
  },
  {
    id: "appropriation-basic",
    zh: "财政拨款基本支出表",
    en: "appropriation basic expenditure",
    about: ["fiscal basic", "fiscal basic_detail"],
    beside: [...BY_CLASS, "gov_economic_class"],
    rows: "economic",
    gives: spent("fiscal", "basic"),
  },
  {
    id: "general-public-expenditure",
    zh: "一般公共预算支出表",
    en: "general public budget expenditure",
    about: ["general_public expenditure", "general_public income expenditure"],
    rows: "function",
    gives: spent("general_public"),
  },
  {
    id: "general-public-basic",
    zh: "一般公共预算基本支出表",
    en: "general public budget basic expenditure",
    about: [
      "general_public basic",
      "general_public economic_subject",
      "general_public by_subject",
      "by_subject",
    ],
    beside: [...BY_CLASS, "gov_economic_class"],
    rows: "economic",
    gives: spent("general_public", "basic"),
    variants: BASIC_CLASSES.map(([word, kind]) => ({
      about: [`general_public basic ${word}`],
      beside: ["personnel", "operating", ...BY_CLASS],
      rows: "function",
      gives: spent("general_public", kind),
    })),
  },
  {
    id: "basic-expenditure-detail",
    zh: "基本支出明细表",
    en: "basic expenditure detail",
    about: ["basic", "basic_detail", "general_public basic_detail"],
    rows: "economic",
    gives: spent("total", "basic"),
  },
  {
    id: "economic-classification",
    zh: "支出经济分类汇总表",
    en: "economic classification",
    about: ["economic_class", "gov_economic_class", "economic_subject"],
    beside: ["gov_economic_class"],
    rows: "economic",
    gives: spent("total"),
    variants: [
      {
        about: ["general_public economic_class", "general_public gov_economic_class"],
        gives: spent("general_public"),
        implied: { fund: "general_public" },
      },
      {
        about: ["fiscal economic_class", "fiscal economic_subject", "fiscal gov_economic_class"],
        gives: spent("fiscal"),
        implied: { fund: "fiscal" },
      },
      // Rows by function, crossed with economic classes as columns (湖南).
      { about: ["crossed economic_class", "crossed gov_economic_class"], rows: "function" },
      {
        about: [
          "government_fund crossed economic_class",
          "government_fund crossed gov_economic_class",
        ],
        rows: "function",
        gives: spent("government_fund"),
        implied: { fund: "government_fund" },
      },
    ],
  },
  {
    id: "three-public",
    zh: "三公经费支出表",
    en: "three-public expenditure",
    about: ["three_public", "operation"],
    // A page of nothing else is called what the table is.
    ends: /(?:表|20\d\d年度?.*三公.?(?:经费)?(?:财政拨款|支出)*(?:预算|决算|情况)+(?:信息)?(?:公开|公示)?)$/,
    beside: THREE_PUBLIC,
    open: true,
    rows: "items",
    gives: spent("total"),
    itemsOnly: true,
    variants: [{ about: ["government_fund three_public"], gives: spent("government_fund") }],
  },
  {
    id: "government-fund-expenditure",
    zh: "政府性基金支出表",
    en: "government fund expenditure",
    about: ["government_fund"],
    rows: "function",
    gives: spent("government_fund"),
  },
  {
    id: "state-capital-expenditure",
    zh: "国有资本经营预算支出表",
    en: "state capital budget expenditure",
    about: ["state_capital"],
    rows: "function",
    gives: spent("state_capital"),
  },
  {
    id: "project-expenditure",
    zh: "项目支出表",
    en: "project expenditure",
    about: ["project"],
    rows: "projects",
    gives: spent("total", "project"),
    variants: [
      ...(["general_public", "fiscal"] as const).map((fund) => ({
        about: [`${fund} project`],
        gives: spent(fund, "project"),
        implied: { fund },
      })),
      // What a project had, got, spent and has left (财决, 内蒙古); what is spent says so.
      { about: ["project income"], gives: { flow: "income", fund: "total", kind: "project" } },
    ],
  },
  {
    id: "operating-funds",
    zh: "机构运行经费表",
    en: "operating funds",
    about: ["operating_funds"],
    beside: BUDGETS,
    ends: /(?:表|行政.*单位机[构关]运行经费)$/,
    rows: "economic",
    gives: spent("total", "basic.operating"),
    implied: { item: "operating_funds" },
    apart: true,
  },
  {
    id: "procurement",
    zh: "政府采购表",
    en: "procurement",
    about: ["procurement"],
    beside: [...BUDGETS, "project"],
    ends: /(?:表|政府采购预算)$/,
    // 河南 lists print 部门预算表 between 项目支出预算表 and 上年结转资金表, the words 政府采购 lost.
    promisedAs: ["部门预算表"],
    rows: "purchases",
    gives: spent("total"),
    apart: true,
    partial: true,
    things: true,
  },
  {
    id: "carry-over",
    zh: "上年结转资金表",
    en: "carry-over",
    about: ["carry_over"],
    beside: BUDGETS,
    rows: "projects",
    gives: spent("carry_over"),
    apart: true,
    outside: true,
    things: true,
  },
  {
    id: "assets",
    zh: "固定资产占用情况表",
    en: "fixed assets",
    about: ["assets"],
    rows: "assets",
    gives: { fund: "total" },
    apart: true,
    outside: true,
    repeats: true,
    things: true,
  },
  {
    id: "department-performance",
    zh: "部门整体绩效目标表",
    en: "department performance",
    about: ["whole performance"],
    ...FORM,
    gives: spent("total"),
  },
  {
    id: "special-fund-performance",
    zh: "专项资金绩效目标表",
    en: "special fund performance",
    about: ["special_fund performance"],
    ...FORM,
    gives: spent("total", "project"),
    oneEach: true,
    partial: true,
  },
  {
    id: "project-performance",
    zh: "项目绩效目标表",
    en: "project performance",
    about: ["performance"],
    ...FORM,
    gives: spent("total", "project"),
    oneEach: true,
  },
  {
    id: "organisation",
    zh: "部门机构设置情况",
    en: "organisation",
    about: ["organisation"],
    ends: /机构设置情况$/,
    rows: "words",
    gives: {},
    apart: true,
    repeats: true,
    things: true,
  },
];

/** Every table, and each of its variants, as titles lead to them. */
export const TABLE_DECLARATIONS: readonly TableDeclaration[] = TABLES.flatMap(
  ({ variants = [], ...table }) => [
    table,
    ...variants.map((variant) => ({ ...table, ...variant })),
  ],
);

const BY_ID: ReadonlyMap<TableId, TableDeclaration> = new Map(
  TABLES.map(({ variants: _, ...table }) => [table.id, table]),
);

/** The declaration of a standard table; the first, where titles of one budget alone have their own. */
export function declarationOf(id: TableId): TableDeclaration {
  const declaration = BY_ID.get(id);
  if (!declaration) throw new Error(`no declaration of table ${id}`);
  return declaration;
}

/** What keeps two figures with like coordinates from being the same figure. */
export function flagsOf(id: TableId): TableFlags {
  return declarationOf(id);
}

/** The name under which each standard table is shown to people; in English it stands before “table”. */
export const TABLE_NAMES = Object.fromEntries(
  TABLES.map(({ id, zh, en }) => [id, { zh, en }]),
) as Readonly<Record<TableId, Message>>;
