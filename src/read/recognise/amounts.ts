import { parseNumber } from "../../model/money.ts";
import type { Reading, RecognisedLine } from "./engine.ts";
import { roomsForPoints } from "./points.ts";
import type { Raster } from "./raster.ts";

/** A text of digits, and of signs that stand in amounts or are taken for such. */
const DIGITS_MOSTLY = /^(?=(?:\D*\d){2})[-+\d.,，、。:：;·'’ ]+$/;
/** What a cell prints by itself, and what a sentence prints before its unit; as many digits as go with decimals. */
const AMOUNTS = /^-?\d[\d,.]+\d$|(?<![\d.,])\d[\d,.]+\d(?=万?元)/g;
const MARKS = /[.,]/g;
/** What a narrow cell prints of an amount before its line ends. */
const BROKEN = /^-?\d[\d,]*\.$/;

/** Amounts that say how a page prints them; the part of them that is almost all, and that which is no exception. */
const ENOUGH = 8;
const MOSTLY = 0.9;
const SOME = 0.03;
/** The part of a reading's share that the same digits have with a point: where all others have one, and where some have none. */
const LOST = 0.5;
const SELDOM = 0.005;

/** Amounts with a point or a comma that earlier pages of a document print, as they were read. */
export type Earlier = readonly string[];

/**
 * The lines of one page; what must be an amount, by the likeliest of its readings that is one: 34,10 is 34.10, and 3410 is as well
 * where the others have two decimals, as 1.96270 is 1,962.70. A point beside a digit is what small print loses first.
 *
 * @param pictures Of the lines: where there is room for a point that was not seen, one is.
 * @param earlier How the document prints its amounts, for a page that has few.
 */
export function withAmounts(
  lines: readonly RecognisedLine[],
  pictures: readonly Raster[] = [],
  earlier: Earlier = [],
): RecognisedLine[] {
  const read = lines.map(asAmount);
  const own = amountsOf(read);
  const { usual, decimals } = printedAs(own.length < ENOUGH ? [...earlier, ...own] : own);
  const better = usual === undefined ? read : read.map((line) => withDecimals(line, usual));
  const rooms = roomsForPoints(better.map(textOf), pictures, decimals);
  return better.map((line, i) => withLostPoints(withPoint(line, rooms.get(i)), decimals));
}

/** The amounts of a page by which a later one knows how they are printed. Codes and numbers of rows are none of them. */
export function amountsOf(lines: readonly RecognisedLine[]): Earlier {
  return lines.flatMap((line) => amountsIn(textOf(line))).filter((text) => /[.,]/.test(text));
}

function textOf({ characters }: RecognisedLine): string {
  return characters.map(({ text }) => text).join("");
}

function asAmount(line: RecognisedLine): RecognisedLine {
  const text = textOf(line);
  if (!DIGITS_MOSTLY.test(text) || parseNumber(text) !== undefined || BROKEN.test(text))
    return line;
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

/** How a page prints its amounts. */
interface Printed {
  /** The decimals that almost all have; undefined where they differ, or are few. */
  readonly usual: number | undefined;
  /** All that are no exception. Where there are several, zeros at the end are left out. */
  readonly decimals: readonly number[];
}

function printedAs(amounts: Earlier): Printed {
  if (amounts.length < ENOUGH) return { usual: undefined, decimals: [] };
  const counts = new Map<number, number>();
  for (const decimals of amounts.map(decimalsOf))
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
  const from = (share: number) =>
    [...counts].flatMap(([decimals, count]) =>
      decimals > 0 && count >= share * amounts.length ? [decimals] : [],
    );
  return { usual: from(MOSTLY)[0], decimals: from(SOME) };
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

/** The line with a point behind so many of its digits. */
function withPoint(line: RecognisedLine, place: number | undefined): RecognisedLine {
  if (place === undefined) return line;
  const text = textOf(line);
  const reading = { text: `${text.slice(0, place)}.${text.slice(place)}`, share: LOST };
  return punctuated({ ...line, readings: [...line.readings, reading] }, reading);
}

/**
 * The line with more readings, where it is digits without a point: a recogniser may be sure of 11295 where 112.95 is printed.
 * Which it is, sums say.
 */
function withLostPoints(line: RecognisedLine, decimals: readonly number[]): RecognisedLine {
  const text = textOf(line);
  if (!DIGITS_MOSTLY.test(text) || decimals.includes(decimalsOf(text))) return line;
  const isAlways = decimals.length === 1;
  const known = new Set([text, ...line.readings.map((reading) => reading.text)]);
  const more = line.readings.flatMap((reading) =>
    decimals
      .map((each) => pointed(reading.text, each))
      .filter((each) => each !== "" && !known.has(each) && (isAlways || !each.endsWith("0")))
      .map((each) => ({ text: each, share: reading.share * (isAlways ? LOST : SELDOM) })),
  );
  const readings = [...line.readings, ...more].sort((a, b) => b.share - a.share);
  return { ...line, readings };
}

/** The digits of a text with so many of them behind the point; nothing if there are too few, or others than digits. */
function pointed(text: string, decimals: number): string {
  const [, sign = "", digits = ""] = /^(-?)(\d+)$/.exec(text.replace(/[.,， ]/g, "")) ?? [];
  const whole = digits.slice(0, -decimals);
  return whole === "" ? "" : `${sign}${whole}.${digits.slice(-decimals)}`;
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
