import { subjectId, WHOLE } from "../../taxonomy/subjects.ts";
import { isPartition, nearest, TREES } from "../../taxonomy/trees.ts";
import { KIND_OF_CLASSES } from "../../taxonomy/universes.ts";
import { type Constraint, equation, evaluate, type RuleId } from "../constraint.ts";
import type { Entry, Ledger } from "../ledger.ts";
import { type Book, booksOf } from "./books.ts";
import { only } from "./lines.ts";

/** Identities between figures of different tables: one figure printed twice, or one table's total of the other's lines. */
export function acrossTables(ledger: Ledger): Constraint[] {
  return acrossBooks(booksOf(ledger));
}

/** The same between books; with `of`, only those that this book takes part in. */
export function acrossBooks(books: readonly Book[], of?: Book): Constraint[] {
  return [
    ...sameFigures(books, of),
    ...pairs(books, of).flatMap(([wholes, parts]) => [
      ...sumsOfLines(wholes, parts),
      ...sumsOfKinds(wholes, parts),
      ...classes(wholes, parts),
    ]),
  ];
}

function pairs(books: readonly Book[], of: Book | undefined): [Book, Book][] {
  return books.flatMap((wholes) =>
    books
      .filter((parts) => parts !== wholes && (!of || parts === of || wholes === of))
      .map((parts): [Book, Book] => [wholes, parts]),
  );
}

function sameFigures(books: readonly Book[], of: Book | undefined): Constraint[] {
  const figures = new Map<string, Entry[]>();
  const ordered = of ? [of, ...books.filter((book) => book !== of)] : books;
  for (const book of ordered) {
    for (const [base, { bySubject }] of book.lines) {
      for (const [id, all] of bySubject) {
        if (!only(all)) continue;
        const key = `${base} ${id}`;
        const known = figures.get(key);
        const entries = all.map((one) => one.entry);
        if (known) known.push(...entries);
        else if (!of || book === of) figures.set(key, entries);
      }
    }
  }
  return [...figures.values()].flatMap(agreements);
}

/**
 * Figures that must agree, one a table. Where they do not, the side with more tables keeps its proof and the others are to
 * blame; without a majority every pair of sides stands against each other.
 */
function agreements(entries: readonly Entry[]): Constraint[] {
  const sides: Entry[][] = [];
  for (const entry of entries) {
    const side = sides.find(([first]) => first && agree(first, entry));
    if (side) side.push(entry);
    else sides.push([entry]);
  }
  sides.sort((a, b) => tables(b) - tables(a));
  const constraints: Constraint[] = [];
  for (const side of sides) {
    for (const entry of side.slice(1)) {
      const other = side.find(({ table }) => table !== entry.table);
      if (other) constraints.push(same(other, entry));
    }
  }
  const [major, second] = sides;
  if (!major || !second) return constraints;
  const decided = tables(major) > tables(second);
  for (const [i, side] of (decided ? [major] : sides).entries()) {
    for (const other of sides.slice(i + 1)) {
      for (const entry of other) constraints.push(...against(side, entry, decided));
      if (decided) continue;
      const [, ...more] = side;
      for (const entry of more) constraints.push(...against(other, entry, false).map(turned));
    }
  }
  return constraints;
}

function against(side: readonly Entry[], entry: Entry, decided: boolean): Constraint[] {
  const first = side.find(({ table }) => table !== entry.table);
  return first ? [same(first, entry, decided)] : [];
}

function turned({ terms, ...rest }: Constraint): Constraint {
  return {
    ...rest,
    terms: terms
      .map(([entry]) => entry)
      .reverse()
      .map((entry, i) => [entry, i === 0 ? 1 : -1]),
  };
}

function same(left: Entry, right: Entry, decided = false): Constraint {
  return equation("same", "same-figure", [left], [right], decided ? { blames: [right] } : {});
}

function agree(a: Entry, b: Entry): boolean {
  return evaluate(same(a, b)).holds;
}

function tables(side: readonly Entry[]): number {
  return new Set(side.map(({ table }) => table)).size;
}

/** A figure of one table against its lines in another that does not print the figure itself. */
function sumsOfLines(wholes: Book, parts: Book): Constraint[] {
  const constraints: Constraint[] = [];
  for (const [base, { bySubject, below }] of wholes.lines) {
    const lines = parts.lines.get(base);
    if (!lines || parts.partial) continue;
    for (const [id, all] of bySubject) {
      const left = only(all);
      if (!left || lines.bySubject.has(id)) continue;
      const subject = all[0]?.subject ?? WHOLE;
      const right = lines.below(subject);
      // As many forms as the table lists projects: none is left out.
      const complete = !parts.forms || below(subject).filter(isProject).length === right.length;
      if (right.length > 0) constraints.push(across("lines-elsewhere", left, right, complete));
    }
  }
  return constraints;
}

/** 基本支出, 人员经费, 公用经费 or 项目支出 of one table against the kinds below it in another. */
function sumsOfKinds(wholes: Book, parts: Book): Constraint[] {
  const tree = TREES.kind;
  const constraints: Constraint[] = [];
  for (const [base, { bySubject, kind }] of wholes.lines) {
    if (!/^(basic|project)/.test(kind) || parts.lines.has(base)) continue;
    const at = (id: string) => parts.lines.get(withKind(base, id));
    if (!isPartition(tree, kind, (id) => at(id) !== undefined)) continue;
    const below = nearest(tree, kind, (id) => at(id) !== undefined);
    for (const [id, all] of bySubject) {
      const left = only(all);
      const right = below.flatMap((part) => only(at(part)?.bySubject.get(id)) ?? []);
      if (left && right.length > 0)
        constraints.push(across("kinds-elsewhere", left, right, !parts.forms));
    }
  }
  return constraints;
}

/** A kind of one table against the economic classes, or the projects of a type, that make it up in another. */
function classes(wholes: Book, parts: Book): Constraint[] {
  const constraints: Constraint[] = [];
  for (const [base, { bySubject, kind }] of wholes.lines) {
    const left = only(bySubject.get(subjectId(WHOLE)));
    if (!left) continue;
    const right = economicClasses(kind, base, parts.lines) ?? projectsOf(kind, base, parts.lines);
    if (right) constraints.push(across("kinds-elsewhere", left, right, !parts.forms));
  }
  return constraints;
}

function isProject({ coordinates: { projectCode, projectName } }: Entry): boolean {
  return projectCode !== undefined || projectName !== undefined;
}

function across(
  because: RuleId,
  left: Entry,
  right: readonly Entry[],
  complete: boolean,
): Constraint {
  return equation("across", because, [left], right, { strength: complete ? "hard" : "soft" });
}

function economicClasses(kind: string, base: string, book: Book["lines"]): Entry[] | undefined {
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
function projectsOf(kind: string, base: string, book: Book["lines"]): Entry[] | undefined {
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
