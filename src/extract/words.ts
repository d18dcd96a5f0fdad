import { withoutMarks } from "../model/marks.ts";

/**
 * A printed label in the form in which labels are compared: full-width letters, digits and brackets folded,
 * blanks, quotation marks of every shape and footnote marks gone. `“ 三 公 ”经费（万元）` → `三公经费(万元)`.
 */
export function plain(text: string): string {
  return withoutMarks(text)
    .replace(CIRCLED, (number) => `(${number.normalize("NFKC")})`)
    .normalize("NFKC")
    .replace(/[\s\u00a0\u200b-\u200d\ufeff“”"'‘’〝〞「」『』＂`´]+/g, "")
    .replace(/[﹒·•]/g, "·");
}

/** ① in front of words: an ordinal, which folding would make a digit of the word. */
const CIRCLED = /^\s*[①-⑳]/;

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
