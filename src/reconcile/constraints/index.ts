import { type Book, booksOf } from "../../normalise/ledger/books.ts";
import type { Ledger } from "../../normalise/ledger/ledger.ts";
import { once } from "../../normalise/ledger/once.ts";
import { type Constraint, evaluate, type Verdict } from "../constraint.ts";
import { balances } from "./balance.ts";
import { acrossBooks } from "./between.ts";
import { blankLines, classBounds, fundBounds } from "./bounds.ts";
import { changes } from "./changes.ts";
import { columnSums } from "./columns.ts";
import { namedSums } from "./named.ts";
import { treeSums } from "./tree-sums.ts";

/** All constraints inside one table. */
export function constraintsOfTable(ledger: Ledger, table: number): Constraint[] {
  const reading = ledger.readings[table];
  const entries = ledger.byTable[table];
  if (!reading || !entries) return [];
  return [
    ...treeSums(reading, entries),
    ...columnSums(reading, entries, table),
    ...balances(reading, entries),
    ...namedSums(reading, entries),
    ...changes(reading, entries, ledger.digits),
  ];
}

/** The constraints between tables; with `of`, only those that the table of this book takes part in. */
export function betweenTables(
  ledger: Ledger,
  books: readonly Book[] = booksOf(ledger),
  of?: Book,
): Constraint[] {
  const table = of?.tables[0];
  return [
    ...acrossBooks(books, of),
    ...fundBounds(ledger, table),
    ...classBounds(ledger, table),
    ...blankLines(ledger, table),
  ];
}

/** What the constraints between the tables of a ledger say. */
export const verdictsBetween = once((ledger: Ledger): readonly Verdict[] =>
  betweenTables(ledger).map(evaluate),
);

/** Every constraint that the coordinates give, inside the tables and between them, judged. */
export function allVerdicts(ledger: Ledger): Verdict[] {
  const inside = [...ledger.readings.keys()].flatMap((table) => constraintsOfTable(ledger, table));
  return [...inside.map(evaluate), ...verdictsBetween(ledger)];
}
