import type { Fund, Kind } from "../../model/coordinates.ts";
import { wordsOf } from "../../taxonomy/words/concept.ts";
import { FUND_CONCEPTS } from "../../taxonomy/words/funds.ts";
import { listed, whole } from "../../taxonomy/words/notation.ts";

/**
 * The words of performance forms (绩效目标表), gathered from the forms of Henan, Hebei, Shandong, Shanghai, Jiangsu, Sichuan,
 * Yunnan and the national 项目支出绩效目标表. Adding a variant is adding a word. All are compared without spaces,
 * brackets folded to half width, and a trailing colon dropped.
 */

const { fiscal, special_account, unit, carry_over } = FUND_CONCEPTS;

/** What a column of the list of indicators holds. */
export type IndicatorRole = "level1" | "level2" | "level3" | "sign" | "value" | "measure" | "note";

/** Columns to the left of the list, in forms that put many projects into one table. */
export type KeyRole = "project-code" | "project-name" | "amount" | "side";

export type FormRole = IndicatorRole | KeyRole;

/** Headings of columns. `side` is a heading whose column carries nothing that we keep (年度目标, 权重). */
export const HEADINGS: Readonly<Record<FormRole, RegExp>> = {
  level1: whole("[绩效](一级|1级)[绩效]指标[名称]"),
  level2: whole("[绩效](二级|2级)[绩效]指标[名称]"),
  level3: whole("[绩效](三级|3级)[绩效]指标[名称] [绩效]指标名称 具体指标"),
  sign: whole("[绩效]指标(性质|符号|方向) [比较|运算|计算]符号 指标值符号"),
  value: whole(`
    [本?年度?|全年|预期|预计|计划|绩效|当年|项目|实施期|中期|总体|年度（?/?项目）?][绩效](指标|目标)[目标]值[（…）]
    (目标|指标)值及单位`),
  measure: whole("[绩效|指标][度量|计量|指标|指标值]单位"),
  note: whole(`
    [绩效]指标值?(描述|解释|说明|内容|内涵|确定依据|来源|备注|属性)[及…] 评(分|价)标准 评（扣）分标准 备注 说明
    指标值?说明 设定依据 数据来源 符号说明`),
  "project-code": whole("单位编码（项目编码） 项目(编码|代码) 单位/项目编码"),
  "project-name": whole("项目单位（项目名称） 项目[名称] 单位名称（项目名称） 单位/项目名称"),
  amount: whole(`
    [资金|预算|项目](总额|金额|预算数|总计|合计) [项目](资金|预算|金额)[总额|合计|数][（…元）]
    [其中：](政府预算资金|${special_account.zh}|${wordsOf(unit)}|${wordsOf(fiscal)}|${carry_over.zh})`),
  side: whole(`
    [年度][总体|项目][年度][绩效](目标|指标) (实施期|中期|年度)[绩效]目标[（…）] 项目年度绩效目标
    [指标](分值|权重|分值权重) (单位|预算单位|主管部门|实施单位|部门)[名称|编码|代码] 序号 项目(类别|类型|属性)
    (上年|历史|半年)度?(指标|目标)值`),
};

/** Level-1 indicators; a heading of this kind over a pair of 三级指标 and 指标值 is the level of that pair. */
export const LEVEL1 = whole(`
  [项目](投入[管理]|过程[管理]|管理|产出|成本|效益|满意度?|效果|影响力?|结果|履职效能|管理效率|运行成本|社会效应)(目标|指标)
  [项目](可持续性|可持续影响|部门管理|部门效果)(目标|指标) (共|个)性指标`);

/** Level-2 indicators by the level 1 that they belong to; under the empty one what occurs under several. */
const LEVEL2: Readonly<Record<string, RegExp>> = {
  投入管理指标: whole("工作目标管理 预算和财务管理 绩效管理"),
  产出指标: whole("重点工作任务完成 履职目标实现 (数量|质量|时效)指标"),
  成本指标: whole("(经济|社会|生态环境)成本[指标]"),
  效益指标: whole("履职效益 满意度 (经济|社会|生态)效益[指标] 可持续影响[指标]"),
  满意度指标: whole("服务对象满意度[指标]"),
  "": whole("成本指标"),
};

/** The level 1 that a level-2 indicator belongs to, or undefined for any other word. */
export function levelAbove(word: string): string | undefined {
  return Object.keys(LEVEL2).find((level1) => LEVEL2[level1]?.test(word));
}

/**
 * The common indicators of Henan's department-wide form and their level 2, the same in every department (河南省部门整体绩效
 * 目标表). They settle where a text source has lost the place of a merged level-2 label.
 */
export const COMMON_INDICATORS: Readonly<Record<string, readonly string[]>> = {
  工作目标管理: listed("年度履职目标相关性 工作任务科学性 绩效指标合理性"),
  预算和财务管理: listed(`
    预算编制完整性 专项资金细化率 预算执行率 预算调整率 结转结余率 “三公经费”控制率 政府采购执行率 决算真实性
    资金使用合规性 管理制度健全性 预决算信息公开性 资产管理规范性`),
  绩效管理: listed(
    "绩效目标编制完成率 绩效监控完成率 绩效自评完成率 部门绩效评价完成率 评价结果应用率",
  ),
};

/** Labels before the list of indicators, with the value to their right. */
export const PROJECT_CODE = /^项目(编码|代码|编号)$/;
export const PROJECT_NAME = /^(专项资金|政策|项目|专项)(及代码)?(\(资金\))?名称(\(.*\))?$/;

/** Labels of amounts. A figure behind another label is reported, not read as money. */
export const AMOUNT_LABEL = /预算|资金|拨款|金额|总额|结转|收入|支出$|支出[:(]|经费|专户|投入/;

/** Figures of a form that are known to be no money. */
export const NO_AMOUNT = /分值|得分|权重|执行率|序号|年限|期限|人数|编码|代码|电话|日期|邮编|年度$/;

/** Of a project over all of its years, where a form prints this year's beside it. */
export const WHOLE = /实施期|中期|总投资|^项目(总额|总金额|总预算|(绩效)?指标值|目标值)/;
/** What the targets below it are for. */
export const TERM = /^(实施期|中期|年度)(总体)?(绩效)?目标(\(.*\))?$/;

/** Labels of parts, which are of what the total above them is of. */
export const PART = /^其中|^(其他|上年|财政|单位|自筹|专户)/;
export const THIS_YEAR = /年度|本年|当年/;

/** The row that opens a payment schedule, and the dates in it. */
export const SCHEDULE = /资金支出计划|支出进度计划|用款计划|资金使用计划|实施进度计划/;
export const SCHEDULE_DATE =
  /^(\d{1,2}月底?|第?[一二三四1-4]季度|[上下]半年|全年)(前|\(%\)|累计)?$/;

/** Coordinates that the heading of an amount column gives; the first that fits is taken. */
export const AMOUNT_COLUMNS: readonly (readonly [RegExp, { fund?: Fund; kind?: Kind }])[] = [
  [/其他资金/, { fund: "other" }],
  [new RegExp(`政府预算资金|${wordsOf(fiscal)}`), { fund: "fiscal" }],
  [new RegExp(wordsOf(special_account)), { fund: "special_account" }],
  [new RegExp(wordsOf(unit)), { fund: "unit" }],
  [new RegExp(wordsOf(carry_over)), { fund: "carry_over" }],
  [/总额|总计|合计|金额|预算数/, { fund: "total" }],
];

/** A word of a form as the vocabularies above compare it. */
export function formWord(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[:：]$/, "");
}
