import type { Stage } from "../../model/coordinates.ts";
import type { Fact } from "../../model/fact.ts";
import { LEVELS, type Shortfall, VIEWS, type View, type ViewSum } from "../../model/figure.ts";
import { type Money, sumOf } from "../../model/money.ts";
import { groupBy, keyWithout } from "../../normalise/ledger/keys.ts";
import { isUndivided } from "../../taxonomy/orders.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { TREES } from "../../taxonomy/trees.ts";
import { divides, isWithin, placeIn } from "./below.ts";

/** The facts of a view, and what they add up to. */
export interface Division extends ViewSum {
  readonly facts: readonly Fact[];
}

/**
 * The additive views of a disclosure: for each, the lines of one table that divide the money and overlap nowhere. Of several
 * tables the one that adds up to the total is taken, the most detailed first.
 */
export function viewsOf(facts: readonly Fact[], stage: Stage): Division[] {
  const own = facts.filter((fact) => {
    const { apart, outside, partial } = flagsOf(fact.table);
    return fact.period === "current" && fact.stage === stage && !(apart || outside || partial);
  });
  return VIEWS.map((view) => divisionOf(view, own));
}

/** What a fact must say, and must not, to be a line of a view. */
const LINES: Readonly<Record<View, (fact: Fact) => boolean>> = {
  function: (f) => f.functionCode !== undefined && !isProject(f) && economicOf(f) === "",
  economic: (f) => economicOf(f) !== "" && f.functionCode === undefined && !isProject(f),
  fund: (f) => f.flow === "income" && f.kind === undefined && isWhole(f),
  kind: (f) => f.flow === "expenditure" && isWhole(f),
  project: (f) => isProject(f) && !flagsOf(f.table).oneEach,
  unit: (f) => unitOf(f) !== "" && isPlain(f),
};

function divisionOf(view: View, facts: readonly Fact[]): Division {
  const flow = view === "fund" ? "income" : "expenditure";
  const wholes = facts.filter((fact) => fact.flow === flow && isWhole(fact));
  const totals = totalsOf(wholes);
  const lines = facts.filter(
    (fact) => fact.flow === flow && fact.item === undefined && LINES[view](fact),
  );
  const candidates = [...groupBy(lines, (fact) => bandOf(view, fact)).values()].map((band) => {
    const leaves = leavesOf(band);
    return { leaves, ...sumOf(leaves.map(({ money }) => money)) };
  });
  const rated = candidates
    .map((one) => ({
      ...one,
      short: shortfallOf(one, totals, ownTotalsOf(view, one.leaves, wholes)),
    }))
    .filter(({ leaves, short }) => short === undefined || !areContradicted(leaves));
  rated.sort((a, b) => {
    return (
      Number(a.short !== undefined) - Number(b.short !== undefined) ||
      widthOf(b.leaves) - widthOf(a.leaves) ||
      (a.short === undefined ? b.leaves.length - a.leaves.length : b.yuan.comparedTo(a.yuan))
    );
  });
  const [best] = rated;
  const total = totals[0]?.yuan;
  if (!best) return { view, facts: [], sum: sumOf([]).yuan, total, short: "no-table" };
  return { view, facts: best.leaves, sum: best.yuan, total, short: best.short };
}

/**
 * Lines that may be held against each other: those of one table and one column of money. For a view of funds or kinds the
 * columns are the lines.
 */
function bandOf(view: View, fact: Fact): string {
  const { fund = "total", kind = "", tableIndex } = fact;
  const columns = [view === "fund" ? "" : fund, view === "kind" || view === "project" ? "" : kind];
  const units = view === "unit" ? "" : unitOf(fact) === "" ? "whole" : "units";
  return [tableIndex, ...columns, units].join("|");
}

/** The totals of one side that are printed without a subject, the widest first: 支出总计, then 本年支出. */
function totalsOf(facts: readonly Fact[]): Money[] {
  const rank = ({ fund = "total", kind = "total" }: Fact): number =>
    WIDEST.indexOf(fund) + 2 * WIDEST.indexOf(kind);
  return facts
    .filter(isWidest)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ money }) => money);
}

/** All money, and all of this year. */
const WIDEST: readonly string[] = ["total", "current"];

function isWidest({ fund = "total", kind = "total" }: Fact): boolean {
  return WIDEST.includes(fund) && WIDEST.includes(kind);
}

/** Facts of a band that no other of it divides further in any dimension. */
function leavesOf(band: readonly Fact[]): Fact[] {
  const groups = groupBy(
    band,
    (fact) => `${unitOf(fact)}|${fact.projectName ?? fact.projectCode ?? ""}`,
  );
  const leaves = [...groups.values()].flatMap((group) =>
    group.filter((whole) => !group.some((part) => isPartOf(part, whole))),
  );
  const nested = leaves.filter((fact) => {
    const unit = fact.unitCode ?? "";
    return !(unit !== "" && !isCoded(fact) && leaves.some((other) => isUnitBelow(other, unit)));
  });
  return unique(nested.filter(isPlainPart));
}

function isPartOf(part: Fact, whole: Fact): boolean {
  return (
    LEVELS.every((level) => isWithin(level, part, whole)) &&
    LEVELS.some((level) => divides(level, part, whole))
  );
}

/** No 其中: it is in its whole already. */
function isPlainPart({ fund = "total", kind }: Fact): boolean {
  return !TREES.fund.parts.has(fund) && !TREES.kind.parts.has(kind ?? "");
}

function isUnitBelow({ unitCode = "" }: Fact, unit: string): boolean {
  return unitCode.length > unit.length && unitCode.startsWith(unit);
}

/** The same line printed again on a further page is one; with another amount it is another line. */
function unique(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (flagsOf(fact.table).things) return true;
    const key = [
      unitOf(fact),
      fact.projectName ?? fact.projectCode ?? "",
      ...LEVELS.map((level) => placeIn(level, fact)),
      fact.money.yuan.toString(),
      fact.govEconomicCode ?? "",
      fact.projectName === undefined ? "" : `${fact.row}`,
    ].join("|");
    return !seen.has(key) && seen.add(key);
  });
}

/** The width of a band of all money and all kinds. */
const WHOLE = 5;

/** How much of the money a band is of: all of it, all 财政拨款, or one budget; all kinds, or one. */
function widthOf([first]: readonly Fact[]): number {
  const { fund = "total", kind } = first ?? {};
  const funds = fund === "total" || fund === "current" ? 2 : fund === "fiscal" ? 1 : 0;
  return 2 * funds + (isUndivided(kind ?? "") ? 1 : 0);
}

type Sum = Pick<Money, "yuan" | "step">;

function closes({ yuan, step }: Sum, total: Sum["yuan"]): boolean {
  return yuan.minus(total).abs().times(2).lte(step);
}

function shortfallOf(
  sum: Sum & { readonly leaves: readonly Fact[] },
  totals: readonly Money[],
  own: readonly Money[],
): Shortfall | undefined {
  const [total, ...narrower] = totals;
  if (!total) return "no-total";
  const isOf = ({ yuan, step }: Sum): boolean =>
    closes({ ...sum, step: sum.step.plus(step) }, yuan);
  if (isOf(total)) return undefined;
  if (narrower.some(isOf)) return "carried-forward";
  const isAllOfAPart = own.length === 0 || own.some(({ yuan, step }) => isOf({ yuan, step }));
  return widthOf(sum.leaves) < WHOLE && isAllOfAPart ? "part-of-the-money" : "rows-missing";
}

/** What is printed as the total of the very money that lines divide: of one fund and one kind. */
function ownTotalsOf(view: View, [first]: readonly Fact[], wholes: readonly Fact[]): Money[] {
  if (!first) return [];
  const kind = view === "project" ? "project" : placeIn("kind", first);
  const fund = placeIn("fund", first);
  return wholes
    .filter((fact) => placeIn("fund", fact) === fund && placeIn("kind", fact) === kind)
    .map(({ money }) => money);
}

/** Lines of one meaning with two amounts: each line a thing of its own, or one of them is wrong. Only a sum that closes tells. */
function areContradicted(leaves: readonly Fact[]): boolean {
  const lines = leaves.filter((fact) => !isProject(fact) && !flagsOf(fact.table).things);
  const places = lines.map((fact) => keyWithout(fact));
  return new Set(places).size < places.length;
}

function isWhole(fact: Fact): boolean {
  return !isCoded(fact) && unitOf(fact) === "" && !isProject(fact) && fact.item === undefined;
}

function isPlain(fact: Fact): boolean {
  return !isCoded(fact) && !isProject(fact) && fact.item === undefined;
}

function isCoded(fact: Fact): boolean {
  return fact.functionCode !== undefined || economicOf(fact) !== "";
}

function isProject({ projectName, projectCode }: Fact): boolean {
  return (projectName ?? projectCode) !== undefined;
}

function economicOf({ economicCode = "", govEconomicCode = "" }: Fact): string {
  return economicCode || govEconomicCode;
}

function unitOf({ unitCode = "", unitName = "" }: Fact): string {
  return unitCode || unitName;
}
