import type { Fund, Kind } from "../../model/coordinates.ts";
import { plain, withoutOrdinal } from "../plain.ts";
import { BELOW, type Meaning, VOCABULARY } from "./index.ts";

/** A year in front of or inside a heading: 2023年预算数, 2024年度. */
const YEAR = /(?:^|\D)(20\d{2})年度?/;
const UNIT_IN_BRACKETS = /\((?:金额)?(?:单位:?)?(?:亿元|万元|千元|元)\)/g;
/** A unit label that the page sets so close above the heading that both are read as one. */
const UNIT_LABEL = /^(?:金额)?单位:(?:亿元|万元|千元|元)(?=.)/;
const CACHE = new Map<string, Meaning | undefined>();
const MOST_CACHED = 20_000;

/** What a heading says below one of this fund or kind. */
export function meaningBelow(
  { fund, kind }: { readonly fund?: Fund | undefined; readonly kind?: Kind | undefined },
  heading: string,
): Meaning | undefined {
  const words = [
    ...(BELOW.funds.get(fund ?? "") ?? []),
    ...(BELOW.kinds.get(kind?.split(".")[0] ?? "") ?? []),
  ];
  const label = withoutOrdinal(plain(heading));
  return words.find(([pattern]) => pattern.test(label))?.[1] ?? meaningOf(heading);
}

/** What a heading cell says, or undefined where no word of the vocabulary fits. */
export function meaningOf(heading: string): Meaning | undefined {
  const label = plain(heading);
  if (CACHE.has(label)) return CACHE.get(label);
  const meaning = lookUp(label);
  if (CACHE.size > MOST_CACHED) CACHE.clear();
  CACHE.set(label, meaning);
  return meaning;
}

function lookUp(printed: string): Meaning | undefined {
  const label = withoutOrdinal(
    printed.replace(UNIT_LABEL, "").replace(UNIT_IN_BRACKETS, ""),
  ).replace(/[:：]$/, "");
  if (label === "") return undefined;
  const direct = inVocabulary(label);
  if (direct) return direct;
  const year = YEAR.exec(label)?.[1];
  if (year === undefined) return undefined;
  const rest = label.replace(/20\d{2}年度?/, "");
  if (rest === "") return { year, neutral: true };
  const meaning = inVocabulary(rest);
  return meaning && { ...meaning, year: meaning.year ?? year };
}

function inVocabulary(label: string): Meaning | undefined {
  for (const [words, meaning] of VOCABULARY) if (words.test(label)) return meaning;
  const bare = label.replace(/^其中:/, "");
  if (bare !== label) return inVocabulary(bare);
  return undefined;
}
