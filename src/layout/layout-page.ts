import type { Block } from "../model/block.ts";
import type { Glyph, Page } from "../model/page.ts";
import { latticeOfRegion, type Region } from "./aligned.ts";
import { borderlessRegions } from "./borderless.ts";
import { mergeRules } from "./merge-rules.ts";
import { type Flow, flowsOf } from "./prose.ts";
import { withRaised } from "./raised.ts";
import { inReadingOrder } from "./reading-order.ts";
import { regionsBetween } from "./regions.ts";
import { fillLattices, findRuled } from "./ruled.ts";
import { type Frame, frameOf } from "./sheets/frame.ts";
import { tiltBlock } from "./tilt.ts";
import { prevailingTurn, unturnBlock, uprightPage } from "./turn.ts";
import { withoutUnderlines } from "./underlines.ts";

/** A page's blocks, and the prose that may have begun on the page before or may go on on the next. */
export interface PageLayout {
  readonly blocks: readonly Block[];
  /** The first block, if it is prose. */
  readonly opening: Flow | undefined;
  /** The last block, if it is prose. */
  readonly closing: Flow | undefined;
  /** The largest table that lines enclose, on an upright page. */
  readonly frame: Frame | undefined;
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
  const straight = uprightPage(page, turn);
  const merged = mergeRules(straight.rules);
  const upright = { ...straight, glyphs: withRaised(straight.glyphs, merged) };
  const rules = withoutUnderlines(merged, upright.glyphs);
  const { lattices, loose } = findRuled(rules);
  const ruled = fillLattices(lattices, upright.glyphs, page.number);
  const between = aligned(regionsBetween(loose, ruled.rest), ruled.rest, page.number);
  const bare = aligned(borderlessRegions(between.rest), between.rest, page.number);
  const grids = [...ruled.grids, ...between.grids, ...bare.grids];
  const { rest } = bare;
  const flows = flowsOf(rest, upright);
  const blocks = inReadingOrder([...grids, ...flows.map(({ paragraph }) => paragraph)]);
  const flowAt = (index: number) => flows.find(({ paragraph }) => paragraph === blocks.at(index));
  return {
    opening: flowAt(0),
    closing: flowAt(-1),
    frame: turn === 0 && !page.recognised ? frameOf(rules) : undefined,
    blocks: blocks.map((block) =>
      tiltBlock(unturnBlock(block, turn, page.width, page.height), page.tilt ?? 0, page),
    ),
  };
}

/** The tables of regions, by how their texts are aligned, and the glyphs that they leave. */
function aligned(
  regions: readonly Region[],
  glyphs: readonly Glyph[],
  page: number,
): ReturnType<typeof fillLattices> {
  const lattices = regions.flatMap((region) => latticeOfRegion(region) ?? []);
  return fillLattices(lattices, glyphs, page);
}
