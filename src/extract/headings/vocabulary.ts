import type { Coordinates, Stage } from "../../model/coordinates.ts";
import type { ColumnRole } from "../../model/table.ts";

/** What one heading cell says. `context` marks words that mean something only for the headings below them. */
export interface Meaning {
  readonly role?: ColumnRole;
  readonly level?: 1 | 2 | 3;
  readonly gives?: Coordinates;
  /** The other year or stage that a heading names without saying which year this is: 上年, or the printed year. */
  readonly year?: "previous" | string;
  readonly stage?: Stage;
  /** True for words that say nothing of their own: 合计, 金额, 预算数. */
  readonly neutral?: true;
}

interface Entry extends Meaning {
  /** Whole headings in plain form, as regular expressions; one has to fit from the first to the last character. */
  readonly words: readonly string[];
}

/** 预算科目 headings: which code, which level of it, which name. */
const KEYS: readonly Entry[] = [
  { words: ["类"], role: "label", level: 1 },
  { words: ["款"], role: "label", level: 2 },
  { words: ["项"], role: "label", level: 3 },
  {
    words: [
      "(?:支出)?功能(?:分类)?(?:科目)?(?:编码|代码)(?:\\(.*\\))?",
      "(?:支出)?功能分类(?:科目)?(?:\\(按.*\\))?",
    ],
    role: "function",
  },
  {
    words: ["(?:预算)?科目(?:编码|代码)(?:\\(.*\\))?", "编码", "代码", "类款项?"],
    role: "function",
  },
  {
    words: [
      "(?:部门预算)?(?:支出)?(?:部门)?(?:预算)?经济(?:分类)?(?:科目)?(?:编码|代码)",
      "(?:部门预算)?(?:支出)?(?:部门)?经济分类(?:科目)?",
      "部门预算支出经济分类科目编码",
    ],
    role: "economic",
  },
  {
    words: ["政府(?:预算)?(?:支出)?经济(?:分类)?(?:科目)?(?:编码|代码)?"],
    role: "gov-economic",
  },
  { words: ["功能(?:分类)?(?:科目)?名称", "支出功能分类(?:科目)?名称"], role: "function-name" },
  {
    words: ["(?:部门预算)?(?:支出)?(?:部门)?(?:预算)?经济(?:分类)?科目名称", "经济科目"],
    role: "economic-name",
  },
  { words: ["政府(?:预算)?(?:支出)?经济(?:分类)?科目名称"], role: "gov-economic-name" },
  {
    words: [
      "(?:预算)?科目名称",
      "科目",
      "项目",
      "名称",
      "单位\\(科目名称\\)",
      "科目名称\\(单位\\)",
      "单位名称\\(科目(?:名称)?\\)",
      "(?:收入|支出)项目",
      "(?:收入|支出)?项目(?:\\(?按.*分类(?:科目)?\\)?)",
      "(?:收入|支出)?内容",
      "资产(?:名称|类别|分类)",
      "科目\\(单位\\)名称",
    ],
    role: "label",
  },
  {
    words: [
      "(?:部门|预算)?(?:\\(单位\\))?(?:单位)?(?:代码|编码)",
      "单位(?:代码|编码)",
      "部门\\(单位\\)代码",
      "预算单位编码",
    ],
    role: "unit-code",
  },
  {
    words: [
      "(?:项目|预算|实施|主管)?单位(?:名称)?",
      "部门\\(单位\\)名称",
      "部门名称",
      "预算部门",
      "主管部门(?:名称)?",
      "单位名称\\(.*\\)",
    ],
    role: "unit-name",
  },
  {
    words: [
      "(?:预算)?项目名称",
      "专项名称",
      "子项目名称",
      "一级项目名称",
      "二级项目名称",
      "采购项目(?:名称)?",
    ],
    role: "project-name",
  },
  { words: ["(?:预算)?项目(?:编码|代码)"], role: "project-code" },
  { words: ["类型", "项目(?:类别|类型|分类|性质)"], role: "project-type" },
  {
    words: [
      "序号",
      "行次",
      "栏次",
      "数量",
      "采购数量",
      "单价",
      "计量单位",
      "资金性质(?:名称)?",
      "项目(?:级别|年度|内容|概况)",
      "备注",
      "说明",
      "依据",
      ".*(?:目录|品目)(?:序号|编码|名称|大类)?",
      "(?:采购)?物品(?:名称)?",
      "采购物品名称",
      "采购组织形式",
      "采购方式",
      "采购内容",
      "规格.*",
      "(?:占用|建筑)?面积.*",
      "单位性质",
      "单位规格",
      "经费(?:保障)?(?:形式|来源)",
      "人员编制.*",
      ".*人数",
      ".*(?:起止|时间|日期|年限)",
      "是否.*",
      ".*(?:批次|人次|台次|辆数?|个数|保有量|团组数?).*",
    ],
    role: "attribute",
  },
];

const fund = (fund: NonNullable<Coordinates["fund"]>): Meaning => ({ gives: { fund } });
const kind = (kind: NonNullable<Coordinates["kind"]>): Meaning => ({ gives: { kind } });
const item = (item: NonNullable<Coordinates["item"]>): Meaning => ({ gives: { item } });

/** Where the money comes from (contract section 3). */
const FUND_WORDS: readonly Entry[] = [
  // A part of 事业收入 (含教育收费), which the tree of funds does not have: 教育收费 by itself is the special account.
  { words: ["其中:教育收费(?:收入)?"], role: "unknown" },
  {
    words: [
      "本年收入(?:合计|小计|预算)?",
      "当年收入(?:合计|小计)?",
      "当年财力安排",
      "(?:部门)?预算收入合计",
    ],
    gives: { flow: "income", fund: "current" },
  },
  {
    words: [
      "财政拨款(?:收入|支出|资金|预算|安排)?(?:小计|合计)?",
      "本年(?:财政)?拨款",
      "(?:省|市|县|区|本)级当年财政拨款安排",
      "当年财政拨款",
      "财政拨款\\(补助\\)(?:收入|资金)?",
      "财政性资金",
      "政府预算资金",
      "财政资金",
    ],
    ...fund("fiscal"),
  },
  {
    words: [
      "(?:本年)?(?:当年)?一般公共预算(?:财政)?(?:拨款)?(?:收入|资金|支出|安排数?|预算数|补助)*(?:小计|合计)?",
      "公共财政预算(?:拨款)?(?:收入|资金)?",
      "一般预算(?:拨款)?",
      "经费拨款\\(补助\\)",
    ],
    ...fund("general_public"),
  },
  {
    words: ["其中:(?:财政|经费)拨款", "公共财政拨款(?:\\(补助\\))?(?:资金)?", "经费拨款"],
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
      "财政专户(?:管理)?(?:核拨)?(?:的?资金)?(?:收入)?(?:小计)?",
      "教育收费(?:收入)?",
      "专户资金",
      "财政专户管理资金\\(教育收费\\)",
    ],
    ...fund("special_account"),
  },
  {
    words: [
      "单位(?:自有)?资金(?:收入)?(?:小计)?",
      "其他资金(?:收入)?(?:小计)?",
      "自有资金",
      "非财政拨款(?:收入|资金)?",
    ],
    ...fund("unit"),
  },
  { words: ["事业收入(?:\\(.*\\))?", "事业单位收入"], ...fund("institutional") },
  { words: ["(?:事业单位)?经营收入", "事业单位经营(?:性)?收入"], ...fund("business") },
  { words: ["上级(?:单位)?补助收入"], ...fund("superior_subsidy") },
  {
    words: ["(?:附|下)属单位(?:上缴|缴款)收入", "附属单位上缴收入"],
    ...fund("subordinate_remittance"),
  },
  { words: ["其他收入(?:\\(.*\\))?"], ...fund("other") },
  {
    words: [
      "(?:其中:)?(?:动用)?(?:上年|以前年度|年初)(?:财政拨款)?(?:结转|结余)(?:和|及|、)?(?:结余|结转)?(?:\\(余\\))?(?:资金|收入|安排)*(?:小计|合计)?",
      "财政拨款结转(?:和)?结余",
      "结转结余(?:资金)?",
    ],
    ...fund("carry_over"),
  },
  {
    words: ["使用非财政拨款(?:专用)?结余(?:\\(.*\\))?", "用事业基金弥补收支差额", "动用事业基金"],
    ...fund("surplus"),
  },
];

/**
 * Kinds whose names are those of economic classes as well: below 基本支出 工资福利支出 is a part of it, by itself it is
 * the whole class, of which projects have a part.
 */
export const ECONOMIC_KINDS: ReadonlySet<string> = new Set<NonNullable<Coordinates["kind"]>>([
  "basic.personnel.wages",
  "basic.personnel.family",
  "basic.operating.goods",
  "basic.operating.capital",
]);

/** What it is spent on (contract section 4). */
const KIND_WORDS: readonly Entry[] = [
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
    ],
    ...kind("basic"),
  },
  { words: ["人员(?:经费|支出)(?:小计|合计)?", "人员类"], ...kind("basic.personnel") },
  { words: ["工资福利支出"], ...kind("basic.personnel.wages") },
  {
    words: ["对个人和?家庭的?补助(?:支出)?", "对家庭和个人的?补助(?:支出)?"],
    ...kind("basic.personnel.family"),
  },
  {
    words: ["(?:日常)?公用(?:经费|支出)(?:小计|合计)?", "日常公用(?:经费|支出)"],
    ...kind("basic.operating"),
  },
  { words: ["商品和服务支出"], ...kind("basic.operating.goods") },
  { words: ["(?:其他)?资本性支出"], ...kind("basic.operating.capital") },
  { words: ["(?:其中:)?项目支出(?:预算)?(?:小计|合计)?"], ...kind("project") },
  { words: ["其他运转类(?:项目)?"], ...kind("project.other_operation") },
  { words: ["特定目标类(?:项目)?"], ...kind("project.specific_purpose") },
  { words: ["(?:事业单位)?经营支出"], ...kind("business") },
  { words: ["(?:上缴|上解)上级(?:单位)?(?:支出)?"], ...kind("remittance") },
  { words: ["对(?:附属|下级|下属)单位的?补助(?:支出)?"], ...kind("subsidy") },
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

/** The three-public items and their neighbours (contract section 5). */
const ITEM_WORDS: readonly Entry[] = [
  {
    words: [
      "(?:财政拨款|一般公共预算)?三公经费(?:支出)?(?:合计|小计|总计|预算数?|决算数?|支出)*",
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
    words: ["(?:部门)?(?:机关|机构)运行经费(?:支出)?(?:预算数?|决算数?)?"],
    ...item("operating_funds"),
  },
  {
    words: [".*(?:预留|面向)给?中小微?型?企业.*"],
    ...item("reserved_for_small_firms"),
  },
];

/** Flow, period and stage, and the words that only say that money stands below. */
const FRAME_WORDS: readonly Entry[] = [
  { words: ["收入(?:预算)?", "本年收入来源"], gives: { flow: "income" } },
  { words: ["(?:财政拨款)?支出(?:预算)?", "支出用途"], gives: { flow: "expenditure" } },
  { words: ["(?:年初)?预算数?", "预算金额", "本年预算数?"], neutral: true, stage: "budget" },
  {
    words: ["(?:本年)?(?:支出)?决算数?", "决算金额", "(?:本年|全年)?执行数?"],
    neutral: true,
    stage: "final",
  },
  { words: ["(?:全年|调整)(?:后)?预算数?", "年度调整预算数"], neutral: true, stage: "adjusted" },
  { words: ["上年(?:初)?预算数?", "上年预算"], neutral: true, stage: "budget", year: "previous" },
  {
    words: ["上年(?:决算|执行|完成)数?", "上年度?决算数?"],
    neutral: true,
    stage: "final",
    year: "previous",
  },
  {
    words: [
      "(?:总计|合计|小计|金额|总额|本年|数额|资金总额|支出金额|预算总额|金额合计|采购金额|项目总额|小计金额|价值|资产价值|账面价值|资金来源|项目金额|金额\\(.*\\))",
    ],
    neutral: true,
  },
  {
    words: [
      ".*(?:增减|增长|增加|减少|下降|变动)(?:额|率|幅度|情况|金额|%|数|比例|\\(.*\\)).*",
      ".*(?:比|较|与)(?:上年|年初|去年|20\\d\\d年).*",
      ".*(?:占比|比重|百分比|完成率|执行率|比例|%)",
    ],
    role: "change",
  },
];

const PURCHASE_WORDS: readonly Entry[] = [
  { words: ["预算资金", "项目预算(?:资金)?"], role: "amount", gives: { item: "project_budget" } },
];

const compile = (entries: readonly Entry[]): readonly (readonly [RegExp, Meaning])[] =>
  entries.map(({ words, ...meaning }) => [new RegExp(`^(?:${words.join("|")})$`), meaning]);

/** One vocabulary for all tables, in the order in which its words are tried. */
export const VOCABULARY = compile([
  ...PURCHASE_WORDS,
  ...FRAME_WORDS.slice(0, 8),
  ...FUND_WORDS,
  ...KIND_WORDS,
  ...ITEM_WORDS,
  ...KEYS,
  ...FRAME_WORDS.slice(8),
]);
