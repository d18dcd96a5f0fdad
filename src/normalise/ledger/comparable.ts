import type { Coordinates, ProjectType } from "../../model/coordinates.ts";
import { adds, BUDGETS, isUndivided } from "../../taxonomy/orders.ts";
import { type Subject, WHOLE } from "../../taxonomy/subjects.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { projectTypeIn } from "../rows/labels.ts";
import { plainName } from "./keys.ts";
import type { Entry, FullCoordinates, Ledger } from "./ledger.ts";
import { once } from "./once.ts";
import { subjectOf } from "./subject.ts";

/** What a figure is, in words that mean the same in every table. */
export interface CommonWords {
  /** Flow, period, stage and item as one key. */
  readonly frame: string;
  readonly fund: string;
  readonly kind: string;
  readonly subject: Subject;
}

/** A figure as other tables may have it too. */
export interface Comparable extends CommonWords {
  readonly entry: Entry;
}

/** The figures of a table that another table may print as well. */
export function comparables(ledger: Ledger, table: number): Comparable[] {
  const common = commonWords(ledger, table);
  const apart = flagsOf(ledger.readings[table]?.table.id ?? "assets").apart === true;
  return (ledger.byTable[table] ?? []).flatMap((entry): Comparable[] => {
    const words = apart ? projectBudget(entry.coordinates) : common(entry.coordinates);
    return words ? [{ ...words, entry }] : [];
  });
}

/** The budget of a project that its purchases repeat is what other tables have as the project's. */
function projectBudget(c: FullCoordinates): CommonWords | undefined {
  if (c.item !== "project_budget" || c.projectName === undefined) return undefined;
  const subject = { ...WHOLE, project: plainName(c.projectName) };
  return { frame: frameOf(c, ""), fund: "total", kind: "project", subject };
}

interface Habits {
  readonly fiscal: boolean;
  readonly remainders: boolean;
  readonly current: boolean;
  readonly codesOfCurrent: boolean;
  /** Last year's money stands in columns of its own: a budget's column is not all that is spent from it. */
  readonly carryOver: boolean;
  /** The type of project that the table is about, if it is about one only. */
  readonly only: ProjectType | undefined;
  readonly units: boolean;
  /** True for the name of a project that some table lists for several units. */
  readonly shared: (project: string) => boolean;
}

/**
 * How a table's words are turned into those that all tables have in common. `total` of a table without remainders is what
 * is spent this year (`current`); the total of a table of 财政拨款 is `fiscal`; a unit counts only where there are several.
 */
export function commonWords(
  ledger: Ledger,
  table: number,
): (c: FullCoordinates) => CommonWords | undefined {
  const printed = ledger.readings[table]?.table;
  const flags = flagsOf(printed?.id ?? "assets");
  if (flags.apart) return () => undefined;
  const belongs = (c: Coordinates): boolean => {
    return adds(c) && !(flags.itemsOnly && c.item === undefined);
  };
  const entries = (ledger.byTable[table] ?? []).filter(({ coordinates }) => belongs(coordinates));
  const has = (test: (c: Coordinates) => boolean): boolean =>
    entries.some(({ coordinates, amount }) => amount !== 0n && test(coordinates));
  const habits: Habits = {
    fiscal: flags.fiscal === true && !has(({ fund = "total" }) => isOwn(fund)),
    remainders: has(({ kind }) => kind === "carried_forward" || kind === "distribution"),
    current: entries.some(({ coordinates: c }) => c.kind === "current" && !isCoded(c)),
    codesOfCurrent: flags.codesOfCurrent === true,
    carryOver: has(({ flow, fund }) => flow === "expenditure" && isLeft(fund)),
    only: projectTypeIn(printed?.title ?? ""),
    units: new Set(entries.map(({ coordinates: c }) => c.unitCode ?? c.unitName)).size > 2,
    shared: (project) => ledger.byTable.some((own) => sharedIn(own).has(project)),
  };
  return (c) => (belongs(c) ? inCommon(c, habits) : undefined);
}

/** Names of projects that a table lists for several units. */
const sharedIn = once((entries: readonly Entry[]): ReadonlySet<string> => {
  const units = new Map<string, Set<string | undefined>>();
  const several = new Set(entries.map(({ coordinates: c }) => c.unitCode ?? c.unitName)).size > 1;
  for (const { coordinates: c } of several ? entries : []) {
    if (c.projectName === undefined) continue;
    const name = plainName(c.projectName);
    units.set(name, (units.get(name) ?? new Set()).add(c.unitCode ?? c.unitName));
  }
  return new Set([...units].flatMap(([name, of]) => (of.size > 1 ? [name] : [])));
});

function inCommon(c: FullCoordinates, habits: Habits): CommonWords | undefined {
  if (habits.carryOver && c.flow === "expenditure" && c.fund !== "total") return undefined;
  const named = isCoded(c) || (c.projectName ?? c.projectCode) !== undefined;
  const subject = subjectOf(c, named && !habits.units ? "" : undefined);
  // One table calls a unit by its code and another by its name: a project that is of one unit alone needs neither.
  const alone = c.projectName !== undefined && !habits.shared(subject.project);
  return {
    frame: frameOf(c, c.item ?? ""),
    fund: fundOf(c, habits),
    kind: kindOf(c, habits),
    subject: { ...subject, unit: alone ? "" : subject.unit, type: "" },
  };
}

function frameOf({ flow, period, stage }: FullCoordinates, item: string): string {
  return `${flow ?? ""}|${period}|${stage}|${item}`;
}

function fundOf({ flow, fund = "total" }: Coordinates, { fiscal }: Habits): string {
  if (!fiscal) return fund;
  if (flow !== "income") return fund === "total" || fund === "current" ? "fiscal" : fund;
  if (fund === "total") return "fiscal and carry_over";
  if (fund === "current") return "fiscal";
  return fund === "carry_over" ? "fiscal carry_over" : fund;
}

function kindOf(c: Coordinates, { remainders, current, codesOfCurrent, only }: Habits): string {
  if (c.flow !== "expenditure") return "";
  const { kind = "total" } = c;
  const isSum = (c.projectName ?? c.projectCode) === undefined;
  if (kind === "project" && only !== undefined && isSum) return `project.${only}`;
  if (kind !== "total") return kind;
  if (isCoded(c) && codesOfCurrent) return "current";
  return remainders || current ? "total" : "current";
}

function isCoded({ functionCode, economicCode, govEconomicCode }: Coordinates): boolean {
  return (functionCode ?? economicCode ?? govEconomicCode) !== undefined;
}

function isLeft(fund: string | undefined): boolean {
  return fund?.startsWith("carry_over") === true;
}

/** True for money that is no 财政拨款. */
function isOwn(fund: string): boolean {
  const fiscal = BUDGETS.some((budget) => fund === budget || fund.endsWith(`.${budget}`));
  const part = fund.startsWith("general_public.") || fund === "carry_over";
  return !isUndivided(fund) && !fiscal && !part;
}
