import type { Entry } from "./meaning.ts";

const neutral = true;

/** Flow, period and stage. */
export const FRAME_WORDS: readonly Entry[] = [
  { words: "收入[预算] [本年]收入来源", gives: { flow: "income" } },
  { words: "[财政拨款]支出[预算] 支出用途", gives: { flow: "expenditure" } },
  // The total of one side, as the table has it: what it is a total of, the table says.
  { words: "收入(合计|总计|总额)", gives: { flow: "income" }, neutral },
  { words: "支出(合计|总计|总额)", gives: { flow: "expenditure" }, neutral },
  {
    words: "[年初|本年度?|当年]预算[安排]数? [政府]采购预算[数|金额]",
    ...{ neutral, stage: "budget" },
  },
  {
    words: "[本年][支出]决算[统计]数? 统计数 [本年|全年][预算](执行|完成)数?",
    ...{ neutral, stage: "final" },
  },
  { words: "(全年|调整)后?预算数? 年度调整预算数", neutral, stage: "adjusted" },
  { words: "上年度?", neutral, year: "previous" },
  { words: "上年初?预算数?", neutral, stage: "budget", year: "previous" },
  { words: "上年度?[预算](决算|执行|完成)数?", neutral, stage: "final", year: "previous" },
];

/** Words that say only that money stands below, or that it is a difference: tried when nothing else fits. */
export const NEUTRAL_WORDS: readonly Entry[] = [
  {
    words: `
      [收入|支出|收支]总计 合计 小计 本年 数额 总额 总价 价值 资产价值 账面价值 资金来源 采购金额 金额[（…）]
      (支出|项目|小计)金额 (资金|预算|项目)总额 资金(总计|合计) [预算]金额合计`,
    neutral,
  },
  {
    words: `
      …(增减|增长|增加|减少|下降|变动)(额|率|幅度|情况|金额|%|数|比例|（…）)… …(增减|增长|变动)(变化|变动)…
      …(比|较|与)(上年|年初|去年|预算|20\\d\\d年)… [本年]增减 …(占比|比重|百分比|完成率|执行率|比例|%)`,
    role: "change",
  },
];
