import { FUND_CONCEPTS } from "../../taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../../taxonomy/words/items.ts";
import { KIND_CONCEPTS } from "../../taxonomy/words/kinds.ts";

/** What tells who published a disclosure, for which year, and of what kind: words and the weight of their evidence. */

const { fiscal, general_public } = FUND_CONCEPTS;
const { basic, project } = KIND_CONCEPTS;

/** Labels before the name of the department or unit, longest first; a colon or a cell border follows. */
export const NAME_LABELS = [
  "部门(单位)名称",
  "单位(部门)名称",
  "预算主管部门",
  "部门(单位)",
  "单位(部门)",
  "部门/单位",
  "部门名称",
  "单位名称",
  "编制部门",
  "编制单位",
  "编报部门",
  "编报单位",
  "填报部门",
  "填报单位",
  "公开部门",
  "公开单位",
  "预算部门",
  "预算单位",
  "部门",
  "单位",
] as const;

/** Labels of projects: they name the publisher as a rule, or the department above it. */
export const WEAK_LABELS = ["主管部门"] as const;

/** What follows a name on the same line and is no part of it. */
export const AFTER_NAME = ["金额单位", "单位", "预算年度", "年度", "日期", "制表", "公开"] as const;

/** Endings of the names of bodies that publish; a text that ends otherwise is taken for a name only behind a label. */
export const BODY_ENDINGS = [
  "局",
  "厅",
  "部",
  "委",
  "办",
  "院",
  "署",
  "处",
  "所",
  "站",
  "队",
  "会",
  "校",
  "园",
  "馆",
  "社",
  "团",
  "室",
  "院",
  "庭",
  "中心",
  "学院",
  "大学",
  "中学",
  "小学",
  "公司",
  "集团",
  "银行",
  "政府",
  "机关",
  "人大",
  "政协",
  "妇联",
  "残联",
  "文联",
  "侨联",
  "社科联",
  "工商联",
  "科协",
  "作协",
  "电视台",
  "气象台",
  "街道",
  "乡",
  "镇",
  "林场",
  "农场",
  "本级",
  "(本级)",
] as const;

/** What a disclosure is called after the name of its department or the year. */
export const CALLED = [
  "部门",
  "单位",
  // Not within a name: 某某局(本级)部门决算.
  "(?<![(])本级",
  "预算",
  "决算",
  fiscal.zh,
  general_public.zh,
  "政府性基金",
  "行政经费",
  ITEM_CONCEPTS.operating_funds.zh,
  '[“"]?三公',
] as const;

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
    "部门预算",
    "单位预算",
    "预算公开",
    "预算表",
    "预算总表",
    "预算信息",
    "收支预算",
    "预算情况",
    "三公”预算",
    "经费预算",
    "经费”预算",
  ],
} as const;

/** What a document is called that publishes figures of a budget or final account, with tables or without. */
export const ANNOUNCED =
  /(?:部门|单位|本级|财政|收支|年度?|总)(?:预算|决算|预决算)|(?:预算|决算)(?:信息)?(?:公开|公示|(?:编制)?(?:情况)?(?:的)?(?:说明|报告))|三公.?(?:经费|支出|消费|预算|决算)/;

/** How a sentence begins that says the same where no title does. */
export const ANNOUNCING =
  /^[^\d,，。]{0,40}20\d\d年度?[^\d,，。]{0,20}?(?:部门预算|部门决算|三公.?(?:经费|支出))|现[将就].{0,60}(?:预算|决算|三公).{0,20}(?:公布|公开|公示|通报|说明)如下|财政[局厅]汇总[,，]20\d\d年.{0,120}三公/;

/** Words of titles that name no stage, taken out before STAGE_WORDS are looked for. */
export const NO_STAGE = ["预决算", "决算数", "预算数", "预算绩效", "预算单位", "决算单位"] as const;

export const SCOPE_WORDS = {
  department: ["部门汇总", "汇总预算", "汇总决算", "部门预算", "部门决算", "部门收支", "编制部门"],
  unit: ["单位预算", "单位决算", "单位收支", "本级预算", "本级决算", "编制单位"],
} as const;

/** Words of titles that name no scope, taken out before SCOPE_WORDS are looked for. */
export const NO_SCOPE = ["预算单位", "决算单位", "部门(单位)", "单位(部门)", "部门单位"] as const;

/** What a fiscal year is said of: `2024年` before one of these is the year of the disclosure, or one it compares with. */
export const OF_YEAR = [
  "部门",
  "单位",
  "区级",
  "市级",
  "省级",
  "县级",
  "本级",
  "省本级",
  "市本级",
  "县本级",
  "区本级",
  "收支",
  "收入",
  "支出",
  fiscal.zh,
  general_public.zh,
  "政府性基金",
  "国有资本经营",
  project.zh,
  basic.zh,
  "预算",
  "决算",
  "年初",
  "行政",
  "机关运行",
  "三公",
  "政府采购",
  "整体",
  "本部门",
  "我部门",
  "我单位",
  "情况",
] as const;

/** Before a year that is only compared with. */
export const COMPARED = ["与", "比", "较", "同", "于", "上年", "和"] as const;

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
export const PEOPLES = [
  "蒙古族",
  "蒙古",
  "回族",
  "藏族",
  "维吾尔",
  "苗族",
  "彝族",
  "壮族",
  "布依族",
  "朝鲜族",
  "朝鲜",
  "满族",
  "侗族",
  "瑶族",
  "白族",
  "土家族",
  "哈尼族",
  "哈萨克族",
  "哈萨克",
  "傣族",
  "黎族",
  "傈僳族",
  "佤族",
  "畲族",
  "拉祜族",
  "水族",
  "东乡族",
  "纳西族",
  "景颇族",
  "柯尔克孜",
  "土族",
  "达斡尔族",
  "仫佬族",
  "羌族",
  "布朗族",
  "撒拉族",
  "毛南族",
  "仡佬族",
  "锡伯",
  "普米族",
  "塔吉克",
  "怒族",
  "鄂温克族",
  "鄂伦春",
  "保安族",
  "裕固族",
  "独龙族",
  "各族",
] as const;

/** What stands behind a department where its own offices are meant: 某某局（本级）. */
export const OWN_OFFICES = /[（(]?(?:机关)?本级[）)]?$/;
