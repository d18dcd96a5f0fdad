import type { Constraint } from "../constraint.ts";
import type { Ledger } from "../ledger.ts";
import { balances } from "./balance.ts";
import { acrossTables } from "./between-tables.ts";
import { blankLines } from "./blank-lines.ts";
import { blockSums } from "./block-sums.ts";
import { classSums } from "./class-sums.ts";
import { columnIdentities } from "./columns.ts";
import { fundBounds } from "./fund-bounds.ts";
import { numberedSums } from "./numbered-sums.ts";
import { repeatedBudgets } from "./repeated.ts";
import { treeSums } from "./tree-sums.ts";

/** All constraints inside one table. */
export function identitiesOfTable(ledger: Ledger, table: number): Constraint[] {
  return [
    ...treeSums(ledger, table),
    ...columnIdentities(ledger, table),
    ...balances(ledger, table),
    ...blockSums(ledger, table),
    ...classSums(ledger, table),
    ...numberedSums(ledger, table),
    ...repeatedBudgets(ledger, table),
  ];
}

/** The constraints between tables. */
export function betweenTables(ledger: Ledger): Constraint[] {
  return [...acrossTables(ledger), ...fundBounds(ledger), ...blankLines(ledger)];
}

/** Every constraint that the coordinates give, inside the tables and between them. */
export function allIdentities(ledger: Ledger): Constraint[] {
  return [
    ...ledger.readings.flatMap((_, table) => identitiesOfTable(ledger, table)),
    ...betweenTables(ledger),
  ];
}
