import type { Grid, GridCell } from "../model/block.ts";
import type { Glyph, Rule } from "../model/page.ts";
import { assign } from "./assign.ts";
import { cellText } from "./cell-text.ts";
import { type Component, components } from "./components.ts";
import { areaIndexAt, boxOfArea, type Lattice, latticeOf } from "./lattice.ts";
import { recognition } from "./recognition.ts";
import { withRowBands } from "./row-bands.ts";

/** Tables on one page beyond which the rest are a drawing. */
const MOST_TABLES = 200;

/** What a page's lines enclose, and what they leave. */
export interface Ruled {
  /** Smallest first, so that a table within a cell of another takes its own text. */
  readonly lattices: readonly Lattice[];
  /** Horizontal lines of no table: the three lines of a table without vertical ones, or underlines. */
  readonly loose: readonly Rule[];
}

export function findRuled(merged: readonly Rule[]): Ruled {
  const lattices: Lattice[] = [];
  const loose: Rule[] = [];
  for (const component of components(merged)) {
    const lattice = tableOf(component);
    if (lattice) lattices.push(lattice);
    else for (const rule of component.horizontals) loose.push(rule);
  }
  lattices.sort((one, other) => sizeOf(one) - sizeOf(other));
  return { lattices: lattices.slice(-MOST_TABLES), loose };
}

/** A grid for each lattice that has text in it, and the glyphs that stand in none. */
export function fillLattices(
  lattices: readonly Lattice[],
  glyphs: readonly Glyph[],
  page: number,
): { readonly grids: Grid[]; readonly rest: readonly Glyph[] } {
  const drawn = assigned(lattices, glyphs);
  const cut = lattices.map((lattice, i) => withRowBands(lattice, (area) => drawn.inside(i, area)));
  const final = lattices.map((lattice, i) => cut[i] ?? lattice);
  const { inside, rest } = cut.some(Boolean) ? assigned(final, glyphs) : drawn;
  const grids: Grid[] = [];
  final.forEach((lattice, i) => {
    const cells = lattice.areas.map((area, index): GridCell => {
      const own = inside(i, index);
      const text = cellText(own);
      const place = { page, box: boxOfArea(lattice, area), ...recognition(own, text) };
      return { ...area, text, place };
    });
    if (!cells.some(({ text }) => text !== "")) return;
    grids.push({
      type: "grid",
      rowCount: lattice.ys.length - 1,
      columnCount: lattice.xs.length - 1,
      cells,
      spansKnown: true,
      place: { page, box: lattice.box },
    });
  });
  return { grids, rest };
}

/** The glyphs inside each area of each lattice, by their indices, and those outside of all. */
function assigned(lattices: readonly Lattice[], glyphs: readonly Glyph[]) {
  const keys = lattices.map(({ areas }) => areas.map(() => ({})));
  const keyAt = (x: number, y: number): object | undefined => {
    for (let i = 0; i < lattices.length; i++) {
      const index = areaIndexAt(lattices[i] as Lattice, x, y);
      if (index !== undefined) return keys[i]?.[index];
    }
    return undefined;
  };
  const byArea = assign<object>(glyphs, keyAt);
  return {
    inside: (lattice: number, area: number): readonly Glyph[] =>
      byArea.get(keys[lattice]?.[area]) ?? [],
    rest: byArea.get(undefined) ?? [],
  };
}

/** One column of cells is a frame around text or a list of lines, not a table. */
function tableOf(component: Component): Lattice | undefined {
  const lattice = latticeOf(component);
  return lattice && lattice.xs.length > 2 ? lattice : undefined;
}

function sizeOf({ box }: Lattice): number {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}
