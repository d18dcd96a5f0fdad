import type { Coordinates } from "../../model/coordinates.ts";
import { closes, magnitude } from "../../normalise/ledger/amounts.ts";
import { groupBy, plainName } from "../../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../../normalise/ledger/ledger.ts";
import { flagsOf } from "../../taxonomy/tables.ts";
import { isBelow, TREES } from "../../taxonomy/trees.ts";
import type { Verdict } from "../constraint.ts";

/** Rows that one table has and another lacks, and that make up a gap. */
export interface RowsApart {
  /** Position of the table that lacks the rows. */
  readonly lacks: number;
  readonly rows: readonly Entry[];
  /** What only the other table has, where the gap is what is left of the rows after it. */
  readonly less: readonly Entry[];
  /** How many rows the one has and the other lacks: more than `rows` where exactly one choice of them makes up the gap. */
  readonly of: number;
  /** The gap less the rows: zero, or what rounding explains. */
  readonly rest: bigint;
}

/** The rows of one table that are keyed in one way (all projects, all codes of one depth), as other tables may list them too. */
export interface RowList {
  readonly table: number;
  /** How the rows are keyed: lists of one way can be compared. */
  readonly way: string;
  /** The figures of each thing listed. */
  readonly rows: ReadonlyMap<string, readonly Entry[]>;
}

/** Two tables that list things of one way. */
export interface Pair {
  readonly has: RowList;
  readonly lacks: RowList;
}

/** A gap that rows may make up. */
interface Gap {
  readonly amount: bigint;
  /** Twice what rounding explains of it. */
  readonly slack: bigint;
  /** The figures that differ: the rows are of the same money. */
  readonly of: readonly Coordinates[];
}

/** The rows that only one of two tables has, where a figure of one differs from another's: all of them, or a choice of them. */
export function rowsApart(
  lists: readonly RowList[],
  { constraint, difference, slack }: Verdict,
): RowsApart | undefined {
  if (constraint.kind !== "same" && constraint.kind !== "across") return undefined;
  const differing = [constraint.terms[0], constraint.terms.find(([, sign]) => sign === -1)];
  const entries = differing.flatMap((term) => term?.[0] ?? []);
  const gap = { amount: magnitude(difference), slack, of: entries.map((e) => e.coordinates) };
  const own = new Set(entries.map(({ table }) => table));
  const pairs = pairsOf(lists);
  const near = pairs.filter(({ has, lacks }) => own.has(has.table) || own.has(lacks.table));
  return (
    [...near, ...pairs].flatMap((pair) => wholly(pair, gap))[0] ??
    near.flatMap((pair) => chosen(pair, gap))[0]
  );
}

export function pairsOf(lists: readonly RowList[]): Pair[] {
  return lists.flatMap((has) => {
    const others = lists.filter(({ table, way }) => table !== has.table && way === has.way);
    return others.map((lacks) => ({ has, lacks }));
  });
}

/** All rows that only the one has, less all that only the other has, if they make up the gap. */
function wholly({ has, lacks }: Pair, gap: Gap): RowsApart[] {
  const others = columnsOf(lacks, gap).map((column) => onlyIn(lacks, has, column));
  return columnsOf(has, gap).flatMap((column) => {
    const rows = onlyIn(has, lacks, column);
    if (rows.length === 0) return [];
    return [[], ...others].flatMap((less) => closing(gap, lacks.table, rows, less, rows.length));
  });
}

/** The one choice of the rows that only the one has that makes up the gap. */
function chosen({ has, lacks }: Pair, gap: Gap): RowsApart[] {
  return columnsOf(has, gap).flatMap((column) => {
    const rows = onlyIn(has, lacks, column);
    const found = choicesOf(rows).flatMap((some) => {
      return closing(gap, lacks.table, some, [], rows.length);
    });
    return found.length === 1 ? found : [];
  });
}

/** Rows of which every choice is tried. Only one choice may make up the gap. */
const MOST_CHOICES = 10;

/** Every choice of some rows, but not all of them and not none. */
export function choicesOf<T>(rows: readonly T[]): T[][] {
  if (rows.length > MOST_CHOICES) return [];
  const choices: T[][] = [[]];
  for (const row of rows) choices.push(...choices.map((some) => [...some, row]));
  return choices.slice(1, -1);
}

function closing(
  { amount, slack }: Gap,
  lacks: number,
  rows: readonly Entry[],
  less: readonly Entry[],
  of: number,
): RowsApart[] {
  const sum = (all: readonly Entry[]): bigint => all.reduce((s, one) => s + one.amount, 0n);
  const rest = amount - sum(rows) + sum(less);
  const within = [...rows, ...less].reduce((all, { step }) => all + step, slack);
  return closes(rest, within) ? [{ lacks, rows, less, of, rest }] : [];
}

/** The columns in which a list has the money of a gap: of the same fund, period and stage, of the same kind or one below it. */
function columnsOf({ rows }: RowList, { of }: Gap): number[] {
  const fits = [...rows.values()].flat().filter(({ coordinates: c }) => {
    return of.some((whole) => {
      const [kind, above] = [broad(c.kind), broad(whole.kind)];
      return isAlike(c, whole) && (above === kind || isBelow(TREES.kind, kind, above));
    });
  });
  return [...new Set(fits.map(({ figure }) => figure.column))];
}

/** True for money of one fund, kind, period and stage: what comes in for a code is what is spent on it. */
export function isSameMoney(a: Coordinates, b: Coordinates): boolean {
  return isAlike(a, b) && broad(a.kind) === broad(b.kind);
}

function isAlike(a: Coordinates, b: Coordinates): boolean {
  return a.period === b.period && a.stage === b.stage && a.fund === b.fund;
}

/** What a table without remainders calls its total is what is spent this year. */
function broad(kind: string | undefined): string {
  return kind === undefined || kind === "current" ? "total" : kind;
}

/** The figures of a column whose rows the other list lacks; none unless the two agree in the rows that both have. */
function onlyIn(has: RowList, lacks: RowList, column: number): Entry[] {
  const only: Entry[] = [];
  let common = 0;
  for (const [id, entries] of has.rows) {
    const there = lacks.rows.get(id);
    for (const entry of entries) {
      if (entry.figure.column !== column || entry.amount === 0n) continue;
      if (there === undefined) only.push(entry);
      else if (there.some(({ amount }) => amount === entry.amount)) common += 1;
      else return [];
    }
  }
  return common > 0 ? only : [];
}

/** The lists of all tables that other tables may repeat. A form is one project's, and no list. */
export function rowLists(ledger: Ledger): RowList[] {
  const ids = ledger.readings.map(({ table: { id } }) => id);
  return ledger.readings.flatMap(({ table: { id }, keys }, table) => {
    const { apart, partial, oneEach, itemsOnly } = flagsOf(id);
    const forms = oneEach && ids.filter((other) => other === id).length > 1;
    if (apart || partial || itemsOnly || forms) return [];
    // A row without any figure is listed as well.
    const all = [
      ...keys.map(({ coordinates: c }) => ({ entry: undefined, ...listedAs(c) })),
      ...(ledger.byTable[table] ?? []).map((entry) => ({ entry, ...listedAs(entry.coordinates) })),
    ];
    return [...groupBy(all, ({ way }) => way)].map(([way, listed]): RowList => {
      const rows = [...groupBy(listed, ({ id }) => id)];
      return {
        table,
        way,
        rows: new Map(rows.map(([id, own]) => [id, own.flatMap(({ entry }) => entry ?? [])])),
      };
    });
  });
}

/** What a row lists, in words that mean the same in every table; nothing for totals and rows of funds, kinds and items. */
export function listedAs(c: Coordinates): { readonly way?: string; readonly id?: string } {
  const project = c.projectName ?? c.projectCode;
  if (project !== undefined) return { way: "project", id: plainName(project) };
  const { functionCode: code, economicCode = "", govEconomicCode = "" } = c;
  if (code !== undefined) return { way: `function ${code.length}`, id: code };
  const id = `${economicCode} ${govEconomicCode}`;
  return id === " " ? {} : { way: `economic ${id.replace(/\d/g, "x")}`, id };
}
