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
import { type Changes, moveCells } from "../../normalise/ledger/pieces.ts";
import { withoutSpills } from "../../normalise/rows/spills.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { blockSums } from "../constraints/columns.ts";
import { type Board, boardOf, FAIL, frameOf, scored } from "./board.ts";
import { leastMoved, reheadings } from "./headings.ts";
import { agreement, type Rating, ratingOf } from "./outside.ts";
import { repairRows } from "./search.ts";

/** How often the tables are gone through: a table put right is evidence for the next. */
const PASSES = 3;
/** Figures read over and over while other headings are tried, before the printed ones are kept. */
const EFFORT = 60_000;
/** Rows of a long table that are held against other tables while placements are tried: those at its head, and the moved ones. */
const HEAD = 150;

/** The books with damaged rows and columns put right, wherever the constraints single out how. The readings of sound tables are kept. */
export function repairTables(
  readings: readonly Reading[],
  statements: readonly Statement[],
  read: Reader,
): Ledger {
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
      const better = repairTable({ ledger, table, others, read, statements });
      if (!better) continue;
      ledger = ledgerOf(ledger.readings.map((reading, i) => (i === table ? better : reading)));
      books = booksOf(ledger);
    }
    if (ledger === before) break;
  }
  return ledger;
}

/** One table among all others, which are evidence. */
interface Case {
  readonly ledger: Ledger;
  readonly table: number;
  /** The books of all other tables. */
  readonly others: readonly Book[];
  readonly read: Reader;
  readonly statements: readonly Statement[];
}

function repairTable(one: Case): Reading | undefined {
  const { ledger, table } = one;
  const printed = ledger.readings[table];
  if (!printed || printed.table.rows.length === 0) return undefined;
  const kept = improved(one, ledger);
  const joined = withoutSpills(printed.table);
  const whole = joined && improved(one, tried(one, joined));
  const score = whole && scoreOf(one, whole);
  const better = score !== undefined && score < FAIL && score < scoreOf(one, kept);
  const result = (whole && better ? whole : kept).readings[table];
  return result === printed ? undefined : result;
}

/** The ledger with the table as it is tried. */
function tried({ ledger, table: at, read }: Case, table: Table): Ledger {
  return reenter(ledger, at, { table, ...read(table) });
}

function improved(one: Case, printed: Ledger): Ledger {
  let current = printed;
  for (const block of blocksOf(one, printed)) {
    const under = reheaded(one, current, block);
    if (!under) continue;
    current = under;
    const { table } = readingIn(one, current);
    const moved = (changes: Changes) => moveCells(table, changes);
    const changes = repairRows(boardOfBlock(one, current, block), (trial) =>
      agreement(rating(one, tried(one, sampleOf(moved(trial), trial)))),
    );
    if (changes.size > 0) current = tried(one, moved(changes));
  }
  return current;
}

/** The block under other headings, if one way fits its rows and the other tables better than all others; nothing where it is open. */
function reheaded(one: Case, current: Ledger, block: number): Ledger | undefined {
  const { table } = readingIn(one, current);
  const { rows } = frameOf(current, one.table, block);
  const contested = (): ReadonlySet<number> => ratingAsItStands(one, current).contested;
  const { options, needed } = reheadings(table, block, rows, contested);
  const left = needed ? undefined : current;
  if (options.length === 0) return current;
  if (options.length > Math.max(4, Math.floor(EFFORT / one.ledger.entries.length))) return left;
  const rated = options.map((option) => {
    return { ...option, ...rating(one, tried(one, sampleOf(option.table))) };
  });
  const highest = Math.max(...rated.map(agreement));
  const best = rated.filter((option) => agreement(option) === highest);
  const chosen = leastMoved(best);
  const fits = chosen?.inferred.every((column) => chosen.confirmed.has(column));
  if (!chosen || !fits) return left;
  const now = ratingAsItStands(one, current);
  // Rows that close as printed are damaged by no one figure elsewhere, nor by one column: that one may be.
  const told = chosen.holds > now.holds + 1 && chosen.by.size > 1;
  return highest >= agreement(now) && (needed || told) ? tried(one, chosen.table) : left;
}

/** A table that is not tried, and is no form of several that come to one book, is rated by what all say of each other. */
function ratingAsItStands(one: Case, current: Ledger): Rating {
  const { table } = readingIn(one, current);
  const sample = sampleOf(table);
  if (sample !== table) return rating(one, tried(one, sample));
  const alone = current === one.ledger && flagsOf(table.id).oneEach !== true;
  return alone ? ratingOf(current, one.table, one.statements) : rating(one, current);
}

function rating({ table, others, statements }: Case, ledger: Ledger): Rating {
  return ratingOf(ledger, table, statements, others);
}

function sampleOf(table: Table, changes: Changes = new Map()): Table {
  if (table.rows.length <= 2 * HEAD) return table;
  const rows = table.rows.filter(({ index }, i) => i < HEAD || changes.has(index));
  return { ...table, rows };
}

function scoreOf(one: Case, ledger: Ledger): number {
  const scores = [...blocksOf(one, ledger)].map((block) => {
    return scored(boardOfBlock(one, ledger, block), new Map()).score;
  });
  return scores.reduce((all, score) => all + score, 0);
}

function readingIn({ table }: Case, { readings }: Ledger): Reading {
  const reading = readings[table];
  if (!reading) throw new Error(`no table ${table}`);
  return reading;
}

function blocksOf(one: Case, ledger: Ledger): ReadonlySet<number> {
  return new Set(readingIn(one, ledger).table.columns.map(({ block }) => block));
}

function boardOfBlock(one: Case, ledger: Ledger, block: number): Board {
  const { table } = one;
  const { sums } = blockSums(readingIn(one, ledger), ledger.byTable[table] ?? [], table, block);
  return boardOf(frameOf(ledger, table, block), sums);
}
