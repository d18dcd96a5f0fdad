import { withoutMarks } from "../model/marks.ts";

/**
 * A printed label in the form in which labels are compared: full-width letters, digits and brackets folded,
 * blanks, quotation marks of every shape and footnote marks gone. `“ 三 公 ”经费（万元）` → `三公经费(万元)`.
 */
export function plain(text: string): string {
  if (PLAIN.test(text)) return text;
  const known = folded.get(text);
  if (known !== undefined) return known;
  const label = withoutMarks(text)
    .replace(CIRCLED, (_, part: string, number: string) => `${part}(${number.normalize("NFKC")})`)
    .normalize("NFKC")
    .replace(DROPPED, "")
    .replace(/[﹒·•]/g, "·");
  if (text.length > LONG) return label;
  if (folded.size === REMEMBERED) folded.clear();
  folded.set(text, label);
  return label;
}

/** One line is asked about as a title, a caption, a unit, a name and a note: what was folded last is kept. */
const folded = new Map<string, string>();
const REMEMBERED = 2_000;
/** Sentences are asked about less often, and hold memory. */
const LONG = 200;

/** True for a text of which no label is left. */
export function isBlank(text: string): boolean {
  return !KEPT.test(text);
}

const INCIDENTAL = "\\s\\u00a0\\u200b-\\u200d\\ufeff“”\"'‘’〝〞「」『』＂`´";
const DROPPED = new RegExp(`[${INCIDENTAL}]+`, "g");
const KEPT = new RegExp(`[^${INCIDENTAL}]`);

/** ① in front of words, or of those behind 其中: an ordinal, which folding would make a digit of the word. */
const CIRCLED = /^(\s*(?:其中[:：]\s*)?)([①-⑳])(?=\s*\p{L})/u;
/** A label with nothing to fold or drop, as most are: 注 may be a mark. */
const PLAIN = /^[\u4e00-\u6ce7\u6ce9-\u9fff\dA-Za-z.,:%()-]*$/;

/** 一、 (十二) 3. ① and 其中: in front of a label say where it stands, not what it is. */
const ORDINAL =
  /^(?:\(?[一二三四五六七八九十百]+\)[、.]?|[一二三四五六七八九十百]+[、..,]|\(?\d{1,2}\)[、.]?|\d{1,2}[、.](?!\d)|[①-⑳])/;

/** The label without its ordinals; `一、(二)其他` loses both, and 其中:(一)公务接待费 the one behind 其中. */
export function withoutOrdinal(label: string): string {
  const [, part = "", words = label] = /^(其中:)(.+)$/.exec(label) ?? [];
  let rest = words;
  for (let i = 0; i < 3; i++) rest = rest.replace(ORDINAL, "");
  return part + rest;
}

/** True for a label that starts with an ordinal: a line of a list, never a heading. */
export function hasOrdinal(label: string): boolean {
  return ORDINAL.test(label);
}

const COUNT = "一二三四五六七八九十";

/** The number that a label starts with: 2 of `2.`, `（二）` and `二、`. */
export function ordinalOf(label: string): number | undefined {
  const [ordinal] = ORDINAL.exec(plain(label)) ?? [];
  const counts = /\d+|[一二三四五六七八九十]+/.exec(ordinal ?? "")?.[0];
  if (counts === undefined) return undefined;
  return /\d/.test(counts) ? Number(counts) : COUNT.indexOf(counts) + 1;
}
