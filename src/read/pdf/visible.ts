import type { Glyph, Rule } from "../../model/page.ts";
import type { PaintedGlyph, PaintedRule, Painting, Shade } from "./painting.ts";
import { ShadeIndex } from "./shade-index.ts";

/** Brighter than this is white paper to a reader. */
const WHITE = 0.94;
/** A background at least this dark makes white marks on it visible. */
const SHADED = 0.9;
/** Lines this bright may be the seams of a shade that was drawn in pieces. */
const LIGHT = 0.6;
/** Watermarks that stand straight: this light and at least this large (points). */
const FAINT = 0.7;
const LARGE = 30;

/** A page's size as displayed, in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The glyphs that a reader sees: on the page, without slanted or faint watermarks, white text on white, hidden layers, and glyphs painted
 * twice for bold. Where most of a page's text is invisible it is a scan's recognised text, and taken as such.
 */
export function visibleGlyphs({ glyphs: painted, shades }: Painting, size: Size): Glyph[] {
  const index = new ShadeIndex(shades);
  const glyphs = onPage(painted, size);
  const recognised = glyphs.filter((glyph) => glyph.hidden).length > glyphs.length / 2;
  const seen = glyphs.filter((glyph) => recognised || isSeen(glyph, index));
  return onceEach(seen);
}

/**
 * Text set beyond the page's edge is not printed (a spreadsheet's next page may be there). A page box that holds less than
 * half of the text is wrong itself.
 */
function onPage(glyphs: readonly PaintedGlyph[], { width, height }: Size): readonly PaintedGlyph[] {
  const inside = glyphs.filter(({ box }) => {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    return x > 0 && x < width && y > 0 && y < height;
  });
  return inside.length < glyphs.length / 2 ? glyphs : inside;
}

/** The lines that a reader sees: white ones only on a shade, and no seams between pieces of one shade. */
export function visibleRules({ rules, shades }: Painting): Rule[] {
  const index = new ShadeIndex(shades);
  return rules
    .filter((rule) => isVisible(rule, index))
    .map(({ direction, at, from, to, thickness }) => ({ direction, at, from, to, thickness }));
}

function isSeen(glyph: PaintedGlyph, shades: ShadeIndex): boolean {
  if (glyph.hidden || glyph.turn === undefined) return false;
  if (glyph.brightness > FAINT && glyph.size >= LARGE && glyph.brightness <= WHITE) return false;
  if (glyph.brightness <= WHITE) return true;
  const { x0, y0, x1, y1 } = glyph.box;
  return shades.at((x0 + x1) / 2, (y0 + y1) / 2).some(isDark);
}

function isVisible(rule: PaintedRule, shades: ShadeIndex): boolean {
  if (rule.brightness <= LIGHT) return true;
  const middle = (rule.from + rule.to) / 2;
  const [x, y] = rule.direction === "horizontal" ? [middle, rule.at] : [rule.at, middle];
  const behind = shades.at(x, y, 1.5);
  if (behind.some((shade) => shade.colour === rule.colour)) return false;
  return rule.brightness <= WHITE || behind.some(isDark);
}

function isDark(shade: Shade): boolean {
  return shade.brightness < SHADED;
}

/** Drops a glyph painted again within a third of its width, as producers without a bold font do. */
function onceEach(glyphs: readonly PaintedGlyph[]): Glyph[] {
  const kept: Glyph[] = [];
  const byPlace = new Map<number, PaintedGlyph>();
  for (const glyph of glyphs) {
    const { box } = glyph;
    const reachX = Math.min(0.3 * (box.x1 - box.x0), 2);
    const reachY = Math.min(0.3 * (box.y1 - box.y0), 2);
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    const code = glyph.text.codePointAt(0) ?? 0;
    if (isRepeat(glyph, x, y, reachX, reachY, code, byPlace)) continue;
    byPlace.set(placeKey(x, y, code), glyph);
    const { text, baseline, size, run, turn } = glyph;
    kept.push({ text, box, baseline, size, run, ...(turn ? { turn } : {}) });
  }
  return kept;
}

function isRepeat(
  glyph: PaintedGlyph,
  x: number,
  y: number,
  reachX: number,
  reachY: number,
  code: number,
  byPlace: ReadonlyMap<number, PaintedGlyph>,
): boolean {
  const columns = Math.floor((x + reachX) / PITCH) - Math.floor((x - reachX) / PITCH);
  const rows = Math.floor((y + reachY) / PITCH) - Math.floor((y - reachY) / PITCH);
  for (let i = 0; i <= columns; i++) {
    for (let j = 0; j <= rows; j++) {
      const nearX = i === 0 ? x - reachX : x + reachX;
      const nearY = j === 0 ? y - reachY : y + reachY;
      const other = byPlace.get(placeKey(nearX, nearY, code));
      if (!other || other.text !== glyph.text) continue;
      const dx = (other.box.x0 + other.box.x1) / 2 - x;
      const dy = (other.box.y0 + other.box.y1) / 2 - y;
      if (Math.abs(dx) < reachX && Math.abs(dy) < reachY) return true;
    }
  }
  return false;
}

/** Points a bucket of the place index; more than twice the reach of a repeat. */
const PITCH = 5;

function placeKey(x: number, y: number, code: number): number {
  const column = (Math.floor(x / PITCH) + 4096) & 0x3fff;
  const row = (Math.floor(y / PITCH) + 4096) & 0x3fff;
  return (code * 0x4000 + column) * 0x4000 + row;
}
