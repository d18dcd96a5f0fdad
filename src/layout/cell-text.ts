import type { Glyph } from "../model/page.ts";
import { joinLines, linesOf, lineText } from "./lines.ts";
import { prevailingTurn, uprightGlyphs } from "./turn.ts";

/** The text of a cell: its lines joined, sideways text read sideways. */
export function cellText(glyphs: readonly Glyph[]): string {
  if (glyphs.length === 0) return "";
  const turn = prevailingTurn(glyphs);
  const upright = turn === 0 ? glyphs : uprightGlyphs(glyphs, turn, 0, 0);
  return joinLines(linesOf(upright).map(lineText));
}
