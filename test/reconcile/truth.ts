import type { Fact } from "../../src/model/fact.ts";
import { groupBy } from "../../src/normalise/ledger/keys.ts";
import { lettersOf, RENAMED } from "./damage-cells.ts";

/** What a clean document says. */
export interface Truth {
  readonly facts: readonly Fact[];
  /** Tables that the source itself damaged, or that are read wrongly without any damage: no clean start. */
  readonly worn: ReadonlySet<string>;
  /** Names of units by their codes. */
  readonly units: ReadonlyMap<string, string>;
  /** By table, the only unit that it names, or that the document does: a figure without a unit is its as well. */
  readonly own: ReadonlyMap<string, string>;
}

/** A line of the forms' truth.json. */
export type KnownFact = Readonly<Record<string, string>> & {
  readonly alts?: readonly Readonly<Record<string, string>>[];
};

/**
 * What became of a damaged document. `silent`: a wrong figure is called right. `repeated`: none is, but a true one is told
 * and trusted more often than it is printed. `worn`: the same in tables that were no clean start.
 */
export interface Verdict {
  readonly outcome: "right" | "flagged" | "repeated" | "silent" | "worn";
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
  const unitsOf = (some: readonly Fact[]) => [
    ...new Set(some.flatMap((f) => unitOf(f, units) || [])),
  ];
  const own = [...groupBy(facts, ({ table }) => table)].flatMap(([table, all]) => {
    const named = unitsOf(all);
    const [unit, ...more] = named.length > 0 ? named : unitsOf(facts);
    return unit !== undefined && more.length === 0 ? [[table, unit] as const] : [];
  });
  return {
    facts,
    worn: new Set([...repaired, ...wrong].map(({ table }) => table)),
    units,
    own: new Map(own),
  };
}

/** Compares the facts of a damaged document with the truth, as multisets; repeated rows may say a truth twice. */
export function verdictOf(truth: Truth, facts: readonly Fact[], kinds: readonly string[]): Verdict {
  const left = new Map<string, number>();
  for (const fact of truth.facts) add(left, saysOf(fact, truth), 1);
  const misnamed = kinds.includes(RENAMED) ? misnamedBy(truth) : () => false;
  const wrong: Fact[] = [];
  const repeats: Fact[] = [];
  for (const fact of facts) {
    const says = saysOf(fact, truth);
    const times = left.get(says);
    if (times === undefined || misnamed(fact)) wrong.push(fact);
    else if (times <= 0) repeats.push(fact);
    if (times !== undefined) add(left, says, -1);
  }
  const trusted = wrong.filter(isTrusted);
  const lies = trusted.filter(({ table }) => !truth.worn.has(table));
  const changed = wrong.length > 0 || [...left.values()].some((times) => times !== 0);
  const outcome = (): Verdict["outcome"] => {
    if (lies.length > 0) return "silent";
    if (trusted.length > 0) return "worn";
    if (repeats.some(isTrusted) && !kinds.includes("repeat a row")) return "repeated";
    return changed ? "flagged" : "right";
  };
  return { lies, outcome: outcome() };
}

/** Whether a figure's code has the name of another row of the clean document, and never its own. */
function misnamedBy(truth: Truth): (fact: Fact) => boolean {
  const own = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const fact of truth.facts) {
    const says = saysOf(fact, truth);
    const names = own.get(says) ?? new Set();
    own.set(says, names);
    for (const name of namesOf(fact)) {
      names.add(name);
      all.add(name);
    }
  }
  return (fact) => {
    const names = own.get(saysOf(fact, truth));
    const coded = fact.functionCode ?? fact.economicCode ?? fact.govEconomicCode;
    if (!coded || !names) return false;
    return namesOf(fact).some((name) => all.has(name) && !names.has(name));
  };
}

function namesOf({ label }: Fact): readonly string[] {
  return label.split("›").flatMap((name) => lettersOf(name) || []);
}

/** What a fact says, without where it stands. */
export function saysOf(fact: Fact, truth: Truth): string {
  const { table, flow, period, stage, fund, kind, item } = fact;
  const { functionCode, economicCode, govEconomicCode, projectName, projectCode } = fact;
  const unit = unitOf(fact, truth.units);
  return [
    ...[table, flow, period, stage, fund, kind, item, functionCode, economicCode, govEconomicCode],
    unit === truth.own.get(table) ? "" : unit,
    norm(projectName) || projectCode,
    fact.money.yuan,
  ].join("|");
}

function isTrusted({ status }: Fact): boolean {
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
