import type { Coordinates } from "../../model/coordinates.ts";
import { plain, withoutOrdinal } from "../plain.ts";
import { TABLE_NAMES } from "../tables/declarations.ts";
import type { Meaning } from "../words/meaning.ts";
import type { DeclaredMeaning, DeclaredWords } from "./schema.ts";

/** What a user's own row means. */
export interface OwnRow {
  readonly coordinates: Coordinates;
  readonly total?: true;
}

/**
 * A user's own words in the form in which words are compared, each by its meaning or by a known word that means the same.
 * They are asked where the taxonomy knows nothing; `first` has those that replace what it knows.
 */
export interface OwnWords {
  readonly titles: readonly (readonly [word: string, title: string])[];
  readonly headings: ReadonlyMap<string, string | Meaning>;
  readonly rows: ReadonlyMap<string, string | OwnRow>;
  readonly first: ReadonlySet<string>;
  readonly declared: DeclaredWords;
}

export const NO_WORDS: OwnWords = {
  ...{ titles: [], headings: new Map(), rows: new Map(), first: new Set(), declared: {} },
};

let current: OwnWords = NO_WORDS;

/** The words of its own that this process reads with. */
export function ownWords(): OwnWords {
  return current;
}

/** Reads with these words until others come: what a process of a run does. */
export function useWords(words: OwnWords): void {
  current = words;
}

/** Reads with these words while a task is done that waits for nothing. */
export function withWords<Value>(words: OwnWords, task: () => Value): Value {
  const before = current;
  current = words;
  try {
    return task();
  } finally {
    current = before;
  }
}

const compiled = new Map<string, OwnWords>();

/** The same declaration is compiled once. */
export function wordsFrom(declared: DeclaredWords | undefined): OwnWords {
  if (declared === undefined || Object.keys(declared).length === 0) return NO_WORDS;
  const key = JSON.stringify(declared);
  const words = compiled.get(key) ?? compile(declared);
  compiled.set(key, words);
  return words;
}

function compile(declared: DeclaredWords): OwnWords {
  const { titles = {}, headings = {}, rows = {} } = declared;
  const names: Readonly<Record<string, { readonly zh: string }>> = TABLE_NAMES;
  const replacing = [...Object.entries(headings), ...Object.entries(rows)].filter(
    ([, meaning]) => typeof meaning !== "string" && meaning.replaces,
  );
  return {
    titles: Object.entries(titles)
      .map(([word, title]) => [key(word), plain(names[title]?.zh ?? title)] as const)
      .sort(([a], [b]) => b.length - a.length),
    headings: new Map(entriesOf(headings, headingOf)),
    rows: new Map(entriesOf(rows, rowOf)),
    first: new Set(replacing.map(([word]) => key(word))),
    declared,
  };
}

function entriesOf<Value>(
  words: Readonly<Record<string, string | DeclaredMeaning>>,
  read: (meaning: DeclaredMeaning) => Value,
): [string, string | Value][] {
  return Object.entries(words).map(([word, meaning]) => [
    key(word),
    typeof meaning === "string" ? meaning : read(meaning),
  ]);
}

function key(word: string): string {
  return withoutOrdinal(plain(word));
}

export function headingOf(meaning: DeclaredMeaning): Meaning {
  const { role, stage, period } = meaning;
  const gives = coordinatesIn(meaning);
  const says = Object.keys(gives).length > 0;
  return {
    ...(role !== undefined && { role }),
    ...(says && { gives }),
    ...(stage !== undefined && { stage }),
    ...(period === "previous" && { year: "previous" as const }),
    ...(!says && role === undefined && { neutral: true as const }),
  };
}

export function rowOf(meaning: DeclaredMeaning): OwnRow {
  const { stage, period, total } = meaning;
  const coordinates = {
    ...coordinatesIn(meaning),
    ...(stage !== undefined && { stage }),
    ...(period !== undefined && { period }),
  };
  return { coordinates, ...(total && { total }) };
}

function coordinatesIn({ flow, fund, kind, item }: DeclaredMeaning): Coordinates {
  return {
    ...(flow !== undefined && { flow }),
    ...(fund !== undefined && { fund }),
    ...(kind !== undefined && { kind }),
    ...(item !== undefined && { item }),
  };
}
