import type { Coordinates, Fund, Kind } from "../../model/coordinates.ts";
import { NO_WORDS, type OwnWords, ownWords } from "../own/own.ts";
import { plain, withoutOrdinal } from "../plain.ts";
import { composed } from "./composed.ts";
import { BELOW, type Meaning, VOCABULARY, type Words } from "./index.ts";

/** A year in front of or inside a heading: 2023年预算数, 2024年度. */
const YEAR = /(?:^|\D)(20\d{2})年度?/;
const UNIT_IN_BRACKETS = /\((?:金额)?(?:单位:?)?(?:亿元|万元|千元|元)\)/g;
/** A unit label that the page sets so close above the heading that both are read as one. */
const UNIT_LABEL = /^(?:金额)?单位:(?:亿元|万元|千元|元)(?=.)/;
/** What was looked up, by the user's own words that it was looked up with. */
const CACHES = new WeakMap<OwnWords, Map<string, Meaning | undefined>>();
const MOST_CACHED = 20_000;

/** What a heading says below one of this fund or kind. */
export function meaningBelow(
  { fund, kind }: { readonly fund?: Fund | undefined; readonly kind?: Kind | undefined },
  heading: string,
): Meaning | undefined {
  const words = [...below(BELOW.funds, fund), ...below(BELOW.kinds, kind)];
  const printed = withoutOrdinal(plain(heading));
  const own = ownWords().headings.get(printed);
  const label = typeof own === "string" ? withoutOrdinal(plain(own)) : printed;
  return find(words, label) ?? meaningOf(heading);
}

/** Words below this id, and below the one that it is a part of. */
function below(words: typeof BELOW.funds, id = "") {
  const [root = ""] = id.split(".");
  return [...(words.get(id) ?? []), ...(root === id ? [] : (words.get(root) ?? []))];
}

/** Is a heading one that is written down as such, and not only made of others? */
export function isWord(heading: string): boolean {
  const meaning = meaningOf(heading);
  return meaning !== undefined && !meaning.composed;
}

/** What a heading cell says, or undefined where no word of the vocabulary fits. */
export function meaningOf(heading: string): Meaning | undefined {
  const label = plain(heading);
  const own = ownWords();
  const cache = CACHES.get(own) ?? new Map<string, Meaning | undefined>();
  CACHES.set(own, cache);
  if (cache.has(label)) return cache.get(label);
  const meaning = lookUp(label, own);
  if (cache.size > MOST_CACHED) cache.clear();
  cache.set(label, meaning);
  return meaning;
}

function lookUp(printed: string, own: OwnWords): Meaning | undefined {
  const label = withoutOrdinal(
    printed.replace(UNIT_LABEL, "").replace(UNIT_IN_BRACKETS, ""),
  ).replace(/[:：]$/, "");
  if (label === "") return undefined;
  const direct = inWords(label, own);
  if (direct) return direct;
  const year = YEAR.exec(label)?.[1];
  if (year === undefined) return undefined;
  const rest = label.replace(/20\d{2}年度?/, "");
  if (rest === "") return { year, neutral: true };
  const meaning = inWords(rest, own);
  return meaning && { ...meaning, year: meaning.year ?? year };
}

function inWords(label: string, own: OwnWords): Meaning | undefined {
  const lookUp = (word: string) => known(word, own);
  return lookUp(label) ?? composed(label.replace(/^其中:/, ""), lookUp);
}

/** What stands around a word and says nothing more: a part, a sum, what it takes in, money, or this year's. */
const AROUND: readonly (readonly [RegExp, (meaning: Meaning) => boolean])[] = [
  [/^其中:/, () => true],
  [/(?:小计|合计|\(含[^()]*\))$/, ({ gives }) => gives !== undefined],
  [/支出$/, ({ gives }) => isSource(gives) || gives?.item !== undefined],
  [/(?:收入|资金|补助|安排数?)$/, ({ gives }) => isSource(gives)],
  [/^(?:本年|当年)/, ({ gives }) => gives !== undefined],
];

function isSource({ fund, flow }: Coordinates = {}): boolean {
  return fund !== undefined && flow === undefined;
}

/** What a word says, whatever stands around it. */
function known(label: string, own: OwnWords): Meaning | undefined {
  const word = declared(label, own);
  if (word) return word;
  for (const [around, fits] of AROUND) {
    const bare = label.replace(around, "");
    const meaning = bare === label ? undefined : known(bare, own);
    if (meaning && fits(meaning)) return meaning;
  }
  return undefined;
}

/** What a user says that a word means counts where the vocabulary does not know it, or where it is to be replaced. */
function declared(label: string, own: OwnWords): Meaning | undefined {
  const said = own.headings.get(label);
  const meaning = typeof said === "string" ? known(withoutOrdinal(plain(said)), NO_WORDS) : said;
  return own.first.has(label) ? meaning : (find(VOCABULARY, label) ?? meaning);
}

function find(words: Words, label: string): Meaning | undefined {
  return words.find(([pattern]) => pattern.test(label))?.[1];
}
