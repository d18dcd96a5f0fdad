import type { Statement } from "../../model/narrative.ts";
import { evaluate, members, type Verdict } from "../constraint.ts";
import { acrossBooks } from "../constraints/between-tables.ts";
import { blankLines } from "../constraints/blank-lines.ts";
import { type Book, bookOf } from "../constraints/books.ts";
import { fundBounds } from "../constraints/fund-bounds.ts";
import { isAbout, states } from "../evidence/statements.ts";
import type { Ledger } from "../ledger.ts";

/** What the other tables and the narrative say of a table as it is tried. */
export interface Rating {
  readonly holds: number;
  readonly fails: number;
  /** Columns that other tables confirm. */
  readonly confirmed: ReadonlySet<number>;
  /** Columns that other tables contradict and none confirms. */
  readonly contested: ReadonlySet<number>;
}

/** The more, the better the table fits. */
export function agreement({ holds, fails }: Rating): number {
  return holds - fails;
}

/** Holds a table against the books of all others and against sentences. */
export function ratingOf(
  ledger: Ledger,
  table: number,
  others: readonly Book[],
  statements: readonly Statement[],
): Rating {
  const contradicted = new Set<number>();
  const confirmed = new Set<number>();
  const rating = { holds: 0, fails: 0, confirmed, contested: contradicted };
  if (others.length === 0 && statements.length === 0) return rating;
  const book = bookOf(ledger, [table]);
  const constraints = [
    ...acrossBooks([book, ...others], book),
    ...fundBounds(ledger, table),
    ...blankLines(ledger, table),
  ];
  for (const verdict of constraints.map(evaluate)) {
    const own = members(verdict.constraint).filter((entry) => entry.table === table);
    const proof = confirms(verdict);
    if (own.length === 0 || (verdict.holds && !proof)) continue;
    rating[proof ? "holds" : "fails"] += 1;
    for (const { figure } of own) (proof ? confirmed : contradicted).add(figure.column);
  }
  for (const entry of ledger.byTable[table] ?? []) {
    for (const statement of statements) {
      if (!isAbout(statement, entry)) continue;
      rating[states(statement, entry, ledger.digits) ? "holds" : "fails"] += 1;
    }
  }
  for (const column of confirmed) contradicted.delete(column);
  return rating;
}

/** An outlay that is all that its fund has is in the right column; one that is within it may be. */
function confirms({ constraint, holds, parts, difference }: Verdict): boolean {
  return holds && parts > 0 && (constraint.relation === "=" || difference === 0n);
}
