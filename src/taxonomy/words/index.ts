import { headingsOf } from "./concept.ts";
import { FRAME_WORDS, NEUTRAL_WORDS } from "./frames.ts";
import { FUND_CONCEPTS, FUND_EXCEPTIONS, WORDS_BELOW_FUNDS } from "./funds.ts";
import { ITEM_CONCEPTS, ITEM_EXCEPTIONS } from "./items.ts";
import { KEY_WORDS } from "./keys.ts";
import { KIND_CONCEPTS, WORDS_BELOW_KINDS } from "./kinds.ts";
import type { Entry, Meaning } from "./meaning.ts";
import { pattern } from "./notation.ts";

export { ECONOMIC_KINDS } from "./kinds.ts";
export type { Meaning } from "./meaning.ts";

/** One vocabulary for all tables, in the order in which its words are tried. */
export const VOCABULARY = compile([
  ...FUND_EXCEPTIONS,
  ...FRAME_WORDS,
  ...headingsOf(FUND_CONCEPTS, (fund) => ({ fund })),
  ...headingsOf(KIND_CONCEPTS, (kind) => ({ kind })),
  ...headingsOf(ITEM_CONCEPTS, (item) => ({ item })),
  ...ITEM_EXCEPTIONS,
  ...KEY_WORDS,
  ...NEUTRAL_WORDS,
]);

export type Words = readonly (readonly [RegExp, Meaning])[];

/** Words that mean what they do only below a heading of this fund or kind. */
export const BELOW: {
  readonly funds: ReadonlyMap<string, Words>;
  readonly kinds: ReadonlyMap<string, Words>;
} = { funds: compiled(WORDS_BELOW_FUNDS), kinds: compiled(WORDS_BELOW_KINDS) };

function compiled(below: Readonly<Record<string, readonly Entry[]>>): ReadonlyMap<string, Words> {
  return new Map(Object.entries(below).map(([id, entries]) => [id, compile(entries)]));
}

/** 其中 in front says where a word stands, not what it means. */
function compile(entries: readonly Entry[]): Words {
  return entries.map(({ words, ...meaning }) => [
    new RegExp(`^(?:其中:)?(?:${pattern(words)})$`),
    meaning,
  ]);
}
