import type { Grid, PageFlaw } from "../model/block.ts";

/** A table of so many positions, nearly all of them of a character at most, is a pattern of lines over the page. */
const POSITIONS = 2_500;
const SHATTERED = 0.7;
const FEWEST = 50;

/** True if a grid's lines are a pattern rather than a table: they cut the numbers under them into single digits. */
export function isPattern({ rowCount, columnCount, cells }: Grid): boolean {
  if (rowCount * columnCount < POSITIONS) return false;
  const printed = cells.filter(({ text }) => text !== "");
  const pieces = printed.filter(({ text }) => text.length <= 2);
  return printed.length >= FEWEST && pieces.length > SHATTERED * printed.length;
}

/** The flaws of pages, with what only their layout shows; those that say nothing else than another does are left out. */
export function flawsOfPages(flaws: readonly PageFlaw[], patterns: readonly Grid[]): PageFlaw[] {
  const pages = new Set(patterns.flatMap(({ place }) => place.page ?? []));
  const found = [...pages].map((page): PageFlaw => ({ page, kind: "pattern", whole: true }));
  return [...flaws, ...found].sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
}
