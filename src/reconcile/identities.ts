import { acrossTables } from "./across-tables.ts";
import { balances } from "./balance.ts";
import { blankLines } from "./blank-lines.ts";
import { blockSums } from "./block-sums.ts";
import { classSums } from "./class-sums.ts";
import { columnIdentities } from "./column-identities.ts";
import { fundBounds } from "./fund-bounds.ts";
import type { Identity } from "./identity.ts";
import type { Ledger } from "./ledger.ts";
import { numberedSums } from "./numbered-sums.ts";
import { repeatedBudgets } from "./repeated.ts";
import { treeIdentities } from "./tree-identities.ts";

/** All identities inside one table. */
export function identitiesOfTable(ledger: Ledger, table: number): Identity[] {
  return [
    ...treeIdentities(ledger, table),
    ...columnIdentities(ledger, table),
    ...balances(ledger, table),
    ...blockSums(ledger, table),
    ...classSums(ledger, table),
    ...numberedSums(ledger, table),
    ...repeatedBudgets(ledger, table),
  ];
}

/** The identities between tables. */
export function betweenTables(ledger: Ledger): Identity[] {
  return [...acrossTables(ledger), ...fundBounds(ledger), ...blankLines(ledger)];
}

/** Every identity that the coordinates give, inside the tables and between them. */
export function allIdentities(ledger: Ledger): Identity[] {
  return [
    ...ledger.readings.flatMap((_, table) => identitiesOfTable(ledger, table)),
    ...betweenTables(ledger),
  ];
}
