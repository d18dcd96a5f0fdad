import type { Check } from "../model/check.ts";
import type { Disclosure, Identity, SourceDocument } from "../model/disclosure.ts";
import type { Place } from "../model/place.ts";
import { compareStatements } from "../narrate/compare/compare.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { reconcile } from "../reconcile/index.ts";
import { checksOf } from "../tell/index.ts";
import type { Part } from "./part.ts";
import { placesCheck } from "./renamed.ts";

/**
 * The disclosure that documents come to together: all their tables are balanced, and all their sentences held against them, as
 * if they stood in one file. The first document leads: it gives the name.
 */
export function assemble([lead, ...others]: readonly [Part, ...Part[]]): Disclosure {
  const parts = [lead, ...others].map(withPlacesTold);
  const placed = others.length === 0 ? parts : numbered(parts);
  const tables = placed.flatMap((part) => part.tables);
  const statements = placed.flatMap((part) => part.statements);
  const successions = placed.flatMap((part) => part.successions ?? []);
  const catalogue = catalogueFor(lead.identity.year);
  const units = { names: new Set(placed.flatMap((part) => part.units)) };
  const reconciled = reconcile({ tables, statements, catalogue, units });
  const present = new Set(tables.map((table) => table.id));
  const compared = compareStatements(statements, reconciled.facts, present);
  const revised = parts
    .map((part) => part.revised)
    .sort()
    .at(-1);
  return {
    ...documentOf(lead),
    ...(others.length > 0 && { others: others.map(documentOf) }),
    identity: identityOf(lead, others),
    ...(revised && { revised }),
    tables: reconciled.tables,
    tablesAbsent: [...new Set(placed.flatMap((part) => part.tablesAbsent))].filter(
      (id) => !present.has(id),
    ),
    facts: inTheirDocuments(reconciled.facts, tables, others.length > 0),
    indicators: placed.flatMap((part) => part.indicators),
    statements: [...compared.statements, ...placed.flatMap((part) => part.schedules)],
    ...(successions.length > 0 && { successions }),
    checks: [
      ...placed.flatMap((part) => part.checks),
      ...checksOf(reconciled.findings),
      ...compared.checks,
      ...placed.flatMap((part) => part.unread),
      ...placed.flatMap((part) => part.account),
      ...(tables.length === 0 ? [NO_TABLES] : []),
    ],
  };
}

/** A disclosure of its sentences. */
const NO_TABLES: Check = {
  ...{ check: "unplaced", outcome: "noted", severity: "note" },
  message: {
    zh: "没有标准表格，数字只来自文字说明",
    en: "there is no standard table: the figures are those of the sentences",
  },
  ...{ figures: [], amounts: 0 },
};

function documentOf({ document, source }: Part): SourceDocument {
  return { document, source };
}

/** The lead's words for who published what; another document may know a code that it lacks. */
function identityOf({ identity }: Part, others: readonly Part[]): Identity {
  const all = [identity, ...others.map((other) => other.identity)];
  const code = all.map(({ departmentCode }) => departmentCode).find((each) => each !== "");
  return { ...identity, departmentCode: code ?? "" };
}

function withPlacesTold(part: Part): Part {
  return { ...part, checks: [...placesCheck(part.identity), ...part.checks] };
}

/** Parts whose tables are counted through, and whose places say in which document they are. */
function numbered(parts: readonly Part[]): Part[] {
  let before = 0;
  return parts.map((part) => {
    const { document } = part;
    const known = new Map<Place, Place>();
    const at = (place: Place): Place => {
      const own = known.get(place) ?? { document, ...place };
      known.set(place, own);
      return own;
    };
    const here = <T extends { readonly place: Place }>(one: T): T => ({
      ...one,
      place: at(one.place),
    });
    const offset = before;
    const check = (one: Check): Check => ({
      ...one,
      ...(one.tableIndex !== undefined && { tableIndex: one.tableIndex + offset }),
      figures: one.figures.map((each) => ({ ...each, tableIndex: each.tableIndex + offset })),
      place: at(one.place ?? {}),
    });
    before += part.tables.length;
    return {
      ...part,
      tables: part.tables.map((table, i) => here({ ...table, number: table.number ?? i + 1 })),
      indicators: part.indicators.map((one) =>
        here({ ...one, tableIndex: one.tableIndex + offset }),
      ),
      ...(part.successions && { successions: part.successions.map(here) }),
      statements: part.statements.map(here),
      schedules: part.schedules.map(here),
      checks: part.checks.map(check),
      unread: part.unread.map(check),
      account: part.account.map(check),
    };
  });
}

/** Figures stand where their table does. */
function inTheirDocuments<T extends { readonly place: Place; readonly tableIndex: number }>(
  facts: readonly T[],
  tables: readonly { readonly place: Place }[],
  several: boolean,
): readonly T[] {
  if (!several) return facts;
  return facts.map((fact) => {
    const document = tables[fact.tableIndex]?.place.document;
    return document ? { ...fact, place: { document, ...fact.place } } : fact;
  });
}
