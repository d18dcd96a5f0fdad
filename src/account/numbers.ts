import { parseNumber, publishedIn } from "../model/money.ts";
import { figuresOf } from "../narrate/prose/figures.ts";
import { foldSentence } from "../narrate/prose/tokens.ts";
import { plain } from "../taxonomy/plain.ts";

/** A number among words that looks like money though no unit stands behind it: with a point or separators of thousands. */
const MARKED =
  /(?<![\d.,:/A-Za-z年-])-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,6})(?![\d,]|\.\d|[-—~至/]\d)/g;
/** What makes it something else: a rate, a measure. Units of money are read by `figuresOf`. */
const RATE_BEHIND =
  /^\s*(?:[%％‰℃°A-Za-z]|个?百分点|倍|[千万亿]?(?:平方|立方|公里|千米|米|公顷|亩|吨|公斤|千克|千瓦|元))/;
/** A count, which has no hundredths: behind them the next cell begins (`515.78年末结转和结余`). */
const COUNT_BEHIND =
  /^\s*[千万亿]?(?:克|升|度|人|辆|台|套|件|户|家|所|项|名|个|次|批|分|天|年|月|日|时|小时|点|号|级|岁|股|册|张|只|头|处|座|条|场|期|篇)/;
const HUNDREDTHS = /\.\d{2}$/;
/** 2024.03, and 1.2 before the words that it numbers. */
const DATE = /^(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])$/;
const ORDINAL = /^[1-9]\.[1-9]$/;

/** Numbers of a text that look like money: with a unit of money as the narrative reads it, or marked. Without separators. */
export function amountsAmongWords(text: string): string[] {
  if (!/\p{N}/u.test(text)) return [];
  const stated = figuresOf(foldSentence(text)).filter(({ kind }) => kind === "money");
  return [...stated.map(({ published }) => published), ...markedNumbers(text)];
}

/** Numbers of a text with a point or separators and no unit of any kind: what is left of a table in lines. */
export function markedNumbers(text: string): string[] {
  if (!/\p{N}/u.test(text)) return [];
  const folded = text.normalize("NFKC");
  return [...folded.matchAll(MARKED)].flatMap(({ 0: printed, index }) => {
    const behind = folded.slice(index + printed.length);
    if (RATE_BEHIND.test(behind) || DATE.test(printed)) return [];
    if (COUNT_BEHIND.test(behind) && !HUNDREDTHS.test(printed)) return [];
    if (index === 0 && ORDINAL.test(printed) && /^\s*[\u4e00-\u9fff]/.test(behind)) return [];
    return [printed.replaceAll(",", "")];
  });
}

/** Every number of a text, whatever it counts. Without separators. */
export function allNumbers(text: string): string[] {
  const folded = text.normalize("NFKC").replace(/[−–—﹣]/g, "-");
  const numbers = folded.match(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? [];
  return numbers.map((number) => number.replaceAll(",", ""));
}

/** The number that a cell is, and whether it is marked as money by a point, separators or a unit. */
export function numberOf(
  text: string,
): { readonly number: string; readonly marked: boolean } | undefined {
  if (!/\p{N}/u.test(text)) return undefined;
  const number = publishedIn(text);
  if (number === undefined) return undefined;
  return { number, marked: /[.,]/.test(plain(text)) || parseNumber(text) === undefined };
}

/** Digits of which some have no character in their font: `\ufffd,\ufffd12.50`. */
export function isUnreadable(text: string): boolean {
  if (!text.includes("\ufffd")) return false;
  const label = plain(text);
  return label.length > 1 && /^[-\d.,\ufffd]+$/.test(label);
}
