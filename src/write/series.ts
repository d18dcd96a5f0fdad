import { createHash } from "node:crypto";
import { plainUnit } from "../assemble/between/shared.ts";
import { type Point, pointsOf, SUBJECT_TYPES } from "../assemble/series/points.ts";
import { FLOWS, FUNDS, KINDS } from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { STATUSES } from "../model/fact.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { FACTS, type FactRecord, factRecords } from "./facts.ts";
import { IDENTITY } from "./identity.ts";

const required = { required: true } as const;

/** series.csv: one department's figure of one subject through the years, whatever its code was in each. */
export const SERIES = dataset({
  name: "series",
  refers: { fact: "facts", disclosure: "disclosures" },
  title: "时间序列",
  description:
    "Figures as lines through the years: one line a series and year. A subject that goes on under another code is one series; points of a series compare where `same_since` is the same.",
  fields: [
    field(
      "code",
      "series",
      "序列编号",
      "Id of the series: one department, stage, flow, fund, kind and subject.",
      required,
    ),
    IDENTITY.division_code,
    IDENTITY.division,
    IDENTITY.department,
    field(
      "text",
      "goes_on_as",
      "现名",
      "The name under which the department goes on, as successions.csv has it; its own where nothing says otherwise.",
      { required: true },
    ),
    IDENTITY.scope,
    IDENTITY.stage,
    IDENTITY.year,
    field("text", "flow", "收支", "income (收入) or expenditure (支出).", { values: FLOWS }),
    field("text", "fund", "资金来源", "As in facts.csv.", { values: Object.keys(FUNDS) }),
    field("text", "kind", "支出性质", "As in facts.csv; empty for income.", {
      values: Object.keys(KINDS),
    }),
    field(
      "text",
      "subject_type",
      "科目类别",
      "What the line is about: a total without a subject, a subject, or an item of 三公.",
      {
        ...required,
        values: SUBJECT_TYPES,
      },
    ),
    field(
      "code",
      "subject",
      "现行科目编码",
      "The code under which the subject goes on, or the id of the item; empty for totals.",
    ),
    field("text", "subject_name", "现行科目名称", "Its latest name."),
    field("code", "code", "当年科目编码", "The code in this year's disclosure."),
    field("text", "label", "当年名称", "The row as printed."),
    field(
      "year",
      "same_since",
      "口径起始年",
      "The year since which the subject is the same thing; empty where no reform of it is known.",
    ),
    field("text", "why_zh", "口径变化", "Why it is not what it was before that year, in Chinese."),
    field("text", "why_en", "口径变化（英文）", "The same in English."),
    field("decimal", "amount_yuan", "金额（元）", "Exact amount in 元.", {
      ...required,
      unit: "元",
    }),
    field("text", "status", "可信程度", "As in facts.csv.", { values: STATUSES }),
    field(
      "text",
      "rests_on",
      "名称依据",
      "The document and sentence that say what the department goes on as, or was made of; empty where none does.",
    ),
    { ...fieldOf("fact"), required: true },
    IDENTITY.disclosure,
  ],
});
export type SeriesRecord = RecordOf<typeof SERIES>;

function fieldOf<Name extends (typeof FACTS.fields)[number]["name"]>(name: Name) {
  const found = FACTS.fields.find((one) => one.name === name);
  if (!found) throw new Error(`facts have no ${name}`);
  return { ...found, name };
}

export function seriesRecords(
  disclosure: Disclosure,
  facts: readonly FactRecord[] = factRecords(disclosure),
): SeriesRecord[] {
  const lines = new Map(disclosure.facts.map((fact, i) => [fact, facts[i]]));
  return pointsOf(disclosure).flatMap((point): SeriesRecord[] => {
    const line = lines.get(point.fact);
    return line ? [recordOf(point, line)] : [];
  });
}

function recordOf({ type, subject, name, since = "", why }: Point, line: FactRecord): SeriesRecord {
  const { division_code, division, department, scope, stage, year, flow, fund, kind } = line;
  const record = {
    ...{ division_code, division, department, goes_on_as: department },
    ...{ scope, stage, year, flow, fund, kind },
    ...{ subject_type: type, subject, subject_name: name },
    code: line.function_code || line.economic_code || line.gov_economic_code,
    label: line.label,
    ...{ same_since: since, why_zh: why?.zh ?? "", why_en: why?.en ?? "" },
    ...{ amount_yuan: line.amount_yuan, status: line.status, rests_on: "" },
    ...{ fact: line.fact, disclosure: line.disclosure },
  };
  return { series: seriesOf(record), ...record };
}

/** The id of the series that a point is of: that of the department that goes on. */
export function seriesOf(point: Omit<SeriesRecord, "series">): string {
  const { division_code, goes_on_as, scope, stage, flow, fund, kind } = point;
  const who = [division_code, plainUnit(goes_on_as), scope, stage];
  return seriesId([...who, flow, fund, kind, point.subject_type, point.subject]);
}

/** A letter first, so that no spreadsheet takes it for a number. */
function seriesId(about: readonly string[]): string {
  return `s${createHash("sha256").update(JSON.stringify(about)).digest("hex").slice(0, 16)}`;
}
