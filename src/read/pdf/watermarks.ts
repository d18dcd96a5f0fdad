import type { PaintedGlyph, PaintedRule } from "./painting.ts";
import { withoutSeals } from "./seals.ts";

/** Text this light and at least this large (points) is a watermark, whatever it stands on. */
const FAINT = 0.7;
const LARGE = 30;
/** Brightness by which a watermark is lighter than the text it lies across. */
const LIGHTER = 0.2;
/** How many times its size a watermark of no lighter colour is. */
const BIGGER = 2.5;
/** Glyphs that lie across others: two may be an accident, a share of all is none. */
const FEWEST = 2;
const SHARE = 0.2;
const SHARE_OF_DARK = 0.4;
/** Part of the em, around its middle, where no two texts meet by accident. */
const CORE = 0.25;
/** Points of a bucket of the place index. */
const PITCH = 12;

/**
 * The glyphs of a page without its watermarks: slanted text, seals, large faint text, and text that lies across darker or
 * much smaller text or across borders, which no text of a table does. Texts of one colour and size belong together.
 */
export function withoutWatermarks(
  glyphs: readonly PaintedGlyph[],
  rules: readonly PaintedRule[],
): readonly PaintedGlyph[] {
  const upright = withoutSeals(glyphs).filter(
    (glyph) => glyph.turn !== undefined && !(glyph.brightness > FAINT && glyph.size >= LARGE),
  );
  const inks = inksOf(upright);
  if (inks.length < 2) return upright;
  const dropped = new Set<Ink>();
  // The lightest and largest first: what a watermark lies across may be crossed by another.
  for (const ink of inks) {
    const below = inks.filter((other) => !dropped.has(other) && standsOut(ink, other));
    if (below.length > 0 && isLaidAcross(ink, below, rules)) dropped.add(ink);
  }
  if (dropped.size === 0) return upright;
  const marks = new Set([...dropped].flatMap((ink) => ink.glyphs));
  return upright.filter((glyph) => !marks.has(glyph));
}

/** The glyphs of one colour and size. */
interface Ink {
  readonly colour: string;
  readonly brightness: number;
  readonly size: number;
  readonly glyphs: PaintedGlyph[];
}

function inksOf(glyphs: readonly PaintedGlyph[]): Ink[] {
  const inks = new Map<string, Ink>();
  let ink: Ink | undefined;
  for (const glyph of glyphs) {
    const { colour, brightness, size } = glyph;
    if (ink?.colour !== colour || ink.brightness !== brightness || ink.size !== size) {
      const key = `${colour} ${brightness.toFixed(2)} ${size.toFixed(1)}`;
      ink = inks.get(key) ?? { colour, brightness, size, glyphs: [] };
      inks.set(key, ink);
    }
    ink.glyphs.push(glyph);
  }
  return [...inks.values()].sort((a, b) => b.brightness - a.brightness || b.size - a.size);
}

function standsOut(ink: Ink, other: Ink): boolean {
  return ink.brightness > other.brightness + LIGHTER || ink.size > BIGGER * other.size;
}

function isLaidAcross(ink: Ink, below: readonly Ink[], rules: readonly PaintedRule[]): boolean {
  const index = new Map<number, PaintedGlyph[]>();
  for (const glyph of below.flatMap(({ glyphs }) => glyphs)) {
    const key = bucketOf(middleX(glyph), middleY(glyph));
    const list = index.get(key);
    if (list) list.push(glyph);
    else index.set(key, [glyph]);
  }
  const verticals = rules.filter(({ direction }) => direction === "vertical");
  const lighter = below.some((other) => ink.brightness > other.brightness + LIGHTER);
  let crossing = 0;
  for (const glyph of ink.glyphs)
    if (meets(glyph, index) || (lighter && isCrossed(glyph, verticals))) crossing++;
  const share = crossing / ink.glyphs.length;
  if (crossing < FEWEST) return false;
  return lighter ? share >= SHARE || isTiled(ink) : share >= SHARE_OF_DARK;
}

/** Whether the middle of a glyph lies on another glyph. */
function meets(glyph: PaintedGlyph, index: ReadonlyMap<number, readonly PaintedGlyph[]>): boolean {
  const [x, y] = [middleX(glyph), middleY(glyph)];
  const reach = CORE * glyph.size;
  for (let dx = -PITCH; dx <= PITCH; dx += PITCH)
    for (let dy = -PITCH; dy <= PITCH; dy += PITCH)
      for (const { box, text, size } of index.get(bucketOf(x + dx, y + dy)) ?? []) {
        const other = CORE * size;
        // The same glyph beside itself is a shadow, or bold: no watermark.
        if (text === glyph.text) continue;
        const near = reach + other;
        if (
          Math.abs((box.x0 + box.x1) / 2 - x) < near &&
          Math.abs((box.y0 + box.y1) / 2 - y) < near
        )
          return true;
      }
  return false;
}

function isCrossed(glyph: PaintedGlyph, verticals: readonly PaintedRule[]): boolean {
  const [x, y] = [middleX(glyph), middleY(glyph)];
  const reach = CORE * glyph.size;
  return verticals.some(({ at, from, to }) => Math.abs(at - x) < reach && y > from && y < to);
}

/** Whether the ink's text says one thing over and over. */
function isTiled({ glyphs }: Ink): boolean {
  const text = glyphs.map((glyph) => glyph.text);
  const start = text.slice(0, 3).join("");
  for (let period = 2; period <= text.length / 3; period++) {
    if (text.slice(period, period + 3).join("") !== start) continue;
    let same = 0;
    for (let i = period; i < text.length; i++) if (text[i] === text[i - period]) same++;
    if (same >= 0.8 * (text.length - period)) return true;
  }
  return false;
}

function bucketOf(x: number, y: number): number {
  return Math.floor(x / PITCH) * 0x10000 + Math.floor(y / PITCH);
}

function middleX({ box }: PaintedGlyph): number {
  return (box.x0 + box.x1) / 2;
}

function middleY({ box }: PaintedGlyph): number {
  return (box.y0 + box.y1) / 2;
}
