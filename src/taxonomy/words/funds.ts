import type { Fund } from "../../model/coordinates.ts";
import type { Concept } from "./concept.ts";
import type { Entry } from "./meaning.ts";

const MONEY = "(?:收入|资金|支出|安排数?|预算数)";
const SUM = "(?:小计|合计)?";
const income = { flow: "income" } as const;
const GENERAL = "(?:一般公共|公共财政|公共|一般)预算(?:财政)?(?:拨款)?";
const GOVERNMENT_FUND = "政府性?基金(?:预算)?(?:财政)?(?:拨款)?";
const STATE_CAPITAL = "国有资本(?:经营)?(?:预算)?(?:财政)?(?:拨款)?";

/** What is left of one source, its name before or after the words for it: 政府性基金结转, 上年结转一般公共预算资金. */
function leftOf(source: string): string[] {
  const left = "(?:结转|结余)(?:和?结余)?";
  return [
    `(?:上年|年初)?${source}(?:收入|资金)?(?:上年|年初)?${left}(?:资金|收入)?`,
    `(?:上年|年初)${left}的?${source}(?:资金|收入)?`,
  ];
}

/** Where the money comes from (contract section 3), in the order in which headings are tried. */
export const FUND_CONCEPTS: Readonly<Record<Fund, Concept>> = {
  total: { zh: "合计", en: "all money" },
  current: {
    zh: "本年收入",
    en: "income of the year",
    heading: [
      "本年收入(?:合计|小计|预算)?",
      "当年收入(?:合计|小计)?",
      "当年财力安排",
      "(?:部门)?预算收入合计",
    ],
    also: income,
  },
  fiscal: {
    zh: "财政拨款",
    en: "fiscal appropriation",
    words: "财政(?:拨款|资金|性资金)",
    heading: [
      `(?:本年|当年)?财政(?:拨款|补助)(?:收入|支出|资金|预算|安排)?${SUM}`,
      "本年拨款",
      "财政拨款\\(补助\\)(?:收入|资金)?",
      "其中:财政拨款支出",
      "(?:财政)?预算拨款(?:收入)?",
      "{}",
      "政府预算资金",
    ],
    prose: ["(?:本级)?{}"],
  },
  general_public: {
    zh: "一般公共预算",
    en: "general public budget",
    words: GENERAL,
    heading: [`(?:本年)?(?:当年)?{}(?:\\(补助\\))?(?:补助|${MONEY})*${SUM}`],
    prose: [
      "一般公共(?:预算|财政)(?:财政)?(?:拨款|资金|补助)?",
      "公共财政(?:预算)?(?:拨款)?",
      "公共预算(?:财政)?(?:拨款)?",
    ],
  },
  "general_public.appropriation": {
    zh: "一般公共预算·财政拨款",
    en: "general public budget: appropriation",
    heading: [
      "其中:(?:财政|经费)拨款",
      "公共财政拨款(?:\\(补助\\))?(?:资金)?",
      "经费拨款(?:\\(补助\\))?",
    ],
  },
  "general_public.transfer": {
    zh: "一般公共预算·上级专项转移支付",
    en: "general public budget: transfers from above",
    heading: [
      "(?:其中:)?(?:上级)?(?:专项)?转移支付(?:收入|补助|安排支出|资金)?",
      "(?:其中:)?(?:中央|上级)(?:提前(?:通知|下达))?(?:专项)?转移支付.*",
      "(?:中央|省级?|市级?|上级)(?:(?:和|及|、)(?:省级?|市级?))?(?:财政)?转移支付(?:收入|补助|资金)?",
      "(?:其中:)?提前(?:通知|下达|告知)的?(?:专项)?转移支付(?:收入|补助|资金)?",
      "(?:中央|省级|市级|上级)(?:财政)?补助资金",
      "(?:中央|省级|市级|上级)财政补助(?:收入|资金)?",
      "上级专款",
    ],
  },
  government_fund: {
    zh: "政府性基金预算",
    en: "government fund budget",
    words: GOVERNMENT_FUND,
    heading: [
      `(?:本年)?(?:{}|基金(?:预算)?(?:财政)?(?:拨款)?)${MONEY}*${SUM}`,
      "纳入预算管理的政府性基金(?:收入|拨款)?",
    ],
    prose: ["{}", "基金预算(?=收入|支出|拨款|财政)"],
  },
  state_capital: {
    zh: "国有资本经营预算",
    en: "state capital budget",
    words: STATE_CAPITAL,
    heading: [`(?:本年)?{}${MONEY}*${SUM}`, "国资(?:预算)?"],
  },
  special_account: {
    zh: "财政专户管理资金",
    en: "special fiscal account",
    words: "财政专户(?:管理|核拨)?的?(?:资金)?",
    heading: [
      "财政专户(?:管理)?(?:核拨|拨款)?(?:的?资金)?(?:收入)?(?:小计)?(?:\\(教育收费\\)|教育收费)?",
      "教育收费(?:资金)?(?:收入)?(?:\\(财政专户\\))?",
      "专户资金(?:收入)?",
      "(?:纳入)?(?:财政)?专户管理的(?:事业|非税)?(?:收入|支出)(?:安排|拨款)?",
    ],
  },
  unit: {
    zh: "单位资金",
    en: "the unit's own money",
    words: "单位资金|其他资金",
    heading: [
      "单位(?:自有|其他)?资金(?:收入)?(?:小计)?",
      "其他资金(?:收入)?(?:小计)?",
      "自有资金",
      "非财政拨款(?:收入|资金)?",
    ],
  },
  institutional: {
    zh: "事业收入",
    en: "institutional income",
    words: "事业收入",
    heading: [
      "{}(?:资金)?(?:\\(.*\\))?",
      "事业单位收入",
      "未纳入(?:财政)?专户管理的(?:事业)?收入(?:拨款)?",
    ],
    told: income,
  },
  "institutional.tuition": { zh: "事业收入·教育收费", en: "institutional income: tuition" },
  business: {
    zh: "经营收入",
    en: "business income",
    words: "(?:事业单位)?经营收入",
    heading: ["(?:事业单位)?经营(?:性|服务)?收入(?:资金)?"],
    told: income,
  },
  superior_subsidy: {
    zh: "上级补助收入",
    en: "subsidy from the superior unit",
    words: "上级补助收入",
    heading: ["上级(?:单位)?补助收入(?:资金)?"],
    told: income,
  },
  subordinate_remittance: {
    zh: "附属单位上缴收入",
    en: "remittance of subordinate units",
    words: "附属单位上缴收入",
    heading: ["(?:附属|下属|下级)单位(?:上缴款?|缴款)(?:收入)?(?:资金)?"],
    told: income,
  },
  other: {
    zh: "其他收入",
    en: "other income",
    words: "其他收入",
    heading: ["{}(?:资金)?(?:\\(.*\\))?", "其他各项收入"],
    told: income,
  },
  "other.donation": {
    zh: "其他收入·捐赠收入",
    en: "other income: donations",
    heading: ["其中:捐赠收入"],
  },
  carry_over: {
    zh: "上年结转",
    en: "carried over from last year",
    words: "(?:上年|年初)(?:财政拨款)?结转(?:和?结余|资金)?(?:资金)?",
    heading: [
      "(?:其中:)?(?:动用)?(?:上年|以前年度|历年|年初)(?:财政拨款)?(?:资金)?(?:结转|结余)(?:和|及|、)?(?:结余|结转)?(?:\\((?:结?[余转]|结余资金)\\))?(?:资金|收入|安排)*(?:小计|合计)?",
      "财政拨款结转(?:和?结余)?(?:资金)?",
      "单位上年结余(?:\\(.*\\))?",
      "结转结余(?:资金)?",
    ],
    told: income,
  },
  "carry_over.general_public": {
    zh: "上年结转·一般公共预算",
    en: "carried over: general public budget",
    heading: leftOf(GENERAL),
  },
  "carry_over.government_fund": {
    zh: "上年结转·政府性基金预算",
    en: "carried over: government fund",
    heading: leftOf(`(?:${GOVERNMENT_FUND}|基金)`),
  },
  "carry_over.state_capital": {
    zh: "上年结转·国有资本经营预算",
    en: "carried over: state capital",
    heading: leftOf(STATE_CAPITAL),
  },
  "carry_over.special_account": {
    zh: "上年结转·财政专户管理资金",
    en: "carried over: special account",
    heading: leftOf("(?:财政)?专户(?:管理)?(?:资金)?"),
  },
  "carry_over.unit": {
    zh: "上年结转·单位资金",
    en: "carried over: the unit's own money",
    heading: leftOf("单位(?:自有)?资金"),
  },
  surplus: {
    zh: "使用非财政拨款结余",
    en: "use of surplus",
    words: "(?:使用)?非财政拨款结余|(?:用)?事业基金弥补收支差额",
    heading: [
      "(?:使用|动用|用)非财政拨款(?:专用)?结余(?:\\(.*\\)|和专用结余)?(?:弥补收支差额)?",
      "(?:动?用|使用)事业基金弥补收支差额",
      "动用事业基金",
      "(?:使用)?专用结余",
      "用专用基金弥补收支差额",
    ],
    told: income,
  },
};

/** Headings that say more than a fund, or none that is known; they are tried before the funds. */
export const FUND_EXCEPTIONS: readonly Entry[] = [
  // A part of 事业收入 where it stands below that; 教育收费 by itself is the special account.
  { words: ["其中:教育收费(?:资金|收入)*"], role: "unknown" },
  // 四川 parts the expenditure of a budget into what this year's money and what last year's rest pays for.
  {
    words: ["(?:(?:省|市|州|县|区|本)级)?当年财政拨款安排"],
    gives: { flow: "expenditure", fund: "current" },
  },
  { words: ["上年结转(?:资金)?安排"], gives: { flow: "expenditure", fund: "carry_over" } },
];

/** Words that mean what they do only below a fund. */
export const WORDS_BELOW_FUNDS: Partial<Record<Fund, readonly Entry[]>> = {
  // One of the incomes that are no taxes, not the budget of that name.
  general_public: [{ words: ["国有资本经营收入"], role: "unknown" }],
  // What was left last year of each kind of expenditure (财决: 年初结转和结余).
  carry_over: [
    { words: ["(?:其中:)?基本支出结转(?:和结余)?"], gives: { kind: "basic" } },
    { words: ["(?:其中:)?项目支出结转(?:和结余)?"], gives: { kind: "project" } },
    { words: ["(?:其中:)?经营结余"], gives: { kind: "business" } },
  ],
  // What 云南 calls the parts of 单位资金 where they are spent (部门支出预算表): the same sources as those of the income.
  unit: [
    { words: ["事业支出"], gives: { fund: "institutional" } },
    { words: ["事业单位经营支出"], gives: { fund: "business" } },
    { words: ["上级补助支出"], gives: { fund: "superior_subsidy" } },
    { words: ["附属单位补助支出"], gives: { fund: "subordinate_remittance" } },
    { words: ["其他支出"], gives: { fund: "other" } },
  ],
  institutional: [
    {
      words: ["(?:其中:)?(?:(?:纳入)?(?:财政)?专户管理的?)?教育收费(?:资金|收入)*"],
      gives: { fund: "institutional.tuition" },
    },
  ],
  other: [{ words: ["捐赠收入"], gives: { fund: "other.donation" } }],
};
