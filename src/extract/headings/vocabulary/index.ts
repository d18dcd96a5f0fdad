import type { Fund } from "../../../model/coordinates.ts";
import { FRAME_WORDS, NEUTRAL_WORDS } from "./frames.ts";
import { FUND_WORDS, UNIT_FUND_WORDS } from "./funds.ts";
import { ITEM_WORDS } from "./items.ts";
import { KEY_WORDS } from "./keys.ts";
import { KIND_WORDS } from "./kinds.ts";
import type { Entry, Meaning } from "./meaning.ts";

export { ECONOMIC_KINDS } from "./kinds.ts";
export type { Meaning } from "./meaning.ts";

/** One vocabulary for all tables, in the order in which its words are tried. */
export const VOCABULARY = compile([
  ...FRAME_WORDS,
  ...FUND_WORDS,
  ...KIND_WORDS,
  ...ITEM_WORDS,
  ...KEY_WORDS,
  ...NEUTRAL_WORDS,
]);

/** Words that mean what they do only below a heading of this fund. */
export const BELOW_FUND: Partial<Record<Fund, ReturnType<typeof compile>>> = {
  unit: compile(UNIT_FUND_WORDS),
};

function compile(entries: readonly Entry[]): readonly (readonly [RegExp, Meaning])[] {
  return entries.map(({ words, ...meaning }) => [new RegExp(`^(?:${words.join("|")})$`), meaning]);
}
