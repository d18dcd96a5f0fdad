import { cellsOf, inColumns } from "../column-identities.ts";
import { betweenTables } from "../identities.ts";
import { evaluate } from "../identity.ts";
import { type Ledger, ledgerOf, type Reader, type Reading } from "../ledger.ts";
import { rowSums } from "../row-sums.ts";
import { moveCells } from "./apply.ts";
import { type Board, boardOf } from "./board.ts";
import { piecesOf } from "./pieces.ts";
import { rowRules } from "./row-rules.ts";
import { repairRows } from "./rows.ts";

/** How often the tables are gone through: a table put right is evidence for the next. */
const PASSES = 3;

/** Puts damaged rows and columns right, wherever the identities single out how. The readings of sound tables are kept. */
export function repairTables(readings: readonly Reading[], read: Reader): Reading[] {
  const repaired = [...readings];
  for (let pass = 0; pass < PASSES; pass++) {
    let changed = false;
    for (const table of readings.keys()) {
      const better = repairTable(repaired, table, read);
      if (!better) continue;
      repaired[table] = better;
      changed = true;
    }
    if (!changed) break;
  }
  return repaired;
}

function repairTable(
  readings: readonly Reading[],
  table: number,
  read: Reader,
): Reading | undefined {
  const reading = readings[table];
  if (!reading || reading.figures.length === 0) return undefined;
  const ledger = ledgerOf(readings);
  let current = reading.table;
  for (const block of new Set(reading.table.columns.map((column) => column.block))) {
    const board = boardOfBlock(ledger, table, block);
    const changes = repairRows(board, (trial) => {
      return rating(readings, table, moveCells(reading.table, trial), read);
    });
    if (changes.size > 0) current = moveCells(current, changes);
  }
  return current === reading.table ? undefined : { table: current, ...read(current) };
}

function boardOfBlock(ledger: Ledger, table: number, block: number): Board {
  const reading = ledger.readings[table];
  const entries = ledger.byTable[table] ?? [];
  if (!reading) throw new Error(`no table ${table}`);
  const columns = reading.table.columns.filter((column) => {
    return column.block === block && column.role === "amount";
  });
  const cells = cellsOf(entries, block);
  const sums = rowSums(reading, table, block, (sum) => {
    return inColumns({ table, block, ...sum }, cells).filter((one) => !evaluate(one).holds).length;
  });
  return boardOf(
    rowRules(reading.table, columns),
    columns.map(({ index }) => index),
    piecesOf(reading.table, block, entries, ledger.digits),
    sums,
  );
}

/** How well a trial of a table agrees with the other tables. */
function rating(readings: readonly Reading[], at: number, trial: Reading["table"], read: Reader) {
  const tried = readings.map((reading, i) =>
    i === at ? { table: trial, ...read(trial) } : reading,
  );
  let rate = 0;
  for (const identity of betweenTables(ledgerOf(tried))) {
    const touches = [...identity.left, ...identity.right].some((entry) => entry.table === at);
    if (!touches) continue;
    const { holds, tells } = evaluate(identity);
    if (!holds) rate -= 1_000;
    else if (tells && identity.rule !== "bound") rate += 1;
  }
  return rate;
}
