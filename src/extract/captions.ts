import type { MoneyUnit } from "../model/money.ts";
import { plain } from "../taxonomy/plain.ts";

const UNIT = "(?:亿元|亿|万元|萬元|万|萬|千元|元)";
const COUNT = "(?:个|人|人次|次|辆|批|批次|台|套|件)";
const UNIT_LIST = `((?:${COUNT}[、,/])*${UNIT}(?:[、,/](?:${UNIT}|${COUNT}))*)`;
/** 单位：万元 · 金额单位:元 · 單位：萬元 · 单位：元、万元 · 單位:萬 (cut off). The department's 单位：某某局 has no money word. */
const UNIT_LABEL = new RegExp(
  `(?:单位|單位)[:：]?(?:人民币)?[(]?${UNIT_LIST}(?:[)]|$|[^\\u4e00-\\u9fff])`,
);
/** The same with the next caption behind it. 元 begins the names of places, so that a word of captions must follow it. */
const UNIT_BEFORE = new RegExp(
  `(?:单位|單位)[:：](?:人民币)?[(]?${UNIT_LIST}(?:(?<=[亿万萬千]元)|(?=编制|填报|填表|日期|部门|单位|预算|公开))`,
);
const UNIT_ALONE = /^[(](?:金额)?(亿元|万元|萬元|千元|元)[)]$/;
const UNIT_IN_BRACKETS = /[(](?:金额)?(?:单位[:：]?)?(亿元|万元|萬元|千元|元)[)]/;

/** A character of every unit above: most lines have none, and need no more questions. */
const OF_MONEY = /[元万亿萬]/;

const UNITS: Record<string, MoneyUnit> = {
  亿元: "亿元",
  亿: "亿元",
  万元: "万元",
  萬元: "万元",
  万: "万元",
  萬: "万元",
  千元: "千元",
  元: "元",
};

/** The units that a line prints as the table's: `单位：万元`, rarely several (`单位：元、万元`). Undefined for any other line. */
export function unitLabel(text: string): readonly MoneyUnit[] | undefined {
  if (!OF_MONEY.test(text)) return undefined;
  const label = plain(text);
  if (label.length > 80) return undefined;
  const found = [UNIT_LABEL, UNIT_BEFORE, UNIT_ALONE]
    .map((words) => words.exec(label)?.[1])
    .find((list) => list !== undefined);
  return found === undefined
    ? undefined
    : [...new Set(found.split(/[、,/]/).flatMap((word) => UNITS[word] ?? []))];
}

/** The unit that a heading cell prints for its column: `项目金额（万元）`. */
export function unitInHeading(heading: string): MoneyUnit | undefined {
  if (!OF_MONEY.test(heading)) return undefined;
  const label = plain(heading);
  const found = (UNIT_IN_BRACKETS.exec(label) ?? /单位[:：](亿元|万元|千元|元)/.exec(label))?.[1];
  return found === undefined ? undefined : UNITS[found];
}

/** A unit label that names no unit that we know (`单位：美元`, `单位：百元`): the word it prints. */
export function strangeUnit(text: string): string | undefined {
  const label = plain(text);
  if (label.length > 60 || unitLabel(label)) return undefined;
  return /(?:金额)?单位[:：]((?!(?:亿|万|千)?元)[\u4e00-\u9fffA-Za-z]{0,4}[元币])(?:$|[^\u4e00-\u9fff])/.exec(
    label,
  )?.[1];
}

/** A line that may stand between a title and its table: a unit, the department, a date, 公开01表 — anything short. */
export function isCaption(text: string): boolean {
  const label = plain(text);
  return label.length <= 60 && !/[。;；]$/.test(label);
}

/** Does a line below a table belong to it as a note? */
export function isNote(text: string): boolean {
  return /^[(（]?(?:注|备注|说明|附注)\d*[:：、]/.test(plain(text));
}

/** Phrases by which publishers say that a table has no figures on purpose. */
const EMPTY = [
  /无数据/,
  /空表|[本此]表为空/,
  /(?:没有|未安排|未使用|无|不涉及|未发生)[^。]{0,40}(?:支出|收支|预算|安排|项目|拨款|数据|内容|情况)/,
  /(?:本部门|我部门|我单位|本单位)(?:没有|无|不涉及)/,
];

/** The part of a note that declares its table empty, or undefined. */
export function emptyDeclaration(note: string): string | undefined {
  const label = plain(note);
  return label.length < 160 && EMPTY.some((phrase) => phrase.test(label)) ? note.trim() : undefined;
}
