import type { Kind, ProjectType } from "../../model/coordinates.ts";
import { type Concepts, concept, word } from "./concept.ts";
import type { Entry } from "./meaning.ts";

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
export const PROJECT_TYPE_CONCEPTS: Concepts<ProjectType> = {
  other_operation: concept("其他运转类", "other operation", { heading: "其他运转类[项目][支出]" }),
  specific_purpose: concept("特定目标类", "specific purpose", {
    heading: "特定目标类[项目][支出]",
  }),
  personnel: concept("人员类", "personnel", { heading: "人员[经费]类[项目]" }),
  public: concept("公用经费", "public", { heading: "公用经费[类|项目]*" }),
};

const { other_operation, specific_purpose } = PROJECT_TYPE_CONCEPTS;

/** What it is spent on (contract section 4), in the order in which headings are tried. */
export const KIND_CONCEPTS: Concepts<Kind> = {
  total: concept("合计", "all expenditure"),
  current: concept("本年支出", "expenditure of the year", {
    heading: "(本年|当年)支出[预算]",
    also: { flow: "expenditure" },
  }),
  basic: word("基本支出", "basic expenditure", {
    heading: "[部门|机构|一般公共预算|财政拨款]{}[预算] 本年…{} 人员经费和公用经费支出",
  }),
  "basic.personnel": concept("人员经费", "personnel", {
    words: "人员(经费|支出)[支出]",
    heading: "人员(经费|支出)+ 人员类[项目][支出]",
  }),
  "basic.personnel.wages": concept("工资福利支出", "wages and welfare", {
    heading: "工资福利支出",
  }),
  "basic.personnel.family": concept(
    "对个人和家庭的补助",
    "allowances to individuals and families",
    {
      heading: "对(个人和?家庭|家庭和个人)的?补助[支出]",
    },
  ),
  "basic.operating": concept("公用经费", "operating", {
    words: "[日常]公用(经费|支出)[支出]",
    heading: "[日常|运转类|定额]公用(经费|支出)+[类|项目|支出]*",
  }),
  "basic.operating.goods": concept("商品和服务支出", "goods and services", {
    heading: "商品和?服务支出",
  }),
  "basic.operating.capital": concept("资本性支出", "capital", { heading: "[其他]资本性支出" }),
  project: word("项目支出", "project expenditure", {
    heading: "{}[预算] 专项业务经?费[项目][支出] 项目经费",
    // 人员类项目支出 is basic expenditure.
    prose: "(?<!类){}",
  }),
  "project.construction": concept("项目支出·基本建设", "project expenditure: construction", {
    heading: "基本建设(类项目|项目|资金)[支出] 其中：基本建设支出",
  }),
  "project.other_operation": other_operation,
  "project.specific_purpose": specific_purpose,
  business: concept("经营支出", "business expenditure", { words: "[事业单位]经营支出" }),
  remittance: concept("上缴上级支出", "remittance to the superior unit", {
    words: "上(缴|解)上级支出",
    heading: "上(缴|解)上级[单位][支出]",
  }),
  subsidy: word("对附属单位补助支出", "subsidy to subordinate units", {
    heading: "对?(附属|下级|下属)单位的?补助[支出]",
  }),
  reserve: concept("单位预留机动经费", "reserve", { words: "[单位]预留机动经费" }),
  distribution: word("结余分配", "distribution of surplus", { heading: "[事业单位]{}" }),
  carried_forward: concept("年终结转结余", "carried forward", {
    words: "结转下年[资金|支出] 年末结转和?结余",
    heading: "(年末|年终)[财政拨款]结转[和|及]结余[资金] 结转下年[度|支出|资金]* 年(终|末)结余",
  }),
  "carried_forward.basic": concept("年终结转·基本支出", "carried forward: basic"),
  "carried_forward.project": concept("年终结转·项目支出", "carried forward: project"),
};

/** Words that mean what they do only below a kind: 基本支出结转 below 年初结转和结余 is a source of income. */
export const WORDS_BELOW_KINDS: Partial<Record<Kind, readonly Entry[]>> = {
  project: [{ words: "基本建设[类][项目][支出]", gives: { kind: "project.construction" } }],
  // The two parts that 项目支出结转和结余 is printed in have no id of their own.
  "carried_forward.project": [{ words: "项目支出结转 项目支出结余", role: "unknown" }],
  carried_forward: [
    { words: "基本支出结转[和结余]", gives: { kind: "carried_forward.basic" } },
    { words: "项目支出结转[和结余]", gives: { kind: "carried_forward.project" } },
  ],
};
