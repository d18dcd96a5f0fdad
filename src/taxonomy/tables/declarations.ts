import type { Message } from "../../model/message.ts";
import type { TableId } from "../../model/table-ids.ts";
import type { TableDeclaration, TableFlags, TableRecord } from "./declare.ts";
import { saidBy } from "./title-words.ts";

/** Ways in which titles say that a table is by economic class. */
const BY_CLASS = ["economic_class", "economic_subject", "by_subject"] as const;
const BUDGETS = ["fiscal", "general_public", "expenditure"] as const;
const THREE_PUBLIC = [
  ...BUDGETS,
  ...(["income", "meeting", "training", "operating_funds", "other_operating"] as const),
] as const;
const FORM = { beside: "anything", open: true, rows: "words", form: true } as const;

/** Kinds of basic expenditure that 湖南 prints in tables of their own, by function and crossed with their classes. */
const BASIC_CLASSES = ["wages", "family", "goods"] as const;

/** A table under its id and its two names. */
function table(
  id: TableId,
  zh: string,
  en: string,
  facts: Omit<TableRecord, "id" | "zh" | "en" | "gives"> & Partial<Pick<TableRecord, "gives">>,
): TableRecord {
  return { id, zh, en, gives: saidBy(facts.about), ...facts };
}

function flags(...names: readonly (keyof TableFlags)[]): TableFlags {
  return Object.fromEntries(names.map((name) => [name, true]));
}

/**
 * The standard tables: their names, what their titles say, what their rows are, and what is particular to them (budgets:
 * 财政部 预算公开 forms and their provincial variants; final accounts: 财决公开01–09). A new variant of a title is a word or a
 * line here. What some publishers print for one budget alone is a variant, with the coordinates that its title gives.
 */
const TABLES: readonly TableRecord[] = [
  table("income-expenditure-summary", "收支总表", "income and expenditure summary", {
    about: "both | income expenditure",
    rows: "lines",
    // 上海 heads the two lists 本年收入 and 本年支出; their lines are totals of their subjects all the same.
    implied: { fund: "current", kind: "current" },
    blockFlows: ["income", "expenditure"],
    ...flags("codesOfCurrent"),
  }),
  table("income-summary", "收入总表", "income summary", {
    about: "income",
    rows: "function",
  }),
  table("expenditure-summary", "支出总表", "expenditure summary", {
    about: "expenditure",
    rows: "function",
  }),
  table("appropriation-summary", "财政拨款收支总表", "appropriation summary", {
    about: "fiscal both | fiscal income expenditure",
    rows: "lines",
    implied: { fund: "fiscal" },
    blockFlows: ["income", "expenditure"],
    ...flags("fiscal", "codesOfCurrent"),
  }),
  table("appropriation-expenditure", "财政拨款支出表", "appropriation expenditure", {
    about: "fiscal expenditure",
    rows: "function",
  }),
  table("appropriation-basic", "财政拨款基本支出表", "appropriation basic expenditure", {
    about: "fiscal basic | fiscal basic_detail",
    beside: [...BY_CLASS, "gov_economic_class"],
    rows: "economic",
  }),
  table("general-public-expenditure", "一般公共预算支出表", "general public budget expenditure", {
    about: "general_public expenditure | general_public income expenditure",
    rows: "function",
  }),
  table(
    "general-public-basic",
    "一般公共预算基本支出表",
    "general public budget basic expenditure",
    {
      about:
        "general_public basic | general_public economic_subject | general_public by_subject | by_subject",
      beside: [...BY_CLASS, "gov_economic_class"],
      rows: "economic",
      variants: [
        ...BASIC_CLASSES.map((word) => ({
          about: `general_public basic ${word}`,
          beside: ["personnel", "operating", ...BY_CLASS] as const,
          rows: "function" as const,
        })),
        { about: "general_public basic personnel" },
        { about: "general_public basic operating" },
      ],
    },
  ),
  table("basic-expenditure-detail", "基本支出明细表", "basic expenditure detail", {
    about: "basic | basic_detail | general_public basic_detail",
    beside: BY_CLASS,
    rows: "economic",
  }),
  table("economic-classification", "支出经济分类汇总表", "economic classification", {
    about: "economic_class | gov_economic_class | economic_subject",
    beside: ["gov_economic_class"],
    rows: "economic",
    variants: [
      {
        about: "general_public economic_class | general_public gov_economic_class",
        implied: { fund: "general_public" },
      },
      {
        about: "fiscal economic_class | fiscal economic_subject | fiscal gov_economic_class",
        implied: { fund: "fiscal" },
      },
      // Rows by function, crossed with economic classes as columns (湖南).
      { about: "crossed economic_class | crossed gov_economic_class", rows: "function" },
      {
        about:
          "government_fund crossed economic_class | government_fund crossed gov_economic_class",
        rows: "function",
        implied: { fund: "government_fund" },
      },
    ],
  }),
  table("three-public", "三公经费支出表", "three-public expenditure", {
    about: "three_public | operation",
    // A page of nothing else is called what the table is.
    ends: /(?:表|20\d\d年度?.*三公.?(?:经费)?(?:财政拨款|支出)*(?:预算|决算|情况)+(?:信息)?(?:公开|公示)?)$/,
    beside: THREE_PUBLIC,
    open: true,
    rows: "items",
    variants: [{ about: "government_fund three_public" }],
    ...flags("itemsOnly"),
  }),
  table("government-fund-expenditure", "政府性基金支出表", "government fund expenditure", {
    about: "government_fund",
    rows: "function",
  }),
  table("state-capital-expenditure", "国有资本经营预算支出表", "state capital budget expenditure", {
    about: "state_capital",
    rows: "function",
  }),
  table("project-expenditure", "项目支出表", "project expenditure", {
    about: "project",
    rows: "projects",
    variants: [
      ...(["general_public", "fiscal"] as const).map((fund) => ({
        about: `${fund} project`,
        implied: { fund },
      })),
      // What a project had, got, spent and has left (财决, 内蒙古); what is spent says so.
      { about: "project income" },
    ],
  }),
  table("operating-funds", "机构运行经费表", "operating funds", {
    about: "operating_funds",
    beside: BUDGETS,
    ends: /(?:表|行政.*单位机[构关]运行经费)$/,
    rows: "economic",
    implied: { item: "operating_funds" },
    ...flags("apart"),
  }),
  table("procurement", "政府采购表", "procurement", {
    about: "procurement",
    beside: [...BUDGETS, "project"],
    ends: /(?:表|政府采购预算)$/,
    // 河南 lists print 部门预算表 between 项目支出预算表 and 上年结转资金表, the words 政府采购 lost.
    promisedAs: ["部门预算表"],
    rows: "purchases",
    ...flags("apart", "partial", "things"),
  }),
  table("carry-over", "上年结转资金表", "carry-over", {
    about: "carry_over",
    beside: BUDGETS,
    rows: "projects",
    ...flags("apart", "outside", "things"),
  }),
  table("assets", "固定资产占用情况表", "fixed assets", {
    about: "assets",
    rows: "assets",
    gives: { fund: "total" },
    ...flags("apart", "outside", "things", "repeats"),
  }),
  table("department-performance", "部门整体绩效目标表", "department performance", {
    about: "whole performance",
    ...FORM,
  }),
  table("special-fund-performance", "专项资金绩效目标表", "special fund performance", {
    about: "special_fund performance",
    ...FORM,
    gives: { flow: "expenditure", fund: "total", kind: "project" },
    ...flags("oneEach", "partial"),
  }),
  table("project-performance", "项目绩效目标表", "project performance", {
    about: "performance",
    ...FORM,
    gives: { flow: "expenditure", fund: "total", kind: "project" },
    ...flags("oneEach"),
  }),
  table("organisation", "部门机构设置情况", "organisation", {
    about: "organisation",
    ends: /机构设置情况$/,
    rows: "words",
    gives: {},
    ...flags("apart", "things", "repeats"),
  }),
];

/** Every table, and each of its variants, as titles lead to them. */
export const TABLE_DECLARATIONS: readonly TableDeclaration[] = TABLES.flatMap(
  ({ variants = [], ...table }) => [
    table,
    ...variants.map((variant) => ({ ...table, gives: saidBy(variant.about), ...variant })),
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
