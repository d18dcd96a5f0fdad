import type { Flow } from "../model/coordinates.ts";
import { TABLE_IDS, type TableId } from "../model/table-ids.ts";
import { headingOf, NO_WORDS, rowOf, withWords } from "../taxonomy/own/own.ts";
import type { DeclaredMeaning, DeclaredWords } from "../taxonomy/own/schema.ts";
import { matchTitle } from "../taxonomy/tables/match.ts";
import { meaningOf } from "../taxonomy/words/lookup.ts";
import type { Meaning } from "../taxonomy/words/meaning.ts";
import { type Catalogue, catalogueFor, DIMENSIONS, inForce } from "./catalogue/index.ts";
import { type LineMeaning, lineMeaning } from "./rows/labels.ts";

/** What is to be said of one entry of a vocabulary. `path` leads to it. */
export interface Remark {
  readonly path: readonly string[];
  readonly text: string;
}

/** What keeps a vocabulary from being used, and what its reader should know. */
export interface Remarks {
  readonly faults: readonly Remark[];
  readonly notes: readonly Remark[];
}

/** Names are asked for in a year in which most of the catalogue was read. */
const YEAR = "2024";

/**
 * Holds a user's words against the taxonomy: what a word is said to mean has to be known, and no word that has another
 * meaning takes a new one unless it says so.
 */
export function remarksOn(declared: DeclaredWords): Remarks {
  return withWords(NO_WORDS, () => {
    const all = [
      ...Object.entries(declared.titles ?? {}).map(([word, title]) => onTitle(word, title)),
      ...onWords("headings", declared.headings, headingSays),
      ...onWords("rows", declared.rows, rowSays),
      ...onSubjects(declared, catalogueFor(YEAR)),
    ].flatMap((remark) => remark ?? []);
    return {
      faults: all.filter(({ note }) => note === undefined),
      notes: all.filter(({ note }) => note !== undefined),
    };
  });
}

interface Found extends Remark {
  readonly note?: true;
}

function onTitle(word: string, title: string): Found | undefined {
  const path = ["titles", word];
  const id = isTable(title) ? title : matchTitle(title)?.id;
  if (id === undefined)
    return { path, text: `"${title}" is no title of a standard table, and no id of one` };
  const known = matchTitle(word)?.id;
  return known === undefined || known === id
    ? undefined
    : { path, text: `"${word}" is the title of another table: ${known}` };
}

function isTable(word: string): word is TableId {
  return TABLE_IDS.some((id) => id === word);
}

/** What a word or a meaning says, as text that can be compared; undefined for a word that is not known. */
type Says = (said: string | DeclaredMeaning) => string | undefined;

function onWords(
  section: "headings" | "rows",
  words: DeclaredWords["headings"],
  says: Says,
): Found[] {
  return Object.entries(words ?? {}).flatMap(([word, said]): Found[] => {
    const path = [section, word];
    const [own, known] = [says(said), says(word)];
    if (own === undefined) return [{ path, text: `"${said}" is no word that is known` }];
    if (own === "" || (typeof said !== "string" && Object.keys(said).length === 0))
      return [{ path, text: `"${word}" is given no meaning` }];
    if (known === undefined || known === own) return [];
    const replaces = typeof said !== "string" && said.replaces === true;
    return replaces
      ? [{ path, note: true, text: `"${word}" means ${own} now, and no longer ${known}` }]
      : [
          {
            path,
            text: `"${word}" means ${known} already, not ${own}; "replaces: true" beside a meaning says that it is meant`,
          },
        ];
  });
}

function headingSays(said: string | DeclaredMeaning): string | undefined {
  const meaning = typeof said === "string" ? meaningOf(said) : headingOf(said);
  return meaning && textOf(meaning);
}

function textOf({ gives = {}, year, ...rest }: Meaning): string {
  const period = year === "previous" ? { period: "previous" } : {};
  const said = { ...gives, ...rest, ...period, neutral: undefined, composed: undefined };
  return pairs(said) || "an amount";
}

const SIDES: readonly (Flow | undefined)[] = ["expenditure", "income", undefined];

function rowSays(said: string | DeclaredMeaning): string | undefined {
  if (typeof said !== "string") return lineText(rowOf(said));
  const catalogue = catalogueFor(YEAR);
  const lines = SIDES.flatMap((flow) => lineMeaning(said, flow, catalogue, undefined) ?? []);
  return lines[0] && lineText(lines[0]);
}

function lineText({ coordinates, total }: LineMeaning): string {
  return pairs({ ...coordinates, ...(total && { total }) });
}

function pairs(of: Readonly<Record<string, unknown>>): string {
  return Object.entries(of)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}

function onSubjects({ subjects = {}, aliases = {} }: DeclaredWords, known: Catalogue): Found[] {
  return DIMENSIONS.flatMap((dimension) => {
    const added = subjects[dimension] ?? {};
    const news = Object.entries(added).flatMap(([code, { name, ...years }]): Found[] => {
      const entry = known.subject(dimension, code);
      const dated = "from" in years || "to" in years;
      if (!entry || dated || !inForce(entry, YEAR) || known.sameName(dimension, code, name))
        return [];
      const text = `${code} is ${entry.name} already; give years, or an alias`;
      return [{ path: ["subjects", dimension, code], text }];
    });
    const others = Object.entries(aliases[dimension] ?? {}).flatMap(([code, names]): Found[] => {
      const path = ["aliases", dimension, code];
      if (!known.subject(dimension, code) && added[code] === undefined)
        return [{ path, text: `no subject has the code ${code}` }];
      return names.flatMap((name) => {
        const meant = known.findByName(dimension, name);
        const other = meant.every((entry) => entry.code !== code) ? meant[0] : undefined;
        const alike = other && other.code.slice(0, -2) === code.slice(0, -2);
        return other && !alike
          ? [{ path, text: `"${name}" is the name of ${other.code} already` }]
          : [];
      });
    });
    return [...news, ...others];
  });
}
