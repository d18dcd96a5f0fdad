import { parseNumber } from "../../model/money.ts";
import type { Reading, RecognisedLine } from "./engine.ts";

/** A text of digits, and of signs that stand in amounts or are taken for such. */
const DIGITS_MOSTLY = /^(?=(?:\D*\d){2})[-+\d.,，、。:：;·'’ ]+$/;
/** What a cell prints by itself, and what a sentence prints before its unit; as many digits as go with decimals. */
const AMOUNTS = /^-?\d[\d,.]+\d$|(?<![\d.,])\d[\d,.]+\d(?=万?元)/g;
const MARKS = /[.,]/g;

/** Amounts that say how a page prints them, and the part of them that have as many decimals. */
const ENOUGH = 8;
const MOSTLY = 0.9;

/**
 * The lines of one page; what must be an amount, by the likeliest of its readings that is one: 34,10 is 34.10, and 3410 is as well
 * where the others have two decimals, as 1.96270 is 1,962.70. A point beside a digit is what small print loses first.
 */
export function withAmounts(lines: readonly RecognisedLine[]): RecognisedLine[] {
  const read = lines.map(asAmount);
  const decimals = usualDecimals(read.flatMap((line) => amountsIn(textOf(line))));
  return decimals === undefined ? read : read.map((line) => withDecimals(line, decimals));
}

function textOf({ characters }: RecognisedLine): string {
  return characters.map(({ text }) => text).join("");
}

function asAmount(line: RecognisedLine): RecognisedLine {
  const text = textOf(line);
  if (!DIGITS_MOSTLY.test(text) || parseNumber(text) !== undefined) return line;
  const better = line.readings.find((reading) => parseNumber(reading.text) !== undefined);
  if (!better) return line;
  const all = [...better.text];
  const characters = all.map((each, i) => ({
    ...{ text: each, at: (i + 0.5) / all.length, sure: better.share },
  }));
  return { ...line, characters };
}

function amountsIn(text: string): string[] {
  return (text.match(AMOUNTS) ?? []).filter((amount) => parseNumber(amount) !== undefined);
}

function decimalsOf(amount: string): number {
  return /\.(\d+)$/.exec(amount)?.[1]?.length ?? 0;
}

/** Decimals of almost all amounts, which codes and numbers of rows are none of; undefined where they differ, or are few. */
function usualDecimals(amounts: readonly string[]): number | undefined {
  const marked = amounts.filter((amount) => /[.,]/.test(amount));
  const counts = new Map<number, number>();
  for (const decimals of marked.map(decimalsOf))
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!usual || marked.length < ENOUGH || usual[1] < MOSTLY * marked.length) return undefined;
  return usual[0] > 0 ? usual[0] : undefined;
}

/** The line with its points and commas where the likeliest reading has them in which more amounts are as all others are. */
function withDecimals(line: RecognisedLine, usual: number): RecognisedLine {
  const text = textOf(line);
  const own = amountsIn(text).map(decimalsOf);
  if (!own.some((decimals) => decimals === 0 || decimals > usual)) return line;
  const digits = text.replace(MARKS, "");
  const count = (decimals: readonly number[]) => decimals.filter((each) => each === usual).length;
  const better = line.readings.find(
    (reading) =>
      reading.text.replace(MARKS, "") === digits &&
      count(amountsIn(reading.text).map(decimalsOf)) > count(own),
  );
  return better ? punctuated(line, better) : line;
}

/** The characters where they were, with the points and commas of a reading between them. */
function punctuated(line: RecognisedLine, { text, share }: Reading): RecognisedLine {
  const kept = line.characters.filter((character) => !/^[.,]$/.test(character.text));
  let next = 0;
  const characters = [...text].flatMap((sign) => {
    if (!/[.,]/.test(sign)) return kept[next++] ?? [];
    const [before, after] = [kept[next - 1]?.at ?? 0, kept[next]?.at ?? 1];
    return { text: sign, at: (before + after) / 2, sure: share };
  });
  return { ...line, characters };
}
