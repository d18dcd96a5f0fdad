/** A position with its weight (a line's length): longer lines pull the mean. */
export interface Weighted {
  readonly at: number;
  readonly weight: number;
}

/**
 * Positions that stand for one: a chain of neighbours within `step`, at most `reach` in all, so that a dense sequence does
 * not collapse into one. Gives the weighted means, in order.
 */
export function cluster(positions: readonly Weighted[], step: number, reach: number): number[] {
  const sorted = [...positions].sort((one, other) => one.at - other.at);
  const means: number[] = [];
  let first = 0;
  let last = 0;
  let sum = 0;
  let weight = 0;
  for (const position of sorted) {
    if (weight > 0 && (position.at - last > step || position.at - first > reach)) {
      means.push(sum / weight);
      sum = weight = 0;
    }
    if (weight === 0) first = position.at;
    last = position.at;
    sum += position.at * position.weight;
    weight += position.weight;
  }
  if (weight > 0) means.push(sum / weight);
  return means;
}

/** Index of the last of sorted `values` that is at most `value`; -1 if none is. */
export function lastAtMost(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the value of a sorted, non-empty list that is nearest. */
export function nearest(values: readonly number[], value: number): number {
  const below = lastAtMost(values, value);
  if (below < 0) return 0;
  const above = below + 1;
  if (above >= values.length) return below;
  return value - (values[below] as number) <= (values[above] as number) - value ? below : above;
}
