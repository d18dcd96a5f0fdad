import type { Statement } from "../../model/narrative.ts";
import type { Table } from "../../model/table.ts";
import { evaluate, members } from "../constraint.ts";
import { acrossBooks } from "../constraints/between.ts";
import { type Book, bookOf, booksOf } from "../constraints/books.ts";
import { blankLines, fundBounds } from "../constraints/bounds.ts";
import { cellsOf, inColumns } from "../constraints/columns.ts";
import { rowSums } from "../constraints/row-sums.ts";
import { candidateOf, ratedBy } from "../evidence/statements.ts";
import { type Ledger, ledgerOf, type Reader, type Reading, reenter } from "../ledger.ts";
import { moveCells } from "./apply.ts";
import { type Board, boardOf, compare, type Score, scorer } from "./board.ts";
import { confirms, type Testimony, testimonyOf } from "./contested.ts";
import { leastMoved, type Reheaded, reheadings } from "./headings.ts";
import { piecesOf } from "./pieces.ts";
import { compareRatings, type Rating } from "./rating.ts";
import { rowRules } from "./row-rules.ts";
import { repairRows } from "./rows.ts";
import { withoutSpills } from "./spills.ts";

/** How often the tables are gone through: a table put right is evidence for the next. */
const PASSES = 3;
/** Figures read over and over while other headings are tried, before the printed ones are kept. */
const EFFORT = 60_000;

/** Puts damaged rows and columns right, wherever the constraints single out how. The readings of sound tables are kept. */
export function repairTables(
  readings: readonly Reading[],
  statements: readonly Statement[],
  read: Reader,
): Reading[] {
  const repaired = [...readings];
  let ledger = ledgerOf(readings);
  let books = booksOf(ledger);
  let heard: Testimony | undefined;
  /** The ledger against which each table was last gone through: against the same one nothing else comes out. */
  const tried = new Map<number, Ledger>();
  for (let pass = 0; pass < PASSES; pass++) {
    let changed = false;
    for (const table of readings.keys()) {
      if (tried.get(table) === ledger) continue;
      tried.set(table, ledger);
      const others = books.filter((book) => !book.tables.includes(table));
      const alone = books.some(({ tables }) => tables.length === 1 && tables[0] === table);
      heard ??= testimonyOf([...acrossBooks(books), ...fundBounds(ledger), ...blankLines(ledger)]);
      const contested = alone ? heard.contested(table) : undefined;
      const better = repairTable({ ledger, table, others, read, statements, contested });
      if (!better) continue;
      repaired[table] = better;
      ledger = ledgerOf(repaired);
      books = booksOf(ledger);
      heard = undefined;
      changed = true;
    }
    if (!changed) break;
  }
  return repaired;
}

/** One table among all others, which are evidence. */
interface Case {
  readonly ledger: Ledger;
  readonly table: number;
  /** The books of all other tables. */
  readonly others: readonly Book[];
  readonly read: Reader;
  readonly statements: readonly Statement[];
  /** What other tables contest of the table as it stands; of one form among several they say it of all together. */
  readonly contested: ReadonlySet<number> | undefined;
}

function repairTable(one: Case): Reading | undefined {
  const printed = one.ledger.readings[one.table];
  if (!printed || printed.table.rows.length === 0) return undefined;
  const kept = improved(one, printed);
  const joined = withoutSpills(printed.table);
  if (!joined) return kept === printed ? undefined : kept;
  const whole = improved(one, readAgain(one, joined));
  const better = compare(scoreOf(one, whole), scoreOf(one, kept)) < 0;
  const result = better && scoreOf(one, whole).fails === 0 ? whole : kept;
  return result === printed ? undefined : result;
}

function improved(one: Case, printed: Reading): Reading {
  let current = printed;
  for (const block of new Set(printed.table.columns.map((column) => column.block))) {
    const printedBoard = boardOfBlock(tried(one, current), one.table, block);
    const under = reheaded(one, current, block, printedBoard);
    if (under === "undecided") continue;
    const board = under ? boardOfBlock(tried(one, under), one.table, block) : printedBoard;
    current = under ?? current;
    const { table } = current;
    const changes = repairRows(board, (trial) =>
      rating(one, readAgain(one, sampleOf(moveCells(table, trial), trial))),
    );
    if (changes.size === 0) continue;
    const moved = moveCells(table, changes);
    current = readAgain(one, moved);
  }
  return current;
}

/** The block under other headings, if one way fits its rows and the other tables better than all others. */
function reheaded(
  one: Case,
  current: Reading,
  block: number,
  { rows }: Board,
): Reading | "undecided" | undefined {
  let rated: Rating | undefined;
  const asItStands = (): Rating => {
    rated ??= ratingOf(one, current);
    return rated;
  };
  const known = current === one.ledger.readings[one.table] ? one.contested : undefined;
  const { options, needed } = reheadings(current.table, block, rows, () => {
    return known ?? asItStands().contested;
  });
  if (options.length === 0) return undefined;
  const most = Math.max(4, Math.floor(EFFORT / Math.max(1, one.ledger.entries.length)));
  let best: Reheaded[] = [];
  let highest: Rating | undefined;
  for (const option of options.slice(0, most)) {
    const rate = rating(one, readAgain(one, sampleOf(option.table)));
    const against = highest ? compareRatings(rate, highest) : 1;
    if (against > 0) [best, highest] = [[option], rate];
    else if (against === 0) best.push(option);
  }
  const chosen = leastMoved(best);
  const gain = highest ? compareRatings(highest, asItStands()) : -1;
  const better = gain >= 0 && (needed || (highest?.holds ?? 0) > asItStands().holds);
  if (!chosen || !better || options.length > most) return needed ? "undecided" : undefined;
  return readAgain(one, chosen.table);
}

/** Rows of a long table that are held against other tables while placements are tried: those at its head, and the moved ones. */
const HEAD = 150;

function sampleOf(table: Table, changes: ReadonlyMap<number, unknown> = new Map()): Table {
  if (table.rows.length <= 2 * HEAD) return table;
  const rows = table.rows.filter(({ index }, i) => i < HEAD || changes.has(index));
  return { ...table, rows };
}

function ratingOf(one: Case, reading: Reading): Rating {
  const sample = sampleOf(reading.table);
  return rating(one, sample === reading.table ? reading : readAgain(one, sample));
}

function readAgain(one: Case, table: Table): Reading {
  return { table, ...one.read(table) };
}

function tried(one: Case, reading: Reading): Ledger {
  return reading === one.ledger.readings[one.table]
    ? one.ledger
    : reenter(one.ledger, one.table, reading);
}

function scoreOf(one: Case, reading: Reading): Score {
  const ledger = tried(one, reading);
  let score: Score = { fails: 0, lost: 0, homeless: 0 };
  for (const block of new Set(reading.table.columns.map((column) => column.block))) {
    const own = scorer(boardOfBlock(ledger, one.table, block)).score;
    score = {
      fails: score.fails + own.fails,
      lost: score.lost + own.lost,
      homeless: score.homeless + own.homeless,
    };
  }
  return score;
}

function boardOfBlock(ledger: Ledger, table: number, block: number): Board {
  const reading = ledger.readings[table];
  const entries = ledger.byTable[table] ?? [];
  if (!reading) throw new Error(`no table ${table}`);
  const names = namesOf(reading.table);
  const columns = reading.table.columns.filter((column) => {
    return column.block === block && column.role === "amount" && !names.has(column.index);
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

/** Columns in which only words stand, whatever their heading says: no amount belongs there. */
function namesOf({ rows }: Table): ReadonlySet<number> {
  const words = new Set<number>();
  const amounts = new Set<number>();
  for (const { column, text } of rows.flatMap(({ cells }) => cells)) {
    if (/[\u4e00-\u9fff]{2}/.test(text)) words.add(column);
    else amounts.add(column);
  }
  return new Set([...words].filter((column) => !amounts.has(column)));
}

/** Nothing beside the table speaks of it. */
const SILENT: Rating = { fails: 0, holds: 0, contested: new Set() };

/** How well a table agrees with the other tables and the narrative. */
function rating(one: Case, reading: Reading): Rating {
  if (one.others.length === 0 && one.statements.length === 0) return SILENT;
  const ledger = tried(one, reading);
  const book = bookOf(ledger, [one.table]);
  const constraints = [
    ...acrossBooks([book, ...one.others], book),
    ...fundBounds(ledger, one.table),
    ...blankLines(ledger, one.table),
  ];
  let fails = 0;
  let holds = 0;
  const contradicted = new Set<number>();
  const confirmed = new Set<number>();
  for (const constraint of constraints) {
    const own = members(constraint).filter((entry) => entry.table === one.table);
    if (own.length === 0) continue;
    const result = evaluate(constraint);
    const proof = confirms(result);
    if (!result.holds) fails += 1;
    else if (proof) holds += 1;
    if (result.holds && !proof) continue;
    for (const { figure } of own) (proof ? confirmed : contradicted).add(figure.column);
  }
  const own = (ledger.byTable[one.table] ?? []).map((entry) => candidateOf(ledger, entry));
  const said = ratedBy(one.statements, own, ledger);
  fails += said.fails;
  holds += said.holds;
  return { fails, holds, contested: new Set([...contradicted].filter((c) => !confirmed.has(c))) };
}
