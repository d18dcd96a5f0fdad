import type { Coordinates, Fund, Item, Kind } from "../../model/coordinates.ts";
import type { Fact } from "../../model/fact.ts";
import type { TableId } from "../../model/table-ids.ts";
import type { NarrativeStatement } from "../prose/statements.ts";
import { agree } from "./rounding.ts";

/** What a figure of a table must tell to be compared with a stated one. A fact is one. */
export type TableAmount = Coordinates &
  Pick<Fact, "table" | "tableIndex" | "row" | "column" | "label" | "money" | "place">;

export interface Matches {
  /** Figures that mean the same: one that differs contradicts the statement. */
  readonly same: readonly TableAmount[];
  /** Figures that usually mean the same (财政拨款 where there is no fund but 一般公共预算): they may confirm, not contradict. */
  readonly similar: readonly TableAmount[];
}

/** Tables whose totals are about something else than the department's income and expenditure. */
const APART: ReadonlySet<TableId> = new Set([
  ...(["procurement", "carry-over", "assets", "operating-funds", "organisation"] as const),
  ...(["department-performance", "project-performance", "special-fund-performance"] as const),
]);

/** Totals that the narrative names in its own words, and the table whose total they are. */
const NAMED_TOTALS: readonly (readonly [NarrativeStatement["topic"], RegExp, TableId])[] = [
  [
    "procurement",
    /^(?:部门)?政府采购(?:支出|项目|资金)?(?:预算)?(?:总额|总金额|金额)?(?:\(.*\))?$/,
    "procurement",
  ],
  ["assets", /^(?:\(.*\))?(?:固定)?资产(?:总额|金额|总值|价值)$/, "assets"],
];

const SIMILAR_FUNDS: Readonly<Partial<Record<Fund, readonly Fund[]>>> = {
  fiscal: ["general_public", "total", "current"],
  general_public: ["fiscal", "total", "general_public.appropriation"],
  unit: ["other"],
  other: ["unit"],
};

/** The tables' figures as statements are looked up in them. */
export interface Tables {
  readonly amounts: readonly TableAmount[];
  /** Funds whose expenditure is all of the department's: 财政拨款 where there is nothing else. They mean the same here. */
  readonly whole: ReadonlySet<Fund>;
}

export function tablesOf(all: readonly TableAmount[]): Tables {
  const totals = all.filter(
    (one) =>
      one.flow === "expenditure" &&
      one.period === "current" &&
      one.functionCode === undefined &&
      one.item === undefined &&
      one.kind === "total" &&
      !APART.has(one.table) &&
      isTotal(one),
  );
  const whole = totals.find((one) => fundOf(one) === "total");
  const same = totals.filter((one) => whole && agree(one.money, whole.money)).map(fundOf);
  const fiscal: readonly Fund[] = same.includes("general_public") ? ["fiscal"] : [];
  return { amounts: all, whole: new Set([...same, ...fiscal]) };
}

/** The figures of the tables that a statement is about. */
export function matchesOf(statement: NarrativeStatement, tables: Tables): Matches {
  const { amounts, whole } = tables;
  const { coordinates, topic, subject } = statement;
  const named = NAMED_TOTALS.find(([of, words]) => of === topic && words.test(subject));
  if (named) return { same: totalsOf(amounts, named[2]), similar: [] };
  if (coordinates.item) return itemMatches(coordinates, coordinates.item, amounts);
  if (coordinates.flow === undefined && coordinates.fund === undefined) return NOTHING;
  const near = amounts.filter((amount) => isNear(coordinates, amount));
  // Coverage and projects are stated of a part of the money, whose extent the sentence alone tells.
  const lenient = topic === "performance" || topic === "project";
  const funds = fundsOf(coordinates);
  const same = near.filter((amount) => {
    const fund = fundOf(amount);
    return funds.includes(fund) || (whole.has(fund) && funds.some((one) => whole.has(one)));
  });
  return lenient
    ? { same: [], similar: near }
    : { same, similar: near.filter((one) => !same.includes(one)) };
}

const NOTHING: Matches = { same: [], similar: [] };

function itemMatches(
  { period = "current", stage }: Coordinates,
  item: Item,
  amounts: readonly TableAmount[],
): Matches {
  const inTime = amounts.filter((one) => one.period === period && one.stage === stage);
  const same = inTime.filter((one) => one.item === item && !one.economicCode);
  if (item !== "operating_funds") return { same, similar: [] };
  const totals = totalsOf(inTime, "operating-funds");
  const similar = inTime.filter(
    (one) => one.kind === "basic.operating" && isTotal(one) && !APART.has(one.table),
  );
  return { same: [...same, ...totals], similar };
}

function totalsOf(amounts: readonly TableAmount[], table: TableId): TableAmount[] {
  return amounts.filter(
    (one) =>
      one.table === table &&
      one.item === undefined &&
      isTotal(one) &&
      (one.fund === undefined || one.fund === "total") &&
      /总计|合计|总额|^$/.test(one.label),
  );
}

function isNear(wanted: Coordinates, amount: TableAmount): boolean {
  if (APART.has(amount.table) !== isApart(wanted, amount) || amount.item !== undefined)
    return false;
  if ((wanted.period ?? "current") !== amount.period || wanted.stage !== amount.stage) return false;
  if (wanted.flow !== undefined && wanted.flow !== amount.flow) return false;
  if (wanted.functionCode !== amount.functionCode) return false;
  if (!isTotal(amount, wanted.projectName)) return false;
  if (amount.flow === "expenditure" && !kindsOf(wanted).includes(amount.kind ?? "total"))
    return false;
  const funds = fundsOf(wanted);
  const wide = [...funds, ...funds.flatMap((fund) => SIMILAR_FUNDS[fund] ?? [])];
  return wanted.projectName !== undefined || wide.includes(fundOf(amount));
}

/** A project's amount is looked for in the forms too. */
function isApart(wanted: Coordinates, { table }: TableAmount): boolean {
  return wanted.projectName !== undefined && table === "project-performance";
}

/** True for a figure of the whole department (or of one project), not of a unit, an economic subject or a project. */
function isTotal(amount: TableAmount, project?: string): boolean {
  const coded = amount.economicCode ?? amount.govEconomicCode;
  const named = project === undefined ? undefined : plain(project);
  const other = amount.projectName === undefined ? undefined : plain(amount.projectName);
  const unit = project === undefined ? amount.unitCode : undefined;
  return coded === undefined && unit === undefined && named === other;
}

function plain(name: string): string {
  return name.normalize("NFKC").replace(/[\s“”"]/g, "");
}

function kindsOf({ kind }: Coordinates): readonly Kind[] {
  return kind === undefined || kind === "total" ? ["total", "current"] : [kind];
}

function fundsOf({ fund }: Coordinates): readonly Fund[] {
  return fund === undefined || fund === "total" ? ["total", "current"] : [fund];
}

/** The summary of appropriations is about 财政拨款 as a whole, whatever its totals are called. */
function fundOf({ fund = "total", table }: TableAmount): Fund {
  const whole = fund === "total" || fund === "current";
  return table === "appropriation-summary" && whole ? "fiscal" : fund;
}
