import type { Fact } from "../../src/model/fact.ts";
import { lettersOf, RENAMED } from "./damage-cells.ts";

/** What a clean document says. */
export interface Truth {
  readonly facts: readonly Fact[];
  /** Tables that the source itself damaged, or that are read wrongly without any damage: no clean start. */
  readonly worn: ReadonlySet<string>;
  /** Names of units by their codes. */
  readonly units: ReadonlyMap<string, string>;
  /** The only unit of the document: a figure without a unit is its as well. */
  readonly own: string | undefined;
}

/** A line of the forms' truth.json. */
export type KnownFact = Readonly<Record<string, string>> & {
  readonly alts?: readonly Readonly<Record<string, string>>[];
};

/** What became of a damaged document. */
export interface Verdict {
  readonly outcome: "right" | "flagged" | "silent" | "worn";
  /** Wrong, and called right. */
  readonly lies: readonly Fact[];
}

/** The truth of a clean document, from its own facts; `known` is what its maker says of it. */
export function truthOf(facts: readonly Fact[], known: readonly KnownFact[] | undefined): Truth {
  const repaired = facts.filter(({ status }) => status === "repaired");
  const right = known && new Set(known.flatMap(keysOfKnown));
  const wrong = facts.filter((fact) => right && !right.has(keyOfKnown(asKnown(fact))));
  const named = facts.filter(({ unitCode, unitName }) => unitCode && unitName);
  const units = new Map(named.map((fact) => [fact.unitCode ?? "", norm(fact.unitName)]));
  const unitIds = new Set(facts.map((fact) => unitOf(fact, units)).filter((unit) => unit !== ""));
  return {
    facts,
    worn: new Set([...repaired, ...wrong].map(({ table }) => table)),
    units,
    own: unitIds.size === 1 ? [...unitIds][0] : undefined,
  };
}

/** Compares the facts of a damaged document with the truth, as multisets; repeated rows may say a truth twice. */
export function verdictOf(truth: Truth, facts: readonly Fact[], kinds: readonly string[]): Verdict {
  const left = new Map<string, number>();
  const named = kinds.includes(RENAMED);
  for (const fact of truth.facts) add(left, saysOf(fact, truth, named), 1);
  const wrong = facts.filter((fact) => {
    const says = saysOf(fact, truth, named);
    const times = left.get(says);
    if (times === undefined) return true;
    add(left, says, -1);
    return times <= 0 && !kinds.includes("repeat a row");
  });
  const trusted = wrong.filter(({ status }) => isTrusted(status));
  const lies = trusted.filter(({ table }) => !truth.worn.has(table));
  const changed = wrong.length > 0 || [...left.values()].some((times) => times > 0);
  const harmless = changed ? "flagged" : "right";
  return { lies, outcome: lies.length > 0 ? "silent" : trusted.length > 0 ? "worn" : harmless };
}

/** What a fact says, without where it stands. */
export function saysOf(fact: Fact, truth: Truth, named = false): string {
  const { table, flow, period, stage, fund, kind, item } = fact;
  const { functionCode, economicCode, govEconomicCode, projectName, projectCode } = fact;
  const unit = unitOf(fact, truth.units);
  return [
    ...[table, flow, period, stage, fund, kind, item, functionCode, economicCode, govEconomicCode],
    unit === truth.own ? "" : unit,
    norm(projectName) || projectCode,
    fact.money.yuan,
    ...(named ? [lettersOf(fact.label)] : []),
  ].join("|");
}

export function isTrusted(status: Fact["status"]): boolean {
  return status === "proved" || status === "repaired" || status === "stated";
}

function unitOf({ unitCode, unitName }: Fact, units: Truth["units"]): string {
  return norm(unitName) || (units.get(unitCode ?? "") ?? unitCode ?? "");
}

function norm(name: string | undefined): string {
  return (name ?? "").normalize("NFKC").replace(/[\s()“”"'‘’]/g, "");
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** A known fact with the coordinates that the contract leaves open. */
function keysOfKnown(known: KnownFact): readonly string[] {
  return [known, ...(known.alts ?? []).map((other) => ({ ...known, ...other }))].map(keyOfKnown);
}

function asKnown(fact: Fact): Readonly<Record<string, unknown>> {
  const { functionCode, economicCode, govEconomicCode, projectName, money } = fact;
  return {
    ...fact,
    function_code: functionCode,
    economic_code: economicCode,
    gov_economic_code: govEconomicCode,
    project: projectName,
    amount_yuan: money.yuan.toFixed(),
  };
}

/** Without the unit: whether the document's own is named is left open. Both versions of the contract are read. */
function keyOfKnown(known: Readonly<Record<string, unknown>>): string {
  const { table, fund, item, project } = known;
  const codes = [known.function_code, known.economic_code, known.gov_economic_code];
  return [
    ...[table, known.flow, known.period, known.stage, known.kind, ...codes, known.amount_yuan],
    table === "appropriation-summary" && fund === "total" ? "fiscal" : fund,
    item === "table_total" ? "" : item,
    norm(typeof project === "string" ? project : ""),
  ]
    .map((value) => value ?? "")
    .join("|");
}
