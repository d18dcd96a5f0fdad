import type { Item } from "../../model/coordinates.ts";
import type { Concept } from "./concept.ts";
import type { Entry } from "./meaning.ts";

const COST = "(?:费用?|经费|支出)";
const PART = "(?:其中:)?";
const CAR = "(?:公务用车|公务车辆|公车|车辆)";
const OFFICIAL_CAR = "(?:公务(?:用车辆|用车|车辆|车)|公车)";

/** The three-public items and their neighbours (contract section 5), in the order in which headings are tried. */
export const ITEM_CONCEPTS: Readonly<Record<Item, Concept>> = {
  three_public: {
    zh: "“三公”经费合计",
    en: "three public expenses",
    words: "三公经费",
    heading: [
      "(?:本年|当年)?(?:财政拨款|一般公共预算)?(?:(?:财政)?拨款|资金)?(?:安排的?)?{}(?:财政拨款)?(?:支出)?(?:合计|小计|总计|总额|预算数?|决算数?|支出)*",
      "(?:总)?{}总?支出",
    ],
    prose: ['[“"〝「‘]?三公[”"〞」’]?(?:经?费(?:用)?|支出)'],
  },
  "three_public.overseas": {
    zh: "因公出国（境）费",
    en: "travel abroad",
    words: "因公(?:临时)?出国",
    heading: [`{}(?:\\(境\\))?${COST}*`, `出国\\(境\\)${COST}`],
    prose: [`{}\\(?境?\\)?(?:费用?|经费支出|经费|支出)?`],
  },
  "three_public.overseas.academic": {
    zh: "因公出国（境）费·教学科研",
    en: "travel abroad: teaching and research",
    heading: [`${PART}教学科研人员因公出国(?:\\(境\\))?(?:费用?)?`],
  },
  "three_public.overseas.other": {
    zh: "因公出国（境）费·其他",
    en: "travel abroad: other",
    heading: [`${PART}其他因公出国(?:\\(境\\))?(?:费用?)?`, "其他人员因公出国.*"],
  },
  "three_public.vehicle": {
    zh: "公务用车购置及运行费",
    en: "official vehicles",
    words: OFFICIAL_CAR,
    heading: [
      `公务用车购置(?:费)?(?:及|和|、)(?:公务用车)?运(?:行|维)(?:维护)?${COST}*(?:小计|合计)?`,
      "公务用车(?:费用?|经费)",
      "(?:公车|车辆)购置(?:及|和)运行(?:维护)?费用?",
    ],
    prose: [
      `{}(?:(?:购置费?)?(?:及|和|与|、)(?:运行|运维|维护)(?:维护)?)?${COST}`,
      `车辆购置(?:及|和|与|、)运行(?:维护)?${COST}`,
    ],
  },
  "three_public.vehicle.purchase": {
    zh: "公务用车购置费",
    en: "purchase of vehicles",
    words: OFFICIAL_CAR,
    heading: [`${PART}${CAR}?购置${COST}*`],
    prose: [`{}购置${COST}?`],
  },
  "three_public.vehicle.operation": {
    zh: "公务用车运行费",
    en: "running of vehicles",
    words: OFFICIAL_CAR,
    heading: [
      `${PART}${CAR}?(?:运行|维护|运维)(?:[及和]?维护|[及和]?运行)?${COST}+`,
      `${PART}${CAR}运行(?:[及和]?维护)?`,
      `${PART}运行`,
    ],
    prose: [`{}(?:运行|运维)(?:费?维护)?${COST}`],
  },
  "three_public.reception": {
    zh: "公务接待费",
    en: "official reception",
    words: "公务接待",
    heading: [`${PART}(?:公务)?接待${COST}*`],
    prose: [`{}${COST}`, "{}(?=为?\\d|[比较])", "(?<![\\u4e00-\\u9fff])接待费用?"],
  },
  meeting: {
    zh: "会议费",
    en: "meetings",
    words: "会议费",
    heading: ["{}(?:支出)?"],
    prose: ["{}"],
  },
  training: {
    zh: "培训费",
    en: "training",
    words: "培训费",
    heading: ["{}(?:支出)?"],
    prose: ["{}"],
  },
  operating_funds: {
    zh: "机关运行经费",
    en: "running costs of the office",
    words: "(?:机关|机构)(?:\\(事业\\))?运[行转](?:经费|费)",
    // 广东 prints 行政经费 beside the three public ones.
    heading: ["(?:部门)?(?:机关|机构)运行经费(?:支出)?(?:预算数?|决算数?)?", "行政经费"],
    prose: ["{}", "(?<=部门|单位)运行经费"],
  },
  table_total: { zh: "全表合计", en: "total of the table" },
  reserved_for_small_firms: {
    zh: "预留中小微企业份额",
    en: "reserved for small firms",
    heading: [".*(?:预留|面向)给?中小微?型?企业.*"],
  },
  project_budget: { zh: "项目预算", en: "budget of the project" },
};

/** Headings that say more than an item: the year before (湖南), a project's whole budget beside each purchase (河北). */
export const ITEM_EXCEPTIONS: readonly Entry[] = [
  {
    words: [`上年${ITEM_CONCEPTS.three_public.words}预算数?`],
    gives: { item: "three_public" },
    stage: "budget",
    year: "previous",
  },
  { words: ["预算资金", "项目预算(?:资金)?"], role: "amount", gives: { item: "project_budget" } },
];
