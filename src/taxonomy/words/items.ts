import type { Item } from "../../model/coordinates.ts";
import { type Concepts, concept, word } from "./concept.ts";
import type { Entry } from "./meaning.ts";

const COST = "(费用?|经费|支出)";
const CAR = "(公务用车|公务车辆|公车|车辆)";
const OFFICIAL_CAR = "(公务(用车辆|用车|车辆|车)|公车)";
const AND = "(及|和|与|、)";

/** The three-public items and their neighbours (contract section 5), in the order in which headings are tried. */
export const ITEM_CONCEPTS: Concepts<Item> = {
  three_public: concept("“三公”经费合计", "three public expenses", {
    words: "三公经费",
    heading: `
      [财政拨款|一般公共预算][[财政]拨款|资金][安排的?]{}[财政拨款][总计|总额|支出]* 总?{}总?支出`,
    prose: `[“|"|〝|「|‘]三公[”|"|〞|」|’](经?费用?|支出)`,
  }),
  "three_public.overseas": concept("因公出国（境）费", "travel abroad", {
    words: "因公[临时]出国",
    heading: `{}[（境）]${COST}* 出国（境）${COST}`,
    prose: "{}（?境?）?[费用?|经费支出|经费|支出]",
  }),
  "three_public.overseas.academic": concept(
    "因公出国（境）费·教学科研",
    "travel abroad: teaching and research",
    { heading: "教学科研人员因公出国[（境）][费用?]" },
  ),
  "three_public.overseas.other": concept("因公出国（境）费·其他", "travel abroad: other", {
    heading: "其他因公出国[（境）][费用?] 其他人员因公出国…",
  }),
  "three_public.vehicle": concept("公务用车购置及运行费", "official vehicles", {
    words: OFFICIAL_CAR,
    heading: `
      公务用车购置费?(及|和|、)[公务用车]运(行|维)[维护]${COST}* 公务用车(费用?|经费)
      (公车|车辆)购置(及|和)运行[维护]费用?`,
    prose: `{}[[购置费?]${AND}(运行|运维|维护)[维护]]${COST} 车辆购置${AND}运行[维护]${COST}`,
  }),
  "three_public.vehicle.purchase": concept("公务用车购置费", "purchase of vehicles", {
    words: OFFICIAL_CAR,
    heading: `${CAR}?购置${COST}*`,
    prose: `{}购置${COST}?`,
  }),
  "three_public.vehicle.operation": concept("公务用车运行费", "running of vehicles", {
    words: OFFICIAL_CAR,
    heading: `
      ${CAR}?(运行|维护|运维)[[及|和]维护|[及|和]运行]${COST}+ ${CAR}运行[[及|和]维护] 运行`,
    prose: `{}(运行|运维)[费?维护]${COST}`,
  }),
  "three_public.reception": concept("公务接待费", "official reception", {
    words: "公务接待",
    heading: `[公务]接待${COST}*`,
    prose: `{}${COST} {}(?=为?\\d|比|较) (?<!\\p{Script=Han})接待费用?`,
  }),
  meeting: word("会议费", "meetings"),
  training: word("培训费", "training"),
  operating_funds: concept("机关运行经费", "running costs of the office", {
    words: "(机关|机构)[（事业）]运(行|转)(经费|费)",
    // 广东 prints 行政经费 beside the three public ones.
    heading: "[部门](机关|机构)运行经费 行政经费",
    prose: "{} (?<=部门|单位)运行经费",
  }),
  table_total: concept("全表合计", "total of the table"),
  reserved_for_small_firms: concept("预留中小微企业份额", "reserved for small firms", {
    heading: "…(预留|面向)给?中小微?型?企业…",
  }),
  project_budget: concept("项目预算", "budget of the project"),
};

/** Headings that say more than an item: a project's whole budget beside each purchase (河北). */
export const ITEM_EXCEPTIONS: readonly Entry[] = [
  { words: "预算资金 项目预算[资金]", role: "amount", gives: { item: "project_budget" } },
];
