import type { Coordinates } from "../../model/coordinates.ts";
import { proseOf } from "../../taxonomy/words/concept.ts";
import { FUND_CONCEPTS } from "../../taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../../taxonomy/words/items.ts";
import { KIND_CONCEPTS } from "../../taxonomy/words/kinds.ts";

/**
 * The words of the narrative (情况说明), gathered from disclosures of Henan, Hebei, Shandong, Shanghai, Jiangsu and the national
 * model texts. They are compared with a sentence without spaces, its letters, digits and brackets folded to half width.
 * Sticky patterns say what may stand at a place; the longest word at a place is taken.
 */

/** A part of what a figure is about. Parts that touch make one subject: 一般公共预算 + 基本支出. */
export interface PartWord {
  readonly type: "part";
  readonly pattern: RegExp;
  readonly gives: Coordinates;
  /** 收支, 收入支出: the figure is stated of income and of expenditure. */
  readonly both?: true;
  /** 总计, 合计 … say that the whole is meant; a bare 支出 behind an unknown word does not. */
  readonly strong?: true;
  /** A subject of its own, which a following 支出预算 only measures. */
  readonly own?: true;
}

const expenditure = { flow: "expenditure" } as const;

function partsOf(
  words: ReturnType<typeof proseOf>,
  own: Pick<PartWord, "own"> = {},
): readonly PartWord[] {
  return words.map((word) => ({ ...{ type: "part", ...word, strong: true }, ...own }));
}

/** The concepts of the taxonomy, and the words that leave open which of them is meant. */
export const PARTS: readonly PartWord[] = [
  ...partsOf(proseOf(FUND_CONCEPTS, (fund) => ({ fund }))),
  ...partsOf(proseOf(KIND_CONCEPTS, (kind) => ({ ...expenditure, kind }))),
  ...partsOf(
    proseOf(ITEM_CONCEPTS, (item) => ({ ...expenditure, item })),
    { own: true },
  ),
  { type: "part", pattern: /收、?支|收入[、和及]?支出/y, gives: {}, both: true },
  { type: "part", pattern: /收入/y, gives: { flow: "income" } },
  { type: "part", pattern: /支出/y, gives: { flow: "expenditure" } },
  { type: "part", pattern: /总计|合计|总额|总预算|总决算/y, gives: {}, strong: true },
];

/** Words that measure a subject, or fill the place between its parts. */
export const MEASURES: readonly (readonly [
  RegExp,
  "budget" | "adjusted" | "final" | "execution" | "spent" | "",
])[] = [
  [/(?:全年|调整后?的?)预算(?:安排)?数?(?!执行)/y, "adjusted"],
  [/年初预算(?:安排)?数?/y, "budget"],
  [/预算(?!绩效|管理|单位|法)(?:安排|总额|总金额|金额)?数?/y, "budget"],
  [/决算数?/y, "final"],
  [/(?:当年|全年)?(?:预算)?执行数|(?:当年|全年|实际|预算)执行(?=为?\d)/y, "execution"],
  [/(?<=^|[\d年度费，、；:])(?:合计|累计|实际)支出|开支|支付/y, "spent"],
  [
    new RegExp(
      `${FUND_CONCEPTS.fiscal.zh}(?=支出决算|支出预算|决算|预算)|本年(?:度)?|总体|安排|拨款|资金|情况|(?<=[费支])支出|(?<=费)总支出`,
      "y",
    ),
    "",
  ],
  // 公务接待费1.18万元，…。费用支出较上年减少: of what was just stated.
  [/(?<=^|[，。；:])(?:其|该项)?费用(?:支出)?(?=[较比与同])/y, ""],
];

/** What is compared with: only before a year, a budget or a change, for 与 and 比 are in many names. */
export const COMPARE = new RegExp(
  "同比(?=增|减|下降|上升|上涨|持平|基本|无|没有|未)|(?:相比于?|与|比|较|同)(?=\\d{4}年|上一?年|去年|以前年度|同期|(?:本年|当年|年初|全年|调整)预算|" +
    "预算(?:数|相比|[持增减下上无没一相多少节超])|决算数|\\d+\\.\\d+(?:减少|增加))",
  "y",
);

export type Direction = "increase" | "decrease" | "none" | "open";

/** 增加到, 减少为: what follows is the amount itself, not the change. */
const BY = "(?:了|(?<=幅|率|幅度)(?:为|达)|(?![为到至达]))";

export const CHANGES: readonly (readonly [RegExp, Direction])[] = [
  [
    new RegExp(
      `(?:各|均|分别)?(?:增加|增长|上升|提高|上涨|调增|增幅|增长率|大于|高于|多于|超过)(?:幅度)?${BY}`,
      "y",
    ),
    "increase",
  ],
  [
    new RegExp(
      `(?:各|均|分别)?(?:减少|下降|降低|压减|压缩|调减|降幅|减幅|小于|低于|少于)(?:幅度)?${BY}`,
      "y",
    ),
    "decrease",
  ],
  // 比上年减支2万元, 较上年预算多安排10万元
  [/(?:各|均|分别)?(?:增支|增收|多(?:安排|支出|列支|收入))了?(?=\d)/y, "increase"],
  [/(?:各|均|分别)?(?:减支|减收|少(?:安排|支出|列支|收入))了?(?=\d)/y, "decrease"],
  // 比预算数少1.5万元, 比上年决算数多2万元
  [/(?<=数|预算|决算|年|年度|同期)(?:多|超支)了?(?=\d)/y, "increase"],
  // 预算10万元，决算8万元，节约2万元
  [/(?<=\d[^，。；、\d]{1,3}，)(?:节约|节支)了?(?=\d)/y, "decrease"],
  [/(?<=\d[^，。；、\d]{1,3}，)超支了?(?=\d)/y, "increase"],
  [/(?<=数|预算|决算|年|年度|同期)(?:少|节约|节支)了?(?=\d)/y, "decrease"],
  // 较年初预算15万元节约3.64万元
  [/(?<=预算数?\d[\d.]*[万亿]?元)(?:节约|节支)了?(?=\d)/y, "decrease"],
  [
    /(?:增加|增长|上升)[(/](?:减少|下降|降低)\)?|(?:减少|下降|降低)[(/](?:增加|增长|上升)\)?/y,
    "open",
  ],
  [
    /(?:均|基本|大致|保持|总体)?(?:持平|一致|不变|相等|相同|无变化)|(?:没有|无|未有?|没)(?:发生|任何)?(?:增减)?(?:变化|变动|增减)|零增长/y,
    "none",
  ],
];

/** 决算数小于预算数: a claim that two figures of the paragraph can prove. */
export const CLAIM =
  /(?:支出)?决算数?(?:小于|低于|少于|大于|高于|多于|等于|与(?=[^，。]{2,8}(?:持平|一致|相等|相同)))(?:年初|全年|调整)?预算数?(?:(?:基本|大致|保持)*(?:持平|一致|相等|相同))?/y;

export const SHARE = /占比?(?:为)?(?![用有地领])/y;
export const COMPLETION =
  /完成(?:了)?(?:年初|全年|调整后?|当年)?预算数?(?:的)?|(?<=[，；])完成(?=\d[\d.]*%)|(?:占(?=年初|全年|调整|当年)|[为是])(?:年初|全年|调整后?|当年)?预算数?的(?=\d)/y;

/** 其中: what follows is a part of what was just stated. */
export const PART_OF =
  /(?:其中|(?<!主要|均|应|应当)包括|中含)[:,]?|(?:主要)?(?:用于|包括)(?:了)?以下[^:，。]{0,8}:|具体情况如下:/y;

/** What follows says why, or what for: its figures are no figures of the subject. */
export const REASON =
  /(?:主要)?(?:增加|减少|增长|下降|变动|变化|增减|增支|减支)?(?:的)?(?:主要)?(?:原因|因素)(?:主要)?(?:在于|是因为|是由于|是(?:因(?!公(?!车|务用车)))?|为(?!\d)|有)?[:，]?|主要(?:是因(?!公(?!车|务用车))|是由于?|是系|由于|系因?|因(?!素|公(?!车|务用车))|是?考虑到?|(?=受))|(?:主要)?源于|(?<=，)系(?!统|列)(?:因|由于)?|主要是(?!用于|保障)|主要为/y;
export const USAGE =
  /主要(?:用于|包括|保障|支付|是用于|是保障|支出内容为?|支出)|(?<!使|占|租|借|费|车|通|公|专|常|应|作|费)用于|包含/y;

export const PERIOD =
  /(\d{4})年(?:度|末|初|底|期末)?|上一?年(?:度|末)?|去年|本年(?:度)?|当年|今年/y;

/** 项目名称：…，项目金额：… */
export const PROJECT = /项目名称:([^，。；:]+)，(?:项目)?(?:预算)?金额:?/y;

/** What is stated of an item of which a sentence says that there is none. */
export const NIL = "无";
/** 未安排因公出国（境）费: there is none of what follows. */
export const NONE_OF = new RegExp(
  `(?:均|都)?(?:未安排|没有安排|未发生|没有发生|未编制|没有|无)(?:${FUND_CONCEPTS.fiscal.zh})?(?:安排的?)?(?:使用)?(?=[“"]?三公|因公|公务|公车)`,
  "y",
);
/** 因公出国（境）费用没有: there is none of what was named. */
export const NONE_HERE = /(?:没有|无|未安排|未发生|未支出|无支出|无安排)(?=[，。；)]|$)/y;

/** 差值为5.00万元: what lies between two figures is a figure of neither. */
export const DIFFERENCE = /(?:差[值额]|相差|结余率)(?:为|是|共)?$/;

/** A comparative has what it is held against behind it: 小于上年预算数403.75万元. */
export const COMPARATIVE = /^(?:大于|高于|多于|超过|小于|低于|少于)/;

/** What is saved or overspent is so against the budget. */
export const OF_BUDGET = /^(?:节约|节支|超支)/;

/** What a change is of may stand between its verb and its figure: 减少部门支出1,653万元, 增加了外事经费200万元. */
export const OBJECT =
  /^了?([^，。；、:\d]{1,40}?(?:费用?|经费|支出|收入|预算|资金|款项?|补助|补贴|拨款|投入|奖金?))$/;

/** A target in prose: 满意度≥90%, 达到应落实数量的90%以上. */
export const TARGET = /≥|≤|=|达到(?:应[^,。;]{1,12}的)?/y;

/** Words in front of a subject that are no part of it. */
export const LEAD =
  /^(?:[一二三四五六七八九十]+是|[(]?\d+[)、.]|[(][一二三四五六七八九十]+[)]|[一二三四五六七八九十]+、|[(](?:含|部门|单位|汇总|本级)[^()]*[)]|同时|此外|其中|具体[是为]|拟|预计|累计|全年|安排(?=因公|公务|国内)|共计?有?|(?:我|本)(?:部门?|单位|局|厅|委|办|院|省|市|县|区|级|街道|镇)(?!领导)|全市|全县|全区|全省|截至|同比|按?(?:同|可比)口径|涉及|编报|实行|省|对|的|数|中(?![小央国医学共等])|由|在|末|年末|期末|目标)+/;

/** One part of an item: 国内公务接待费, 国(境)外公务接待费. */
export const NARROWED = /(?:国内|国\(境\)外|国外|境外|外宾|外事)$/;
/** What is paid for, before the fund that pays: “差旅费”财政拨款预算数. */
export const SPENT = /(?:费用?|经费|资金|项目)[”"]?$/;
/** What items are called together. */
export const TOGETHER = /^(?:支出)?\((?:以下)?(?:简称|统称|即)?:?[“"]?三公[”"]?经费[^()]*\)/;
/** One figure for each: 收入、支出总计分别为80万元、70万元. */
export const RESPECTIVELY = /分别|各(?=[是为增减下上降提])/;

/** One figure for all of them: 会议费、培训费均为0万元. */
export const ALIKE = /(?:预算|决算)?数?[均都](?:为|是)?$/;

/** A total behind one of these is its own, not the department's: 政府采购支出总额. */
export const OWN_WHOLE = /(?:采购|购买服务|合同|绩效|债务)$/;

/** Words behind a subject that lead to its figure. */
export const TAIL =
  /(?:预算|决算|安排|共计|合计|总计|共有|共|为|约|达到?|有|的|数|计|编制|新增|分别|累计)+$/;
