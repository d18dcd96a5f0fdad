import { isCut } from "./text-broken.ts";
import type { Line } from "./text-form.ts";
import { type Chunk, chunksOf, isNumber } from "./text-pieces.ts";

/** `单位：万元` above a table. */
const UNIT = /单位\s*[：:]\s*(?:人民币)?\s*[万千亿]?元/;
/** Leaders of a contents list. */
const LEADERS = /…{2}|\.{4}|·{4}/;
/** What follows a table, and what begins one. */
const NOTE = /^\s*(?:注|说明|备注|附注)\s*[：:\d]/;
const TITLE = /^\s*\S.{0,50}表(?:\s*[（(].{0,20}[)）])?\s*$/;
/** The number of a table, above its title: （四）, 附件四, 附表4, 表四. */
const MARK =
  /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|(?:附[件表]|表)\s?[一二三四五六七八九十\d-]{1,5})\s*[：:]?\s*$/;
const LABEL = /^\s*(?:编制|填报|公开|预算)?(?:主管)?(?:部门|单位)(?:名称|[（(]单位[)）])?\s*[：:]/;
/** Prose is long and has punctuation; a cell is short, or has none. */
const PROSE = /^.{25,}$/;
const SENTENCE = /[，。；]/;
/** `5`, `- 5 -`, `第5页`, `第 5 页，共 20 页`. */
const PAGE =
  /^[-—–－―]*\s{0,3}第?\s{0,3}\d{1,4}\s{0,3}页?(?:[，,/\s]{0,3}共?\s{0,3}\d{1,4}\s{0,3}页?)?\s{0,3}[-—–－―]*$/;
/** Longer than any page number with its words: a row of blanks would be tried in every way. */
const LONGEST_PAGE = 30;
/** Lines looked at, to see whether a table begins. */
const AHEAD = 12;
/** A table has no more blank lines in a row. */
export const BLANKS = 6;
/** No printed page is wider (in characters) or has more lines. */
const WIDEST = 2_000;
export const TALLEST = 2_000;
/** Pieces of a line: no printed table has as many columns, and each piece is tried in all of them. */
const FULLEST = 150;

/** Whether a table set with spaces begins at a line: below a unit label, or below a title or in pieces with lines of numbers after it. */
export function begins(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  if (text.length > WIDEST) return false;
  const chunks = chunksOf(text);
  if (chunks.length === 0 || chunks.length > FULLEST) return false;
  if (isProse(text, chunks) || isFurniture(text)) return false;
  const before = previous(lines, at);
  const labelled = UNIT.test(before);
  const centred = /^\s{4}/.test(text);
  if (labelled && (chunks.length >= 2 || centred)) return true;
  // A page may begin with the first line of one broken amount.
  const cut = chunks.every(isNumber) && isCut(lines[at + 1]?.text ?? "");
  if (chunks.length < 2 && !labelled && !cut && !(centred && TITLE.test(before))) return false;
  let tabular = 0;
  for (let next = at; next < Math.min(lines.length, at + AHEAD); next++) {
    const ahead = lines[next]?.text ?? "";
    if (next > at && ends(lines, next)) break;
    const pieces = chunksOf(ahead);
    if (pieces.length >= 2 && pieces.some(isNumber)) tabular++;
  }
  return tabular >= 2;
}

/** Whether a table is over before a line. */
export function ends(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  if (text.length > WIDEST || text.includes("\f") || isFurniture(text)) return true;
  const chunks = chunksOf(text);
  return chunks.length > FULLEST || isPageNumber(lines, at) || isProse(text, chunks);
}

/** The number of a page, at its foot: alone on the last line before a form feed or the end. */
function isPageNumber(lines: readonly Line[], at: number): boolean {
  const page = lines[at]?.text.trim() ?? "";
  if (page.length > LONGEST_PAGE || !PAGE.test(page)) return false;
  for (let next = at + 1; next < Math.min(lines.length, at + 2 * BLANKS); next++) {
    const text = lines[next]?.text ?? "";
    if (text.includes("\f")) return true;
    if (text.trim() !== "") return false;
  }
  return at + 2 * BLANKS >= lines.length;
}

/** Lines around tables, which are no rows of them. */
function isFurniture(text: string): boolean {
  return [UNIT, NOTE, LABEL, LEADERS, TITLE, MARK].some((line) => line.test(text));
}

function isProse(text: string, chunks: readonly Chunk[]): boolean {
  return chunks.length === 1 && PROSE.test(text.trim()) && SENTENCE.test(text);
}

/** The nearest line above that is not blank, a few lines up. */
function previous(lines: readonly Line[], at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - BLANKS); i--) {
    const text = lines[i]?.text ?? "";
    if (text.trim() !== "") return text;
  }
  return "";
}
