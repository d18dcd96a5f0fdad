import type { Coordinates, ProjectType } from "../../model/coordinates.ts";
import { projectTypeIn } from "../../normalise/rows/labels.ts";
import { type Subject, WHOLE } from "../../taxonomy/subjects.ts";
import { adds, BUDGETS, universeOf } from "../../taxonomy/universes.ts";
import { plainName } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";

/** A figure as other tables may have it too: everything but its subject as one key, and the subject. */
export interface Comparable {
  readonly entry: Entry;
  /** Flow, period, stage, fund, kind, item: in words that mean the same in every table. */
  readonly base: string;
  readonly subject: Subject;
  readonly fund: string;
  readonly kind: string;
}

/**
 * The figures of a table that another table may print as well, in common words. `total` of a table without remainders is
 * what is spent this year (`current`); the total of a table of 财政拨款 is `fiscal`; a unit counts only where there are several.
 */
export function comparables(ledger: Ledger, table: number): Comparable[] {
  const reading = ledger.readings[table];
  if (!reading) return [];
  const entries = ledger.byTable[table] ?? [];
  const universe = universeOf(reading.table.id);
  if (universe.apart) return entries.flatMap(projectBudget);
  const common = commonWords(ledger, table);
  return entries.flatMap((entry) => common(entry) ?? []);
}

/** How a table's words are turned into those that all tables have in common. */
export function commonWords(
  ledger: Ledger,
  table: number,
): (entry: Entry) => Comparable | undefined {
  const printed = ledger.readings[table]?.table;
  const universe = universeOf(printed?.id ?? "assets");
  if (universe.apart) return () => undefined;
  const belongs = ({ coordinates: c }: Entry): boolean =>
    adds(c) && !(universe.itemsOnly && c.item === undefined);
  const entries = (ledger.byTable[table] ?? []).filter(belongs);
  const has = (test: (c: Coordinates) => boolean): boolean =>
    entries.some(({ coordinates, amount }) => amount !== 0n && test(coordinates));
  const habits: Habits = {
    fiscal: universe.fiscal === true && !has(({ fund }) => isOwn(fund)),
    remainders: has(({ kind }) => kind === "carried_forward" || kind === "distribution"),
    current: entries.some(({ coordinates: c }) => c.kind === "current" && !isCoded(c)),
    codesOfCurrent: universe.codesOfCurrent === true,
    carryOver: has(
      ({ flow, fund }) => flow === "expenditure" && fund?.startsWith("carry_over") === true,
    ),
    only: projectTypeIn(printed?.title ?? ""),
    units: new Set(entries.map(({ coordinates: c }) => c.unitCode ?? c.unitName)).size > 2,
  };
  return (entry) => (belongs(entry) ? comparable(entry, habits) : undefined);
}

/** The budget of a project that its purchases repeat is what other tables have as the project's. */
function projectBudget(entry: Entry): Comparable[] {
  const { item, ...c } = entry.coordinates;
  if (item !== "project_budget" || c.projectName === undefined) return [];
  return [
    {
      ...comparableOf(entry, "total", "project", ""),
      subject: { ...WHOLE, project: plainName(c.projectName) },
    },
  ];
}

interface Habits {
  readonly fiscal: boolean;
  readonly remainders: boolean;
  readonly current: boolean;
  readonly codesOfCurrent: boolean;
  readonly carryOver: boolean;
  /** The type of project that the table is about, if it is about one only. */
  readonly only: ProjectType | undefined;
  readonly units: boolean;
}

function comparable(entry: Entry, habits: Habits): Comparable | undefined {
  const { coordinates: c } = entry;
  // Where last year's money stands in columns of its own, a budget's column is not all that is spent from it.
  if (habits.carryOver && c.flow === "expenditure" && c.fund !== "total") return undefined;
  const project = c.projectName ?? c.projectCode;
  const coded = isCoded(c) || project !== undefined;
  const unit = coded && !habits.units ? "" : (c.unitCode ?? plainName(c.unitName ?? ""));
  return {
    ...comparableOf(entry, fundOf(c, habits), kindOf(c, habits), c.item ?? ""),
    subject: {
      ...WHOLE,
      unit,
      function: c.functionCode ?? "",
      economic: c.economicCode ?? "",
      government: c.govEconomicCode ?? "",
      project: project === undefined ? "" : plainName(project),
    },
  };
}

function comparableOf(
  entry: Entry,
  fund: string,
  kind: string,
  item: string,
): Omit<Comparable, "subject"> {
  const { flow, period, stage } = entry.coordinates;
  return { entry, base: [flow, period, stage, fund, kind, item].join("|"), fund, kind };
}

function fundOf({ flow, fund = "total" }: Coordinates, { fiscal }: Habits): string {
  if (!fiscal) return fund;
  if (flow === "income") {
    if (fund === "total") return "fiscal and carry_over";
    if (fund === "current") return "fiscal";
    return fund === "carry_over" ? "fiscal carry_over" : fund;
  }
  return fund === "total" || fund === "current" ? "fiscal" : fund;
}

function kindOf(c: Coordinates, { remainders, current, codesOfCurrent, only }: Habits): string {
  if (c.flow !== "expenditure") return "";
  const kind = c.kind ?? "total";
  const sum = (c.projectName ?? c.projectCode) === undefined;
  if (kind === "project" && only !== undefined && sum) return `project.${only}`;
  if (kind !== "total") return kind;
  if (isCoded(c) && codesOfCurrent) return "current";
  return remainders || current ? "total" : "current";
}

function isCoded({ functionCode, economicCode, govEconomicCode }: Coordinates): boolean {
  return (functionCode ?? economicCode ?? govEconomicCode) !== undefined;
}

function isOwn(fund: string | undefined): boolean {
  return (
    fund !== undefined &&
    !["total", "current", "fiscal"].includes(fund) &&
    !BUDGETS.some((budget) => fund === budget || fund.endsWith(`.${budget}`)) &&
    !fund.startsWith("general_public.") &&
    fund !== "carry_over"
  );
}
