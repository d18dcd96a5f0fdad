import type { Kind, ProjectType } from "../../model/coordinates.ts";
import type { Concept } from "./concept.ts";
import type { Entry } from "./meaning.ts";

const SUM = "(?:小计|合计)?";

/**
 * Kinds whose names are those of economic classes as well: below 基本支出 工资福利支出 is a part of it, by itself it is
 * the whole class, of which projects have a part.
 */
export const ECONOMIC_KINDS: ReadonlySet<string> = new Set<Kind>([
  "basic.personnel.wages",
  "basic.personnel.family",
  "basic.operating.goods",
  "basic.operating.capital",
]);

/** The type of a project (contract section 1). */
export const PROJECT_TYPE_CONCEPTS: Readonly<Record<ProjectType, Concept>> = {
  other_operation: {
    zh: "其他运转类",
    en: "other operation",
    heading: ["其他运转类(?:项目)?(?:支出)?"],
  },
  specific_purpose: {
    zh: "特定目标类",
    en: "specific purpose",
    heading: ["特定目标类(?:项目)?(?:支出)?"],
  },
  personnel: { zh: "人员类", en: "personnel", heading: ["人员(?:经费)?类(?:项目)?"] },
  public: { zh: "公用经费", en: "public", heading: ["公用经费(?:类|项目)*"] },
};

const { other_operation, specific_purpose } = PROJECT_TYPE_CONCEPTS;

/** What it is spent on (contract section 4), in the order in which headings are tried. */
export const KIND_CONCEPTS: Readonly<Record<Kind, Concept>> = {
  total: { zh: "合计", en: "all expenditure" },
  current: {
    zh: "本年支出",
    en: "expenditure of the year",
    heading: ["本年支出(?:合计|小计|预算)?", "当年支出(?:合计|小计)?"],
    also: { flow: "expenditure" },
  },
  basic: {
    zh: "基本支出",
    en: "basic expenditure",
    words: "基本支出",
    heading: [
      `(?:其中:)?(?:本年)?(?:部门|机构|一般公共预算|财政拨款)?{}(?:预算)?${SUM}`,
      "本年.*{}",
      "人员经费和公用经费支出",
    ],
  },
  "basic.personnel": {
    zh: "人员经费",
    en: "personnel",
    words: "人员(?:经费|支出)(?:支出)?",
    heading: [`人员(?:经费|支出)+${SUM}`, "人员类(?:项目)?(?:支出)?"],
  },
  "basic.personnel.wages": {
    zh: "工资福利支出",
    en: "wages and welfare",
    heading: ["工资福利支出"],
  },
  "basic.personnel.family": {
    zh: "对个人和家庭的补助",
    en: "allowances to individuals and families",
    heading: ["对个人和?家庭的?补助(?:支出)?", "对家庭和个人的?补助(?:支出)?"],
  },
  "basic.operating": {
    zh: "公用经费",
    en: "operating",
    words: "(?:日常)?公用(?:经费|支出)(?:支出)?",
    heading: [`(?:日常|运转类|定额)?公用(?:经费|支出)+(?:类|项目|支出)*${SUM}`],
  },
  "basic.operating.goods": {
    zh: "商品和服务支出",
    en: "goods and services",
    heading: ["商品和?服务支出"],
  },
  "basic.operating.capital": { zh: "资本性支出", en: "capital", heading: ["(?:其他)?资本性支出"] },
  project: {
    zh: "项目支出",
    en: "project expenditure",
    words: "项目支出",
    heading: [`(?:其中:)?{}(?:预算)?${SUM}`, "专项业务经?费(?:项目)?(?:支出)?", "项目经费"],
    // 人员类项目支出 is basic expenditure.
    prose: ["(?<!类){}"],
  },
  "project.construction": {
    zh: "项目支出·基本建设",
    en: "project expenditure: construction",
    heading: ["(?:其中:)?基本建设(?:类项目|项目|资金)(?:支出)?", "其中:基本建设支出"],
  },
  "project.other_operation": other_operation,
  "project.specific_purpose": specific_purpose,
  business: { zh: "经营支出", en: "business expenditure", words: "(?:事业单位)?经营支出" },
  remittance: {
    zh: "上缴上级支出",
    en: "remittance to the superior unit",
    words: "上[缴解]上级支出",
    heading: ["(?:上缴|上解)上级(?:单位)?(?:支出)?"],
  },
  subsidy: {
    zh: "对附属单位补助支出",
    en: "subsidy to subordinate units",
    words: "对附属单位补助支出",
    heading: ["对?(?:附属|下级|下属)单位的?补助(?:支出)?"],
  },
  reserve: { zh: "单位预留机动经费", en: "reserve", words: "(?:单位)?预留机动经费" },
  distribution: {
    zh: "结余分配",
    en: "distribution of surplus",
    words: "结余分配",
    heading: ["(?:事业单位)?{}"],
  },
  carried_forward: {
    zh: "年终结转结余",
    en: "carried forward",
    words: "结转下年(?:资金|支出)?|年末结转和?结余",
    heading: [
      "(?:年末|年终)(?:财政拨款)?结转(?:和|及)?结余(?:资金)?",
      "结转下年(?:度|支出|资金)*",
      "年[终末]结余",
    ],
  },
  "carried_forward.basic": { zh: "年终结转·基本支出", en: "carried forward: basic" },
  "carried_forward.project": { zh: "年终结转·项目支出", en: "carried forward: project" },
};

/** Words that mean what they do only below a kind: 基本支出结转 below 年初结转和结余 is a source of income. */
export const WORDS_BELOW_KINDS: Partial<Record<Kind, readonly Entry[]>> = {
  project: [
    { words: ["基本建设(?:类)?(?:项目)?(?:支出)?"], gives: { kind: "project.construction" } },
  ],
  // The two parts that 项目支出结转和结余 is printed in have no id of their own.
  "carried_forward.project": [{ words: ["项目支出结转", "项目支出结余"], role: "unknown" }],
  carried_forward: [
    {
      words: ["(?:其中:)?基本支出结转(?:和结余)?"],
      gives: { kind: "carried_forward.basic" },
    },
    {
      words: ["(?:其中:)?项目支出结转(?:和结余)?"],
      gives: { kind: "carried_forward.project" },
    },
  ],
};
