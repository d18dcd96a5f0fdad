import { layoutPage } from "../../src/layout/layout-page.ts";
import type { Grid } from "../../src/model/block.ts";
import type { Glyph, Page, Rule } from "../../src/model/page.ts";

/** Where a piece of a table begins on its page, in points. */
const TOP = 60;

/** A page as one that a producer would have printed over three, its table cut between two rows. */
export function splitOverThree(page: Page, repeated: boolean, random: () => number): Page[] {
  const grids = layoutPage(page).filter((block) => block.type === "grid");
  const [grid] = grids;
  if (!grid || grids.length > 1) return [page];
  const { top, body, cuts } = linesOf(grid);
  const places = cuts.filter((y) => y > body);
  if (places.length < 2) return [page];
  const chosen = [pick(places, random), pick(places, random)].sort((a, b) => a - b);
  const [first = 0, second = 0] = chosen;
  if (first === second) return [page];
  const head = repeated ? { from: top, to: body } : undefined;
  return [
    part(page, [{ from: Number.NEGATIVE_INFINITY, to: first }]),
    part(page, [...(head ? [head] : []), { from: first, to: second }], TOP),
    part(page, [...(head ? [head] : []), { from: second, to: Number.POSITIVE_INFINITY }], TOP),
  ];
}

/** The heights at which a grid begins, its first row with an amount begins, and no cell is cut. */
function linesOf(grid: Grid): { top: number; body: number; cuts: number[] } {
  const tops = new Map<number, number>();
  for (const { r0, place } of grid.cells) {
    if (place.box) tops.set(r0, Math.max(tops.get(r0) ?? 0, place.box.y0));
  }
  const amount = grid.cells.find(({ text }) => /^-?[\d,]{4,}$|^-?[\d,]+\.\d+$/.test(text));
  const isCut = (row: number): boolean => grid.cells.some(({ r0, r1 }) => r0 < row && row <= r1);
  const rows = [...tops.keys()].filter((row) => row > (amount?.r0 ?? Infinity) && !isCut(row));
  return {
    top: tops.get(0) ?? 0,
    body: tops.get(amount?.r0 ?? 0) ?? 0,
    cuts: rows.map((row) => tops.get(row) ?? 0).sort((a, b) => a - b),
  };
}

interface Slice {
  readonly from: number;
  readonly to: number;
}

/** Slices of a page under each other, beginning at `start`, or where they stood. */
function part(page: Page, slices: readonly Slice[], start?: number): Page {
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  let y = start;
  for (const { from, to } of slices) {
    const by = y === undefined ? 0 : y - from;
    glyphs.push(
      ...page.glyphs
        .filter(({ box }) => within((box.y0 + box.y1) / 2, from, to))
        .map((g) => moved(g, by)),
    );
    rules.push(...page.rules.flatMap((rule) => cutRule(rule, from, to, by)));
    if (y !== undefined) y += to - from;
  }
  return { ...page, glyphs, rules };
}

function within(y: number, from: number, to: number): boolean {
  return y >= from && y < to;
}

function moved(glyph: Glyph, by: number): Glyph {
  const { box, baseline, turn } = glyph;
  return {
    ...glyph,
    box: { ...box, y0: box.y0 + by, y1: box.y1 + by },
    baseline: turn === 1 || turn === 3 ? baseline : baseline + by,
  };
}

/** A line between two rows is drawn on both pages. */
function cutRule(rule: Rule, from: number, to: number, by: number): Rule[] {
  if (rule.direction === "horizontal") {
    const near = rule.at > from - 1.5 && rule.at < to + 1.5;
    return near ? [{ ...rule, at: rule.at + by }] : [];
  }
  const [a, b] = [Math.max(rule.from, from), Math.min(rule.to, to)];
  return b - a > 1 ? [{ ...rule, from: a + by, to: b + by }] : [];
}

function pick<T>(all: readonly T[], random: () => number): T {
  return all[Math.min(all.length - 1, Math.floor(random() * all.length))] as T;
}
