import { FUND_CONCEPTS } from "../../taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../../taxonomy/words/items.ts";
import { KIND_CONCEPTS } from "../../taxonomy/words/kinds.ts";
import { listed, pattern } from "../../taxonomy/words/notation.ts";

/** What tells who published a disclosure, for which year, and of what kind: words and the weight of their evidence. */

const FUNDS = `${FUND_CONCEPTS.fiscal.zh} ${FUND_CONCEPTS.general_public.zh} 政府性基金`;

/** Labels before the name of the department or unit; a colon or a cell border follows. */
export const NAME_LABELS = pattern(`
  [编制|编报|填报|公开|预算](部门|单位) (部门|单位)名称 (部门（单位）|单位（部门）)[名称] 部门/单位 预算主管部门`);

/** Labels of projects: they name the publisher as a rule, or the department above it. */
export const WEAK_LABELS = "主管部门";

/** What follows a name on the same line and is no part of it. */
export const AFTER_NAME = pattern("[金额]单位 [预算]年度 日期 制表 公开");

/** Endings of the names of bodies that publish; a text that ends otherwise is taken for a name only behind a label. */
export const BODY_ENDINGS = pattern(`
  局 厅 部 委 办 院 署 处 所 站 队 会 校 园 馆 社 团 室 庭 中心 (大|中|小)学 公司 集团 银行 政府 机关 人大 政协
  (妇|残|文|侨|社科|工商)联 (科|作)协 (电视|气象)台 街道 乡 镇 (林|农)场 本级 （本级）`);

/** What a disclosure is called after the name of its department or the year. */
export const CALLED = pattern(
  // Not within a name: 某某局(本级)部门决算.
  `部门 单位 (?<!（)本级 预算 决算 行政经费 ${ITEM_CONCEPTS.operating_funds.zh} [“|"]三公 ${FUNDS}`,
);

/** A name that says which place's only by its rank: 市国资委, 县财政局; not 市场监督管理局. */
export const RELATIVE = /^[省市县区州旗](?![域级场]|政[管工园设公])/;

/** What bodies of the party put before their place, or leave out. */
export const PARTY = /^(?:中共|中国共产党)/;

/** The departments of a place together, with what a government calls that: 县级部门, 全市各部门, 区本级. */
export const ROLL_UP =
  /(?:[省市县区州旗]本?级|全[省市县区州旗]|^(?:20\d\d年度?)?本级)(?:各?(?:部门|单位|预算单位))?.*(?:预算|决算|三公)/;

/** What a place itself publishes, its name being the first group: 某县2023年三公经费预算情况, 2023年某县三公经费预算情况. */
export const OF_PLACE =
  /^(?:20\d\d年度?(?=[^\d]*.三公))?([^\d]*[省市县区州旗])(?:20\d\d年度?)?.?三公/;

/** The place whose departments' figures its office of finance gathered: 经某县财政局汇总. */
export const GATHERED = /经([^\d,，。]{1,12}[省市县区州旗])财政[局厅]汇总/;

/** Sites of governments at large: what stands on them is their departments'. */
export const PORTAL = /(?:人民政府|政府|网|门户|网站|信息公开|政务公开)$/;

/** Words that stand for a name without being one. */
export const NO_NAMES =
  /^(?:[省市县区州旗]本级$|[本我该各全]|(?:所属)?(?:部门|单位|机关)(?:及|和|所|本|[(]|$)|第.部分|附件|关于|按照|根据|纳入|现将|反映)|表$|金额|万元|^元$/;

/** 上海市XX局: what a blank form prints where the name belongs. */
export const PLACEHOLDER = /[XxＸ×✕*_＿○〇]{2}/;

/** What a title says the document is. */
export const STAGE_WORDS = {
  final: ["决算"],
  budget: [
    ...listed("部门预算 单位预算 预算公开 预算表 预算总表 预算信息 收支预算 预算情况"),
    ...listed("三公”预算 经费预算 经费”预算"),
  ],
};

/** What a document is called that publishes figures of a budget or final account, with tables or without. */
export const ANNOUNCED =
  /(?:部门|单位|本级|财政|收支|年度?|总)(?:预算|决算|预决算)|(?:预算|决算)(?:信息)?(?:公开|公示|(?:编制)?(?:情况)?(?:的)?(?:说明|报告))|三公.?(?:经费|支出|消费|预算|决算)/;

/** How a sentence begins that says the same where no title does. */
export const ANNOUNCING =
  /^[^\d,，。]{0,40}20\d\d年度?[^\d,，。]{0,20}?(?:部门预算|部门决算|三公.?(?:经费|支出))|现[将就].{0,60}(?:预算|决算|三公).{0,20}(?:公布|公开|公示|通报|说明)如下|财政[局厅]汇总[,，]20\d\d年.{0,120}三公/;

/** Words of titles that name no stage, taken out before STAGE_WORDS are looked for. */
export const NO_STAGE = pattern("预决算 (决算|预算)(数|单位) 预算绩效");

export const SCOPE_WORDS = {
  department: listed("部门汇总 汇总预算 汇总决算 部门预算 部门决算 部门收支 编制部门"),
  unit: listed("单位预算 单位决算 单位收支 本级预算 本级决算 编制单位"),
};

/** Words of titles that name no scope, taken out before SCOPE_WORDS are looked for. */
export const NO_SCOPE = pattern("(预算|决算)单位 部门（单位） 单位（部门） 部门单位");

/** What a fiscal year is said of: `2024年` before one of these is the year of the disclosure, or one it compares with. */
export const OF_YEAR = pattern(`
  部门 单位 本(级|部门) 我(部门|单位) (省|市|县|区)本?级 收支 收入 支出 预算 决算 年初 行政 机关运行 三公 政府采购
  整体 情况 国有资本经营 ${KIND_CONCEPTS.project.zh} ${KIND_CONCEPTS.basic.zh} ${FUNDS}`);

/** Before a year that is only compared with. */
export const COMPARED = pattern("与 比 较 同 于 上年 和");

/** How much a piece of evidence counts. The strongest kinds repeat on every page; a sentence never outweighs them. */
export const WEIGHTS = {
  label: 10,
  cover: 12,
  title: 8,
  cell: 5,
  heading: 3,
  weak: 1,
  site: 1,
  /** Less than anything that names the place as well. */
  relative: 0.1,
  sentence: 1,
} as const;

/** Peoples in the names of autonomous divisions, which everyday names leave out: 大理白族自治州 is 大理州. */
export const PEOPLES = pattern(`
  (蒙古|朝鲜|哈萨克)族? 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 满族 侗族 瑶族 白族 土家族 哈尼族 傣族 黎族 傈僳族 佤族
  畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 普米族
  塔吉克 怒族 鄂温克族 鄂伦春 保安族 裕固族 独龙族 各族`);

/** What stands behind a department where its own offices are meant: 某某局（本级）. */
export const OWN_OFFICES = /[（(]?(?:机关)?本级[）)]?$/;
