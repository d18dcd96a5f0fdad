import { type Coordinates, FUNDS, type Fund, KINDS, type Kind } from "../../model/coordinates.ts";
import { FUND_CONCEPTS } from "../words/funds.ts";
import { ITEM_CONCEPTS } from "../words/items.ts";
import { KIND_CONCEPTS, PROJECT_TYPE_CONCEPTS } from "../words/kinds.ts";

const { fiscal, general_public, carry_over } = FUND_CONCEPTS;
const { meeting, training } = ITEM_CONCEPTS;
const {
  basic,
  "basic.personnel": personnel,
  "basic.operating": operating,
  "basic.operating.capital": capital,
} = KIND_CONCEPTS;

/**
 * What a title says of its table, and in which words. Of words that begin at one place the longest is read; what is no
 * word of this list says nothing, as the name of a department does. Words that no standard table is about are here too:
 * a table with one of them is none of the standard ones.
 */
export const TITLE_WORDS = {
  income: "收入",
  expenditure: "支出",
  both: "收支",
  fiscal: fiscal.zh,
  general_public: general_public.zh,
  government_fund: "政府性?基金 基金(?=预算)",
  state_capital: "国有资本经营",
  special_account: "财政专户",
  social_insurance: "社会保险基金(?!管理|监督|中心|局)",
  non_tax: "非税收入(?!管理|中心|局)",
  basic: basic.zh,
  // 河南 lists by project what others print as its general-public sister.
  basic_detail: `${basic.zh}明细表`,
  personnel: personnel.zh,
  operating: operating.zh,
  wages: "工资福利[支出]",
  family: "对?个人和家庭的?补助[支出]",
  goods: "商品和服务[支出]",
  capital: capital.zh,
  project: "项目[支出[及其他支出]|预算] 专项业务经费",
  economic_class: "经济分类",
  gov_economic_class: "政府预算[支出]经济分类",
  economic_subject: "经济[科目]",
  by_subject: "支出分经济科目",
  crossed: "分类汇总",
  three_public: "三公",
  // The national form of a final account in which the three public expenses stand beside what an office runs on.
  // 内蒙古 names its parts.
  operation: "机构运行[经费支出、国有资产占用情况及政府采购支出]信息",
  operating_funds: "(机关|机构)运行经费",
  other_operating: "运行经费",
  meeting: meeting.zh,
  training: training.zh,
  procurement: "政府采购(?!中心|监督|管理)",
  services_bought: "购买服务",
  transfer: "转移支付",
  special_fund: "专项资金",
  debt: "债务",
  carry_over: `结转资金 ${carry_over.zh}[资金] 结转结余`,
  assets: "[固定|国有]资产(占有?用|占有使用) 国有资产[使用](?!监督|管理|经营)",
  performance: "绩效目标 绩效(?=表|.*申报表)",
  review: "绩效 自评",
  whole: "整体",
  organisation: "机构设置情况",
  duties: "职责 概况",
  explanation: "说明",
} as const;
export type TitleWord = keyof typeof TITLE_WORDS;

/** Kinds of expenditure that titles name by a word of their own. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  basic_detail: "basic",
  personnel: "basic.personnel",
  wages: "basic.personnel.wages",
  family: "basic.personnel.family",
  operating: "basic.operating",
  operating_funds: "basic.operating",
  goods: "basic.operating.goods",
};

/**
 * The coordinates that a title says, by the first of its ways to say them: `fiscal basic | …` is basic expenditure
 * of 财政拨款.
 */
export function saidBy(about: string): Coordinates {
  const [words = ""] = about.split(" | ");
  const said = words.split(" ");
  const fund = said.find((word): word is Fund => word in FUNDS) ?? "total";
  const kind = said
    .map((word) => (word in KINDS ? (word as Kind) : KIND_OF[word]))
    .findLast(Boolean);
  const both = said.includes("both") || said.includes("expenditure");
  if (said.includes("income") && !both) return { flow: "income", fund, ...(kind && { kind }) };
  const flow = said.includes("both") ? {} : { flow: "expenditure" as const };
  return { ...flow, fund, kind: kind ?? "total" };
}

/** Words that say which year, which stage, how it is cut, but not what the table is about. None is made of others. */
export const FILLERS = `
  部门 单位 本级 综合 预算 决算 执行 财政 拨款 资金 来源 安排 当年 本年 年度 列示 统计 情况 功能 分类 科目 明细 公开 采购
  总 体 汇 按 的 表 续 年 及 数 项 新 款 分 一 二 三 四 五 六 七 八 九 十 \\d （ ） 、 · - —`;

/** Words of titles that mean others, or are misprints of them: titles are compared in the second form. */
export const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/固有资本/g, "国有资本"],
  [/(?<!一般)公共(?:财政)?预算/g, general_public.zh],
  [new RegExp(`公共${fiscal.zh}`, "g"), general_public.zh + fiscal.zh],
  [/一般预算/g, general_public.zh],
  // Both parts of the basic expenditure are all of it (云南).
  [new RegExp(`\\(${PROJECT_TYPE_CONCEPTS.personnel.zh}、运转类${operating.zh}项目\\)`, "g"), ""],
  // What a table leaves out or takes in is not what it is about.
  [/[-—]?不?含[^()]*(?=\))/g, ""],
  [/(?<=政府采购)\([^()]*\)/g, ""],
  [/\(\)/g, ""],
];

/** What says nothing more beside others: 支出 of 基本支出, 财政拨款 of 一般公共预算. */
export const SAID_BY: readonly (readonly [TitleWord, readonly TitleWord[]])[] = [
  ["fiscal", ["general_public", "government_fund", "state_capital"]],
  ["income", ["government_fund", "state_capital"]],
  ["both", ["government_fund", "state_capital"]],
  [
    "expenditure",
    [
      ...(["government_fund", "state_capital", "basic", "basic_detail", "project"] as const),
      ...(["economic_class", "gov_economic_class", "economic_subject", "by_subject"] as const),
      ...(["three_public", "operating_funds", "procurement", "carry_over"] as const),
    ],
  ],
];
