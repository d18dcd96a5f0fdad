import type { Block } from "../model/block.ts";
import type { Glyph, Page, Rule } from "../model/page.ts";
import { latticeOfRegion } from "./aligned.ts";
import type { Lattice } from "./lattice.ts";
import { mergeRules } from "./merge-rules.ts";
import { type Flow, flowsOf } from "./prose.ts";
import { regionsBetween } from "./regions.ts";
import { fillLattices, findRuled } from "./ruled.ts";
import { prevailingTurn, unturnBlock, uprightPage } from "./turn.ts";
import { withoutUnderlines } from "./underlines.ts";

/** A page's blocks, and the prose that may have begun on the page before or may go on on the next. */
export interface PageLayout {
  readonly blocks: readonly Block[];
  /** The first block, if it is prose. */
  readonly opening: Flow | undefined;
  /** The last block, if it is prose. */
  readonly closing: Flow | undefined;
}

/**
 * The blocks of one page in reading order: a grid for each table as drawn, a paragraph for each run of prose. Every glyph
 * is in exactly one block, but for the page number at the foot.
 */
export function layoutPage(page: Page): Block[] {
  return [...layoutPageWithEnds(page).blocks];
}

export function layoutPageWithEnds(page: Page): PageLayout {
  const turn = prevailingTurn(page.glyphs);
  const upright = uprightPage(page, turn);
  const rules = withoutUnderlines(mergeRules(upright.rules), upright.glyphs);
  const { lattices, loose } = findRuled(rules);
  const ruled = fillLattices(lattices, upright.glyphs, page.number);
  const aligned = fillLattices(findAligned(loose, ruled.rest), ruled.rest, page.number);
  const grids = [...ruled.grids, ...aligned.grids];
  const { rest } = aligned;
  const flows = flowsOf(rest, upright);
  const blocks: Block[] = [...grids, ...flows.map(({ paragraph }) => paragraph)];
  blocks.sort((one, other) => top(one) - top(other) || left(one) - left(other));
  const flowAt = (index: number) => flows.find(({ paragraph }) => paragraph === blocks.at(index));
  return {
    opening: flowAt(0),
    closing: flowAt(-1),
    blocks: blocks.map((block) => unturnBlock(block, turn, page.width, page.height)),
  };
}

/** Tables that lines enclose on two sides or none, by how their texts are aligned. */
function findAligned(loose: readonly Rule[], glyphs: readonly Glyph[]): Lattice[] {
  return regionsBetween(loose, glyphs).flatMap((region) => latticeOfRegion(region) ?? []);
}

function top(block: Block): number {
  return block.place.box?.y0 ?? 0;
}

function left(block: Block): number {
  return block.place.box?.x0 ?? 0;
}
