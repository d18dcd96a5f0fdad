import type { Truth } from "./lay-out.ts";
import type { Ledger } from "./ledger.ts";

/** A line of any facts.csv, by its columns (docs/contract.md). Of `status`, only what claims to be right matters. */
export type FactLine = Readonly<Record<string, string>>;

export interface Score {
  /** Amounts that were printed, lines that were given, and how many of them are a printed amount with its meaning. */
  readonly printed: number;
  readonly given: number;
  readonly right: number;
  /** Lines that are wrong and claim to be right: the number that must be 0. */
  readonly silent: readonly FactLine[];
  /** Lines that are wrong and say that they are not proved. */
  readonly flagged: readonly FactLine[];
  /** Printed amounts that no line gives. */
  readonly lost: readonly Truth[];
  /** Right lines that say that they are proved. */
  readonly proved: number;
}

const TRUSTED = new Set(["proved", "repaired", "stated"]);

/** Compares as multisets: what is printed twice must come twice. A line without a status claims to be right. */
export function scoreOf(
  truths: readonly Truth[],
  lines: readonly FactLine[],
  ledger: Ledger,
): Score {
  const left = new Map<string, Truth[]>();
  for (const truth of truths) {
    const key = keyOfTruth(truth, ledger);
    left.set(key, [...(left.get(key) ?? []), truth]);
  }
  const wrong = lines.filter((line) => !left.get(keyOfLine(line))?.pop());
  const right = lines.length - wrong.length;
  const trusted = lines.filter(isTrusted).length;
  const silent = wrong.filter(isTrusted);
  return {
    printed: truths.length,
    given: lines.length,
    right,
    silent,
    flagged: wrong.filter((line) => !isTrusted(line)),
    lost: [...left.values()].flat(),
    proved: trusted - silent.length,
  };
}

function isTrusted({ status }: FactLine): boolean {
  return status === undefined || TRUSTED.has(status);
}

/** A fact's id of the contract, or what stands for it there: see `open`. */
export function keyOfTruth(truth: Truth, { stage }: Ledger): string {
  const { flow = "", period = "current", item = "", project = "" } = truth;
  return keyOf({
    table_id: truth.table,
    flow,
    period,
    stage: truth.stage ?? stage,
    fund: truth.fund ?? "",
    kind: flow === "income" ? "" : (truth.kind ?? ""),
    function_code: truth.function ?? "",
    economic_code: truth.economic ?? "",
    gov_economic_code: truth.government ?? "",
    project_name: project,
    item,
    amount_yuan: truth.yuan,
  });
}

export function keyOfLine(line: FactLine): string {
  return keyOf(line);
}

const FIELDS = [
  ...(["table_id", "flow", "period", "stage", "fund", "kind", "function_code"] as const),
  ...(["economic_code", "gov_economic_code", "project_name", "item", "amount_yuan"] as const),
];

function keyOf(line: FactLine): string {
  return FIELDS.map((field) => open(field, line)).join("|");
}

/**
 * What the contract leaves open counts as the same: all of a table of appropriations is fiscal money, and what a fund's own
 * table spends is this year's.
 */
function open(field: (typeof FIELDS)[number], line: FactLine): string {
  const value = (line[field] ?? "").replace(/[\s（）()]/g, "");
  const table = line.table_id;
  if (table === "appropriation-summary" && field === "fund")
    return value === "total" || value === "current" ? "fiscal" : value;
  if (table === "government-fund-expenditure" && field === "kind")
    return value === "current" ? "total" : value;
  return value;
}
