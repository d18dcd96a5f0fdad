import type { Block } from "../model/block.ts";
import type { Page } from "../model/page.ts";
import { mergeRules } from "./merge-rules.ts";
import { paragraphsOf } from "./prose.ts";
import { fillLattices, findRuled } from "./ruled.ts";
import { prevailingTurn, unturnBlock, uprightPage } from "./turn.ts";
import { withoutUnderlines } from "./underlines.ts";

/**
 * The blocks of one page in reading order: a grid for each table as drawn, a paragraph for each run of prose. Every glyph
 * is in exactly one block, but for the page number at the foot.
 */
export function layoutPage(page: Page): Block[] {
  const turn = prevailingTurn(page.glyphs);
  const upright = uprightPage(page, turn);
  const { lattices } = findRuled(withoutUnderlines(mergeRules(upright.rules), upright.glyphs));
  const { grids, rest } = fillLattices(lattices, upright.glyphs, page.number);
  const blocks: Block[] = [...grids, ...paragraphsOf(rest, upright)];
  blocks.sort((one, other) => top(one) - top(other) || left(one) - left(other));
  return blocks.map((block) => unturnBlock(block, turn, page.width, page.height));
}

function top(block: Block): number {
  return block.place.box?.y0 ?? 0;
}

function left(block: Block): number {
  return block.place.box?.x0 ?? 0;
}
