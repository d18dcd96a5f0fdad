import type { PaintedGlyph, PaintedRule, Painting, Patch, Shade } from "./painting.ts";
import { ShadeIndex } from "./shade-index.ts";

/** Brighter than this is white paper to a reader. */
const WHITE = 0.94;
/** A background at least this dark makes white marks on it visible. */
const SHADED = 0.9;
/** Lines this bright may be the seams of a shade that was drawn in pieces. */
const LIGHT = 0.6;
/** Points by which a patch must reach over a line: a cell's shade ends on its borders. */
const OVER = 1;

/** What lies over and under the marks of a page, in the order it was painted: what is painted last counts. */
export class Covers {
  readonly #under: ShadeIndex;
  readonly #over: ShadeIndex;
  readonly #opaqueColours: ReadonlySet<string>;
  readonly #patches: readonly Patch[];

  constructor({ shades, patches }: Painting) {
    const opaque = shades.filter((shade) => shade.opaque);
    this.#under = new ShadeIndex(shades);
    this.#over = new ShadeIndex(opaque.filter(({ after }) => after.glyphs + after.rules > 0));
    this.#patches = patches;
    this.#opaqueColours = new Set(opaque.map(({ colour }) => colour));
  }

  /** Whether the page's glyph of this number is seen: not painted over, and not in the colour of what it stands on. */
  showsGlyph({ box, colour, brightness }: PaintedGlyph, number: number): boolean {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    if (this.#over.at(x, y).some(({ after }) => after.glyphs > number)) return false;
    const white = brightness > WHITE;
    if (!white && !this.#opaqueColours.has(colour)) return true;
    const below = this.#under
      .at(x, y)
      .findLast((shade) => shade.after.glyphs <= number && (shade.opaque || isDark(shade)));
    if (white) return below !== undefined && isDark(below);
    return below?.colour !== colour || Math.abs(below.brightness - brightness) > 1 - WHITE;
  }

  /** Whether a picture was pasted over the glyph of this number: what a reader sees there is not known. */
  isPasted({ box, unpainted }: PaintedGlyph, number: number): boolean {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    const isIn = ({ box: { x0, x1, y0, y1 } }: Patch) => x > x0 && x < x1 && y > y0 && y < y1;
    return !unpainted && this.#patches.some((patch) => patch.after > number && isIn(patch));
  }

  /** Whether a line is seen: not painted over as a whole, white ones only on a shade, no seams between pieces of one shade. */
  showsRule(rule: PaintedRule, number: number): boolean {
    const middle = (rule.from + rule.to) / 2;
    const [x, y] = rule.direction === "horizontal" ? [middle, rule.at] : [rule.at, middle];
    if (this.#over.at(x, y).some((shade) => shade.after.rules > number && hides(shade, rule)))
      return false;
    if (rule.brightness <= LIGHT) return true;
    const behind = this.#under.at(x, y, 1.5);
    if (behind.some((shade) => shade.colour === rule.colour)) return false;
    return rule.brightness <= WHITE || behind.some(isDark);
  }
}

function isDark(shade: Shade): boolean {
  return shade.brightness < SHADED;
}

function hides({ box }: Shade, { direction, at, from, to }: PaintedRule): boolean {
  const [low, high, start, end] =
    direction === "horizontal"
      ? [box.y0, box.y1, box.x0, box.x1]
      : [box.x0, box.x1, box.y0, box.y1];
  return at > low + OVER && at < high - OVER && from > start - OVER && to < end + OVER;
}
