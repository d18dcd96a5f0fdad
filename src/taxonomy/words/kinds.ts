import type { Kind } from "../../model/coordinates.ts";
import type { Entry, Meaning } from "./meaning.ts";

const kind = (kind: Kind): Meaning => ({ gives: { kind } });

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

/** What it is spent on (contract section 4). */
export const KIND_WORDS: readonly Entry[] = [
  {
    words: ["本年支出(?:合计|小计|预算)?", "当年支出(?:合计|小计)?"],
    gives: { flow: "expenditure", kind: "current" },
  },
  {
    words: [
      "(?:其中:)?(?:本年)?(?:部门|机构)?基本支出(?:预算)?(?:小计|合计)?",
      "本年.*基本支出",
      "一般公共预算基本支出",
      "财政拨款基本支出",
      "人员经费和公用经费支出",
    ],
    ...kind("basic"),
  },
  { words: ["人员(?:经费|支出)+(?:小计|合计)?", "人员类(?:项目)?"], ...kind("basic.personnel") },
  { words: ["工资福利支出"], ...kind("basic.personnel.wages") },
  {
    words: ["对个人和?家庭的?补助(?:支出)?", "对家庭和个人的?补助(?:支出)?"],
    ...kind("basic.personnel.family"),
  },
  {
    words: ["(?:日常|运转类)?公用(?:经费|支出)+(?:类|项目)*(?:小计|合计)?"],
    ...kind("basic.operating"),
  },
  { words: ["商品和服务支出"], ...kind("basic.operating.goods") },
  { words: ["(?:其他)?资本性支出"], ...kind("basic.operating.capital") },
  {
    words: ["(?:其中:)?项目支出(?:预算)?(?:小计|合计)?", "专项业务经?费(?:项目)?(?:支出)?"],
    ...kind("project"),
  },
  {
    words: ["(?:其中:)?基本建设(?:类项目|项目|资金)(?:支出)?", "其中:基本建设支出"],
    ...kind("project.construction"),
  },
  { words: ["其他运转类(?:项目)?"], ...kind("project.other_operation") },
  { words: ["特定目标类(?:项目)?"], ...kind("project.specific_purpose") },
  { words: ["(?:事业单位)?经营支出"], ...kind("business") },
  { words: ["(?:上缴|上解)上级(?:单位)?(?:支出)?"], ...kind("remittance") },
  { words: ["对?(?:附属|下级|下属)单位的?补助(?:支出)?"], ...kind("subsidy") },
  { words: ["单位预留机动经费", "预留机动经费"], ...kind("reserve") },
  { words: ["(?:事业单位)?结余分配"], ...kind("distribution") },
  {
    words: [
      "(?:年末|年终)(?:财政拨款)?结转(?:和|及)?结余(?:资金)?",
      "结转下年(?:度|支出|资金)*",
      "年末结转结余",
    ],
    ...kind("carried_forward"),
  },
];

/** Words that mean what they do only below a kind: 基本支出结转 below 年初结转和结余 is a source of income. */
export const WORDS_BELOW_KINDS: Partial<Record<Kind, readonly Entry[]>> = {
  carried_forward: [
    { words: ["(?:其中:)?基本支出结转(?:和结余)?"], ...kind("carried_forward.basic") },
    { words: ["(?:其中:)?项目支出结转(?:和结余)?"], ...kind("carried_forward.project") },
  ],
};
