import type { Statement } from "../../model/narrative.ts";
import type { Table } from "../../model/table.ts";
import { type Book, booksOf } from "../../normalise/ledger/books.ts";
import {
  type Ledger,
  ledgerOf,
  type Reader,
  type Reading,
  reenter,
} from "../../normalise/ledger/ledger.ts";
import { moneyColumns, type PieceRow, piecesOf } from "../../normalise/ledger/pieces.ts";
import { withoutSpills } from "../../normalise/rows/spills.ts";
import { blockSums } from "../constraints/columns.ts";
import { rowRules } from "../constraints/descendants.ts";
import { type Board, boardOf, FAIL, scored } from "./board.ts";
import { leastMoved, type Reheaded, reheadings } from "./headings.ts";
import { type Changes, moveCells } from "./moves.ts";
import { agreement, type Rating, ratingOf } from "./outside.ts";
import { repairRows } from "./search.ts";

/** How often the tables are gone through: a table put right is evidence for the next. */
const PASSES = 3;
/** Figures read over and over while other headings are tried, before the printed ones are kept. */
const EFFORT = 60_000;
/** Rows of a long table that are held against other tables while placements are tried: those at its head, and the moved ones. */
const HEAD = 150;

/** Puts damaged rows and columns right, wherever the constraints single out how. The readings of sound tables are kept. */
export function repairTables(
  readings: readonly Reading[],
  statements: readonly Statement[],
  read: Reader,
): Reading[] {
  let ledger = ledgerOf(readings);
  /** The ledger against which each table was last gone through: against the same one nothing else comes out. */
  const tried = new Map<number, Ledger>();
  for (let pass = 0; pass < PASSES; pass++) {
    const before = ledger;
    let books = booksOf(ledger);
    for (const table of readings.keys()) {
      if (tried.get(table) === ledger) continue;
      tried.set(table, ledger);
      const others = books.filter(({ tables }) => !tables.includes(table));
      const better = repairTable({
        ledger,
        table,
        others,
        read,
        statements,
        ratings: new WeakMap(),
      });
      if (!better) continue;
      ledger = ledgerOf(ledger.readings.map((reading, i) => (i === table ? better : reading)));
      books = booksOf(ledger);
    }
    if (ledger === before) break;
  }
  return [...ledger.readings];
}

/** One table among all others, which are evidence. */
interface Case {
  readonly ledger: Ledger;
  readonly table: number;
  /** The books of all other tables. */
  readonly others: readonly Book[];
  readonly read: Reader;
  readonly statements: readonly Statement[];
  /** What was found of its readings. */
  readonly ratings: WeakMap<Reading, Rating>;
}

function repairTable(one: Case): Reading | undefined {
  const printed = one.ledger.readings[one.table];
  if (!printed || printed.table.rows.length === 0) return undefined;
  const kept = improved(one, printed);
  const joined = withoutSpills(printed.table);
  const whole = joined && improved(one, readAgain(one, joined));
  const score = whole && scoreOf(one, whole);
  const better = score !== undefined && score < FAIL && score < scoreOf(one, kept);
  const result = better ? whole : kept;
  return result === printed ? undefined : result;
}

function improved(one: Case, printed: Reading): Reading {
  let current = printed;
  for (const block of blocksOf(printed)) {
    const under = reheaded(one, current, block);
    if (under === "undecided") continue;
    current = under ?? current;
    const { table } = current;
    const moved = (changes: Changes) => moveCells(table, changes);
    const changes = repairRows(boardOfBlock(one, current, block), (trial) =>
      agreement(rating(one, readAgain(one, sampleOf(moved(trial), trial)))),
    );
    if (changes.size > 0) current = readAgain(one, moved(changes));
  }
  return current;
}

function blocksOf({ table }: Reading): ReadonlySet<number> {
  return new Set(table.columns.map(({ block }) => block));
}

/** The block under other headings, if one way fits its rows and the other tables better than all others. */
function reheaded(one: Case, current: Reading, block: number): Reading | "undecided" | undefined {
  const rows = rowsOfBlock(one, current, block);
  const asItStands = () => ratingAsItStands(one, current);
  const contested = (): ReadonlySet<number> => asItStands().contested;
  const { options, needed } = reheadings(current.table, block, rows, contested);
  if (options.length === 0) return undefined;
  const most = Math.max(4, Math.floor(EFFORT / Math.max(1, one.ledger.entries.length)));
  if (options.length > most) return needed ? "undecided" : undefined;
  let best: Reheaded[] = [];
  let highest: Rating | undefined;
  const unconfirmed = new Set<Reheaded>();
  for (const option of options) {
    const rated = rating(one, readAgain(one, sampleOf(option.table)));
    if (!option.inferred.every((column) => rated.confirmed.has(column))) unconfirmed.add(option);
    const against = highest ? agreement(rated) - agreement(highest) : 1;
    if (against > 0) [best, highest] = [[option], rated];
    else if (against === 0) best.push(option);
  }
  const chosen = leastMoved(best);
  const gain = highest ? agreement(highest) - agreement(asItStands()) : -1;
  // Rows that close as printed are damaged by no one figure elsewhere: that one may be.
  const better = gain >= 0 && (needed || (highest?.holds ?? 0) > asItStands().holds + 1);
  if (!chosen || !better || unconfirmed.has(chosen)) return needed ? "undecided" : undefined;
  return readAgain(one, chosen.table);
}

/** The same for all blocks of a table. */
function ratingAsItStands(one: Case, reading: Reading): Rating {
  const rated = one.ratings.get(reading) ?? rating(one, readSample(one, reading));
  one.ratings.set(reading, rated);
  return rated;
}

function readAgain({ read }: Case, table: Table): Reading {
  return { table, ...read(table) };
}

function readSample(one: Case, reading: Reading): Reading {
  const sample = sampleOf(reading.table);
  return sample === reading.table ? reading : readAgain(one, sample);
}

function sampleOf(table: Table, changes: Changes = new Map()): Table {
  if (table.rows.length <= 2 * HEAD) return table;
  const rows = table.rows.filter(({ index }, i) => i < HEAD || changes.has(index));
  return { ...table, rows };
}

function rating(one: Case, reading: Reading): Rating {
  return ratingOf(ledgerWith(one, reading), one.table, one.others, one.statements);
}

function ledgerWith({ ledger, table }: Case, reading: Reading): Ledger {
  return reading === ledger.readings[table] ? ledger : reenter(ledger, table, reading);
}

function scoreOf(one: Case, reading: Reading): number {
  const scores = [...blocksOf(reading)].map((block) => {
    return scored(boardOfBlock(one, reading, block), new Map()).score;
  });
  return scores.reduce((all, score) => all + score, 0);
}

function boardOfBlock(one: Case, reading: Reading, block: number): Board {
  const { table } = one;
  const entries = ledgerWith(one, reading).byTable[table] ?? [];
  const columns = moneyColumns(reading.table, block);
  const { sums } = blockSums(reading, entries, table, block);
  return boardOf(
    rowRules(reading.table, columns),
    columns.map(({ index }) => index),
    rowsOfBlock(one, reading, block),
    sums,
  );
}

function rowsOfBlock(one: Case, reading: Reading, block: number): ReadonlyMap<number, PieceRow> {
  const { byTable, digits } = ledgerWith(one, reading);
  return piecesOf(reading.table, block, byTable[one.table] ?? [], digits);
}
