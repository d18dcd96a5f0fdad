import { type Comparable, comparables } from "./comparable.ts";
import { evaluate, type Identity } from "./identity.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { type Lines, linesOf, only } from "./lines.ts";
import { subjectId, WHOLE } from "./subjects.ts";
import { isPartition, nearest, TREES } from "./trees.ts";
import { KIND_OF_CLASSES } from "./universes.ts";

/** The comparable figures of one table, by what they are besides their subject. */
type Book = ReadonlyMap<string, Lines>;

/** Identities between figures of different tables: one figure printed twice, or one table's total of the other's lines. */
export function acrossTables(ledger: Ledger): Identity[] {
  const books = ledger.readings.map((_, table) => bookOf(comparables(ledger, table)));
  return [...sameFigures(books), ...sumsOfLines(books), ...sumsOfKinds(books), ...classes(books)];
}

function bookOf(all: readonly Comparable[]): Book {
  const bases = new Map<string, Comparable[]>();
  for (const one of all) {
    const same = bases.get(one.base);
    if (same) same.push(one);
    else bases.set(one.base, [one]);
  }
  return new Map([...bases].map(([base, lines]) => [base, linesOf(lines)]));
}

function sameFigures(books: readonly Book[]): Identity[] {
  const figures = new Map<string, Entry[]>();
  for (const book of books) {
    for (const [base, { bySubject }] of book) {
      for (const [id, all] of bySubject) {
        if (!only(all)) continue;
        const key = `${base} ${id}`;
        const known = figures.get(key);
        if (known) known.push(...all.map((one) => one.entry));
        else
          figures.set(
            key,
            all.map((one) => one.entry),
          );
      }
    }
  }
  return [...figures.values()].flatMap(agreements);
}

/**
 * Figures that must agree, one a table. Where they do not, the side with more tables keeps its proof and the others are to
 * blame; without a majority every pair of sides stands against each other.
 */
function agreements(entries: readonly Entry[]): Identity[] {
  const sides: Entry[][] = [];
  for (const entry of entries) {
    const side = sides.find(([first]) => first && agree(first, entry));
    if (side) side.push(entry);
    else sides.push([entry]);
  }
  sides.sort((a, b) => tables(b) - tables(a));
  const identities: Identity[] = [];
  for (const side of sides) {
    for (const entry of side.slice(1)) {
      const other = side.find(({ table }) => table !== entry.table);
      if (other) identities.push(same(other, entry));
    }
  }
  const [major, second] = sides;
  if (!major || !second) return identities;
  const decided = tables(major) > tables(second);
  for (const side of decided ? [major] : sides) {
    for (const other of sides) {
      if (other === side) continue;
      for (const entry of other) {
        const against = side.find(({ table }) => table !== entry.table);
        if (against) identities.push(same(against, entry, decided));
      }
    }
  }
  return identities;
}

function same(left: Entry, right: Entry, decided = false): Identity {
  return { rule: "same", left: [left], right: [right], ...(decided && { blames: [right] }) };
}

function agree(a: Entry, b: Entry): boolean {
  return evaluate(same(a, b)).holds;
}

function tables(side: readonly Entry[]): number {
  return new Set(side.map(({ table }) => table)).size;
}

/** A figure of one table against its lines in another that does not print the figure itself. */
function sumsOfLines(books: readonly Book[]): Identity[] {
  const identities: Identity[] = [];
  for (const parts of books) {
    for (const wholes of books) {
      if (parts === wholes) continue;
      for (const [base, { bySubject }] of wholes) {
        const lines = parts.get(base);
        if (!lines) continue;
        for (const [id, all] of bySubject) {
          const left = only(all);
          if (!left || lines.bySubject.has(id)) continue;
          const right = lines.below(all[0]?.subject ?? WHOLE);
          if (right.length > 0) identities.push({ rule: "across", left: [left], right });
        }
      }
    }
  }
  return identities;
}

/** 基本支出, 人员经费, 公用经费 or 项目支出 of one table against the kinds below it in another. */
function sumsOfKinds(books: readonly Book[]): Identity[] {
  const tree = TREES.kind;
  const identities: Identity[] = [];
  for (const wholes of books) {
    for (const [base, { bySubject, kind }] of wholes) {
      if (!/^(basic|project)/.test(kind)) continue;
      for (const parts of books) {
        if (parts === wholes || parts.has(base)) continue;
        const at = (id: string) => parts.get(withKind(base, id));
        if (!isPartition(tree, kind, (id) => at(id) !== undefined)) continue;
        const below = nearest(tree, kind, (id) => at(id) !== undefined);
        for (const [id, all] of bySubject) {
          const left = only(all);
          const right = below.flatMap((part) => only(at(part)?.bySubject.get(id)) ?? []);
          if (left && right.length > 0) identities.push({ rule: "across", left: [left], right });
        }
      }
    }
  }
  return identities;
}

/** A kind of one table against the economic classes, or the projects of a type, that make it up in another. */
function classes(books: readonly Book[]): Identity[] {
  const identities: Identity[] = [];
  for (const wholes of books) {
    for (const [base, { bySubject, kind }] of wholes) {
      const left = only(bySubject.get(subjectId(WHOLE)));
      if (!left) continue;
      for (const parts of books) {
        if (parts === wholes) continue;
        const right = economicClasses(kind, base, parts) ?? projectsOf(kind, base, parts);
        if (right) identities.push({ rule: "across", left: [left], right });
      }
    }
  }
  return identities;
}

function economicClasses(kind: string, base: string, book: Book): Entry[] | undefined {
  const codes = Object.entries<readonly string[]>(KIND_OF_CLASSES).find(([id]) => id === kind)?.[1];
  const basic = book.get(withKind(base, "basic"));
  if (!codes || !basic) return undefined;
  const lines = codes.flatMap((economic) => {
    const subject = { ...WHOLE, economic };
    const entry = only(basic.bySubject.get(subjectId(subject)));
    return entry ? [entry] : basic.below(subject);
  });
  return lines.length > 0 ? lines : undefined;
}

/** The projects of a type; none of them is nothing, where the table says the types of its projects. */
function projectsOf(kind: string, base: string, book: Book): Entry[] | undefined {
  const type = /^project\.(.+)$/.exec(kind)?.[1];
  const lines = book.get(withKind(base, "project"))?.bySubject;
  if (type === undefined || !lines) return undefined;
  const typed = [...lines.values()].flat().filter(({ entry, subject }) => {
    return subject.project !== "" && entry.coordinates.projectType !== undefined;
  });
  if (typed.length === 0) return undefined;
  return typed
    .map(({ entry }) => entry)
    .filter(({ coordinates }) => coordinates.projectType === type);
}

function withKind(base: string, kind: string): string {
  const parts = base.split("|");
  parts[4] = kind;
  return parts.join("|");
}
