/** Rows that add up to one row. */
export interface Sum {
  readonly parent: number;
  readonly children: readonly number[];
}

/**
 * The sums of one or several total rows over the lines of a block. Several totals may each be the total of all, or close
 * the lines above them, or open the lines below them, with a grand total first or last.
 */
export function totalSums(
  totals: readonly number[],
  lines: readonly number[],
  judge: (sum: Sum) => number,
): Sum[] {
  if (totals.length === 0) return [];
  const readings =
    totals.length === 1 ? [allOf(totals, lines)] : readingsOf([...totals].sort(ascending), lines);
  let best: { sums: Sum[]; fails: number } | undefined;
  for (const sums of readings) {
    const fails = sums.reduce((count, sum) => count + judge(sum), 0);
    if (!best || fails < best.fails) best = { sums, fails };
  }
  return best?.sums ?? [];
}

function readingsOf(totals: readonly number[], lines: readonly number[]): Sum[][] {
  const first = totals[0] ?? 0;
  const last = totals.at(-1) ?? 0;
  return [
    allOf(totals, lines),
    [{ parent: first, children: totals.slice(1) }, ...below(totals.slice(1), lines)],
    [...above(totals.slice(0, -1), lines), { parent: last, children: totals.slice(0, -1) }],
    below(totals, lines),
    above(totals, lines),
  ];
}

/** Each total is the total of all, so that the totals are each other's as well. */
function allOf(totals: readonly number[], lines: readonly number[]): Sum[] {
  return totals.map((parent) => ({ parent, children: lines }));
}

function below(totals: readonly number[], lines: readonly number[]): Sum[] {
  return totals.map((parent, i) => {
    const next = totals[i + 1] ?? Number.POSITIVE_INFINITY;
    return { parent, children: lines.filter((row) => row > parent && row < next) };
  });
}

function above(totals: readonly number[], lines: readonly number[]): Sum[] {
  return totals.map((parent, i) => {
    const previous = totals[i - 1] ?? Number.NEGATIVE_INFINITY;
    return { parent, children: lines.filter((row) => row > previous && row < parent) };
  });
}

function ascending(a: number, b: number): number {
  return a - b;
}
