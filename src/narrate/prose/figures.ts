import type { MoneyUnit } from "../../model/money.ts";

/** A printed number of a sentence, with what it counts. */
export interface Figure {
  readonly type: "figure";
  /** `bare`: no unit is printed. */
  readonly kind: "money" | "percent" | "count" | "bare";
  /** Digits without separators. */
  readonly published: string;
  /** `万元`, `%`, `辆` …, empty if none is printed. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER = /(?<![\d.A-Za-z])(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?![A-Za-z])/y;
/** `1、` `2.` before an item of a list. */
const ORDINAL = /(?<![^，。；：:])\d{1,2}(?:、|[.．](?=\D|\d{4}年))/y;
const MONEY = /(亿元|万元|千元|元)(?![/每]|人民币)/y;
/** 217万: 元 is dropped. 万人, 万户 … count. */
const SHORT_MONEY = /万(?![人户亩次个家吨条件名台辆平公余多亿])/y;
/** 4125.49、4143.91万元: the unit of both stands behind the second. */
const SHARED_MONEY = /[、,，](?:\d{1,3}(?:[,，]\d{3})+|\d+)\.\d+(亿元|万元|千元|元)/y;
const PERCENT = /%|个百分点|倍/y;
const COUNT =
  /万?(?:辆|台\((?:件、)?套\)|台\(套、件\)|台套|台|套|件|个批次|批次|批|人次|人\((?:次)\)|个团组|团组|平方米|公里|亩|户|家|项|名|个|人|次|分|天)(?![之公管支前内钟析类别配级度月年])/y;
/** Numbers that are no figures: dates, years, times, ordinals, storeys, codes, document numbers. */
const NO_FIGURE_BEHIND =
  /年|月|日|时|分钟|小时|点|号|度|届|级|层|楼|周|岁|期|章|节|条|款|表|类|大|[、.．)）](?!\d)|["”]|[-—~至到]\d/y;
const NO_FIGURE_BEFORE = /(?:第|表|公开|[[〔【(（]|\d[-—~至]|[A-Za-z]|No\.?)$/;
/** 单价50万元以上, 100万元及100万元以上: a limit, no amount. */
const LIMIT_BEHIND =
  /(?:\((?:含|不含)[^)]*\))?(?:及|或)?(?:\d+万元)?(?:\(含\))?(?:以上|以下|以内)/y;
const LIMIT_BEFORE =
  /(?:单价|(?:单位|单台|单件)(?:价值|原值)|(?<!账面|资产|总)(?:价值|原值)|限额|标准)(?:在|为|达到?)?(?:人民币)?$/;

/** The numbers of a sentence that are figures. Others (dates, ordinals, limits, document numbers) are left out. */
export function figuresOf(text: string): Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const ordinal = match(ORDINAL, text, at);
    if (ordinal) at += ordinal.length;
    const number = match(NUMBER, text, at);
    if (number === undefined) continue;
    const figure = figureAt(text, at, number);
    at += number.length - 1;
    if (figure) {
      figures.push(figure);
      at = figure.end - 1;
    }
  }
  return figures;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function figureAt(text: string, start: number, number: string): Figure | undefined {
  const after = start + number.length;
  const before = text.slice(Math.max(0, start - 8), start);
  const published = number.replace(/[,，]/g, "");
  const found = (kind: Figure["kind"], unit: string, length = unit.length): Figure => ({
    ...{ type: "figure", kind, published, unit, start, end: after + length },
  });
  const money = match(MONEY, text, after) ?? match(SHORT_MONEY, text, after);
  if (money !== undefined) {
    const end = after + money.length;
    const limit = match(LIMIT_BEHIND, text, end) !== undefined || LIMIT_BEFORE.test(before);
    return limit ? undefined : found("money", money);
  }
  if (number.includes(".")) {
    SHARED_MONEY.lastIndex = after;
    const unit = SHARED_MONEY.exec(text)?.[1];
    if (unit !== undefined) return found("money", unit, 0);
  }
  const percent = match(PERCENT, text, after);
  if (percent !== undefined) return found("percent", percent);
  if (NO_FIGURE_BEFORE.test(before) && !/[(（]$/.test(before)) return undefined;
  const count = match(COUNT, text, after);
  if (count !== undefined) return found("count", count);
  if (NO_FIGURE_BEFORE.test(before) || match(NO_FIGURE_BEHIND, text, after) !== undefined)
    return undefined;
  return found("bare", "");
}

/** The unit of a money figure; `万` is 万元 with its 元 dropped. */
export function moneyUnit(figure: Figure): MoneyUnit | undefined {
  if (figure.kind !== "money") return undefined;
  return figure.unit === "万" ? "万元" : (figure.unit as MoneyUnit);
}

/** What a sticky pattern matches at a place. */
export function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
