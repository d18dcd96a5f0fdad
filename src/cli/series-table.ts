import { Decimal } from "decimal.js";
import { FUNDS } from "../model/coordinates.ts";
import { STAGE_NAMES } from "../taxonomy/words/stages.ts";
import { groupBy } from "../write/group.ts";
import type { SeriesRecord } from "../write/series.ts";
import { type Align, columns, printable } from "./terminal.ts";
import { say, spoken } from "./words/say.ts";

const STAGES: Readonly<Record<string, string>> = STAGE_NAMES;

/** Series as a table for the terminal in 万元: a line each, a column a year, under a line for each department and stage. */
export function seriesTable(points: readonly SeriesRecord[], isAsked: boolean): string {
  const shown = points.filter((point) => isAll(point) && (isAsked || isBroad(point)));
  const once = [...groupBy(shown, pointKey).values()].flatMap(widest);
  const groups = groupBy(once, ({ goes_on_as, scope, stage }) =>
    [goes_on_as, scope, stage].join("|"),
  );
  return [...groups.values()].map(table).join("\n");
}

/** All the money, and every kind of it; an item of 三公 is paid for by whatever its table is of. */
function isAll({ fund, kind, subject_type }: SeriesRecord): boolean {
  return subject_type === "item" || (fund === "total" && (kind === "" || kind === "total"));
}

function pointKey(point: SeriesRecord): string {
  return [point.goes_on_as, point.year, lineKey(point)].join("|");
}

/** A line of the table. */
function lineKey({ scope, stage, flow, subject_type, subject }: SeriesRecord): string {
  return [scope, stage, flow, subject_type, subject].join("|");
}

/** An item that is printed of several funds: that of all money, or else of most. */
function widest(same: readonly SeriesRecord[]): SeriesRecord[] {
  const sorted = [...same].sort(
    (a, b) => FUNDS_BY_WIDTH.indexOf(a.fund) - FUNDS_BY_WIDTH.indexOf(b.fund),
  );
  return sorted.slice(0, 1);
}

const FUNDS_BY_WIDTH: readonly string[] = Object.keys(FUNDS);

function isBroad({ subject, subject_type }: SeriesRecord): boolean {
  return subject_type !== "function" || subject.length === 3;
}

function table(points: readonly SeriesRecord[]): string {
  const years = [...new Set(points.map(({ year }) => year))].sort();
  const lines = groupBy(points, lineKey);
  const rows = [...lines.values()].map((line) => {
    const name = nameOf(line);
    return [name, ...years.map((year, i) => cellOf(line, year, years[i - 1]))];
  });
  const head = ["万元", ...years];
  const aligns: Align[] = ["left", ...years.map((): Align => "right")];
  const notes = [...new Set([...[...lines.values()].flatMap(notesOf), ...points.flatMap(restOf)])];
  return [
    `${headOf(points)}\n`,
    columns([head, ...rows], aligns).replace(/^(?=.)/gm, "  "),
    ...notes.map((note) => `  ${printable(note)}\n`),
  ].join("");
}

function headOf(points: readonly SeriesRecord[]): string {
  const [{ goes_on_as, scope, stage } = { goes_on_as: "", scope: "", stage: "" }] = points;
  const before = [...new Set(points.map(({ department }) => department))].filter(
    (name) => name !== goes_on_as,
  );
  const names =
    before.length > 0 ? say("{} (before: {})", goes_on_as, before.join("、")) : goes_on_as;
  return printable(`${names} ${STAGES[stage] ?? stage}${scope === "unit" ? "（单位）" : ""}`);
}

/** What says that a department is the same under another name, or of what it was made. */
function restOf({ department, goes_on_as, rests_on }: SeriesRecord): string[] {
  if (rests_on === "") return [];
  const names = department === goes_on_as ? department : `${department} → ${goes_on_as}`;
  return [`${names}: ${rests_on}`];
}

function nameOf(line: readonly SeriesRecord[]): string {
  const last = line.at(-1);
  if (!last) return "";
  const { subject, subject_name, subject_type, flow } = last;
  if (subject_type === "total") return say(flow === "income" ? "all income" : "all expenditure");
  return subject_type === "item" ? subject_name : `${subject} ${printable(subject_name)}`;
}

/** `| 12.34` where the year does not compare with the one before it. */
function cellOf(line: readonly SeriesRecord[], year: string, before: string | undefined): string {
  const point = line.find((one) => one.year === year);
  if (!point) return "";
  const amount = new Decimal(point.amount_yuan).div(10_000).toFixed();
  const last = line.find((one) => one.year === before);
  return last && last.same_since !== point.same_since ? `| ${amount}` : amount;
}

/** Why points of a line do not compare. */
function notesOf(line: readonly SeriesRecord[]): string[] {
  const since = new Set(line.map(({ same_since }) => same_since));
  if (since.size < 2) return [];
  return line.flatMap((point) => {
    const why = spoken() === "zh" ? point.why_zh : point.why_en;
    return point.same_since === "" ? [] : [`| ${point.same_since} ${nameOf(line)}: ${why}`];
  });
}
