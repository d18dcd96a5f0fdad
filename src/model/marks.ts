/** Digits and brackets, and the raised forms of them that Unicode has. */
const PLAIN = "0123456789()+-";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻";

/** Raised and lowered digits, which no reader takes for digits of the number that they stand at. */
const SCRIPTS = /[⁰¹²³⁴-⁾₀-₎]+/g;
/** ① ⑴ ❶ and the like; reference marks; and numbers in the brackets of notes: [1] 〔注2〕 （注） . */
const SIGNS =
  "[\\u2460-\\u2487\\u24eb-\\u24ff\\u2776-\\u2793\\u3251-\\u325f\\u32b1-\\u32bf*＊※†‡]|" +
  "[\\[［〔【]注?\\d{0,2}[\\]］〕】]|[(（]注\\d{0,2}[)）]";
const BEHIND = new RegExp(`(?<=[\\p{L}\\p{N}%)）元])\\s*(?:${SIGNS})+\\s*$`, "u");
const BEFORE = new RegExp(`^\\s*(?:${SIGNS})+\\s*(?=[-+(（¥￥]?\\d)`, "u");
const ALONE = new RegExp(`^\\s*(?:${SIGNS})+\\s*$`, "u");

/** Text as a footnote mark: its digits and brackets raised (`[1]` → `⁽¹⁾`). */
export function raised(text: string): string {
  const round = text
    .normalize("NFKC")
    .replace(/[[〔【]/g, "(")
    .replace(/[\]〕】]/g, ")");
  return [...round].map((char) => RAISED[PLAIN.indexOf(char)] ?? char).join("");
}

/** Any of these may be a mark. */
const SUSPECT =
  /[⁰¹²³⁴-⁾₀-₎\u2460-\u2487\u24eb-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf*＊※†‡[［〔【注]/;

/** A text without raised and lowered digits: sentences, where a circled number begins an item. */
export function withoutScripts(text: string): string {
  return SUSPECT.test(text) ? text.replace(SCRIPTS, "") : text;
}

/**
 * A printed text without its footnote marks: raised and lowered digits wherever they stand, circled numbers, asterisks and
 * bracketed numbers of notes at its end, or before a number. A circled number before words is an ordinal, and stays, as
 * does a text that is nothing but marks.
 */
export function withoutMarks(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(SCRIPTS, "").replace(BEHIND, "").replace(BEFORE, "") || text;
}

/** True for a text of footnote marks alone: no number, whatever digits are in it. */
export function isMark(text: string): boolean {
  return SUSPECT.test(text) && ALONE.test(text.replace(SCRIPTS, "*"));
}
