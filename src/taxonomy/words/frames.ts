import type { Entry } from "./meaning.ts";

/** Flow, period and stage. */
export const FRAME_WORDS: readonly Entry[] = [
  { words: ["收入(?:预算)?", "(?:本年)?收入来源"], gives: { flow: "income" } },
  { words: ["(?:财政拨款)?支出(?:预算)?", "支出用途"], gives: { flow: "expenditure" } },
  // The total of one side, as the table has it: what it is a total of, the table says.
  { words: ["收入(?:合计|总计|总额)"], gives: { flow: "income" }, neutral: true },
  { words: ["支出(?:合计|总计|总额)"], gives: { flow: "expenditure" }, neutral: true },
  {
    words: ["(?:年初|本年度?|当年)?预算(?:安排)?数?", "预算金额", "(?:政府)?采购预算(?:数|金额)?"],
    neutral: true,
    stage: "budget",
  },
  {
    words: [
      "(?:本年)?(?:支出)?决算(?:统计)?数?",
      "统计数",
      "决算金额",
      "(?:本年|全年)?(?:预算)?(?:执行|完成)数?",
    ],
    neutral: true,
    stage: "final",
  },
  { words: ["(?:全年|调整)(?:后)?预算数?", "年度调整预算数"], neutral: true, stage: "adjusted" },
  { words: ["上年(?:初)?预算数?", "上年预算"], neutral: true, stage: "budget", year: "previous" },
  {
    words: ["上年(?:预算)?(?:决算|执行|完成)数?", "上年度?决算数?"],
    neutral: true,
    stage: "final",
    year: "previous",
  },
];

/** Words that say only that money stands below, or that it is a difference: tried when nothing else fits. */
export const NEUTRAL_WORDS: readonly Entry[] = [
  {
    words: [
      "(?:(?:收入|支出|收支)?总计|合计|小计|金额|总额|本年|数额|资金总额|支出金额|预算总额|金额合计|资金(?:总计|合计)|预算金额合计|采购金额|总价|项目总额|小计金额|价值|资产价值|账面价值|资金来源|项目金额|金额\\(.*\\))",
    ],
    neutral: true,
  },
  {
    words: [
      ".*(?:增减|增长|增加|减少|下降|变动)(?:额|率|幅度|情况|金额|%|数|比例|\\(.*\\)).*",
      ".*(?:增减|增长|变动)(?:变化|变动).*",
      ".*(?:比|较|与)(?:上年|年初|去年|预算|20\\d\\d年).*",
      "(?:本年)?增减",
      ".*(?:占比|比重|百分比|完成率|执行率|比例|%)",
    ],
    role: "change",
  },
];
