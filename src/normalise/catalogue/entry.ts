import aliasRows from "./data/aliases.json" with { type: "json" };
import economicRows from "./data/economic.json" with { type: "json" };
import functionRows from "./data/function.json" with { type: "json" };
import govEconomicRows from "./data/gov-economic.json" with { type: "json" };

/**
 * The three classifications of expenditure: by function (支出功能分类), by economic nature in departments' budgets
 * (部门预算支出经济分类), and by economic nature in the government's budget (政府预算支出经济分类, since 2018).
 */
export const DIMENSIONS = ["function", "economic", "gov-economic"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** `high`: read in a real disclosure; `medium`: recalled; `low`: recalled, unsure (see README.md). */
export type Confidence = "high" | "medium" | "low";

/** A subject: a code under the name that it had in some years. */
export interface Entry {
  readonly code: string;
  /** Official name, `卫生健康支出`. */
  readonly name: string;
  /** 1 类, 2 款, 3 项. The economic classifications have no 项. */
  readonly level: 1 | 2 | 3;
  /** The code one level up, none for a 类. */
  readonly parent?: string;
  readonly confidence: Confidence;
  /** Families of disclosures in which code and name were read together (`shanghai:2022-2026`). */
  readonly seenIn: readonly string[];
  /** First and last year of the name; left out where it is not known to begin or end. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** All names of a code, the earliest first. */
export type Versions = ReadonlyMap<string, readonly Entry[]>;

/** A name that disclosures print for a code beside its official ones. */
export interface Alias {
  readonly dimension: Dimension;
  readonly code: string;
  readonly name: string;
}

export const VERSIONS: Readonly<Record<Dimension, Versions>> = {
  function: versionsOf(functionRows),
  economic: versionsOf(economicRows),
  "gov-economic": versionsOf(govEconomicRows),
};

export const ALIASES: readonly Alias[] = aliasRows.map(([dimension, code = "", name = ""]) => ({
  dimension: dimension as Dimension,
  code,
  name,
}));

/** Blanks at the end of a row are left out. */
function versionsOf(rows: readonly (readonly string[])[]): Versions {
  const versions = new Map<string, Entry[]>();
  for (const row of rows) {
    const entry = entryOf(row);
    versions.set(entry.code, [...(versions.get(entry.code) ?? []), entry]);
  }
  return versions;
}

/** A row is [code, name, first year, last year, confidence, where seen]. */
export function entryOf([
  code = "",
  name = "",
  from,
  to,
  confidence,
  seenIn,
]: readonly string[]): Entry {
  return {
    code,
    name,
    level: ((code.length - 1) / 2) as Entry["level"],
    ...(code.length > 3 && { parent: code.slice(0, -2) }),
    confidence: confidence as Confidence,
    seenIn: seenIn ? seenIn.split(";") : [],
    ...(from && { validFrom: from }),
    ...(to && { validTo: to }),
  };
}

/** True in the years in which the code had this name; years are four digits. */
export function inForce(entry: Entry, year: string): boolean {
  return (entry.validFrom ?? "") <= year && year <= (entry.validTo ?? "9999");
}
