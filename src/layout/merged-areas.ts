import type { Area } from "./lattice.ts";

/** How far each side between neighbouring positions is covered by a line. */
export interface Separations {
  readonly rows: number;
  readonly columns: number;
  /** Of the horizontal line r above row r: [r * columns + c]. */
  readonly below: Float64Array;
  /** Of the vertical line c left of column c: [c * rows + r]. */
  readonly right: Float64Array;
}

/**
 * Positions without a line between them belong to one cell. A region that is no rectangle (a border left out) is cut into
 * the rectangles that its rows make, so that no cell covers what another does.
 */
export function mergedAreas(separations: Separations, covered: number): Area[] {
  const { rows, columns, below, right } = separations;
  const parent = new Int32Array(rows * columns).map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number;
      root = parent[root] as number;
    }
    return root;
  };
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const here = r * columns + c;
      if (c > 0 && (right[c * rows + r] as number) < covered) parent[find(here)] = find(here - 1);
      if (r > 0 && (below[here] as number) < covered) parent[find(here)] = find(here - columns);
    }
  }
  const regions = new Map<number, number[]>();
  for (let index = 0; index < parent.length; index++) {
    const root = find(index);
    const region = regions.get(root);
    if (region) region.push(index);
    else regions.set(root, [index]);
  }
  return [...regions.values()].flatMap((region) => rectangles(region, columns));
}

/** A region's positions, ascending, as rectangles: runs of each row, joined with equal runs of the row above. */
function rectangles(region: readonly number[], columns: number): Area[] {
  const done: Area[] = [];
  let open: Area[] = [];
  for (let i = 0; i < region.length; ) {
    const row = Math.floor((region[i] as number) / columns);
    const runs: Area[] = [];
    while (i < region.length && Math.floor((region[i] as number) / columns) === row) {
      const c0 = (region[i] as number) % columns;
      let c1 = c0;
      while (region[i + 1] === row * columns + c1 + 1) {
        c1++;
        i++;
      }
      i++;
      const above = open.find((area) => area.c0 === c0 && area.c1 === c1 && area.r1 === row - 1);
      runs.push({ r0: above?.r0 ?? row, r1: row, c0, c1 });
    }
    done.push(
      ...open.filter((area) => !runs.some((run) => run.c0 === area.c0 && run.c1 === area.c1)),
    );
    open = runs;
  }
  return [...done, ...open];
}
