import type { Coordinates, Flow, Fund } from "../../model/coordinates.ts";
import type { Money } from "../../model/money.ts";
import type { TableId } from "../../model/table-ids.ts";
import { isWhole } from "../../taxonomy/subjects.ts";
import { agree } from "./rounding.ts";

/** A figure of a table that a sentence may speak of; `of` is what it is to the one who asks. */
export interface Candidate<T = unknown> {
  readonly table: TableId;
  readonly coordinates: Coordinates;
  /** The printed name of its row. */
  readonly label: string;
  readonly money: Pick<Money, "yuan" | "step">;
  readonly of: T;
}

/** `current` is what is received or spent this year, without what is left of the last one or for the next one. */
export type Wholes = Readonly<Record<Flow, ReadonlySet<Fund>>>;

/** The figures of a disclosure as sentences are looked up in them. */
export interface Candidates<T = unknown> {
  /** By what their line is about: sentences name few lines, tables have many. */
  readonly byLine: ReadonlyMap<string, readonly Candidate<T>[]>;
  /** Funds that are all of the department's money: 财政拨款 where there is nothing else. They mean the same here. */
  readonly wholes: Wholes;
}

/** Tables whose totals are about something else than the department's income and expenditure. */
export const APART: ReadonlySet<TableId> = new Set([
  ...(["procurement", "carry-over", "assets", "operating-funds", "organisation"] as const),
  ...(["department-performance", "project-performance", "special-fund-performance"] as const),
]);

export function candidatesOf<T>(all: readonly Candidate<T>[]): Candidates<T> {
  const byLine = new Map<string, Candidate<T>[]>();
  for (const one of all) {
    const key = lineOf(one.coordinates);
    const known = byLine.get(key);
    if (known) known.push(one);
    else byLine.set(key, [one]);
  }
  return { byLine, wholes: wholesOf(byLine.get(lineOf({})) ?? []) };
}

export function wholesOf(all: readonly Candidate[]): Wholes {
  const totals = all.filter(isOfDepartment);
  return { income: sameFunds(totals, "income"), expenditure: sameFunds(totals, "expenditure") };
}

/** What a line is about, as far as sentences name it: a functional subject, an item, a project. */
export function lineOf({ functionCode, item, projectName }: Coordinates): string {
  return `${functionCode ?? ""}|${item ?? ""}|${plain(projectName ?? "")}`;
}

/** A name without the blanks, breaks and quotation marks that one print has and the other has not. */
function plain(name: string): string {
  return name === "" ? name : name.normalize("NFKC").replace(/[\s“”"'‘’]/g, "");
}

/** True for the money of the whole department: no unit's, no class's, and not the sum of a few items. */
function isOfDepartment({ table, coordinates }: Candidate): boolean {
  return isWhole(coordinates) && !APART.has(table) && table !== "three-public";
}

/** What publishers call all of their money where there is nothing else; another fund that is all of it may be misread. */
const CALLED_ALL: ReadonlySet<Fund> = new Set(["total", "current", "fiscal", "general_public"]);

function sameFunds(totals: readonly Candidate[], flow: Flow): ReadonlySet<Fund> {
  const ofFlow = totals.filter(
    ({ coordinates: c }) => c.flow === flow && (c.period ?? "current") === "current",
  );
  const ofAll = ofFlow.filter(
    ({ coordinates: { kind } }) => kind === undefined || kind === "total" || kind === "current",
  );
  const whole = ofAll.find((one) => fundOf(one) === "total" && !isCurrent(one));
  if (!whole) return new Set();
  const same = ofAll.filter((one) => agree(one.money, whole.money));
  const all = same.map((one): Fund => (isCurrent(one) ? "current" : fundOf(one)));
  const funds = all.filter((fund) => CALLED_ALL.has(fund));
  return new Set([...funds, ...(funds.includes("general_public") ? (["fiscal"] as const) : [])]);
}

/** The summary of appropriations is about 财政拨款 as a whole, whatever its totals are called. */
export function fundOf({ table, coordinates: { fund = "total" } }: Candidate): Fund {
  if (fund !== "total" && fund !== "current") return fund;
  return table === "appropriation-summary" ? "fiscal" : "total";
}

export function isCurrent({ coordinates: { fund, kind } }: Candidate): boolean {
  return fund === "current" || kind === "current";
}
