/** Rows that add up to one row. */
export interface Sum {
  readonly parent: number;
  readonly children: readonly number[];
}

/** How badly rows add up to another: the number of columns in which they do not. */
export type Judge = (sum: Sum) => number;

/**
 * The sums of one or several total rows over the lines of a block. Several totals may each be the total of all, or close
 * the lines above them, or open the lines below them, with a grand total first or last.
 */
export function totalSums(
  totals: readonly number[],
  lines: readonly number[],
  judge: Judge,
): readonly Sum[] {
  // Each the total of all, so that the totals are each other's as well.
  const ofAll = totals.map((parent) => ({ parent, children: lines }));
  const [first, ...others] = [...totals].sort((a, b) => a - b);
  const last = others.at(-1);
  if (first === undefined || last === undefined) return ofAll;
  const all = [first, ...others];
  const before = all.slice(0, -1);
  return fewest(
    [
      ofAll,
      [{ parent: first, children: others }, ...runs(others, lines, 1)],
      [...runs(before, lines, -1), { parent: last, children: before }],
      runs(all, lines, 1),
      runs(all, lines, -1),
    ],
    judge,
  );
}

/** The first of several readings of which the fewest columns fail. */
export function fewest(readings: readonly (readonly Sum[])[], judge: Judge): readonly Sum[] {
  const fails = readings.map((sums) => sums.reduce((count, sum) => count + judge(sum), 0));
  return readings[fails.indexOf(Math.min(...fails))] ?? [];
}

/** The lines from each total to the next (`1`), or to the one before (`-1`). */
function runs(totals: readonly number[], lines: readonly number[], towards: 1 | -1): Sum[] {
  return totals.map((parent, i) => {
    const end = totals[i + towards] ?? towards * Number.POSITIVE_INFINITY;
    const [from, to] = towards > 0 ? [parent, end] : [end, parent];
    return { parent, children: lines.filter((row) => row > from && row < to) };
  });
}
