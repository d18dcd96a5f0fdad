import type { Fund } from "../../model/coordinates.ts";
import { type Concepts, concept, word } from "./concept.ts";
import type { Entry } from "./meaning.ts";

const GENERAL = "(一般公共|公共财政|公共|一般)预算[财政][拨款]";
const GOVERNMENT_FUND = "政府性?基金[预算][财政][拨款]";
const STATE_CAPITAL = "国有资本[经营][预算][财政][拨款]";
const income = { flow: "income" } as const;

/** What is left of one source, its name before or after the words for it: 政府性基金结转, 上年结转一般公共预算资金. */
function leftOf(source: string): string {
  const left = "(结转|结余)[和?结余]";
  return `[上年|年初]${source}[收入|资金][上年|年初]${left}[资金|收入] (上年|年初)${left}的?${source}`;
}

/** Where the money comes from (contract section 3), in the order in which headings are tried. */
export const FUND_CONCEPTS: Concepts<Fund> = {
  total: concept("合计", "all money"),
  current: concept("本年收入", "income of the year", {
    heading: "(本年|当年)收入[预算] 当年财力安排 [部门]预算收入合计",
    also: income,
  }),
  // Before 财政拨款, which is all of it.
  "general_public.appropriation": concept(
    "一般公共预算·财政拨款",
    "general public budget: appropriation",
    { heading: "其中：(财政|经费)拨款 (公共财政|经费)拨款[（补助）]" },
  ),
  fiscal: concept("财政拨款", "fiscal appropriation", {
    words: "财政(拨款|资金|性资金)",
    heading: "[本级]{} 财政(拨款|补助)[（补助）] 本年拨款 [财政]预算拨款 政府预算资金",
    prose: "[本级]{}",
  }),
  general_public: concept("一般公共预算", "general public budget", {
    words: GENERAL,
    heading: "{}[（补助）]",
    prose: `
      一般公共(预算|财政)[财政][拨款|资金|补助] 公共财政[预算][拨款] 公共预算[财政][拨款]`,
  }),
  "general_public.transfer": concept(
    "一般公共预算·上级专项转移支付",
    "general public budget: transfers from above",
    {
      heading: `
        [上级][专项]转移支付[安排] (中央|上级)[提前[通知|下达]][专项]转移支付…
        (中央|省级?|市级?|上级)[(和|及|、)(省级?|市级?)][财政]转移支付
        提前(通知|下达|告知)的?[专项]转移支付 (中央|省级|市级|上级)财政补助 (中央|省级|市级|上级)补助资金 上级专款`,
    },
  ),
  government_fund: concept("政府性基金预算", "government fund budget", {
    words: GOVERNMENT_FUND,
    heading: "{} 基金[预算][财政][拨款] 纳入预算管理的政府性基金[拨款]",
    prose: "{} 基金预算(?=收入|支出|拨款|财政)",
  }),
  state_capital: concept("国有资本经营预算", "state capital budget", {
    words: STATE_CAPITAL,
    heading: "{} 国资[预算]",
  }),
  special_account: concept("财政专户管理资金", "special fiscal account", {
    words: "财政专户[管理|核拨]的?[资金]",
    heading: `
      财政专户[管理][核拨|拨款]的?[资金][收入][小计][（教育收费）|教育收费] 教育收费[资金][收入][（财政专户）]
      专户资金 [纳入][财政]专户管理的[事业|非税](收入|支出)[安排|拨款]`,
  }),
  unit: concept("单位资金", "the unit's own money", {
    words: "单位资金 其他资金",
    heading: "{} 单位(自有|其他)资金 自有资金 非财政拨款",
  }),
  institutional: word("事业收入", "institutional income", {
    heading: "{}[资金][（…）] 事业单位收入 未纳入[财政]专户管理的[事业]收入[拨款]",
    told: income,
  }),
  "institutional.tuition": concept("事业收入·教育收费", "institutional income: tuition"),
  business: concept("经营收入", "business income", {
    words: "[事业单位]经营收入",
    heading: "[事业单位]经营[性|服务]收入",
    told: income,
  }),
  superior_subsidy: word("上级补助收入", "subsidy from the superior unit", {
    heading: "上级[单位]补助收入",
    told: income,
  }),
  subordinate_remittance: word("附属单位上缴收入", "remittance of subordinate units", {
    heading: "(附属|下属|下级)单位(上缴款?|缴款)",
    told: income,
  }),
  other: word("其他收入", "other income", {
    heading: "{}[资金][（…）] 其他各项收入",
    told: income,
  }),
  "other.donation": concept("其他收入·捐赠收入", "other income: donations", {
    heading: "其中：捐赠收入",
  }),
  carry_over: concept("上年结转", "carried over from last year", {
    words: "(上年|年初)[财政拨款]结转[和?结余|资金][资金]",
    heading: `
      [动用](上年|以前年度|历年|年初)[财政拨款][资金](结转|结余)[和|及|、][结余|结转][（结?(余|转)）|（结余资金）]
      财政拨款结转[和?结余] 单位上年结余[（…）] 结转结余`,
    told: income,
  }),
  "carry_over.general_public": concept(
    "上年结转·一般公共预算",
    "carried over: general public budget",
    { heading: leftOf(GENERAL) },
  ),
  "carry_over.government_fund": concept(
    "上年结转·政府性基金预算",
    "carried over: government fund",
    { heading: leftOf(`(${GOVERNMENT_FUND}|基金)`) },
  ),
  "carry_over.state_capital": concept("上年结转·国有资本经营预算", "carried over: state capital", {
    heading: leftOf(STATE_CAPITAL),
  }),
  "carry_over.special_account": concept(
    "上年结转·财政专户管理资金",
    "carried over: special account",
    { heading: leftOf("[财政]专户[管理][资金]") },
  ),
  "carry_over.unit": concept("上年结转·单位资金", "carried over: the unit's own money", {
    heading: leftOf("单位[自有]资金"),
  }),
  surplus: concept("使用非财政拨款结余", "use of surplus", {
    words: "[使用]非财政拨款结余 用?事业基金弥补收支差额",
    heading: `
      (使用|动用|用)非财政拨款[专用]结余[（…）|和专用结余][弥补收支差额] (动?用|使用)事业基金弥补收支差额
      动用事业基金 [使用]专用结余 非财政拨款[专用]结余弥补收支差额 用专用基金弥补收支差额`,
    told: income,
  }),
};

/** Headings that say more than a fund, or none that is known; they are tried before all others. */
export const FUND_EXCEPTIONS: readonly Entry[] = [
  // By itself it is a side of the table.
  { words: "其中：财政拨款支出 财政拨款支出(小计|合计)", gives: { fund: "fiscal" } },
  // A part of 事业收入 where it stands below that; 教育收费 by itself is the special account.
  { words: "其中：教育收费[资金|收入]*", role: "unknown" },
  // 四川 parts the expenditure of a budget into what this year's money and what last year's rest pays for.
  {
    words: "[[省|市|州|县|区|本]级]当年财政拨款安排",
    gives: { flow: "expenditure", fund: "current" },
  },
  { words: "上年结转[资金]安排", gives: { flow: "expenditure", fund: "carry_over" } },
];

/** Words that mean what they do only below a fund. */
export const WORDS_BELOW_FUNDS: Partial<Record<Fund, readonly Entry[]>> = {
  // One of the incomes that are no taxes, not the budget of that name.
  general_public: [{ words: "国有资本经营收入", role: "unknown" }],
  // What was left last year of each kind of expenditure (财决: 年初结转和结余).
  carry_over: [
    { words: "基本支出结转[和结余]", gives: { kind: "basic" } },
    { words: "项目支出结转[和结余]", gives: { kind: "project" } },
    { words: "经营结余", gives: { kind: "business" } },
  ],
  // What 云南 calls the parts of 单位资金 where they are spent (部门支出预算表): the same sources as those of the income.
  unit: [
    { words: "事业支出", gives: { fund: "institutional" } },
    { words: "事业单位经营支出", gives: { fund: "business" } },
    { words: "上级补助支出", gives: { fund: "superior_subsidy" } },
    { words: "附属单位补助支出", gives: { fund: "subordinate_remittance" } },
    { words: "其他支出", gives: { fund: "other" } },
  ],
  institutional: [
    {
      words: "[[纳入][财政]专户管理的?]教育收费[资金|收入]*",
      gives: { fund: "institutional.tuition" },
    },
  ],
  other: [{ words: "捐赠收入", gives: { fund: "other.donation" } }],
};
