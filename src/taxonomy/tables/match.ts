import { ownWords } from "../own/own.ts";
import { plain, withoutOrdinal } from "../plain.ts";
import { FILLERS, SAME_WORDS, TABLE_DECLARATIONS } from "./declarations.ts";
import type { TableDeclaration } from "./declare.ts";

/** Titles are short; a longer line that has all the words is a sentence. */
const LONGEST_TITLE = 90;

/** What may follow a title: the dots and page number of a contents list, the number of the form. */
const TAIL = /(?:[.…·_]{2,}.*|(?<=[表)])\d{1,3}|\/(?:部门)?公开.*)+$/;

/**
 * Words behind the closing 表 say how the table is cut (功能科目) or which part it is (--人员经费): they are read before it, and
 * left out where no title has them (人员类、运转类公用经费项目).
 */
const QUALIFIER = /表((?:[-—]*\([^()]*\)|[-—]+[^()]+)+)$/;

interface Pattern {
  readonly declaration: TableDeclaration;
  readonly words: RegExp;
  /** Characters that the pattern itself names. */
  readonly weight: number;
}

const PATTERNS: readonly Pattern[] = TABLE_DECLARATIONS.flatMap((declaration) =>
  declaration.titles.map((title) => ({
    declaration,
    words: new RegExp(`${title.replaceAll("…", ".*").replaceAll("~", `(?:${FILLERS})*`)}$`),
    weight: title.replace(/[…~?]/g, "").length,
  })),
);

/**
 * The declaration that a printed title belongs to: the one that names most of it.
 * Undefined for anything that is no title of a standard table: a sentence, a chapter heading, 情况说明.
 */
export function matchTitle(printed: string): TableDeclaration | undefined {
  let label = withoutOrdinal(plain(printed))
    .replace(/^《([^《》]*)》$/, "$1")
    .replace(TAIL, "");
  for (const [words, same] of SAME_WORDS) label = label.replace(words, same);
  return matchLabel(label) ?? matchOwn(label);
}

/** A title of the user's own is the standard one that it stands for, whatever stands around it. */
function matchOwn(label: string): TableDeclaration | undefined {
  const own = ownWords().titles.find(([word]) => label.includes(word));
  return own && matchLabel(label.replace(...own));
}

function matchLabel(label: string): TableDeclaration | undefined {
  const title = label.replace(QUALIFIER, "$1表");
  if (title.length < 3 || title.length > LONGEST_TITLE || /[。;!?]|[,:].*[,:]/.test(title))
    return undefined;
  return bestOf(title, title) ?? bestOf(label.replace(QUALIFIER, "表"), title);
}

/** The declaration with a pattern that fits most of some words, and nothing against the whole title. */
function bestOf(said: string, title: string): TableDeclaration | undefined {
  let best: Pattern | undefined;
  for (const pattern of PATTERNS) {
    const { declaration, words, weight } = pattern;
    if (weight <= (best?.weight ?? 0) || !words.test(said)) continue;
    if (declaration.never?.some((word) => title.includes(word))) continue;
    best = pattern;
  }
  return best?.declaration;
}
