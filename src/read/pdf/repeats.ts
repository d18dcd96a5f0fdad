import type { PaintedGlyph } from "./painting.ts";

/** Part of a glyph's width, and points, within which the same glyph again is a repeat. */
const NEAR = 0.3;
const REACH = 2;
/** Points a bucket of the place index; more than twice the reach of a repeat. */
const PITCH = 5;
/** Equal glyphs of one bucket that are compared: fonts too small to read have more. */
const MOST_ALIKE = 12;

/** Glyphs without those painted again within a third of their width, as producers without a bold font do. */
export function onceEach(glyphs: readonly PaintedGlyph[]): PaintedGlyph[] {
  const kept: PaintedGlyph[] = [];
  // Equal neighbours (55) share a bucket: each bucket holds all that were kept, not the last.
  const byPlace = new Map<number, PaintedGlyph[]>();
  for (const glyph of glyphs) {
    if (isRepeat(glyph, byPlace)) continue;
    const key = keyAt(middleX(glyph), middleY(glyph), codeOf(glyph));
    const alike = byPlace.get(key);
    if (!alike) byPlace.set(key, [glyph]);
    else if (alike.length < MOST_ALIKE) alike.push(glyph);
    kept.push(glyph);
  }
  return kept;
}

function isRepeat(
  glyph: PaintedGlyph,
  byPlace: ReadonlyMap<number, readonly PaintedGlyph[]>,
): boolean {
  const { box } = glyph;
  const reachX = Math.min(NEAR * (box.x1 - box.x0), REACH);
  const reachY = Math.min(NEAR * (box.y1 - box.y0), REACH);
  const x = middleX(glyph);
  const y = middleY(glyph);
  const code = codeOf(glyph);
  const columns = Math.floor((x + reachX) / PITCH) - Math.floor((x - reachX) / PITCH);
  const rows = Math.floor((y + reachY) / PITCH) - Math.floor((y - reachY) / PITCH);
  for (let i = 0; i <= columns; i++) {
    for (let j = 0; j <= rows; j++) {
      const nearX = i === 0 ? x - reachX : x + reachX;
      const nearY = j === 0 ? y - reachY : y + reachY;
      for (const other of byPlace.get(keyAt(nearX, nearY, code)) ?? []) {
        if (other.text !== glyph.text) continue;
        const dx = Math.abs(middleX(other) - x);
        const dy = Math.abs(middleY(other) - y);
        if (dx < reachX && dy < reachY) return true;
      }
    }
  }
  return false;
}

function middleX({ box }: PaintedGlyph): number {
  return (box.x0 + box.x1) / 2;
}

function middleY({ box }: PaintedGlyph): number {
  return (box.y0 + box.y1) / 2;
}

function codeOf({ text }: PaintedGlyph): number {
  return text.codePointAt(0) ?? 0;
}

function keyAt(x: number, y: number, code: number): number {
  const column = (Math.floor(x / PITCH) + 4096) & 0x3fff;
  const row = (Math.floor(y / PITCH) + 4096) & 0x3fff;
  return (code * 0x4000 + column) * 0x4000 + row;
}
