import { layoutPage } from "../../src/layout/layout-page.ts";
import type { Grid } from "../../src/model/block.ts";
import type { Glyph, Page, Rule } from "../../src/model/page.ts";

/** Points from one column border to the next, at least, where a sheet is cut. */
const APART = 2;

/**
 * Pages of one sheet, all as wide, as a producer prints them on paper that is too narrow: cut at a border of columns. What
 * runs over the cut is painted on both sides. Undefined where a page has no table or more than one, or the first no title.
 */
export function splitBeside(
  pages: readonly Page[],
  random: () => number,
): { readonly left: Page[]; readonly right: Page[] } | undefined {
  const grids = pages.map(onlyGrid);
  const [first] = grids;
  if (!first || !grids.every((grid) => grid && sameSides(grid, first))) return undefined;
  if (pages[0] && layoutPage(pages[0])[0]?.type === "grid") return undefined;
  const x0 = first.place.box?.x0 ?? 0;
  const cuts = bordersOf(first).filter((x) => x > x0 + APART);
  const cut = cuts[Math.floor(random() * (cuts.length - 1))];
  if (cut === undefined || cuts.length < 2) return undefined;
  return {
    left: pages.map((page) =>
      part(
        page,
        (box) => box.x0 < cut,
        0,
        (x) => Math.min(x, cut),
      ),
    ),
    right: pages.map((page) =>
      part(
        page,
        (box) => box.x1 > cut,
        x0 - cut,
        (x) => Math.max(x, cut),
      ),
    ),
  };
}

function onlyGrid(page: Page): Grid | undefined {
  const grids = layoutPage(page).filter((block) => block.type === "grid");
  return grids.length === 1 ? grids[0] : undefined;
}

function sameSides(one: Grid, other: Grid): boolean {
  const [a, b] = [one.place.box, other.place.box];
  return !!a && !!b && Math.abs(a.x0 - b.x0) < APART && Math.abs(a.x1 - b.x1) < APART;
}

function bordersOf({ cells }: Grid): number[] {
  const xs = new Set(cells.flatMap(({ place }) => (place.box ? [place.box.x1] : [])));
  return [...xs].sort((a, b) => a - b);
}

interface Across {
  readonly x0: number;
  readonly x1: number;
}

function part(
  page: Page,
  keeps: (box: Across) => boolean,
  by: number,
  clip: (x: number) => number,
): Page {
  const runs = new Map<number, Across>();
  for (const { run, box } of page.glyphs) {
    const { x0, x1 } = runs.get(run) ?? box;
    runs.set(run, { x0: Math.min(x0, box.x0), x1: Math.max(x1, box.x1) });
  }
  const glyphs = page.glyphs
    .filter((glyph) => keeps(runs.get(glyph.run) ?? glyph.box))
    .map((glyph): Glyph => {
      const { box } = glyph;
      return { ...glyph, box: { ...box, x0: box.x0 + by, x1: box.x1 + by } };
    })
    .filter(({ box }) => box.x1 > 0 && box.x0 < page.width);
  const rules = page.rules.flatMap((rule): Rule[] => {
    if (rule.direction === "vertical")
      return Math.abs(clip(rule.at) - rule.at) < 1 ? [{ ...rule, at: rule.at + by }] : [];
    const [from, to] = [clip(rule.from), clip(rule.to)];
    return to - from > 1 ? [{ ...rule, from: from + by, to: to + by }] : [];
  });
  return { ...page, glyphs, rules };
}
