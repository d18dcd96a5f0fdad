import { COORDINATE_NAMES, type Coordinates, type Fund } from "../../model/coordinates.ts";
import type { Statement } from "../../model/narrative.ts";
import type { TableId } from "../../model/table-ids.ts";
import { APART, type Candidate, fundOf, isCurrent, lineOf, type Wholes } from "./candidates.ts";

/**
 * How a sentence and a figure meet. `same`: they speak of the same money, and one of them is wrong where they differ. `similar`:
 * usually they do (财政拨款 where there is no fund but 一般公共预算), so that the figure may confirm the sentence, not contradict it.
 */
export type Meeting = "same" | "similar";

/** What a sentence says of what it is about. */
export type Said = Pick<Statement, "coordinates" | "period" | "topic" | "subject">;

/**
 * Whether a sentence speaks of a figure, whatever either says. The one place where this is decided. A sentence whose subject has
 * no coordinates speaks of nothing; one with a coordinate that the figure lacks, or without one that it has, is not about it.
 */
export function speaksOf(said: Said, figure: Candidate, wholes: Wholes): Meeting | undefined {
  if (!isOfItsTime(said, figure)) return undefined;
  const meeting = meetsInTime(said, figure, wholes);
  // A column 预算数 may have the adjusted budget (全年预算数), which a sentence calls so.
  const apart =
    said.coordinates.stage !== undefined && said.coordinates.stage !== figure.coordinates.stage;
  return meeting && apart ? "similar" : meeting;
}

function meetsInTime(said: Said, figure: Candidate, wholes: Wholes): Meeting | undefined {
  const { coordinates: s } = said;
  const named = NAMED_TOTALS.find(
    ({ topic, words }) => topic === said.topic && words.test(said.subject),
  );
  if (named) return figure.table === named.table && isTotalRow(figure) ? named.meets : undefined;
  if (s.item !== undefined) return meetsItem(s, figure, wholes);
  if (s.flow === undefined && s.fund === undefined) return undefined;
  if (!isOnLine(s, figure) || !hasKind(s, figure)) return undefined;
  return meetsFund(said, figure, wholes);
}

/** Totals that the narrative names in its own words, and the table whose total they are. */
const NAMED_TOTALS: readonly {
  readonly topic: string;
  readonly words: RegExp;
  readonly table: TableId;
  readonly meets: Meeting;
}[] = [
  {
    ...{ topic: "procurement", table: "procurement", meets: "same" },
    words: /^(?:部门)?政府采购(?:支出|项目|资金)?(?:预算)?(?:总额|总金额|金额)?(?:\(.*\))?$/,
  },
  // What is held at the end of which year, the table and the sentence say in words.
  {
    ...{ topic: "assets", table: "assets", meets: "similar" },
    words: /^(?:\(.*\))?(?:固定)?资产(?:总额|金额|总值|价值)$/,
  },
];

function isOfItsTime(
  { coordinates: s, period }: Said,
  { table, coordinates: c }: Candidate,
): boolean {
  const year = s.period ?? period;
  const ofYear = year === (c.period ?? "current") || table === "assets";
  const adjusted = s.stage === "adjusted" && c.stage === "budget";
  return ofYear && (s.stage === undefined || s.stage === c.stage || adjusted);
}

/** The total of a table that stands apart: all of its money, not a unit's or a class's. */
function isTotalRow({ coordinates: c, label }: Candidate): boolean {
  const all = c.fund === undefined || c.fund === "total";
  return all && !hasMore({}, c) && /总计|合计|总额|^$/.test(label.replace(/\s/g, ""));
}

/** Items belong to their own table. A row of that name in another one is of other money (公务接待费 among the classes of basic expenditure). */
function meetsItem(s: Coordinates, figure: Candidate, wholes: Wholes): Meeting | undefined {
  const { table, coordinates: c } = figure;
  if (s.item === "operating_funds" && c.item === undefined) {
    if (table === "operating-funds") return isTotalRow(figure) ? "same" : undefined;
    const near = c.kind === "basic.operating" && !APART.has(table) && !hasMore({}, c);
    return near ? "similar" : undefined;
  }
  if (s.item !== c.item) return undefined;
  // Where a department is one unit, its rows are the department's.
  const { unitCode: _code, unitName: _name, ...ofAnyUnit } = c;
  if (hasMore(s, c)) return hasMore(s, ofAnyUnit) ? undefined : "similar";
  if (table !== "three-public" && table !== "operating-funds") return "similar";
  const { fund = "total" } = c;
  return fund === "total" || isSameFund(fund, s.fund, wholes.expenditure) ? "same" : "similar";
}

/** The same line of the same side, in a table of the department's money. */
function isOnLine(s: Coordinates, { table, coordinates: c }: Candidate): boolean {
  if (s.flow !== undefined && s.flow !== c.flow) return false;
  if (hasMore(s, c) || lineOf(s) !== lineOf(c)) return false;
  // A project's amount is looked for in the forms too, and what is left from last year in its own table.
  if (table === "project-performance") return s.projectName !== undefined;
  if (table === "carry-over") return s.fund?.startsWith("carry_over") === true;
  if (APART.has(table)) return false;
  return table !== "three-public" || c.item !== undefined;
}

/** Coordinates that decide each in its own way whether a sentence and a figure meet. */
const WEIGHED: ReadonlySet<string> = new Set([
  "flow",
  "period",
  "stage",
  "fund",
  "kind",
  "projectName",
]);
/** A project that is named needs no more. */
const OF_PROJECT: ReadonlySet<string> = new Set([
  "projectCode",
  "projectType",
  "unitCode",
  "unitName",
]);

/** What a sentence and a figure on a line of its own have alike where they meet: subjects and items. */
const ALIKE = COORDINATE_NAMES.filter((name) => !WEIGHED.has(name) && !OF_PROJECT.has(name));
const OPEN = COORDINATE_NAMES.filter((name) => OF_PROJECT.has(name));

/** True if one of them is about a subject, item, unit, project … that the other does not name. */
function hasMore(s: Coordinates, c: Coordinates): boolean {
  if (s.projectName === undefined && c.projectName !== undefined) return true;
  const differs = (name: (typeof COORDINATE_NAMES)[number]) => s[name] !== c[name];
  return ALIKE.some(differs) || (!s.projectName && OPEN.some(differs));
}

/** A figure that has subjects or items is spoken of by sentences with the same alone, and one without by all kinds. */
export function commonLine(c: Coordinates): string {
  return ALIKE.map((name) => c[name]).join("|");
}

export const NO_LINE = commonLine({});

function hasKind({ kind }: Coordinates, { coordinates: c }: Candidate): boolean {
  if (c.flow !== "expenditure") return true;
  return wholeKind(kind) === wholeKind(c.kind);
}

/** 支出 is all of it, or what is spent this year: which of them, `meetsFund` asks. */
function wholeKind(kind: string | undefined): string {
  return kind === undefined || kind === "current" ? "total" : kind;
}

/** Funds that are often all there is of another one. */
const SIMILAR_FUNDS: Readonly<Partial<Record<Fund, readonly Fund[]>>> = {
  fiscal: ["general_public", "total"],
  general_public: ["fiscal", "total", "general_public.appropriation"],
  unit: ["other"],
  other: ["unit"],
};

function meetsFund(said: Said, figure: Candidate, wholes: Wholes): Meeting | undefined {
  const { coordinates: s } = said;
  const fund = fundOf(figure);
  const whole = wholes[figure.coordinates.flow ?? "expenditure"];
  if (isSameFund(fund, s.fund, whole)) return isOfYear(said, figure, whole) ? "same" : "similar";
  const near = s.projectName !== undefined || SIMILAR_FUNDS[s.fund ?? "total"]?.includes(fund);
  return near ? "similar" : undefined;
}

function isSameFund(fund: Fund, said: Fund | undefined, whole: ReadonlySet<Fund>): boolean {
  const wanted = said === undefined || said === "current" ? "total" : said;
  return fund === wanted || (whole.has(fund) && whole.has(wanted));
}

/** 总计 has what is left over in it, 合计 of a final account has not; a budget says either of either. */
function isOfYear(
  { coordinates: s, subject }: Said,
  figure: Candidate,
  whole: ReadonlySet<Fund>,
): boolean {
  if (s.stage !== "final" || s.functionCode !== undefined || s.projectName !== undefined)
    return true;
  if (whole.has("current")) return true;
  if (/合计$/.test(subject)) return isCurrent(figure);
  if (!/总计$/.test(subject)) return true;
  const part = s.fund !== undefined && figure.table !== "appropriation-summary";
  return !part && !isCurrent(figure);
}
