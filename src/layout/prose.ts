import type { Paragraph } from "../model/block.ts";
import type { Glyph, Page } from "../model/page.ts";
import { boxAround } from "../model/place.ts";
import { linesOf, lineText } from "./lines.ts";

export function paragraphsOf(glyphs: readonly Glyph[], page: Page): Paragraph[] {
  return linesOf(glyphs).map((line) => ({
    type: "paragraph",
    text: lineText(line),
    place: { page: page.number, box: boxAround(line.map(({ box }) => box))! },
  }));
}
