import { wordsOf } from "../../taxonomy/words/concept.ts";
import { FUND_CONCEPTS } from "../../taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../../taxonomy/words/items.ts";
import { KIND_CONCEPTS } from "../../taxonomy/words/kinds.ts";

/** What a section of the narrative is about (statements.csv, topic). */
export const TOPICS = [
  "totals",
  "structure",
  "subject",
  "three-public",
  "operating-funds",
  "procurement",
  "assets",
  "performance",
  "carry-over",
  "government-fund",
  "state-capital",
  "project",
  "other",
] as const;
export type Topic = (typeof TOPICS)[number];

const {
  meeting,
  operating_funds: operating,
  "three_public.overseas": overseas,
  "three_public.vehicle": vehicle,
  "three_public.reception": reception,
} = ITEM_CONCEPTS;

/** Headings that tell what their section is about; the first that fits is taken. `undefined`: not about this year's money. */
const HEADINGS: readonly (readonly [RegExp, Topic | undefined])[] = [
  [
    /名词解释|专业名词|主要职[责能]|部门职[责能]|单位职[责能]|职[责能]分工|工作职责|机构职能/,
    undefined,
  ],
  [
    /机构设置|内设机构|单位构成|人员构成|人员情况|人员编制|部门概况|单位概况|基本情况$|概况$/,
    undefined,
  ],
  [
    /目录$|^目录|工作任务|工作目标$|重点工作|年度主要|主要工作|工作计划|工作完成情况|保障措施/,
    undefined,
  ],
  [
    new RegExp(`三公.?经费|${[meeting, overseas, reception, vehicle].map(wordsOf).join("|")}`),
    "three-public",
  ],
  [new RegExp(`${wordsOf(operating)}|运行经费`), "operating-funds"],
  [/政府采购/, "procurement"],
  [/国有资产|资产占[用有]|资产信息|资产情况|车辆.*设备/, "assets"],
  [/绩效/, "performance"],
  [/结转/, "carry-over"],
  [new RegExp(wordsOf(FUND_CONCEPTS.government_fund)), "government-fund"],
  [new RegExp(wordsOf(FUND_CONCEPTS.state_capital)), "state-capital"],
  [/项目(?:经费|支出)?(?:预算)?情况说明|转移支付/, "project"],
  [new RegExp(wordsOf(KIND_CONCEPTS.basic)), "structure"],
  [/收支|收入|支出|增减变化|预算安排|编制说明|预算情况|决算情况|预算公开/, "totals"],
  [/其他(?:重要)?(?:事项|情况)|需要说明/, "other"],
];

/** What a name is about, read as a heading; 接待人次 is short for 公务接待人次. */
export function topicOfName(name: string): Topic | undefined {
  if (/接待|出国/.test(name)) return "three-public";
  return HEADINGS.find(([pattern]) => pattern.test(name))?.[1];
}

const NUMBERING: readonly RegExp[] = [
  /^第[一二三四五六七八九十\d]+(?:部分|章|篇)/,
  /^[一二三四五六七八九十]+[、.．]/,
  /^[(（][一二三四五六七八九十]+[)）]/,
  /^\d+[、.．](?!\d)/,
  /^[(（]\d+[)）]/,
];

/** A heading: its level (0 a part, 1 `一、`, 2 `（一）`, 3 `1.`, 5 a line without a number), its topic, and what stands behind the number. */
export interface Heading {
  readonly level: number;
  readonly topic: Topic | undefined;
  readonly known: boolean;
  readonly text: string;
}

/** A line without a number is a heading only if it ends like one. */
const BARE = /(?:说明|情况|概况|解释|职[责能]|设置|构成|目录|部分)$/;

/** Reads a folded paragraph as a heading; undefined for a sentence. `figures` says whether it states any. */
export function headingOf(text: string, figures: boolean): Heading | undefined {
  if (figures || text.length > 45) return undefined;
  const level = NUMBERING.findIndex((pattern) => pattern.test(text));
  const words = (level < 0 ? text : text.replace(NUMBERING[level] ?? "", "")).replace(/[:。]$/, "");
  if (/[，。；:]/.test(words)) return undefined;
  const found = HEADINGS.find(([pattern]) => pattern.test(words));
  const topic = found?.[1];
  if (level < 0 && !(found && BARE.test(words) && (topic === undefined || words === text)))
    return undefined;
  if (level > 0 && text.endsWith("。") && !found) return undefined;
  return { level: level < 0 ? UNNUMBERED : level, topic, known: found !== undefined, text: words };
}

/** Below all numbered ones: another heading closes it. */
const UNNUMBERED = 5;
