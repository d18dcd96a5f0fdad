/** How well a table agrees with the other tables and the narrative: what they confirm of it, and what they contradict. */
export interface Rating {
  readonly fails: number;
  readonly holds: number;
  /** Columns that other tables contradict and none confirms. */
  readonly contested: ReadonlySet<number>;
}

/** Greater than zero where the first is the better. */
export function compareRatings(a: Rating, b: Rating): number {
  return a.holds - a.fails - (b.holds - b.fails);
}
