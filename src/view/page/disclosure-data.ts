import type { CHECKS } from "../../write/checks.ts";
import type { RecordOf } from "../../write/dataset.ts";
import type { FactRecord } from "../../write/facts.ts";
import type { INDICATORS } from "../../write/indicators.ts";
import type { STATEMENTS } from "../../write/statements.ts";

/** A record as disclosures' JSON has it: integers are numbers, what is empty is left out. */
type Json<Of> = { readonly [Name in keyof Of]?: string | number };

export type Fact = Json<FactRecord> & { readonly fact: string; readonly status: string };
export type Check = Json<RecordOf<typeof CHECKS>>;
export type Indicator = Json<RecordOf<typeof INDICATORS>> & { readonly line?: string | number };
export type Statement = Json<RecordOf<typeof STATEMENTS>>;

export interface Column {
  readonly index: number;
  readonly role: string;
  readonly heading: readonly string[];
}

export interface Table {
  readonly id: string;
  readonly number?: number;
  readonly title: string;
  readonly unit: string;
  readonly document?: string;
  readonly page?: number;
  readonly line?: number;
  readonly declared_empty?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly {
    readonly row_no: number;
    readonly cells: Readonly<Record<string, string>>;
  }[];
}

interface Source {
  readonly name: string;
  readonly format: string;
  readonly pages: number;
}

/** What the page uses of a disclosure's JSON. */
export interface Disclosure {
  readonly document: string;
  readonly source: Source;
  readonly others?: readonly (Source & { readonly document: string })[];
  readonly identity: Readonly<
    Record<"division" | "department" | "year" | "stage" | "scope", string>
  >;
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly statements: readonly Statement[];
  readonly indicators?: readonly Indicator[];
  readonly checks: readonly Check[];
}

/** The id of the figure in a cell of a table, if one is there. */
export function factIdAt(
  disclosure: Disclosure,
  tableIndex: number,
  row: number,
  column: number,
): string {
  const table = disclosure.tables[tableIndex];
  const document = table?.document ?? disclosure.document;
  return `${document}-t${table?.number ?? tableIndex + 1}-r${row}-c${column + 1}`;
}

export function documentOf(
  disclosure: Disclosure,
  { document }: { readonly document?: string | number },
) {
  return document === undefined ? disclosure.document : String(document);
}

export function sourceOf(disclosure: Disclosure, document: string): Source {
  return disclosure.others?.find((other) => other.document === document) ?? disclosure.source;
}

const COORDINATES = [
  ...(["stage", "flow", "period", "function_code", "economic_code", "gov_economic_code"] as const),
  ...(["unit_code", "unit_name", "project_code", "project_name", "project_type"] as const),
  ...(["item", "fund", "kind", "procurement"] as const),
];

/** Other cells in which the same figure stands. */
export function samePlaces(disclosure: Disclosure, fact: Fact): readonly Fact[] {
  return disclosure.facts.filter(
    (other) => other.fact !== fact.fact && COORDINATES.every((name) => other[name] === fact[name]),
  );
}

export function checksOf(disclosure: Disclosure, { fact }: Fact): readonly Check[] {
  return disclosure.checks.filter(({ figures = "" }) => String(figures).split(" ").includes(fact));
}

/** Sentences that state this amount for the same stage and period. */
export function sentencesOf(disclosure: Disclosure, fact: Fact): readonly Statement[] {
  return disclosure.statements.filter(
    ({ amount_yuan, measure, period }) =>
      amount_yuan === fact.amount_yuan && measure === fact.stage && period === fact.period,
  );
}
