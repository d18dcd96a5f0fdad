import { Column, Names } from "./columns.ts";

/** What is kept of a figure to be found by; the rest of its line stays in the file. */
export const SEARCHED = [
  ...(["fact", "document", "disclosure", "division", "department", "year", "stage"] as const),
  ...(["table_id", "period", "flow", "function_code", "function_name", "economic_code"] as const),
  ...(["economic_name", "gov_economic_code", "gov_economic_name", "unit_name"] as const),
  ...(["project_code", "project_name", "label", "item", "fund", "kind"] as const),
  ...(["amount_yuan", "published", "unit", "status", "reason"] as const),
] as const;
export type Searched = (typeof SEARCHED)[number];
export type Found = Readonly<Record<Searched, string>>;

/** What figures are told apart by. */
export const FACETS = ["division", "year", "stage", "table_id", "status", "reason"] as const;
export type Facet = (typeof FACETS)[number];

export interface Sentence {
  readonly disclosure: string;
  readonly department: string;
  readonly year: string;
  readonly document: string;
  readonly page: string;
  readonly line: string;
  readonly sentence: string;
}

/** Figures by column: a few bytes for each, and every different text once. */
export interface FigureIndex {
  readonly count: number;
  /** Different texts that figures are of: subjects, projects, labels. */
  readonly texts: readonly string[];
  readonly text: Uint32Array;
  /** Departments with their divisions. */
  readonly owners: readonly string[];
  readonly owner: Uint32Array;
  /** Amounts as printed and in 元. */
  readonly amounts: readonly string[];
  readonly amount: Uint32Array;
  readonly facets: Readonly<
    Record<Facet, { readonly names: readonly string[]; readonly column: Uint32Array }>
  >;
  /** Of each different amount, for order alone. */
  readonly weights: Float64Array;
  readonly sentences: readonly Sentence[];
}

/** The texts of a figure that a word may be in. */
const TEXTS = [
  ...(["function_code", "function_name", "economic_code", "economic_name"] as const),
  ...(["gov_economic_code", "gov_economic_name", "unit_name"] as const),
  ...(["project_code", "project_name", "label"] as const),
] as const;

/** Reads figures into an index, in the order that they come in. */
export async function indexOf(
  figures: Iterable<Found> | AsyncIterable<Found>,
  sentences: readonly Sentence[],
): Promise<FigureIndex> {
  const [texts, owners, amounts] = [new Names(), new Names(), new Names()];
  const [text, owner, amount] = [new Column(), new Column(), new Column()];
  const facets = FACETS.map((name) => ({ name, names: new Names(), column: new Column() }));
  for await (const figure of figures) {
    text.push(
      texts.of(
        TEXTS.map((name) => figure[name])
          .filter(Boolean)
          .join(" "),
      ),
    );
    owner.push(owners.of(`${figure.division} ${figure.department}`));
    amount.push(amounts.of(`${figure.amount_yuan} ${figure.published}`));
    for (const { name, names, column } of facets) column.push(names.of(figure[name]));
  }
  return {
    count: text.length,
    ...{ texts: texts.all, text: text.done(), owners: owners.all, owner: owner.done() },
    ...{ amounts: amounts.all, amount: amount.done() },
    facets: byFacet((name) => {
      const facet = facets.find((each) => each.name === name);
      return { names: facet?.names.all ?? [], column: facet?.column.done() ?? new Uint32Array() };
    }),
    weights: Float64Array.from(amounts.all, (each) => Math.abs(Number(each.split(" ")[0]))),
    sentences,
  };
}

/** Something for each facet. */
export function byFacet<Value>(value: (name: Facet) => Value): Record<Facet, Value> {
  return Object.fromEntries(FACETS.map((name) => [name, value(name)])) as Record<Facet, Value>;
}

/** How lines of a table under these fields are read as records of what is searched; a field that is not there is empty. */
export function recordsUnder(fields: readonly string[]): (cells: readonly string[]) => Found {
  const places = SEARCHED.map((name) => [name, fields.indexOf(name)] as const);
  return (cells) => {
    const record = {} as Record<Searched, string>;
    for (const [name, at] of places) record[name] = cells[at] ?? "";
    return record;
  };
}
