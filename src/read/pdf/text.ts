import type { Box } from "../../model/place.ts";
import { LIMITS, tooMany } from "./limits.ts";
import { compose } from "./matrix.ts";
import type { Painting } from "./painting.ts";
import { type Font, type GraphicsState, type Paint, PLAIN_FONT, seen } from "./state.ts";

/** A glyph of pdf.js's show-text operation; numbers between them move the pen by thousandths of an em. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number] | null;
}

/** Part of the em above the baseline: the em box of Chinese fonts, taken for all so that cells do not depend on metrics. */
const ASCENT = 0.88;
const DESCENT = 0.12;
const MIDDLE = (ASCENT - DESCENT) / 2;
/** Points from which, in width and height, a clip is the printed area of a sheet. */
const SHEET = 300;
/** Sine of the slant (1.7°) that still counts as straight. */
const STRAIGHT = 0.03;

/** Spaces, control characters, soft hyphens and marks without width. */
const BLANK = /^[\s\p{Cc}\p{Cf}]*$/u;

/** A glyph that the font gives no character for: what it shows is not known, so that no number, unit or code may contain it. */
const NAMELESS = /[\p{Co}\ufffd]|(?!\s)\p{Cc}/u;
export const MARK = "\ufffd";

/** Paints one run of glyphs and moves the pen behind it. */
export function showText(
  state: GraphicsState,
  shown: readonly (ShownGlyph | number)[],
  run: number,
  hidden: boolean,
  painting: Painting,
  page: number,
): void {
  const { font, fontSize, horizontalScale, clip } = state;
  const space = compose(state.transform, state.textMatrix);
  const [a, b, c, d, e, f] = space;
  const along = Math.hypot(a, b);
  const em = Math.abs(fontSize) * Math.hypot(c, d);
  const { colour, brightness } = inkOf(state);
  const unpainted = (state.renderingMode & 3) === 3;
  // Text that can be read is not mirrored, whatever the signs that fonts and matrices have: up is to the left of forward.
  const forward = Math.sign(fontSize * horizontalScale) / (along || 1);
  const turn = turnOf(a * forward, b * forward);
  const angle =
    turn === undefined ? (Math.atan2(b * forward, a * forward) * 180) / Math.PI : turn * 90;
  const upX = b * forward * em;
  const upY = -a * forward * em;

  for (const item of shown) {
    if (typeof item === "number") {
      const shift = (item / 1000) * fontSize;
      if (font.vertical) state.y -= shift;
      else state.x -= shift * horizontalScale;
      continue;
    }
    const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
    let penX = state.x;
    let penY = state.y + state.rise;
    let width = item.width * font.unit * fontSize * horizontalScale;
    if (font.vertical) {
      const metrics = item.vmetric ?? font.verticalMetrics;
      const originX = item.vmetric ? metrics[1] : item.width / 2;
      penX -= originX * font.unit * fontSize;
      penY -= metrics[2] * font.unit * fontSize;
      width = item.width * font.unit * fontSize;
      state.y += metrics[0] * font.unit * fontSize + spacing;
    } else {
      state.x += width + spacing * horizontalScale;
    }
    const text = NAMELESS.test(item.unicode) && width !== 0 ? MARK : item.unicode;
    if (hidden || !(em > 0) || BLANK.test(text)) continue;
    const x = a * penX + c * penY + e;
    const y = b * penX + d * penY + f;
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const endX = x + a * width;
    const endY = y + b * width;
    const middleX = (x + endX) / 2 + upX * MIDDLE;
    const middleY = (y + endY) / 2 + upY * MIDDLE;
    if (painting.glyphs.length >= LIMITS.glyphs) throw tooMany(page, "glyphs");
    painting.glyphs.push({
      text,
      box: {
        x0: Math.min(x, endX, x + upX * ASCENT, x - upX * DESCENT),
        y0: Math.min(y, endY, y + upY * ASCENT, y - upY * DESCENT),
        x1: Math.max(x, endX, x + upX * ASCENT, x - upX * DESCENT),
        y1: Math.max(y, endY, y + upY * ASCENT, y - upY * DESCENT),
      },
      baseline: turn === 1 || turn === 3 ? x : y,
      size: em,
      run,
      turn,
      angle,
      colour,
      brightness,
      unpainted,
      clipped: clip !== undefined && hides(clip, middleX, middleY),
    });
  }
}

/** Reads what we need off pdf.js's font object; a font that failed to load is taken as plain. */
export function fontOf(loaded: unknown): Font {
  if (typeof loaded !== "object" || loaded === null) return PLAIN_FONT;
  const { fontMatrix, vertical, defaultVMetrics } = loaded as {
    fontMatrix?: ArrayLike<number>;
    vertical?: boolean;
    defaultVMetrics?: readonly [number, number, number];
  };
  return {
    unit: fontMatrix?.[0] || PLAIN_FONT.unit,
    vertical: vertical === true,
    verticalMetrics: defaultVMetrics ?? PLAIN_FONT.verticalMetrics,
  };
}

/** Of a direction of length 1. */
function turnOf(dx: number, dy: number): 0 | 1 | 2 | 3 | undefined {
  if (Math.abs(dy) <= STRAIGHT) return dx >= 0 ? 0 : 2;
  if (Math.abs(dx) <= STRAIGHT) return dy >= 0 ? 1 : 3;
  return undefined;
}

/**
 * Whether a clip hides a point. Beyond the sides of a sheet's printed area stands the rest of what the sheet's next page
 * shows, and headings that span both: it is read.
 */
function hides({ x0, y0, x1, y1 }: Box, x: number, y: number): boolean {
  if (y < y0 || y > y1) return true;
  return (x < x0 || x > x1) && !(x1 - x0 > SHEET && y1 - y0 > SHEET);
}

/** Modes 1 and 5 only stroke; every other visible mode fills. */
function inkOf({
  renderingMode,
  stroke,
  fill,
  strokeAlpha,
  fillAlpha,
  groupAlpha,
}: GraphicsState): Paint {
  const [paint, alpha] = (renderingMode & 3) === 1 ? [stroke, strokeAlpha] : [fill, fillAlpha];
  return { colour: paint.colour, brightness: seen(paint, alpha * groupAlpha) };
}
