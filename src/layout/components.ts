import type { Rule } from "../model/page.ts";
import { lastAtMost } from "./cluster.ts";

/** Lines that end this near to another (points) touch it. */
export const TOUCH = 2.6;

/** Lines that hang together by touching: each is a candidate for a table. */
export interface Component {
  readonly horizontals: readonly Rule[];
  readonly verticals: readonly Rule[];
}

/**
 * Parts merged lines into what hangs together. Vertical lines are kept by position, so that each horizontal one looks only
 * at the positions it passes and finds the piece there by binary search.
 */
export function components(rules: readonly Rule[]): Component[] {
  const parent = rules.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number;
      root = parent[root] as number;
    }
    return root;
  };
  const tracks = tracksOf(rules);
  const positions = tracks.map((track) => track.at);
  rules.forEach((rule, index) => {
    if (rule.direction !== "horizontal") return;
    let t = lastAtMost(positions, rule.from - TOUCH) + 1;
    for (; t < tracks.length && (positions[t] as number) <= rule.to + TOUCH; t++) {
      const track = tracks[t] as Track;
      const above = track.pieces[lastAtMost(track.starts, rule.at + TOUCH)];
      if (above !== undefined && (rules[above] as Rule).to >= rule.at - TOUCH)
        parent[find(above)] = find(index);
    }
  });
  const groups = new Map<number, { horizontals: Rule[]; verticals: Rule[] }>();
  rules.forEach((rule, index) => {
    const root = find(index);
    const group = groups.get(root) ?? { horizontals: [], verticals: [] };
    (rule.direction === "horizontal" ? group.horizontals : group.verticals).push(rule);
    groups.set(root, group);
  });
  return [...groups.values()];
}

interface Track {
  readonly at: number;
  /** Indices of the pieces at this position, from top to bottom, and where each starts. */
  readonly pieces: number[];
  readonly starts: number[];
}

function tracksOf(rules: readonly Rule[]): Track[] {
  const verticals = rules
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => rule.direction === "vertical")
    .sort((one, other) => one.rule.at - other.rule.at);
  const tracks: Track[] = [];
  for (const { rule, index } of verticals) {
    const track = tracks.at(-1);
    if (track && rule.at - track.at < 0.01) track.pieces.push(index);
    else tracks.push({ at: rule.at, pieces: [index], starts: [] });
  }
  const start = (index: number) => (rules[index] as Rule).from;
  for (const { pieces, starts } of tracks) {
    pieces.sort((one, other) => start(one) - start(other));
    for (const piece of pieces) starts.push(start(piece));
  }
  return tracks;
}
