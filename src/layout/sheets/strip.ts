import type { Glyph, Page } from "../../model/page.ts";
import type { Frame } from "./frame.ts";

/** A page of a sheet that was printed over several: the part of the sheet that stands in its frame. */
export interface Strip {
  readonly page: Page;
  readonly frame: Frame;
}

/** How far to the right each strip of a row of pages is moved, so that its frame begins where the one before ends. */
export function shiftsOf(strips: readonly Strip[]): number[] {
  const shifts: number[] = [];
  let right = strips[0]?.frame.box.x0 ?? 0;
  for (const { frame } of strips) {
    shifts.push(right - frame.box.x0);
    right += frame.box.x1 - frame.box.x0;
  }
  return shifts;
}

export function centreX({ box }: Glyph): number {
  return (box.x0 + box.x1) / 2;
}

/** Points by which one glyph of a sheet may differ where two pages show it. */
const SAME_PLACE = 1.5;

/** The same glyph among others, once these are moved to the right by `shift`. */
export function copyAmong(
  glyph: Glyph,
  others: readonly Glyph[],
  shift: number,
): Glyph | undefined {
  return others.find(
    (other) =>
      other.text === glyph.text &&
      Math.abs(other.box.x0 + shift - glyph.box.x0) < SAME_PLACE &&
      Math.abs(other.baseline - glyph.baseline) < SAME_PLACE,
  );
}

export function isAmong(glyph: Glyph, others: readonly Glyph[], shift: number): boolean {
  return copyAmong(glyph, others, shift) !== undefined;
}
