import type { Fund } from "../../model/coordinates.ts";
import type { Entry, Meaning } from "./meaning.ts";

const fund = (fund: Fund): Meaning => ({ gives: { fund } });

/** Where the money comes from (contract section 3). */
export const FUND_WORDS: readonly Entry[] = [
  // A part of 事业收入 where it stands below that; 教育收费 by itself is the special account.
  { words: ["其中:教育收费(?:资金|收入)*"], role: "unknown" },
  { words: ["其中:捐赠收入"], ...fund("other.donation") },
  {
    words: [
      "本年收入(?:合计|小计|预算)?",
      "当年收入(?:合计|小计)?",
      "当年财力安排",
      "(?:部门)?预算收入合计",
    ],
    gives: { flow: "income", fund: "current" },
  },
  // 四川 parts the expenditure of a budget into what this year's money and what last year's rest pays for.
  {
    words: ["(?:(?:省|市|州|县|区|本)级)?当年财政拨款安排"],
    gives: { flow: "expenditure", fund: "current" },
  },
  { words: ["上年结转(?:资金)?安排"], gives: { flow: "expenditure", fund: "carry_over" } },
  {
    words: [
      "(?:本年|当年)?财政(?:拨款|补助)(?:收入|支出|资金|预算|安排)?(?:小计|合计)?",
      "本年拨款",
      "财政拨款\\(补助\\)(?:收入|资金)?",
      "财政性资金",
      "政府预算资金",
      "财政资金",
    ],
    ...fund("fiscal"),
  },
  {
    words: [
      "(?:本年)?(?:当年)?(?:一般公共|公共财政|公共|一般)预算(?:财政)?(?:拨款)?(?:\\(补助\\))?(?:收入|资金|支出|安排数?|预算数|补助)*(?:小计|合计)?",
    ],
    ...fund("general_public"),
  },
  {
    words: [
      "其中:(?:财政|经费)拨款",
      "公共财政拨款(?:\\(补助\\))?(?:资金)?",
      "经费拨款(?:\\(补助\\))?",
    ],
    ...fund("general_public.appropriation"),
  },
  {
    words: [
      "(?:其中:)?(?:上级)?(?:专项)?转移支付(?:收入|补助|安排支出|资金)?",
      "(?:其中:)?(?:中央|上级)(?:提前(?:通知|下达))?(?:专项)?转移支付.*",
      "上级(?:财政)?补助资金",
    ],
    ...fund("general_public.transfer"),
  },
  {
    words: [
      "(?:本年)?(?:政府性?)?基金(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金|支出|安排数?|预算数)*(?:小计|合计)?",
    ],
    ...fund("government_fund"),
  },
  {
    words: [
      "(?:本年)?国有资本(?:经营)?(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金|支出|安排数?|预算数)*(?:小计|合计)?",
      "国资(?:预算)?",
    ],
    ...fund("state_capital"),
  },
  {
    words: [
      "财政专户(?:管理)?(?:核拨|拨款)?(?:的?资金)?(?:收入)?(?:小计)?(?:\\(教育收费\\))?",
      "教育收费(?:资金)?(?:收入)?(?:\\(财政专户\\))?",
      "专户资金(?:收入)?",
      "纳入(?:财政)?专户管理的(?:事业|非税)?收入(?:安排|拨款)?",
    ],
    ...fund("special_account"),
  },
  {
    words: [
      "单位(?:自有|其他)?资金(?:收入)?(?:小计)?",
      "其他资金(?:收入)?(?:小计)?",
      "自有资金",
      "非财政拨款(?:收入|资金)?",
    ],
    ...fund("unit"),
  },
  { words: ["事业收入(?:资金)?(?:\\(.*\\))?", "事业单位收入"], ...fund("institutional") },
  { words: ["(?:事业单位)?经营(?:性|服务)?收入(?:资金)?"], ...fund("business") },
  { words: ["上级(?:单位)?补助收入(?:资金)?"], ...fund("superior_subsidy") },
  {
    words: ["(?:附属|下属|下级)单位(?:上缴|缴款)(?:收入)?(?:资金)?"],
    ...fund("subordinate_remittance"),
  },
  { words: ["其他收入(?:资金)?(?:\\(.*\\))?"], ...fund("other") },
  {
    words: [
      "(?:其中:)?(?:动用)?(?:上年|以前年度|历年|年初)(?:财政拨款)?(?:结转|结余)(?:和|及|、)?(?:结余|结转)?(?:\\((?:结?[余转]|结余资金)\\))?(?:资金|收入|安排)*(?:小计|合计)?",
      "财政拨款结转(?:和)?结余",
      "单位上年结余(?:\\(.*\\))?",
      "结转结余(?:资金)?",
    ],
    ...fund("carry_over"),
  },
  {
    words: [
      "(?:使用|动用)非财政拨款(?:专用)?结余(?:\\(.*\\))?",
      "用事业基金弥补收支差额",
      "动用事业基金",
    ],
    ...fund("surplus"),
  },
];

/** Words that mean what they do only below a fund. */
export const WORDS_BELOW_FUNDS: Partial<Record<Fund, readonly Entry[]>> = {
  // What 云南 calls the parts of 单位资金 where they are spent (部门支出预算表): the same sources as those of the income.
  unit: [
    { words: ["事业支出"], ...fund("institutional") },
    { words: ["事业单位经营支出"], ...fund("business") },
    { words: ["上级补助支出"], ...fund("superior_subsidy") },
    { words: ["附属单位补助支出"], ...fund("subordinate_remittance") },
    { words: ["其他支出"], ...fund("other") },
  ],
  institutional: [
    { words: ["(?:其中:)?教育收费(?:资金|收入)*"], ...fund("institutional.tuition") },
  ],
  other: [{ words: ["捐赠收入"], ...fund("other.donation") }],
};
