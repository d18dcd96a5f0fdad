import type { Rule } from "../model/page.ts";
import type { Box } from "../model/place.ts";
import { cluster, lastAtMost, nearest } from "./cluster.ts";
import { type Component, TOUCH } from "./components.ts";
import { mergedAreas } from "./merged-areas.ts";

/** A cell of a lattice: its rows and columns, inclusive, and its rectangle on the page. */
export interface Area {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
}

/** A ruled table before its text: where its lines are, and what they enclose. */
export interface Lattice {
  /** The lines' positions, ascending: column c lies between xs[c] and xs[c + 1]. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** In reading order; together they cover every position once. */
  readonly areas: readonly Area[];
  /** Index into `areas` of each position, row by row. */
  readonly areaAt: Int32Array;
  readonly box: Box;
}

/** Lines this near (points) to their neighbour, and this near in all, are one line of the grid: double rules, drift. */
const STEP = 1.8;
const REACH = 3.6;
/** A line must cover this part of a side to separate what lies beside it. */
const COVERED = 0.5;
/** More positions than this are a drawing. */
const MOST_POSITIONS = 40_000;

/** The table that a component draws; undefined if its lines enclose fewer than two cells. */
export function latticeOf(component: Component): Lattice | undefined {
  if (component.verticals.length === 0 || component.horizontals.length === 0) return undefined;
  const horizontals = withoutDangling(component.horizontals, component.verticals);
  const { verticals } = component;
  if (horizontals.length === 0) return undefined;
  const xs = gridLines(verticals, horizontals);
  const ys = gridLines(horizontals, verticals);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MOST_POSITIONS)
    return undefined;
  const separations = {
    rows,
    columns,
    below: coverage(horizontals, ys, xs),
    right: coverage(verticals, xs, ys),
  };
  const areas = mergedAreas(separations, COVERED);
  return areas.length < 2 ? undefined : compact(xs, ys, areas);
}

/** Position of a point, as an index into `areas`; undefined outside. */
export function areaIndexAt(lattice: Lattice, x: number, y: number): number | undefined {
  const { xs, ys, areaAt } = lattice;
  const column = lastAtMost(xs, x);
  const row = lastAtMost(ys, y);
  if (column < 0 || row < 0 || column >= xs.length - 1 || row >= ys.length - 1) return undefined;
  return areaAt[row * (xs.length - 1) + column];
}

export function boxOfArea({ xs, ys }: Lattice, area: Area): Box {
  return {
    x0: xs[area.c0] as number,
    y0: ys[area.r0] as number,
    x1: xs[area.c1 + 1] as number,
    y1: ys[area.r1 + 1] as number,
  };
}

/** Lines of the grid along one axis; where the crossing lines run on beyond the outermost, the side was left open. */
function gridLines(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const positions = cluster(
    lines.map(({ at, from, to }) => ({ at, weight: to - from })),
    STEP,
    REACH,
  );
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of crossing) {
    if (from < start) start = from;
    if (to > end) end = to;
  }
  if (start < (positions[0] as number) - OPEN) positions.unshift(start);
  if (end > (positions.at(-1) as number) + OPEN) positions.push(end);
  return positions;
}

/** How far (points) lines run beyond the outermost crossing one where a side is open, rather than drawn carelessly. */
const OPEN = 4;

/**
 * Horizontal lines that end in the middle of nothing are underlines, not borders: those of which an end meets neither a
 * vertical line nor the table's side. Without vertical lines to meet everywhere, half the table's width must do.
 */
function withoutDangling(horizontals: readonly Rule[], verticals: readonly Rule[]): Rule[] {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of horizontals) {
    if (from < start) start = from;
    if (to > end) end = to;
  }
  const sorted = [...verticals].sort((one, other) => one.at - other.at);
  const positions = sorted.map(({ at }) => at);
  const meets = (x: number, y: number): boolean => {
    let i = lastAtMost(positions, x - TOUCH - 0.4) + 1;
    for (; i < sorted.length && (positions[i] as number) <= x + TOUCH + 0.4; i++) {
      const { from, to } = sorted[i] as Rule;
      if (y >= from - TOUCH && y <= to + TOUCH) return true;
    }
    return false;
  };
  return horizontals.filter(
    ({ at, from, to }) =>
      to - from > (end - start) / 2 ||
      ((from - start <= TOUCH || meets(from, at)) && (end - to <= TOUCH || meets(to, at))),
  );
}

/** Covered part of each side between two neighbouring positions: [line][span], flat. */
function coverage(
  lines: readonly Rule[],
  at: readonly number[],
  across: readonly number[],
): Float64Array {
  const spans = across.length - 1;
  const covered = new Float64Array(at.length * spans);
  for (const line of lines) {
    const index = nearest(at, line.at);
    let span = Math.max(0, lastAtMost(across, line.from));
    for (; span < spans && (across[span] as number) < line.to; span++) {
      const from = across[span] as number;
      const to = across[span + 1] as number;
      const length = Math.min(to, line.to) - Math.max(from, line.from);
      const cell = index * spans + span;
      covered[cell] = (covered[cell] as number) + Math.max(0, length) / (to - from);
    }
  }
  return covered;
}

/** Drops lines at which no cell begins: underlines that looked like borders, drift that kept two lines apart. */
function compact(xs: readonly number[], ys: readonly number[], areas: readonly Area[]): Lattice {
  const rowOf = renumbered(ys.length - 1, new Set(areas.map((area) => area.r0)));
  const columnOf = renumbered(xs.length - 1, new Set(areas.map((area) => area.c0)));
  const keptYs = ys.filter((_, i) => i === ys.length - 1 || rowOf[i] !== rowOf[i - 1]);
  const keptXs = xs.filter((_, i) => i === xs.length - 1 || columnOf[i] !== columnOf[i - 1]);
  return latticeOfAreas(
    keptXs,
    keptYs,
    areas.map((area) => ({
      r0: rowOf[area.r0] as number,
      r1: rowOf[area.r1] as number,
      c0: columnOf[area.c0] as number,
      c1: columnOf[area.c1] as number,
    })),
  );
}

/** The lattice of cells that cover every position once. */
export function latticeOfAreas(
  xs: readonly number[],
  ys: readonly number[],
  cells: readonly Area[],
): Lattice {
  const columns = xs.length - 1;
  const areas = [...cells].sort((one, other) => one.r0 - other.r0 || one.c0 - other.c0);
  const areaAt = new Int32Array((ys.length - 1) * columns).fill(-1);
  areas.forEach((area, index) => {
    for (let r = area.r0; r <= area.r1; r++)
      for (let c = area.c0; c <= area.c1; c++) areaAt[r * columns + c] = index;
  });
  return {
    xs,
    ys,
    areas,
    areaAt,
    box: {
      x0: xs[0] as number,
      y0: ys[0] as number,
      x1: xs.at(-1) as number,
      y1: ys.at(-1) as number,
    },
  };
}

function renumbered(count: number, starts: ReadonlySet<number>): number[] {
  const numbers: number[] = [];
  let number = -1;
  for (let i = 0; i < count; i++) {
    if (starts.has(i) || i === 0) number++;
    numbers.push(number);
  }
  return numbers;
}
