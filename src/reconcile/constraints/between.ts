import type { RuleId } from "../../model/rules.ts";
import {
  type Book,
  type BookFigure,
  type ByFund,
  type ByKind,
  type Lines,
  only,
} from "../../normalise/ledger/books.ts";
import { groupBy, isProject } from "../../normalise/ledger/keys.ts";
import { withLastYear } from "../../normalise/ledger/last-year.ts";
import type { Entry } from "../../normalise/ledger/ledger.ts";
import { isOfKind } from "../../taxonomy/orders.ts";
import { subjectId, WHOLE } from "../../taxonomy/subjects.ts";
import { isBelow, isPartition, nearest, TREES } from "../../taxonomy/trees.ts";
import { type Constraint, equation } from "../constraint.ts";

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
  const keys = new Set((of ? [of] : books).flatMap(({ figures }) => [...figures.keys()]));
  return [...keys].flatMap((key) => {
    const all = books.flatMap(({ figures }) => figures.get(key) ?? []);
    const [{ frame, fund } = { frame: "", fund: "" }] = all;
    const entries = all.flatMap((figure) => figure.entries);
    return agreements(entries, withLastYear(books, frame, fund));
  });
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
  const framed = [...parts.lines.keys()].flatMap((frame) => wholes.framed.get(frame) ?? []);
  return framed.flatMap((whole) => {
    return foundIn(parts, whole, beside).map((one) => {
      const [first] = one.parts;
      const { frame, fund, entry } = whole;
      const lines = one.because === "lines-elsewhere";
      const apart = lines && first && withLastYear([wholes, parts], frame, fund)(entry, first);
      const strength = one.complete && !apart ? "hard" : "soft";
      return equation(beside ? "tree" : "across", one.because, [entry], one.parts, { strength });
    });
  });
}

function foundIn(parts: Book, whole: BookFigure, beside: boolean): Found[] {
  const framed = parts.lines.get(whole.frame) ?? new Map();
  const others = framed.get(whole.fund);
  if (!others) return fundsBelow(whole, framed, parts);
  const lines = linesBelow(whole, others.get(whole.kind), parts);
  // Lines in the list beside are the classes themselves.
  const classified = whole.id === WHOLE_ID && !(beside && lines.length > 0);
  return classified ? [...lines, ...classesOf(whole.kind, others, parts, beside)] : lines;
}

/** Of 财政拨款: its budgets, for the same kind and subject, where the other book has a place for each of them. */
function fundsBelow({ fund, kind, id }: BookFigure, framed: ByFund, { funds }: Book): Found[] {
  const has = (node: string): boolean => funds.has(node);
  if (fund !== "fiscal" || !isPartition(TREES.fund, fund, has)) return [];
  const parts = nearest(TREES.fund, fund, has).flatMap((node) => {
    const lines = framed.get(node)?.get(kind);
    return only(lines?.bySubject.get(id)) ?? lines?.below(id) ?? [];
  });
  return foundAs("funds-elsewhere", parts, false);
}

function foundAs(because: RuleId, parts: readonly Entry[], complete: boolean): Found[] {
  return parts.length > 0 ? [{ because, parts, complete }] : [];
}

const WHOLE_ID = subjectId(WHOLE);

/** Its lines: subjects below it, of the same kind; beside it, those of which some stand in another list. */
function linesBelow({ entry, id, own }: BookFigure, lines: Lines | undefined, of: Book): Found[] {
  if (!lines || of.partial || (lines !== own && lines.bySubject.has(id))) return [];
  const parts = lines.below(id);
  const { block } = entry.figure;
  if (lines === own && parts.every(({ figure }) => figure.block === block)) return [];
  // As many forms as the table lists projects: none is left out.
  const complete =
    !of.forms ||
    own.below(id).filter((line) => isProject(line.coordinates)).length === parts.length;
  return foundAs("lines-elsewhere", parts, complete);
}

/** Of a kind: the kinds below it, the economic classes, or the projects of a type, that make it up. */
function classesOf(kind: string, others: ByKind, { forms }: Book, beside: boolean): Found[] {
  const parts =
    (beside ? undefined : kindsBelow(kind, others)) ??
    economicClasses(kind, others.get("basic")) ??
    (beside ? economicClasses(kind, others.get(kind)) : undefined) ??
    projectsOf(kind, others.get("project"));
  return parts ? [{ because: "classes-elsewhere", parts, complete: !forms }] : [];
}

/** 人员经费 and 公用经费 where 基本支出 itself is not printed. */
function kindsBelow(kind: string, others: ByKind): Entry[] | undefined {
  const printed = (node: string) => only(others.get(node)?.bySubject.get(WHOLE_ID));
  if (printed(kind) || !isPartition(TREES.kind, kind, (node) => !!printed(node))) return undefined;
  const below = nearest(TREES.kind, kind, (node) => !!printed(node));
  return below.flatMap((node) => printed(node) ?? []);
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

/** The projects of a type; none of them is nothing, where the table says the types of its projects. */
function projectsOf(kind: string, project: Lines | undefined): Entry[] | undefined {
  const type = /^project\.(.+)$/.exec(kind)?.[1];
  if (type === undefined || !project) return undefined;
  const entries = [...project.bySubject.values()].flat();
  const typed = entries.filter(({ coordinates: c }) => isProject(c) && c.projectType !== undefined);
  if (typed.length === 0) return undefined;
  return typed.filter(({ coordinates }) => coordinates.projectType === type);
}
