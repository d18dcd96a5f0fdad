import { plain, withoutOrdinal } from "../words.ts";
import { TABLE_DECLARATIONS } from "./declarations.ts";
import type { TableDeclaration } from "./declare.ts";

/** Titles are short; a longer line that has all the words is a sentence. */
const LONGEST_TITLE = 90;

/** What may follow the closing 表: brackets (功能科目, 2024年度, 续), the dots and page number of a contents list. */
const TAIL = /(?:\([^()]*\)|[.…·_-]{2,}.*|\d{1,3})+$/;

/**
 * The declaration that a printed title belongs to: the one whose words cover most of it.
 * Undefined for anything that is no title of a standard table: a sentence, a chapter heading, 情况说明.
 */
export function matchTitle(printed: string): TableDeclaration | undefined {
  const title = withoutOrdinal(plain(printed)).replace(TAIL, "");
  if (title.length < 3 || title.length > LONGEST_TITLE || /[。;!?]|[,:].*[,:]/.test(title))
    return undefined;
  if (/(?:说明|情况说明|公开)$/.test(title)) return undefined;
  let best: TableDeclaration | undefined;
  let bestScore = 0;
  for (const declaration of TABLE_DECLARATIONS) {
    if (!declaration.bare && !title.endsWith("表")) continue;
    if (declaration.never?.some((word) => title.includes(word))) continue;
    for (const pattern of declaration.titles) {
      const score = covered(title, pattern.split("…"));
      if (score > bestScore) {
        best = declaration;
        bestScore = score;
      }
    }
  }
  return best;
}

/** Number of characters of a title that the words cover, in order; 0 if one is missing. */
function covered(title: string, words: readonly string[]): number {
  let from = 0;
  let score = 0;
  for (const [i, word] of words.entries()) {
    const last = i === words.length - 1;
    const at = last && word.endsWith("表") ? title.lastIndexOf(word) : title.indexOf(word, from);
    if (at < from) return 0;
    if (last && word.endsWith("表") && at + word.length !== title.length) return 0;
    from = at + word.length;
    score += word.length;
  }
  return score;
}
