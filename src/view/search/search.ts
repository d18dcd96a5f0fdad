import {
  byFacet,
  FACETS,
  type Facet,
  type FigureIndex,
  type Found,
  type Sentence,
} from "./figure-index.ts";

/** What is looked for: words in `q`, a value for a facet, and how many to show; empty for anything. */
export type SearchQuery = Readonly<Record<string, string | undefined>>;

export interface SearchResult {
  readonly count: number;
  readonly figures: readonly Found[];
  /** How many figures each value of a facet would leave, all else as it is; the most frequent first. */
  readonly facets: Readonly<Record<Facet, readonly (readonly [string, number])[]>>;
  readonly sentences: readonly Sentence[];
  readonly sentenceCount: number;
}

export const SHOWN = 50;
const SENTENCES = 20;
const MOST_SHOWN = 1_000;

/** The worst first: what is in conflict is looked at before what only lacks a witness. */
const RANKS = ["conflict", "unproved", "stated", "repaired", "proved"];

/**
 * The figures that a query asks for. Every word of `q` is in the name of a figure's department, subject, project or label, or
 * is its amount, printed or in 元. `order=weight` puts what is least certain and largest first.
 *
 * @param read Gives the lines of figures by their numbers.
 * @param skip Figures that are left out, by number.
 */
export async function search(
  index: FigureIndex,
  query: SearchQuery,
  read: (rows: readonly number[]) => Promise<readonly Found[]>,
  skip: ReadonlySet<number> = new Set(),
): Promise<SearchResult> {
  const words = (query.q ?? "").split(/\s+/).filter(Boolean);
  const tests = words.map((word) => testOf(index, word));
  const facets = FACETS.map((name) => {
    const { names, column } = index.facets[name];
    const wanted = query[name] ? names.indexOf(query[name]) : undefined;
    return { name, names, column, wanted, counts: new Uint32Array(names.length) };
  });
  const open = query.open === "1" ? names(index, "proved") : -1;
  const { column: statuses } = index.facets.status;
  const matches: number[] = [];
  rows: for (let row = 0; row < index.count; row += 1) {
    for (const test of tests) if (!test(row)) continue rows;
    if (statuses[row] === open || skip.has(row)) continue;
    let misses = 0;
    let missed = 0;
    for (let at = 0; at < facets.length; at += 1) {
      const { wanted, column } = facets[at] as (typeof facets)[number];
      if (wanted === undefined || column[row] === wanted) continue;
      misses += 1;
      missed = at;
    }
    if (misses > 1) continue;
    // What only one facet keeps out counts for that facet: its other values must be there to be chosen.
    for (let at = 0; at < facets.length; at += 1) {
      if (misses === 1 && at !== missed) continue;
      const { column, counts } = facets[at] as (typeof facets)[number];
      const value = column[row] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
    if (misses === 0) matches.push(row);
  }
  const shown = Math.min(Number(query.shown) || SHOWN, MOST_SHOWN);
  const first =
    query.order === "weight" ? heaviest(index, matches, shown) : matches.slice(0, shown);
  const sentences = words.length === 0 ? [] : index.sentences.filter(saying(words, query));
  return {
    count: matches.length,
    figures: await read(first),
    facets: byFacet((wanted) => {
      const { names = [], counts } = facets.find(({ name }) => name === wanted) ?? {};
      return names
        .map((value, number) => [value, counts?.[number] ?? 0] as const)
        .filter(([value, count]) => value !== "" && count > 0)
        .sort((a, b) => b[1] - a[1]);
    }),
    sentences: sentences.slice(0, SENTENCES),
    sentenceCount: sentences.length,
  };
}

/** Whether a word is in a figure, by its number: the different texts are gone through once, not the figures. */
function testOf({ texts, text, owners, owner, amounts, amount }: FigureIndex, word: string) {
  const inText = having(texts, word);
  const inOwner = having(owners, word);
  const plain = plainAmount(word);
  const isAmount = Uint8Array.from(amounts, (each) =>
    plain !== "" && each.split(" ").some((printed) => plainAmount(printed) === plain) ? 1 : 0,
  );
  return (row: number): boolean =>
    inText[text[row] ?? 0] === 1 ||
    inOwner[owner[row] ?? 0] === 1 ||
    isAmount[amount[row] ?? 0] === 1;
}

function having(texts: readonly string[], word: string): Uint8Array {
  return Uint8Array.from(texts, (text) => (text.includes(word) ? 1 : 0));
}

/** Digits without separators and without zeros that say nothing; empty for what is no amount. */
function plainAmount(text: string): string {
  const digits = text.replaceAll(/[,，]/g, "");
  if (!/^-?\d+(?:\.\d+)?$/.test(digits)) return "";
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

function names({ facets }: FigureIndex, status: string): number {
  return facets.status.names.indexOf(status);
}

/** The first of a list by rank of status and then by amount. */
function heaviest(index: FigureIndex, rows: readonly number[], most: number): number[] {
  const { names: statuses, column } = index.facets.status;
  const ranks = statuses.map((status) => RANKS.indexOf(status));
  const rank = (row: number) => ranks[column[row] ?? 0] ?? 0;
  const weight = (row: number) => index.weights[index.amount[row] ?? 0] ?? 0;
  const before = (a: number, b: number) => rank(a) - rank(b) || weight(b) - weight(a) || a - b;
  if (rows.length <= 100_000) return [...rows].sort(before).slice(0, most);
  // Of very many, the last of those that are kept says what need not be looked at.
  let kept: number[] = [];
  for (const row of rows) {
    const last = kept.length >= most ? kept[most - 1] : undefined;
    if (last !== undefined && before(last, row) < 0) continue;
    kept.push(row);
    if (kept.length >= 2 * most) kept = kept.sort(before).slice(0, most);
    else if (kept.length === most) kept.sort(before);
  }
  return kept.sort(before).slice(0, most);
}

function saying(words: readonly string[], { year }: SearchQuery) {
  return ({ sentence, department, year: of }: Sentence): boolean =>
    (!year || of === year) &&
    words.some((word) => sentence.includes(word)) &&
    words.every((word) => sentence.includes(word) || department.includes(word));
}
