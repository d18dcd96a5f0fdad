import type { Check } from "../model/check.ts";
import type { Statement } from "../model/narrative.ts";
import { type Keyed, keyedTables, sharesHalf } from "./keyed.ts";
import type { Part } from "./part.ts";

/** A document among those of one department, year, stage and scope. */
export interface Candidate {
  readonly part: Part;
  /** How many of its figures are proved or repaired where it stands alone. */
  readonly trusted: number;
}

/**
 * - `stands`: all of it is in the disclosure
 * - `partly`: it has tables or a text that another document has better
 * - `edition`: so is all that it has
 */
export type Role = "stands" | "partly" | "edition";

/** A table that another document has better. */
export interface LeftOut {
  readonly table: Keyed;
  readonly instead: { readonly document: string; readonly table: Keyed };
}

/** What of a document stands in its disclosure. */
export interface Standing {
  readonly document: string;
  readonly role: Role;
  /** The document that is better, where one is. */
  readonly than?: string;
  /** The document without what is left out. */
  readonly part: Part;
  readonly whole: Part;
  readonly leftOut: readonly LeftOut[];
  /** The document whose text is better. */
  readonly textOf?: string;
}

/**
 * What each document gives to the disclosure, the best first. Documents complement each other; where two have the same table,
 * or the same text, they are editions, and that of the better one stands. Which one that is follows from what they say and from
 * what could be proved, never from their names and times.
 */
export function standingsOf(candidates: readonly Candidate[]): Standing[] {
  const standings: Standing[] = [];
  const tables: { document: string; table: Keyed }[] = [];
  const texts: { document: string; sentences: ReadonlySet<string> }[] = [];
  for (const { part } of [...candidates].sort(compareEditions)) {
    const { document } = part;
    const own = keyedTables(part);
    const leftOut = own.flatMap((table) => {
      const instead = tables.find((other) => isEdition(table, other.table));
      return instead ? [{ table, instead }] : [];
    });
    const left = new Set(leftOut.map(({ table }) => table.index));
    const sentences = new Set(part.statements.map(sentenceKey));
    const text = texts.find((other) => sharesHalf(sentences, other.sentences));
    const kept = own.filter(({ index }) => !left.has(index));
    const than = leftOut[0]?.instead.document ?? text?.document;
    const hasMore = kept.length > 0 || (!text && sentences.size > 0);
    standings.push({
      document,
      role: than === undefined ? "stands" : hasMore ? "partly" : "edition",
      ...(than !== undefined && { than }),
      ...(text && { textOf: text.document }),
      part: reduced(part, left, text !== undefined),
      whole: part,
      leftOut,
    });
    tables.push(...kept.map((table) => ({ document, table })));
    if (!text && sentences.size > 0) texts.push({ document, sentences });
  }
  return standings;
}

/** The better one first: revised later, more of it proved, with pages and boxes, more of it; of two alike either will do. */
function compareEditions(a: Candidate, b: Candidate): number {
  return (
    compare(b.part.revised, a.part.revised) ||
    b.trusted - a.trusted ||
    Number(b.part.source.format === "pdf") - Number(a.part.source.format === "pdf") ||
    b.part.tables.length - a.part.tables.length ||
    b.part.statements.length - a.part.statements.length ||
    compare(a.part.document, b.part.document)
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Tables of one id whose lines, or whose amounts, are mostly the same. One that says nothing is the same as any of its id. */
function isEdition(one: Keyed, other: Keyed): boolean {
  if (one.table.id !== other.table.id || one.table.stage !== other.table.stage) return false;
  if (one.keys.size === 0) return true;
  return sharesHalf(one.keys, other.keys) || sharesHalf(one.amounts, other.amounts);
}

/** A sentence without its figures and punctuation: what it says in every edition. */
export function sentenceKey({ sentence }: Statement): string {
  return sentence
    .normalize("NFKC")
    .replace(/\d+(?:[.,]\d+)*/g, "0")
    .replace(/[\s\p{P}]+/gu, "");
}

/** A part without tables and text that another document has better. Its tables keep their numbers. */
function reduced(
  { successions, ...part }: Part,
  left: ReadonlySet<number>,
  textLeft: boolean,
): Part {
  const kept = part.tables.flatMap((table, i) =>
    left.has(i) ? [] : [{ ...table, number: i + 1 }],
  );
  const indexes = new Map(kept.map((table, i) => [table.number - 1, i]));
  const check = (one: Check): Check[] => {
    const of = [one.tableIndex, ...one.figures.map((each) => each.tableIndex)];
    if (of.some((index) => index !== undefined && !indexes.has(index))) return [];
    const moved = (index: number): number => indexes.get(index) ?? index;
    return [
      {
        ...one,
        ...(one.tableIndex !== undefined && { tableIndex: moved(one.tableIndex) }),
        figures: one.figures.map((each) => ({ ...each, tableIndex: moved(each.tableIndex) })),
      },
    ];
  };
  const forms = kept.some(({ id }) => id.endsWith("-performance"));
  return {
    ...part,
    tables: kept,
    indicators: part.indicators.flatMap((one) => {
      const tableIndex = indexes.get(one.tableIndex);
      return tableIndex === undefined ? [] : [{ ...one, tableIndex }];
    }),
    ...(successions && !textLeft && { successions }),
    statements: textLeft ? [] : part.statements,
    schedules: forms ? part.schedules : [],
    checks: part.checks.flatMap(check),
    unread: textLeft ? [] : part.unread.flatMap(check),
    account: part.account.flatMap(check),
  };
}
