import type { Coordinates } from "../../model/coordinates.ts";
import type { Entry } from "./meaning.ts";
import { pattern } from "./notation.ts";

/** A value of a coordinate: its names, and every word that is printed for it. `{}` in those of a place stands for `words`. */
export interface Concept extends ConceptWords {
  /** The one name under which it is shown to people. */
  readonly zh: string;
  readonly en: string;
}

interface ConceptWords {
  /** Words that mean it anywhere. */
  readonly words?: string;
  /** Whole headings, and names of rows, from the first to the last character; left out where they are the words alone. */
  readonly heading?: string;
  /** Words of sentences; left out where they are the words alone. */
  readonly prose?: string;
  /** What its words say beside it. */
  readonly also?: Coordinates;
  /** The same, of sentences. */
  readonly told?: Coordinates;
}

export type Concepts<Id extends string> = Readonly<Record<Id, Concept>>;

/** A concept with a name that is made for people; what is printed for it are its words. */
export function concept(zh: string, en: string, words: ConceptWords = {}): Concept {
  return { zh, en, ...words };
}

/** A concept whose name is printed for it. */
export function word(zh: string, en: string, words: ConceptWords = {}): Concept {
  return { zh, en, words: zh, ...words };
}

/** The headings of concepts, in their order. */
export function headingsOf<Id extends string>(
  concepts: Concepts<Id>,
  gives: (id: Id) => Coordinates,
): Entry[] {
  return idsOf(concepts).flatMap((id): Entry[] => {
    const { words, heading = words && "{}", also } = concepts[id];
    if (heading === undefined) return [];
    return [{ words: filled(heading, words), gives: { ...gives(id), ...also } }];
  });
}

/** The words of sentences for concepts, and what they say. */
export function proseOf<Id extends string>(
  concepts: Concepts<Id>,
  gives: (id: Id) => Coordinates,
): { readonly pattern: RegExp; readonly gives: Coordinates }[] {
  return idsOf(concepts).flatMap((id) => {
    const { words, prose = words && "{}", told } = concepts[id];
    if (prose === undefined) return [];
    // One by one: of those that fit at a place the longest is taken.
    return filled(prose, words)
      .trim()
      .split(/\s+/)
      .map((one) => ({
        pattern: new RegExp(pattern(one), "yu"),
        gives: { ...told, ...gives(id) },
      }));
  });
}

/** The words that mean a concept anywhere, as one pattern; its name where it has none. */
export function wordsOf({ zh, words = zh }: Concept): string {
  return pattern(words);
}

/** The names of concepts in Chinese. */
export function namesOf<Id extends string>(concepts: Concepts<Id>) {
  return Object.fromEntries(idsOf(concepts).map((id) => [id, concepts[id].zh])) as Record<
    Id,
    string
  >;
}

function idsOf<Id extends string>(concepts: Concepts<Id>): Id[] {
  return Object.keys(concepts) as Id[];
}

function filled(places: string, words = ""): string {
  return places.replaceAll("{}", `(${words.replace(/\s+/g, "|")})`);
}
