import type { RuleId } from "../../model/rules.ts";
import {
  type Book,
  type ByFund,
  type ByKind,
  type Lines,
  only,
} from "../../normalise/ledger/books.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Entry } from "../../normalise/ledger/ledger.ts";
import { kindOfClass } from "../../taxonomy/orders.ts";
import { subjectId, WHOLE } from "../../taxonomy/subjects.ts";
import { isBelow, isPartition, nearest, TREES } from "../../taxonomy/trees.ts";
import { type Constraint, equation } from "../constraint.ts";
import { withLastYear } from "./last-year.ts";

/**
 * Constraints between figures of different books: one figure printed twice, or one book's figure of the other's lines.
 * With `of`, only those that this book takes part in.
 */
export function acrossBooks(books: readonly Book[], of?: Book): Constraint[] {
  const pairs = books.flatMap((wholes) =>
    books.flatMap((parts) => {
      const beside = wholes === parts;
      const wanted = of ? !beside && (parts === of || wholes === of) : true;
      const alone = !beside || wholes.tables.length === 1;
      return wanted && alone ? [[wholes, parts] as const] : [];
    }),
  );
  return [...sameFigures(books, of), ...pairs.flatMap(([wholes, parts]) => sums(wholes, parts))];
}

function sameFigures(books: readonly Book[], of: Book | undefined): Constraint[] {
  if (!of) {
    const same = groupBy(books.flatMap(figuresIn), ({ frame, fund, kind, id, entry }) => {
      return `${frame} ${fund} ${kindsAlike(kind, entry)[0]} ${id}`;
    });
    return [...same.values()].flatMap((all) => {
      const [{ frame, fund } = { frame: "", fund: "" }] = all;
      const entries = all.flatMap((figure) => figure.entries);
      return agreements(entries, withLastYear(books, frame, fund));
    });
  }
  const others = books.filter((book) => book !== of);
  return figuresIn(of).flatMap(({ frame, fund, kind, id, entries, entry }) => {
    const elsewhere: Entry[] = [];
    for (const { lines } of others)
      for (const alike of kindsAlike(kind, entry)) {
        const again = lines.get(frame)?.get(fund)?.get(alike)?.bySubject.get(id);
        if (again && only(again)) elsewhere.push(...again);
      }
    const apart = withLastYear(books, frame, fund);
    return elsewhere.length > 0 ? agreements([...entries, ...elsewhere], apart) : [];
  });
}

/** What a book prints once, or more than once with one amount. */
interface Figure {
  readonly frame: string;
  readonly fund: string;
  readonly kind: string;
  readonly id: string;
  /** The lines that it stands among. */
  readonly own: Lines;
  readonly entries: readonly Entry[];
  readonly entry: Entry;
}

function figuresIn({ lines }: Book): Figure[] {
  const figures: Figure[] = [];
  for (const [frame, funds] of lines)
    for (const [fund, kinds] of funds)
      for (const [kind, own] of kinds)
        for (const [id, entries] of own.bySubject) {
          const entry = only(entries);
          if (entry) figures.push({ frame, fund, kind, id, own, entries, entry });
        }
  return figures;
}

/** Kinds in which one figure may be printed: all that is spent on goods is of class 302, so that 302 of it is 302 of basic expenditure. */
function kindsAlike(kind: string, { coordinates: { economicCode } }: Entry): readonly string[] {
  const own = kindOfClass(economicCode);
  return own !== undefined && (kind === own || kind === "basic") ? ["basic", own] : [kind];
}

/** Figures that must agree, every two tables of those that print them: first what most of them print. */
function agreements(
  entries: readonly Entry[],
  apart: (one: Entry, other: Entry) => boolean,
): Constraint[] {
  if (entries.length < 2) return [];
  const often = groupBy(entries, ({ amount }) => amount);
  const count = ({ amount }: Entry): number => often.get(amount)?.length ?? 0;
  const ordered = [...entries].sort((a, b) => count(b) - count(a));
  return ordered.flatMap((entry, i) => {
    const others = ordered.slice(0, i).filter(({ table }) => table !== entry.table);
    return others.map((other) => {
      const strength = apart(other, entry) ? "soft" : "hard";
      return equation("same", "same-figure", [other], [entry], { strength });
    });
  });
}

/** What makes up a figure in another book, or in another list of its own. */
interface Found {
  readonly because: RuleId;
  readonly parts: readonly Entry[];
  /** None of them is left out. */
  readonly complete: boolean;
}

/**
 * The figures of one book against what makes them up in another that does not print them itself. Lists side by side in one
 * table are as two books: a total that is printed once may be that of both.
 */
function sums(wholes: Book, parts: Book): Constraint[] {
  const beside = wholes === parts;
  const constraints: Constraint[] = [];
  const add = (whole: Entry, found: Found | undefined, apart = false): void => {
    if (!found) return;
    const strength = found.complete && !apart ? "hard" : "soft";
    const within = beside ? "tree" : "across";
    constraints.push(equation(within, found.because, [whole], found.parts, { strength }));
  };
  for (const { frame, fund, kind, id, own, entry: whole } of figuresIn(wholes)) {
    const framed = parts.lines.get(frame);
    const others = framed?.get(fund);
    if (others) {
      const lines = linesBelow(whole, id, own, others.get(kind), parts);
      const [line] = lines?.parts ?? [];
      const apart = line && withLastYear([wholes, parts], frame, fund)(whole, line);
      add(whole, lines, apart);
      // Lines in the list beside are the classes themselves.
      const classified = id === WHOLE_ID && !(beside && lines);
      if (classified) add(whole, classesOf(kind, others, parts, beside));
    } else if (framed) add(whole, fundsBelow(fund, kind, id, framed, parts));
  }
  return constraints;
}

/** Of 财政拨款: its budgets, for the same kind and subject, where the other book has a place for each of them. */
function fundsBelow(
  fund: string,
  kind: string,
  id: string,
  framed: ByFund,
  { funds }: Book,
): Found | undefined {
  if (fund !== "fiscal" || !isPartition(TREES.fund, fund, (node) => funds.has(node))) {
    return undefined;
  }
  const parts = nearest(TREES.fund, fund, (node) => funds.has(node)).flatMap((node) => {
    const lines = framed.get(node)?.get(kind);
    return only(lines?.bySubject.get(id)) ?? lines?.below(id) ?? [];
  });
  return parts.length > 0 ? { because: "funds-elsewhere", parts, complete: false } : undefined;
}

const WHOLE_ID = subjectId(WHOLE);

/** Its lines: subjects below it, of the same kind; beside it, those of which some stand in another list. */
function linesBelow(
  { figure: { block } }: Entry,
  id: string,
  own: Lines,
  lines: Lines | undefined,
  { partial, forms }: Book,
): Found | undefined {
  if (!lines || partial || (lines !== own && lines.bySubject.has(id))) return undefined;
  const parts = lines.below(id);
  if (lines === own && parts.every(({ figure }) => figure.block === block)) return undefined;
  // As many forms as the table lists projects: none is left out.
  const complete = !forms || own.below(id).filter(isProject).length === parts.length;
  return parts.length > 0 ? { because: "lines-elsewhere", parts, complete } : undefined;
}

function isProject({ coordinates: { projectCode, projectName } }: Entry): boolean {
  return (projectCode ?? projectName) !== undefined;
}

/** Of a kind: the economic classes, or the projects of a type, that make it up. */
function classesOf(
  kind: string,
  others: ByKind,
  { forms }: Book,
  beside: boolean,
): Found | undefined {
  const parts =
    economicClasses(kind, others.get("basic")) ??
    (beside ? economicClasses(kind, others.get(kind)) : undefined) ??
    projectsOf(kind, others.get("project"));
  return parts && { because: "classes-elsewhere", parts, complete: !forms };
}

function economicClasses(kind: string, basic: Lines | undefined): Entry[] | undefined {
  if (!basic || !isBelow(TREES.kind, kind, "basic")) return undefined;
  const entries = [...basic.bySubject.values()].flat();
  const classes = new Set(entries.map(({ coordinates }) => coordinates.economicCode?.slice(0, 3)));
  const lines = [...classes].flatMap((economic) => {
    if (economic === undefined || !isOfKind(economic, kind)) return [];
    const id = subjectId({ ...WHOLE, economic });
    return only(basic.bySubject.get(id)) ?? basic.below(id);
  });
  return lines.length > 0 ? lines : undefined;
}

/** What is no class of personnel is operating. */
function isOfKind(economic: string, kind: string): boolean {
  const own = kindOfClass(economic) ?? "basic.operating";
  return own === kind || isBelow(TREES.kind, own, kind);
}

/** The projects of a type; none of them is nothing, where the table says the types of its projects. */
function projectsOf(kind: string, project: Lines | undefined): Entry[] | undefined {
  const type = /^project\.(.+)$/.exec(kind)?.[1];
  if (type === undefined || !project) return undefined;
  const typed = [...project.bySubject.values()].flat().filter((entry) => {
    return isProject(entry) && entry.coordinates.projectType !== undefined;
  });
  if (typed.length === 0) return undefined;
  return typed.filter(({ coordinates }) => coordinates.projectType === type);
}
