import type { Glyph, Rule } from "../model/page.ts";
import type { Region } from "./aligned.ts";
import { type Chunk, chunkLines } from "./chunks.ts";

/** A line shorter than this (points) does not head a table. */
const LONG = 120;
/** Ends of a table's lines differ at most this much (points). */
const SAME_END = 6;
/** Texts of labels with a value (`单位：万元`), which stand beside a table, not in it. */
const LABELLED = /[：:]/;

/**
 * Regions between horizontal lines of one length, one above the other: a table of three lines, or of a line below each row.
 * Where what stands between two of the lines is a title or a paragraph, one table ends and another begins.
 */
export function regionsBetween(loose: readonly Rule[], glyphs: readonly Glyph[]): Region[] {
  const regions: Region[] = [];
  for (const stack of stacks(loose)) {
    const bands = stack.slice(1).map((rule, i) => {
      const above = stack[i] as Rule;
      const inside = glyphs.filter(
        ({ box }) =>
          middle(box.y0, box.y1) > above.at &&
          middle(box.y0, box.y1) < rule.at &&
          middle(box.x0, box.x1) > above.from - SAME_END &&
          middle(box.x0, box.x1) < above.to + SAME_END,
      );
      return { top: above, bottom: rule, inside, lines: chunkLines(inside) };
    });
    for (let i = 0; i < bands.length; ) {
      let end = i;
      while (end < bands.length && isPart(bands[end] as Band, end > i ? bands[i] : undefined))
        end++;
      if (end > i) regions.push(regionOf(bands.slice(i, end)));
      i = end + 1;
    }
  }
  return regions;
}

interface Band {
  readonly top: Rule;
  readonly bottom: Rule;
  readonly inside: readonly Glyph[];
  readonly lines: readonly (readonly Chunk[])[];
}

function regionOf(bands: readonly Band[]): Region {
  const first = bands[0] as Band;
  const last = bands.at(-1) as Band;
  const ys = [first.top.at, ...bands.map(({ bottom }) => bottom.at)];
  return {
    box: {
      x0: Math.min(first.top.from, last.bottom.from),
      y0: first.top.at,
      x1: Math.max(first.top.to, last.bottom.to),
      y1: last.bottom.at,
    },
    glyphs: bands.flatMap(({ inside }) => inside),
    headingEnd: bands.length > 1 ? ys[1] : undefined,
    lines: ys,
  };
}

/** Lines of one beginning and end, from top to bottom; at least two. */
function stacks(rules: readonly Rule[]): Rule[][] {
  const long = rules.filter(
    ({ direction, from, to }) => direction === "horizontal" && to - from > LONG,
  );
  const groups: Rule[][] = [];
  const sorted = [...long].sort((one, other) => one.from - other.from || one.to - other.to);
  for (const rule of sorted) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    if (
      group &&
      first &&
      Math.abs(first.from - rule.from) < SAME_END &&
      Math.abs(first.to - rule.to) < SAME_END
    )
      group.push(rule);
    else groups.push([rule]);
  }
  return groups
    .filter(({ length }) => length > 1)
    .map((group) => group.sort((one, other) => one.at - other.at));
}

/**
 * Whether a band belongs to a table: some line has two texts side by side, none a label with its value. Below the first
 * band, one text of the same size will do (a 合计 above blank rows), or none.
 */
function isPart({ lines }: Band, first: Band | undefined): boolean {
  if (lines.some((line) => line.some(({ text }) => LABELLED.test(text))))
    return hasRow(lines, true);
  if (hasRow(lines, false)) return true;
  const size = first?.lines[0]?.[0]?.size;
  return size !== undefined && lines.length < 2 && !((lines[0]?.[0]?.size ?? 0) > 1.15 * size);
}

/** With labels about, only figures side by side make a row. */
function hasRow(lines: readonly (readonly Chunk[])[], labelled: boolean): boolean {
  return lines.some(
    (line) => line.length > 1 && (!labelled || line.filter(({ isNumber }) => isNumber).length > 1),
  );
}

function middle(from: number, to: number): number {
  return (from + to) / 2;
}
