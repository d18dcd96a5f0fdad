import type { Coordinates } from "../../model/coordinates.ts";
import type { Entry, Meaning } from "./meaning.ts";

const item = (item: NonNullable<Coordinates["item"]>): Meaning => ({ gives: { item } });

/** The three-public items and their neighbours (contract section 5). */
export const ITEM_WORDS: readonly Entry[] = [
  {
    words: [
      "(?:财政拨款|一般公共预算)?(?:(?:财政)?拨款|资金)?(?:安排的?)?三公经费(?:支出)?(?:合计|小计|总计|预算数?|决算数?|支出)*",
      "(?:总)?三公经费总?支出",
    ],
    ...item("three_public"),
  },
  {
    words: [
      "因公出国(?:\\(境\\))?(?:费用?|经费|支出)*",
      "出国\\(境\\)(?:费用?|经费)",
      "因公出国\\(境\\)",
    ],
    ...item("three_public.overseas"),
  },
  {
    words: ["(?:其中:)?教学科研人员因公出国(?:\\(境\\))?(?:费用?)?"],
    ...item("three_public.overseas.academic"),
  },
  {
    words: ["(?:其中:)?其他因公出国(?:\\(境\\))?(?:费用?)?", "其他人员因公出国.*"],
    ...item("three_public.overseas.other"),
  },
  {
    words: [
      "公务用车购置(?:费)?(?:及|和|、)(?:公务用车)?运(?:行|维)(?:维护)?(?:费用?|经费|支出)*(?:小计|合计)?",
      "公务用车(?:费用?|经费)",
      "(?:公车|车辆)购置(?:及|和)运行(?:维护)?费用?",
    ],
    ...item("three_public.vehicle"),
  },
  {
    words: ["(?:其中:)?(?:公务用车|公务车辆|公车|车辆)?购置(?:费用?|经费|支出)*"],
    ...item("three_public.vehicle.purchase"),
  },
  {
    words: [
      "(?:其中:)?(?:公务用车|公务车辆|公车|车辆)?(?:运行|维护|运维)(?:[及和]?维护|[及和]?运行)?(?:费用?|经费|支出)+",
      "(?:其中:)?(?:公务用车|公务车辆|公车|车辆)运行(?:[及和]?维护)?",
      "(?:其中:)?运行",
    ],
    ...item("three_public.vehicle.operation"),
  },
  { words: ["(?:其中:)?(?:公务)?接待(?:费用?|经费|支出)*"], ...item("three_public.reception") },
  { words: ["会议费(?:支出)?"], ...item("meeting") },
  { words: ["培训费(?:支出)?"], ...item("training") },
  {
    // 广东 prints 行政经费 beside the three public ones.
    words: ["(?:部门)?(?:机关|机构)运行经费(?:支出)?(?:预算数?|决算数?)?", "行政经费"],
    ...item("operating_funds"),
  },
  {
    words: [".*(?:预留|面向)给?中小微?型?企业.*"],
    ...item("reserved_for_small_firms"),
  },
  // A project's whole budget, which a list of purchases repeats beside each of them (河北).
  { words: ["预算资金", "项目预算(?:资金)?"], role: "amount", ...item("project_budget") },
];
