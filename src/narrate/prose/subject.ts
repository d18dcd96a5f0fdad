import { type Coordinates, FUNDS, type Fund } from "../../model/coordinates.ts";
import type { Token } from "./tokens.ts";
import { LEAD, PERIOD, TAIL } from "./vocabulary.ts";

/** What a figure is about. */
export interface Subject {
  readonly name: string;
  /** One set of coordinates; two where income and expenditure are meant (收支总计). */
  readonly coordinates: readonly Coordinates[];
  /** A subject of its own (an item, a functional subject): 支出决算 behind it is only its measure. */
  readonly own: boolean;
  /** Named by the sentence's own words: it meets no table. */
  readonly free: boolean;
  /** Several items that are named together. */
  readonly list?: readonly Subject[];
}

type PartToken = Extract<Token, { type: "part" }>;

/** A run of parts that touch: 一般公共预算 + 基本支出. */
export interface Phrase {
  readonly parts: readonly PartToken[];
  readonly start: number;
  readonly end: number;
}

/** The subject that a phrase means, what it leaves open taken from the figure that it is a part of. */
export function subjectOf(phrase: Phrase, sentence: string, above: Coordinates): Subject {
  const words = phrase.parts.map((part) => part.word);
  const own: Coordinates = Object.assign({}, ...words.map((word) => word.gives));
  const name = closed(sentence.slice(phrase.start, phrase.end));
  const both = words.some((word) => word.both) && own.flow === undefined;
  const flows = both ? (["income", "expenditure"] as const) : [own.flow];
  return {
    name,
    coordinates: flows.map((flow) => inherit({ ...own, ...(flow && { flow }) }, above)),
    own: words.some((word) => word.own === true),
    free: false,
  };
}

/** Without a quotation mark that is not closed: 支出“三公经费”决算 begins a name within them. */
function closed(name: string): string {
  return /^[“"〝「‘][^”"〞」’]*$/.test(name) ? name.slice(1) : name;
}

/** A part takes what it does not say itself from the whole; an item needs no fund, and a flow of its own no kind. */
export function inherit(own: Coordinates, above: Coordinates): Coordinates {
  if (own.item) return own;
  const { fund, flow, kind, functionCode } = above;
  if (fund === "carry_over" && own.fund && `carry_over.${own.fund}` in FUNDS)
    return { ...own, fund: `carry_over.${own.fund}` as Fund, flow: "income" };
  const sameFlow = own.flow === undefined || own.flow === flow;
  return {
    ...(fund && { fund }),
    ...(sameFlow && flow && { flow }),
    ...(sameFlow && kind && { kind }),
    ...(sameFlow && functionCode && { functionCode }),
    ...own,
  };
}

export function freeSubject(name: string): Subject {
  return { name, coordinates: [{}], own: true, free: true };
}

/** The name of one side of a subject that is stated of both. */
export function sideName(subject: Subject, side: Coordinates): string {
  if (subject.coordinates.length < 2) return subject.name;
  const word = side.flow === "income" ? "收入" : "支出";
  return subject.name.replace(/收、?支|收入[、和及]?支出/, word);
}

export function isSameSubject(a: Subject, b: Subject): boolean {
  if (a.free || b.free) return a.name === b.name;
  return keyOf(a.coordinates) === keyOf(b.coordinates);
}

export function keyOf(coordinates: readonly Coordinates[]): string {
  return coordinates
    .map((one) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))))
    .join();
}

const YEARS = new RegExp(PERIOD.source, "g");

/** The words of a clause that name a subject: years, the department, and words that lead on are dropped. */
export function nounPhrase(text: string): string {
  let words = text.replace(YEARS, "");
  for (let before = ""; before !== words; ) {
    before = words;
    words = words
      .replace(/^[，、:；"”]+|[，、:；"“]+$/g, "")
      .replace(LEAD, "")
      .replace(TAIL, "");
    words = words.replace(
      /^.{2,24}?(?:局|法院|检察院|厅|委员会|办公室|办事处|人民政府)(?:\([^)]*\)|本级)?/,
      "",
    );
  }
  return words;
}
