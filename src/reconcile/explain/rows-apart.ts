import type { Coordinates } from "../../model/coordinates.ts";
import { closes, magnitude } from "../../normalise/ledger/amounts.ts";
import { plainName } from "../../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../../normalise/ledger/ledger.ts";
import { flagsOf } from "../../taxonomy/tables.ts";
import { isBelow, TREES } from "../../taxonomy/trees.ts";
import { side, type Verdict } from "../constraint.ts";

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
interface RowList {
  readonly table: number;
  /** How the rows are keyed: lists of one way can be compared. */
  readonly way: string;
  /** The figures of each thing listed. */
  readonly rows: ReadonlyMap<string, readonly Entry[]>;
}

/** A gap that rows may make up. */
interface Gap {
  readonly amount: bigint;
  /** Twice what rounding explains of it. */
  readonly slack: bigint;
  /** The figures that differ: the rows are of the same money. */
  readonly of: readonly Coordinates[];
}

/** Failures between tables beyond which no single one is looked into: the tables are in ruins. */
const MOST_FAILURES = 50;
/** Rows of which every choice is tried. Only one choice may make up the gap. */
const MOST_CHOICES = 10;

/** Finds the rows that explain failures and lost rows of a disclosure. */
export interface Explainer {
  /** The rows that only one of two tables has, where a figure of one differs from another's. */
  readonly failure: (one: Verdict) => RowsApart | undefined;
  /** The rows of another table that a table lacks below `parent`. */
  readonly lost: (parent: Entry, children: readonly number[], gap: Gap) => RowsApart | undefined;
}

export function explainer(ledger: Ledger, failures: number): Explainer {
  let known: readonly RowList[] | undefined;
  const lists = () => {
    known ??= rowLists(ledger);
    return known;
  };
  return {
    failure: (one) => (failures > MOST_FAILURES ? undefined : ofFailure(lists(), one)),
    lost: (parent, children, gap) =>
      failures > MOST_FAILURES ? undefined : ofLost(ledger, lists(), parent, children, gap),
  };
}

function ofFailure(lists: readonly RowList[], { constraint, difference, slack }: Verdict) {
  if (constraint.kind !== "same" && constraint.kind !== "across") return undefined;
  const sides = [side(constraint, 1)[0], side(constraint, -1)[0]];
  const of = (difference > 0n ? sides : sides.reverse()).flatMap((e) => e?.coordinates ?? []);
  const own = new Set(sides.map((entry) => entry?.table));
  const gap = { amount: magnitude(difference), slack, of };
  const pairs = pairsOf(lists);
  const near = pairs.filter(([has, lacks]) => own.has(has.table) || own.has(lacks.table));
  return (
    first(near, (pair) => wholly(pair, gap)) ??
    first(pairs, (pair) => wholly(pair, gap)) ??
    first(near, (pair) => chosen(pair, gap))
  );
}

function ofLost(
  ledger: Ledger,
  lists: readonly RowList[],
  parent: Entry,
  children: readonly number[],
  gap: Gap,
): RowsApart | undefined {
  const below = rowKey(parent.coordinates)?.id ?? "";
  const rows = new Set(children);
  const keys = ledger.readings[parent.table]?.keys.filter(({ row }) => rows.has(row)) ?? [];
  const ways = new Set(keys.map(({ coordinates }) => rowKey(coordinates)?.way));
  const within = (list: RowList): RowList => ({
    ...list,
    rows: new Map([...list.rows].filter(([id]) => list.way === "project" || id.startsWith(below))),
  });
  const pairs = pairsOf(lists.filter(({ way }) => ways.has(way)).map(within));
  const near = pairs.filter(([, lacks]) => lacks.table === parent.table);
  const covered = ({ less }: RowsApart): boolean => less.length === 0;
  return (
    first(near, (pair) => wholly(pair, gap).filter(covered)) ??
    first(near, (pair) => chosen(pair, gap))
  );
}

type Pair = readonly [has: RowList, lacks: RowList];

/** Lists of two tables that are keyed in one way. */
function pairsOf(lists: readonly RowList[]): Pair[] {
  return lists.flatMap((has) =>
    lists
      .filter((lacks) => lacks.table !== has.table && lacks.way === has.way)
      .map((lacks): Pair => [has, lacks]),
  );
}

function first(pairs: readonly Pair[], search: (pair: Pair) => readonly RowsApart[]) {
  for (const pair of pairs) {
    const [found] = search(pair);
    if (found) return found;
  }
  return undefined;
}

/** All rows that only the one has, less all that only the other has, if they make up the gap. */
function wholly([has, lacks]: Pair, gap: Gap): RowsApart[] {
  return columnsOf(has, gap).flatMap((column) => {
    const rows = onlyIn(has, lacks, column);
    if (rows.length === 0) return [];
    const others = columnsOf(lacks, gap).map((other) => onlyIn(lacks, has, other));
    return [[], ...others].flatMap((less) => closing(gap, lacks.table, rows, less, rows.length));
  });
}

/** The one choice of the rows that only the one has that makes up the gap. */
function chosen([has, lacks]: Pair, gap: Gap): RowsApart[] {
  return columnsOf(has, gap).flatMap((column) => {
    const rows = onlyIn(has, lacks, column);
    if (rows.length > MOST_CHOICES) return [];
    const most = rows.reduce((slack, { step }) => slack + step, gap.slack);
    const found: RowsApart[] = [];
    // The sums of all choices: each is that of one row less, and the row.
    const sums = [0n];
    for (const [i, { amount }] of rows.entries()) {
      for (const sum of [...sums]) {
        const choice = sums.push(sum + amount) - 1;
        if (!closes(gap.amount - sum - amount, most) || choice === 2 ** rows.length - 1) continue;
        const some = rows.slice(0, i + 1).filter((_, bit) => (choice >> bit) & 1);
        found.push(...closing(gap, lacks.table, some, [], rows.length));
      }
    }
    return found.length === 1 ? found : [];
  });
}

function closing(
  { amount, slack }: Gap,
  lacks: number,
  rows: readonly Entry[],
  less: readonly Entry[],
  of: number,
): RowsApart[] {
  let rest = amount;
  let within = slack;
  for (const entry of rows) rest -= entry.amount;
  for (const entry of less) rest += entry.amount;
  for (const { step } of [...rows, ...less]) within += step;
  return closes(rest, within) ? [{ lacks, rows, less, of, rest }] : [];
}

/** The columns in which a list has the money of a gap. */
function columnsOf({ rows }: RowList, { of }: Gap): number[] {
  const entries = [...rows.values()].flat();
  const fits = entries.filter(({ coordinates: c }) => of.some((other) => isMoneyOf(c, other)));
  return [...new Set(fits.map(({ figure }) => figure.column))];
}

/** True for money of the same fund, period and stage, of the same kind or one below it. */
function isMoneyOf(c: Coordinates, whole: Coordinates): boolean {
  const kind = broad(c.kind);
  const above = broad(whole.kind);
  return (
    c.period === whole.period &&
    c.stage === whole.stage &&
    c.fund === whole.fund &&
    (above === kind || isBelow(TREES.kind, kind, above))
  );
}

/** What a table without remainders calls its total is what is spent this year. */
export function broad(kind: string | undefined): string {
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
function rowLists(ledger: Ledger): RowList[] {
  const ids = ledger.readings.map(({ table: { id } }) => id);
  return ledger.readings.flatMap(({ keys }, table) => {
    const id = ids[table] ?? "assets";
    const { apart, partial, oneEach, itemsOnly } = flagsOf(id);
    const forms = oneEach && ids.filter((other) => other === id).length > 1;
    if (apart || partial || itemsOnly || forms) return [];
    const ways = new Map<string, Map<string, Entry[]>>();
    const at = (coordinates: Coordinates): Entry[] | undefined => {
      const key = rowKey(coordinates);
      if (!key) return undefined;
      const rows = ways.get(key.way) ?? new Map<string, Entry[]>();
      const entries = rows.get(key.id) ?? [];
      ways.set(key.way, rows.set(key.id, entries));
      return entries;
    };
    // A row without any figure is listed as well.
    for (const { coordinates } of keys) at(coordinates);
    for (const entry of ledger.byTable[table] ?? []) at(entry.coordinates)?.push(entry);
    return [...ways].map(([way, rows]): RowList => ({ table, way, rows }));
  });
}

/** What a row lists, in words that mean the same in every table; none for totals and rows of funds, kinds and items. */
function rowKey(c: Coordinates): { readonly way: string; readonly id: string } | undefined {
  const project = c.projectName ?? c.projectCode;
  if (project !== undefined) return { way: "project", id: plainName(project) };
  if (c.functionCode !== undefined) {
    return { way: `function ${c.functionCode.length}`, id: c.functionCode };
  }
  if (c.economicCode === undefined && c.govEconomicCode === undefined) return undefined;
  const { economicCode: department = "", govEconomicCode: government = "" } = c;
  return {
    way: `economic ${department.length} ${government.length}`,
    id: `${department} ${government}`,
  };
}
