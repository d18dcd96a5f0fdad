import { ownWords } from "../own/own.ts";
import { plain, withoutOrdinal } from "../plain.ts";
import { pattern } from "../words/notation.ts";
import { TABLE_DECLARATIONS } from "./declarations.ts";
import type { TableDeclaration } from "./declare.ts";
import { FILLERS, SAID_BY, SAME_WORDS, TITLE_WORDS, type TitleWord } from "./title-words.ts";

/** Titles are short; a longer line that has all the words is a sentence. */
const LONGEST_TITLE = 90;

/** What may follow a title: the dots and page number of a contents list, the number of the form. */
const TAIL = /(?:[.…·_]{2,}.*|(?<=[表)])\d{1,3}|\/(?:部门)?公开.*)+$/;

/**
 * Words behind the closing 表 say how the table is cut (功能科目) or which part it is (--人员经费): they are read before it, and
 * left out where they say nothing of their own (另文下达).
 */
const QUALIFIER = /表((?:[-—]*\([^()]*\)|[-—]+[^()]+)+)$/;

const ENDS = /表$/;
/** What any title ends with: most lines are none. */
const ANY_END = /(?:表|经费|预算|决算|情况|公开|公示)$/;

/**
 * The declaration that a printed title belongs to: the one that is about what the title says, all of it.
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
  if (!ANY_END.test(title)) return undefined;
  const declaration = declarationFor(title, readTitle(title));
  if (declaration) return declaration;
  const bare = readTitle(label.replace(QUALIFIER, "表"));
  const cut = readTitle(QUALIFIER.exec(label)?.[1] ?? "");
  return [...cut.said].every((word) => bare.said.has(word))
    ? declarationFor(title, bare)
    : undefined;
}

/** What a title says. */
interface Said {
  readonly said: ReadonlySet<TitleWord>;
  /** True if words that say nothing known stand behind some that do. */
  readonly broken: boolean;
}

function declarationFor(title: string, { said, broken }: Said): TableDeclaration | undefined {
  if (said.size === 0 || said.has("explanation")) return undefined;
  return TABLE_DECLARATIONS.find(
    ({ about, beside = [], open = false, ends = ENDS }) =>
      ends.test(title) &&
      (open || !broken) &&
      about.split(" | ").some((words) => isSaid(words, said, beside)),
  );
}

function isSaid(
  words: string,
  said: ReadonlySet<TitleWord>,
  beside: readonly TitleWord[] | "anything",
): boolean {
  const about = words.split(" ") as TitleWord[];
  if (!about.every((word) => said.has(word))) return false;
  const rest = [...said].filter((word) => !about.includes(word));
  return beside === "anything" || rest.every((word) => beside.includes(word));
}

const WORDS = Object.entries(TITLE_WORDS).map(
  ([word, words]) => [word as TitleWord, new RegExp(pattern(words), "y")] as const,
);
const FILLER = new RegExp(pattern(FILLERS), "y");

/** Reads a title from the left, the longest word at each place. */
function readTitle(title: string): Said {
  const said = new Set<TitleWord>();
  let broken = false;
  for (let at = 0; at < title.length; ) {
    let longest = 0;
    let found: TitleWord | undefined;
    for (const [word, pattern] of WORDS) {
      const length = lengthAt(pattern, title, at);
      if (length > longest) [longest, found] = [length, word];
    }
    const filler = lengthAt(FILLER, title, at);
    if (found !== undefined && longest >= filler) said.add(found);
    else if (filler === 0 && said.size > 0) broken = true;
    at += Math.max(longest, filler, 1);
  }
  return { said: reduced(said), broken };
}

function lengthAt(pattern: RegExp, title: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(title)?.[0].length ?? 0;
}

function reduced(said: Set<TitleWord>): ReadonlySet<TitleWord> {
  for (const [word, others] of SAID_BY)
    if (others.some((other) => said.has(other))) said.delete(word);
  return said;
}
