import type { Coordinates } from "../../model/coordinates.ts";
import type { Entry, Meaning } from "./meaning.ts";

/**
 * A value of a coordinate: its names, and every word that is printed for it, as regular expressions. `{}` in those of a
 * place stands for `words`.
 */
export interface Concept {
  /** The one name under which it is shown to people. */
  readonly zh: string;
  readonly en: string;
  /** Words that mean it anywhere. */
  readonly words?: string;
  /** Whole headings, and names of rows, from the first to the last character; left out where they are the words alone. */
  readonly heading?: readonly string[];
  /** Words of sentences; left out where they are the words alone, empty where no sentence speaks of it. */
  readonly prose?: readonly string[];
  /** What its words say beside it. */
  readonly also?: Coordinates;
  /** The same, of sentences. */
  readonly told?: Coordinates;
}

/** The headings of concepts, in their order. */
export function headingsOf<Id extends string>(
  concepts: Readonly<Record<Id, Concept>>,
  gives: (id: Id) => Coordinates,
): Entry[] {
  return idsOf(concepts).flatMap((id): Entry[] => {
    const { words, heading = words === undefined ? [] : ["{}"], also } = concepts[id];
    return heading.length === 0
      ? []
      : [
          { words: filled(heading, words), gives: { ...gives(id), ...also } } satisfies Meaning &
            Entry,
        ];
  });
}

/** The words of sentences for concepts, and what they say. */
export function proseOf<Id extends string>(
  concepts: Readonly<Record<Id, Concept>>,
  gives: (id: Id) => Coordinates,
): { readonly pattern: RegExp; readonly gives: Coordinates }[] {
  return idsOf(concepts).flatMap((id) => {
    const { words, prose = words === undefined ? [] : ["{}"], told } = concepts[id];
    return filled(prose, words).map((pattern) => ({
      pattern: new RegExp(pattern, "y"),
      gives: { ...told, ...gives(id) },
    }));
  });
}

/** The words that mean a concept anywhere, as one pattern; its name where it has none. */
export function wordsOf({ zh, words = zh }: Concept): string {
  return words;
}

/** The names of concepts in Chinese. */
export function namesOf<Id extends string>(concepts: Readonly<Record<Id, Concept>>) {
  return Object.fromEntries(idsOf(concepts).map((id) => [id, concepts[id].zh])) as Record<
    Id,
    string
  >;
}

function idsOf<Id extends string>(concepts: Readonly<Record<Id, Concept>>): Id[] {
  return Object.keys(concepts) as Id[];
}

function filled(patterns: readonly string[], words = ""): string[] {
  return patterns.map((pattern) => pattern.replaceAll("{}", `(?:${words})`));
}
