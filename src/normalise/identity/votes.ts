/** Weighted evidence for one of several values. */
export type Votes<T> = Map<T, number>;

export function vote<T>(votes: Votes<T>, value: T, weight: number): void {
  votes.set(value, (votes.get(value) ?? 0) + weight);
}

/** The value with most weight; of equals the one that was first voted for. */
export function winner<T>(votes: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const [value, weight] of votes)
    if (weight > most) {
      best = value;
      most = weight;
    }
  return best;
}
