import { kindOfClass } from "../../taxonomy/orders.ts";
import { coarser, isAbove, signatureOf, subjectId } from "../../taxonomy/subjects.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { projectTypeIn } from "../rows/labels.ts";
import { type Comparable, comparables } from "./comparable.ts";
import { groupBy } from "./keys.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { once } from "./once.ts";

/** The comparable figures of one table, or of several forms of one kind (one a project) together. */
export interface Book {
  readonly tables: readonly number[];
  /** By all that figures of different subjects, kinds and funds have in common. */
  readonly lines: ReadonlyMap<string, ByFund>;
  /** What it prints, by all that another book would print it under. */
  readonly figures: ReadonlyMap<string, readonly BookFigure[]>;
  /** The same by their frame. */
  readonly framed: ReadonlyMap<string, readonly BookFigure[]>;
  /** The funds that it has columns or rows for, filled or not. */
  readonly funds: ReadonlySet<string>;
  /** Forms of one project each: publishers print them for some of their projects only. */
  readonly forms: boolean;
  /** Its lines are by their meaning a choice, and never all that there is. */
  readonly partial: boolean;
}

export type ByFund = ReadonlyMap<string, ByKind>;
export type ByKind = ReadonlyMap<string, Lines>;

/** The figures of one book that differ in their subject only. */
export interface Lines {
  readonly bySubject: ReadonlyMap<string, readonly Entry[]>;
  /** The nearest lines below a subject, printed or not; none where they are classified in more than one way. */
  readonly below: (id: string) => readonly Entry[];
}

/** What a book prints once, or more than once with one amount. */
export interface BookFigure {
  readonly frame: string;
  readonly fund: string;
  readonly kind: string;
  readonly id: string;
  /** The lines that it stands among. */
  readonly own: Lines;
  readonly entries: readonly Entry[];
  readonly entry: Entry;
}

export const booksOf = once((ledger: Ledger): readonly Book[] => {
  const tables = [...ledger.readings.entries()];
  const books = groupBy(tables, ([at, { table }]) => (flagsOf(table.id).oneEach ? table.id : at));
  return [...books.values()].map((all) =>
    bookOf(
      ledger,
      all.map(([at]) => at),
    ),
  );
});

export function bookOf(ledger: Ledger, tables: readonly number[]): Book {
  const all = tables.flatMap((table) => comparables(ledger, table));
  const lines = inGroups(all, "frame", (framed) =>
    inGroups(framed, "fund", (funded) => inGroups(funded, "kind", linesOf)),
  );
  const printedOnce = figuresIn(lines);
  const readings = tables.flatMap((table) => ledger.readings[table] ?? []);
  const given = readings.flatMap(({ table, keys }) => [
    ...table.columns.map(({ gives }) => gives.fund),
    ...keys.map(({ coordinates }) => coordinates.fund),
  ]);
  const printed = ledger.readings[tables[0] ?? 0]?.table;
  const { oneEach, partial } = printed ? flagsOf(printed.id) : {};
  const projects = new Set(all.map(({ subject }) => subject.project));
  return {
    tables,
    lines,
    figures: groupBy(printedOnce, keyOf),
    framed: groupBy(printedOnce, ({ frame }) => frame),
    funds: new Set(given.flatMap((fund) => fund ?? [])),
    // A table that could list projects, and has one.
    forms: tables.length > 1 || (oneEach === true && projects.size === 1),
    partial: partial === true || projectTypeIn(printed?.title ?? "") !== undefined,
  };
}

function inGroups<T>(
  all: readonly Comparable[],
  by: "frame" | "fund" | "kind",
  make: (group: readonly Comparable[]) => T,
): ReadonlyMap<string, T> {
  const groups = [...groupBy(all, (one) => one[by])];
  return new Map(groups.map(([key, group]) => [key, make(group)]));
}

function figuresIn(lines: ReadonlyMap<string, ByFund>): BookFigure[] {
  const figures: BookFigure[] = [];
  for (const [frame, funds] of lines)
    for (const [fund, kinds] of funds)
      for (const [kind, own] of kinds)
        for (const [id, entries] of own.bySubject) {
          const entry = only(entries);
          if (entry) figures.push({ frame, fund, kind, id, own, entries, entry });
        }
  return figures;
}

/** All that is spent on goods is of class 302, so that 302 of it is 302 of basic expenditure. */
function keyOf({ frame, fund, kind, id, entry }: BookFigure): string {
  const own = kindOfClass(entry.coordinates.economicCode);
  return `${frame} ${fund} ${own !== undefined && kind === own ? "basic" : kind} ${id}`;
}

function linesOf(all: readonly Comparable[]): Lines {
  const bySubject = groupBy(all, ({ subject }) => subjectId(subject));
  let nearest: ReadonlyMap<string, readonly Entry[]> | undefined;
  const below = (id: string): readonly Entry[] => {
    nearest ??= nearestBelow(all, bySubject);
    return nearest.get(id) ?? [];
  };
  const entries = [...bySubject].map(([id, same]) => [id, same.map(({ entry }) => entry)] as const);
  return { bySubject: new Map(entries), below };
}

/** The lines below every subject above them, but for those that a printed one stands between. */
function nearestBelow(
  all: readonly Comparable[],
  printed: ReadonlyMap<string, unknown>,
): Map<string, readonly Entry[]> {
  const nearest = new Map<string, Comparable[]>();
  for (const line of all) {
    const above = coarser(line.subject).filter((at) => isAbove(at, line.subject));
    const between = above.filter((at) => printed.has(subjectId(at)));
    for (const at of above) {
      if (between.some((other) => isAbove(at, other))) continue;
      const id = subjectId(at);
      const known = nearest.get(id);
      if (known) known.push(line);
      else nearest.set(id, [line]);
    }
  }
  const inOneWay = (lines: readonly Comparable[]): boolean =>
    new Set(lines.map(({ subject }) => signatureOf(subject))).size === 1;
  return new Map(
    [...nearest].map(([id, lines]) => {
      return [id, inOneWay(lines) ? lines.map(({ entry }) => entry) : []];
    }),
  );
}

/** The entry of a subject; none where the table has several that differ: then it is a key of repeated rows. */
export function only(all: readonly Entry[] | undefined): Entry | undefined {
  const [first] = all ?? [];
  return first && all?.every(({ amount }) => amount === first.amount) ? first : undefined;
}
