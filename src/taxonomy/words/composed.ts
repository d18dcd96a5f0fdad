import { isBelow, TREES, type TreeDimension } from "../trees.ts";
import type { Meaning } from "./meaning.ts";

type LookUp = (word: string) => Meaning | undefined;

/** What is longer, or of more words, is no heading. */
const LONGEST = 30;
const MOST_WORDS = 3;

/**
 * What a heading says that is made of known words, one behind the other or in brackets: 财政拨款项目支出, 基本支出决算数,
 * 基本支出（人员经费）. Undefined where two of its words contradict each other, or two ways of cutting it into words.
 */
export function composed(label: string, lookUp: LookUp): Meaning | undefined {
  if (label.length > LONGEST) return undefined;
  const bare = label.replace(/\(([^()]+)\)$/, "$1");
  for (let words = 2; words <= MOST_WORDS; words++) {
    const [first, ...others] = cut(bare, lookUp, words);
    if (!first) continue;
    let meaning: Meaning | undefined = first;
    for (const other of others) meaning &&= joined(meaning, other);
    return meaning && { ...meaning, composed: true };
  }
  return undefined;
}

/** What a label says, cut into this many words in every way. */
function cut(label: string, lookUp: LookUp, words: number): Meaning[] {
  if (words === 1) {
    const meaning = lookUp(label);
    return meaning && meaning.role === undefined ? [meaning] : [];
  }
  const readings: Meaning[] = [];
  for (let at = 2; at < label.length - 1; at++) {
    const [first] = cut(label.slice(0, at), lookUp, 1);
    const rest = first ? cut(label.slice(at), lookUp, words - 1) : [];
    readings.push(...rest.flatMap((next) => joined(first as Meaning, next) ?? []));
  }
  return readings;
}

const SAID = ["flow", "fund", "kind", "item"] as const;

/** Two words as one, unless they say two things of one dimension. */
function joined(one: Meaning, next: Meaning): Meaning | undefined {
  const gives = { ...one.gives, ...next.gives };
  for (const dimension of SAID) {
    const [above, below] = [one.gives?.[dimension], next.gives?.[dimension]];
    if (above === undefined || below === undefined || above === below) continue;
    const both = dimension === "flow" ? undefined : narrower(dimension, above, below);
    if (both === undefined) return undefined;
    Object.assign(gives, { [dimension]: both });
  }
  const { stage = one.stage, year = one.year } = next;
  if ((one.stage ?? stage) !== stage || (one.year ?? year) !== year) return undefined;
  // 上年 before a source may be last year's budget, or what is left of it.
  if (year !== undefined && stage === undefined && gives.fund !== undefined) return undefined;
  return {
    ...(Object.keys(gives).length > 0 ? { gives } : { neutral: true as const }),
    ...(stage !== undefined && { stage }),
    ...(year !== undefined && { year }),
  };
}

/** The budgets behind 上年结转 are what is left of them; otherwise one of the two has to be a part of the other. */
function narrower(dimension: TreeDimension, above: string, below: string): string | undefined {
  const tree = TREES[dimension];
  const left = `${above}.${below}`;
  if (tree.parent.has(left)) return left;
  if (isBelow(tree, below, above)) return below;
  return isBelow(tree, above, below) ? above : undefined;
}
