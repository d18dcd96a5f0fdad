import type { Reading, RecognisedLine } from "./engine.ts";

/** What a network says of one line: `steps` rows of `classes` probabilities; class 0 is no character. */
export interface Probabilities {
  readonly values: Float32Array;
  readonly offset: number;
  readonly steps: number;
  readonly classes: number;
}

/** Classes of one step that may be meant: the likeliest, as far as they are at all likely. */
const MOST = 4;
const LEAST = 0.002;
/** Readings that are followed, and kept. */
const BEAM = 12;
const KEPT = 8;
/** Readings less likely than this are none. */
const FAINT = 0.001;

/**
 * A line's text by connectionist temporal classification (Graves and others 2006): the same class in neighbouring steps is one
 * character, none between. The readings are those of a prefix beam search, so that a lost or doubled character is an
 * alternative like a misread one.
 */
export function decode(
  probabilities: Probabilities,
  keys: readonly string[],
  width: number,
): RecognisedLine {
  const { steps } = probabilities;
  const tops = Array.from({ length: steps }, (_, step) => alike(topOf(probabilities, step), keys));
  const characters: { text: string; at: number; sure: number }[] = [];
  let previous = 0;
  let [from, sure] = [0, 0];
  const close = (to: number): void => {
    if (previous === 0) return;
    characters.push({ text: keys[previous] ?? "", at: (from + to) / 2 / width, sure });
  };
  for (const [step, top] of tops.entries()) {
    const [best] = top;
    const [key, share] = best ?? [0, 1];
    if (key === previous) {
      sure = Math.max(sure, share);
      continue;
    }
    close(step);
    [previous, from, sure] = [key, step, share];
  }
  close(steps);
  // Nothing else is possible where each step has one class.
  if (tops.every(({ length }) => length === 1))
    return {
      characters,
      readings: [{ text: characters.map(({ text }) => text).join(""), share: 1 }],
    };
  return { characters, readings: beamSearch(tops, keys) };
}

type Top = readonly (readonly [key: number, share: number])[];

function topOf({ values, offset, steps: _, classes }: Probabilities, step: number): Top {
  const start = offset + step * classes;
  const top: [number, number][] = [];
  for (let key = 0; key < classes; key++) {
    const share = values[start + key] as number;
    if (share < LEAST) continue;
    let i = top.length;
    while (i > 0 && (top[i - 1] as [number, number])[1] < share) i--;
    if (i >= MOST) continue;
    top.splice(i, 0, [key, share]);
    if (top.length > MOST) top.pop();
  }
  return top;
}

/** Signs that Chinese has in two widths: they mean one thing, and a network knows them as two. */
const WIDTHS: Readonly<Record<string, string>> = {
  "，": ",",
  "．": ".",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
};

/** Classes that differ in width alone are one, the likelier of them. */
function alike(top: Top, keys: readonly string[]): Top {
  if (top.length < 2) return top;
  const merged = new Map<string, readonly [key: number, share: number]>();
  for (const [key, share] of top) {
    const sign = keys[key] ?? "";
    const known = merged.get(WIDTHS[sign] ?? sign);
    merged.set(WIDTHS[sign] ?? sign, known ? [known[0], known[1] + share] : [key, share]);
  }
  return [...merged.values()].sort((a, b) => b[1] - a[1]);
}

interface Prefix {
  readonly keys: readonly number[];
  /** Share of paths that end in no character, and in the last one. */
  blank: number;
  last: number;
}

function beamSearch(tops: readonly Top[], names: readonly string[]): Reading[] {
  let beam: Prefix[] = [{ keys: [], blank: 1, last: 0 }];
  for (const top of tops) {
    // Where one class is certain, all prefixes go the same way.
    const next = new Map<string, Prefix>();
    const at = (keys: readonly number[]): Prefix => {
      const id = keys.join(" ");
      const known = next.get(id) ?? { keys, blank: 0, last: 0 };
      next.set(id, known);
      return known;
    };
    for (const { keys, blank, last } of beam) {
      for (const [key, share] of top) {
        if (key === 0) {
          at(keys).blank += share * (blank + last);
          continue;
        }
        if (key === keys.at(-1)) {
          at(keys).last += share * last;
          at([...keys, key]).last += share * blank;
        } else at([...keys, key]).last += share * (blank + last);
      }
    }
    beam = [...next.values()].sort((a, b) => b.blank + b.last - a.blank - a.last).slice(0, BEAM);
  }
  const all = beam.reduce((sum, { blank, last }) => sum + blank + last, 0) || 1;
  return beam
    .map(({ keys, blank, last }) => ({
      text: keys.map((key) => names[key] ?? "").join(""),
      share: (blank + last) / all,
    }))
    .filter(({ share }) => share >= FAINT)
    .slice(0, KEPT);
}
