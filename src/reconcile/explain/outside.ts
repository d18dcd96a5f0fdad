import type { Statement } from "../../model/narrative.ts";
import type { RuleId } from "../../model/rules.ts";
import { candidateOf, ratedBy } from "../../narrate/compare/hearing.ts";
import { type Book, bookOf } from "../../normalise/ledger/books.ts";
import { columnOf, type Ledger } from "../../normalise/ledger/ledger.ts";
import { evaluate, members, type Verdict } from "../constraint.ts";
import { betweenTables, verdictsBetween } from "../constraints/index.ts";

/** What the other tables and the narrative say of a table as it is tried. */
export interface Rating {
  readonly holds: number;
  readonly fails: number;
  /** Columns that other tables confirm. */
  readonly confirmed: ReadonlySet<number>;
  /** Columns that other tables contradict and none confirms. */
  readonly contested: ReadonlySet<number>;
  /** The columns of other tables that confirm some: one that slid as a whole may confirm what is wrong. */
  readonly by: ReadonlySet<string>;
}

/** The more, the better the table fits. */
export function agreement({ holds, fails }: Rating): number {
  return holds - fails;
}

/** Holds a table against the books of all others and against sentences; without books, as the ledger stands. */
export function ratingOf(
  ledger: Ledger,
  table: number,
  statements: readonly Statement[],
  others?: readonly Book[],
): Rating {
  const { holds, fails, ...columns } = heard(testimonyOn(ledger, table, others), table);
  const own = (ledger.byTable[table] ?? []).map((entry) => candidateOf(ledger, entry));
  const told = ratedBy(statements, own, ledger);
  return { holds: holds + told.holds, fails: fails + told.fails, ...columns };
}

function testimonyOn(ledger: Ledger, table: number, others?: readonly Book[]): readonly Verdict[] {
  if (!others) return verdictsBetween(ledger).filter((one) => isOf(table, one));
  const book = bookOf(ledger, [table]);
  return betweenTables(ledger, [book, ...others], book).map(evaluate);
}

/** A bound is of the table whose amount it bounds. */
function isOf(table: number, verdict: Verdict): boolean {
  if (verdict.kind === "tree") return false;
  return !OF_FIRST.has(verdict.because) || members(verdict)[0]?.table === table;
}

const OF_FIRST: ReadonlySet<RuleId> = new Set(["fund-bound", "blank-elsewhere"]);

/** What constraints between tables say of one of them. */
function heard(testimony: readonly Verdict[], table: number): Rating {
  const contested = new Set<number>();
  const confirmed = new Set<number>();
  const by = new Set<string>();
  const rating = { holds: 0, fails: 0, confirmed, contested, by };
  for (const verdict of testimony) {
    const own = members(verdict).filter((entry) => entry.table === table);
    const proof = confirms(verdict);
    if (own.length === 0 || (verdict.holds && !proof)) continue;
    rating[proof ? "holds" : "fails"] += 1;
    for (const entry of proof ? members(verdict) : [])
      if (entry.table !== table) by.add(columnOf(entry));
    for (const { figure } of own) (proof ? confirmed : contested).add(figure.column);
  }
  for (const column of confirmed) contested.delete(column);
  return rating;
}

/** An outlay that is all that its fund has is in the right column; one that is within it may be. */
function confirms({ relation, holds, parts, difference }: Verdict): boolean {
  return holds && parts > 0 && (relation === "=" || difference === 0n);
}
