import { type Constraint, evaluate, members, type Verdict } from "../constraint.ts";

/** What constraints between tables say of the columns of each table. */
export interface Testimony {
  /** The columns of a table that other tables contradict and none confirms. */
  readonly contested: (table: number) => ReadonlySet<number>;
}

/** Hears all constraints between the tables of a disclosure. */
export function testimonyOf(constraints: readonly Constraint[]): Testimony {
  const contradicted = new Map<number, Set<number>>();
  const confirmed = new Map<number, Set<number>>();
  for (const one of constraints.map(evaluate)) {
    const proof = confirms(one);
    if (one.holds && !proof) continue;
    for (const { table, figure } of members(one.constraint)) {
      const columns = proof ? confirmed : contradicted;
      columns.set(table, (columns.get(table) ?? new Set()).add(figure.column));
    }
  }
  return {
    contested: (table) => {
      const sure = confirmed.get(table);
      return new Set([...(contradicted.get(table) ?? [])].filter((c) => !sure?.has(c)));
    },
  };
}

/** An outlay that is all that its fund has is in the right column; one that is within it may be. */
export function confirms({ constraint, holds, parts, difference }: Verdict): boolean {
  return holds && parts > 0 && (constraint.relation === "=" || difference === 0n);
}
