import type { Coordinates, Fund } from "../model/coordinates.ts";
import { BUDGETS, isUndivided } from "../taxonomy/orders.ts";
import { ECONOMIC_KINDS } from "../taxonomy/words/index.ts";
import { isWord, meaningBelow, meaningOf } from "../taxonomy/words/lookup.ts";

/**
 * Words that are each a heading and together none: the upper stands over several, and by chance above the middle one. The levels
 * of a code are told by what stands below them, wherever 科目编码 was set.
 */
export function areTwo(above: string, below: string): boolean {
  return areEach(above, below) && !isWord(above + below);
}

/** Words that are each a heading, whatever they are together: 本年预算数 above 基本支出, 年初结转和结余 above 基本支出结转. */
export function areEach(above: string, below: string): boolean {
  return isWord(above) && isWordBelow(above, below) && meaningOf(below)?.level === undefined;
}

/**
 * True for a line of a heading that says nothing by itself, or leaves nothing that says something: neither 政府性基 of
 * 政府性基金预算 stands over others, nor 基本支出 of 基本支出结转 below 年初结转和结余.
 */
export function isLineOf(piece: string, whole: string, over: string): boolean {
  const known = (words: string) => isWordBelow(over, words);
  return known(whole) && !(known(piece) && known(whole.replace(piece, "")));
}

/** Whether words are a heading where they stand below another. */
function isWordBelow(above: string, words: string): boolean {
  const meaning = meaningBelow(meaningOf(above)?.gives ?? {}, words);
  return meaning !== undefined && !meaning.composed;
}

/** Sources of money of which none is a part of another. */
const APART: ReadonlySet<Fund | undefined> = new Set<Fund>([...BUDGETS, "special_account", "unit"]);

/** True where what a heading says leaves no room below it for what another says: 基本支出 stands over no 项目支出. */
export function excludes(above: string, below: string): boolean {
  const [upper, lower] = [meaningOf(above)?.gives ?? {}, meaningOf(below)?.gives ?? {}];
  return excludesKind(upper, lower) || excludesFund(upper, lower);
}

function excludesKind({ kind: upper }: Coordinates, { kind: lower }: Coordinates): boolean {
  if (upper === undefined || lower === undefined || isUndivided(upper)) return false;
  // Projects and what is carried forward are parted by class as well.
  if (ECONOMIC_KINDS.has(lower) || upper === "carried_forward") return false;
  return upper !== lower && !lower.startsWith(`${upper}.`);
}

function excludesFund({ fund: upper }: Coordinates, { fund: lower }: Coordinates): boolean {
  return upper !== lower && APART.has(upper) && APART.has(lower);
}
