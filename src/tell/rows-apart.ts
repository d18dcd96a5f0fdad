import type { Coordinates } from "../model/coordinates.ts";
import { closes, magnitude } from "../normalise/ledger/amounts.ts";
import type { Entry } from "../normalise/ledger/ledger.ts";
import {
  broad,
  choicesOf,
  isAlike,
  type Pair,
  pairsOf,
  type RowList,
} from "../normalise/ledger/row-lists.ts";
import type { Verdict } from "../reconcile/constraint.ts";
import { isBelow, TREES } from "../taxonomy/trees.ts";

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
  { kind, terms, difference, slack }: Verdict,
): RowsApart | undefined {
  if (kind !== "same" && kind !== "across") return undefined;
  const differing = [terms[0], terms.find(([, sign]) => sign === -1)];
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
