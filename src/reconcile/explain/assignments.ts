/** How many ways of putting columns under headings are looked at. */
const LIMIT = 4_000;
/** How far a column is moved where there are too many ways to look at all. */
const REACH = 3;

/**
 * The ways to put columns under headings without changing their order: for each column, the place of its heading. `printed`
 * gives the place that the source prints it at, from which none is far where there are many ways; `fixed` the places that stay.
 */
export function assignments(
  printed: readonly number[],
  places: number,
  fixed: readonly (number | undefined)[],
): number[][] {
  const all = choose(places, printed.length) <= LIMIT;
  const found: number[][] = [];
  const visit = (chosen: readonly number[]): void => {
    if (found.length >= LIMIT) return;
    const i = chosen.length;
    if (i === printed.length) {
      found.push([...chosen]);
      return;
    }
    const first = (chosen[i - 1] ?? -1) + 1;
    const last = places - (printed.length - i);
    for (let at = first; at <= last; at++) {
      if (fixed[i] !== undefined && fixed[i] !== at) continue;
      if (all || Math.abs(at - (printed[i] ?? at)) <= REACH) visit([...chosen, at]);
    }
  };
  visit([]);
  return found;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < Math.min(k, n - k); i++) ways = (ways * (n - i)) / (i + 1);
  return k > n ? 0 : ways;
}
