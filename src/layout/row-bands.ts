import type { Glyph } from "../model/page.ts";
import { alignedRows, rowBorders } from "./aligned-rows.ts";
import { chunkLines } from "./chunks.ts";
import { type Area, boxOfArea, type Lattice, latticeOfAreas } from "./lattice.ts";
import { joinLines } from "./lines.ts";

/** Room (in ems) that a figure leaves in its cell's width: less, and the line below may be the rest of it. */
const ROOM = 1.6;
/** Margins of a cell (in ems), left and right together: a number that leaves as much has not been broken. */
const MARGINS = 2;
/** Two lines that make one amount. */
const BROKEN = /^[-−(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d{2,})[)）]?$/;

/**
 * Rows that were ruled down but not across: where cells hold figures one below the other, each line is a row of its own.
 * `inside` are the glyphs of each area. Gives undefined if there is no such row, as nearly always.
 */
export function withRowBands(
  lattice: Lattice,
  inside: (area: number) => readonly Glyph[],
): Lattice | undefined {
  const cuts = new Map<number, number[]>();
  for (let r = 0; r + 1 < lattice.ys.length; r++) {
    const own = lattice.areas.flatMap((area, i) =>
      area.r0 <= r && area.r1 >= r ? [{ area, i }] : [],
    );
    if (own.some(({ area }) => area.r0 !== area.r1)) continue;
    if (own.some(({ area, i }) => breaksNumber(inside(i), lattice, area))) continue;
    const stacked = own.map(({ area, i }) => stackedFigures(inside(i), lattice, area));
    if (!stacked.some((n) => n > 2) && stacked.filter((n) => n > 1).length < 2) continue;
    const chunks = chunkLines(own.flatMap(({ i }) => inside(i))).flat();
    const [top, bottom] = [lattice.ys[r] as number, lattice.ys[r + 1] as number];
    cuts.set(r, rowBorders(alignedRows(chunks), top, bottom).slice(1, -1));
  }
  return [...cuts.values()].some(({ length }) => length > 0) ? cut(lattice, cuts) : undefined;
}

/** Figures one below the other in a cell, none of which fills its width. */
function stackedFigures(glyphs: readonly Glyph[], lattice: Lattice, area: Area): number {
  if (glyphs.length < 2) return 0;
  const { x0, x1 } = boxOfArea(lattice, area);
  const lines = chunkLines(glyphs).filter((line) => line.every(({ isNumber }) => isNumber));
  const fills = lines.some((line) =>
    line.some(({ box, size }) => x1 - x0 - (box.x1 - box.x0) < ROOM * size),
  );
  return fills ? 0 : lines.length;
}

/**
 * Whether a cell's number was too wide for it and goes on in the next line (`226.5` over `2`): put together, two lines are
 * one number wider than the cell allows, and the first is no amount by itself.
 */
function breaksNumber(glyphs: readonly Glyph[], lattice: Lattice, area: Area): boolean {
  if (glyphs.length < 2) return false;
  const { x0, x1 } = boxOfArea(lattice, area);
  const lines = chunkLines(glyphs);
  return lines.some((line, i) => {
    const [one, other] = [line[0], lines[i + 1]?.[0]];
    if (line.length !== 1 || lines[i + 1]?.length !== 1 || !one || !other) return false;
    const width = one.box.x1 - one.box.x0 + other.box.x1 - other.box.x0;
    return x1 - x0 - width < MARGINS * one.size && isBroken(one.text, other.text);
  });
}

/** Whether one line's number is the beginning of a number that the next line ends. */
function isBroken(one: string, other: string): boolean {
  return (
    /\d[.,，]?$/.test(one) && /^[.\d]/.test(other) && BROKEN.test(joinLines([one, other]).trim())
  );
}

function cut(lattice: Lattice, cuts: ReadonlyMap<number, readonly number[]>): Lattice {
  const ys: number[] = [];
  const first: number[] = [];
  lattice.ys.forEach((y, r) => {
    first.push(ys.length);
    ys.push(y, ...(cuts.get(r) ?? []));
  });
  const areas = lattice.areas.flatMap((area) => {
    const r0 = first[area.r0] as number;
    const r1 = (first[area.r1 + 1] as number) - 1;
    if (!cuts.has(area.r0)) return [{ ...area, r0, r1 }];
    return Array.from({ length: r1 - r0 + 1 }, (_, i) => ({ ...area, r0: r0 + i, r1: r0 + i }));
  });
  return latticeOfAreas(lattice.xs, ys, areas);
}
