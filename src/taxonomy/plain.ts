import { withoutMarks } from "../model/marks.ts";

/**
 * A printed label in the form in which labels are compared: full-width letters, digits and brackets folded,
 * blanks, quotation marks of every shape and footnote marks gone. `“ 三 公 ”经费（万元）` → `三公经费(万元)`.
 */
export function plain(text: string): string {
  if (PLAIN.test(text)) return text;
  return withoutMarks(text)
    .replace(CIRCLED, (_, part: string, number: string) => `${part}(${number.normalize("NFKC")})`)
    .normalize("NFKC")
    .replace(/[\s\u00a0\u200b-\u200d\ufeff“”"'‘’〝〞「」『』＂`´]+/g, "")
    .replace(/[﹒·•]/g, "·");
}

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
