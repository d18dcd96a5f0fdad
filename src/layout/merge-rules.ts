import type { Rule } from "../model/page.ts";

/** Lines within this of each other (points) are one line drawn twice: the two edges of a thin box. */
const SAME_LINE = 1;
/** Gaps along a line up to this are dashes, or the corner left out at a crossing. */
const GAP = 3;
/** What is still shorter after merging is a dot, a tick, a piece of a drawing. */
const SHORTEST = 4;

/** More lines than this, once joined, are a map or a chart: the page has no tables. */
const MOST_LINES = 20_000;

/** Pieces of one line joined: dashes, cell borders one by one, edges drawn by both neighbours. O(n log n). */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const direction of ["horizontal", "vertical"] as const) {
    const sorted = rules
      .filter((rule) => rule.direction === direction)
      .sort((one, other) => one.at - other.at);
    let start = 0;
    for (let i = 1; i <= sorted.length; i++) {
      const rule = sorted[i];
      const previous = sorted[i - 1] as Rule;
      const first = sorted[start] as Rule;
      if (rule && rule.at - previous.at <= SAME_LINE && rule.at - first.at <= 2 * SAME_LINE)
        continue;
      mergeTrack(sorted.slice(start, i), merged);
      start = i;
    }
  }
  return merged.length > MOST_LINES ? [] : merged;
}

function mergeTrack(track: Rule[], merged: Rule[]): void {
  track.sort((one, other) => one.from - other.from);
  let current: Rule | undefined;
  let weight = 0;
  const flush = () => {
    if (current && current.to - current.from >= SHORTEST) merged.push(current);
  };
  for (const rule of track) {
    const length = rule.to - rule.from;
    if (current && rule.from - current.to <= GAP) {
      current = {
        ...current,
        at: (current.at * weight + rule.at * length) / (weight + length || 1),
        to: Math.max(current.to, rule.to),
        thickness: Math.max(current.thickness, rule.thickness),
      };
      weight += length;
      continue;
    }
    flush();
    current = rule;
    weight = length;
  }
  flush();
}
