import type { Check } from "../model/check.ts";
import { STAGES } from "../model/coordinates.ts";
import type { Disclosure, Failure, Result } from "../model/disclosure.ts";
import { type Fact, STATUSES, type Status } from "../model/fact.ts";
import { documentId } from "../model/ids.ts";
import { formatYuan } from "../model/money.ts";
import { COUNTS } from "./counts.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY, identityRecord } from "./identity.ts";
import { decimalsOf } from "./measure.ts";
import { integer } from "./place.ts";

export const OUTCOMES = ["done", "failed", "unchanged"] as const;

const count = { required: true } as const;

/** documents.csv: one line a source file, with the counts of what it gave. */
export const DOCUMENTS = dataset({
  name: "documents",
  key: "source",
  title: "来源文件",
  description:
    "One line a source file: who published what, what was found in it, or why it failed.",
  fields: [
    field("text", "source", "来源", "The source file as given.", { required: true }),
    field("code", "sha256", "SHA-256", "Of the source file."),
    field("code", "document", "文件编号", IDENTITY.document.description),
    IDENTITY.division_code,
    IDENTITY.division,
    IDENTITY.department_code,
    IDENTITY.department,
    IDENTITY.year,
    field("text", "stage", "预算阶段", "budget (预算), adjusted (调整预算) or final (决算).", {
      columnType: "phase:id",
      values: STAGES,
    }),
    IDENTITY.scope,
    field("text", "outcome", "处理结果", "done, failed or unchanged.", {
      required: true,
      values: OUTCOMES,
    }),
    field(
      "text",
      "reason",
      "原因",
      "Why the document failed, which document replaces it, or what of it stands in CSV and JSON alone.",
    ),
    field("integer", "pages", "页数", "Number of pages; 0 for a text source."),
    field(
      "text",
      "scanned_pages",
      "扫描页",
      "Pages that are not read, separated by spaces: pictures without a text layer, text drawn as outlines, damaged content; see checks.csv.",
    ),
    field(
      "text",
      "recognised_pages",
      "识别页",
      "Pages of which text was recognised in pictures (OCR), separated by spaces.",
    ),
    field("integer", "tables", "表数", "Standard tables recognised.", count),
    field("text", "tables_empty", "空表", "Ids of tables declared empty, separated by spaces."),
    field(
      "text",
      "tables_absent",
      "缺表",
      "Ids of tables that the contents list promises and the document lacks, separated by spaces.",
    ),
    ...COUNTS,
    field(
      "integer",
      "unplaced",
      "未归位",
      "Printed amounts that are in no fact, statement or attribute; see checks.csv.",
      count,
    ),
    field("integer", "indicators", "绩效指标数", "Lines in indicators.csv.", count),
    field("integer", "statements", "文字数据数", "Lines in statements.csv.", count),
  ],
});
export type DocumentRecord = RecordOf<typeof DOCUMENTS>;

/** The line of a source, read or not. */
export function documentRecord(result: Result): DocumentRecord {
  return result.outcome === "done" ? doneRecord(result.disclosure) : failedRecord(result.failure);
}

function doneRecord(disclosure: Disclosure): DocumentRecord {
  const { source, identity, tables, facts, checks } = disclosure;
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  for (const fact of facts) counts[fact.status] += 1;
  return {
    source: source.name,
    sha256: source.sha256,
    ...identityRecord(disclosure),
    stage: identity.stage,
    outcome: "done",
    reason: oversizedReason(facts),
    pages: integer(source.pages),
    scanned_pages: source.scannedPages.join(" "),
    recognised_pages: (source.recognisedPages ?? []).join(" "),
    tables: integer(tables.length),
    tables_empty: tables
      .filter((table) => table.declaredEmpty !== undefined)
      .map((table) => table.id)
      .join(" "),
    tables_absent: disclosure.tablesAbsent.join(" "),
    facts: integer(facts.length),
    proved: integer(counts.proved),
    stated: integer(counts.stated),
    repaired: integer(counts.repaired),
    unproved: integer(counts.unproved),
    conflict: integer(counts.conflict),
    unplaced: integer(unplacedAmounts(checks)),
    indicators: integer(disclosure.indicators.length),
    statements: integer(disclosure.statements.length),
  };
}

/** Amounts that are no facts: a check may tell of all that one page prints. */
function unplacedAmounts(checks: readonly Check[]): number {
  return checks
    .filter(({ check }) => check === "unplaced")
    .reduce((sum, { amounts = 1 }) => sum + amounts, 0);
}

/** An amount that no database holds is no mistake of ours, but its document's readers have to know. */
function oversizedReason(facts: readonly Fact[]): string {
  const oversized = facts.filter(
    ({ money }) => !decimalsOf(formatYuan(money.yuan)).fits || !decimalsOf(money.published).fits,
  );
  return oversized.length === 0
    ? ""
    : `${oversized.length} amounts have more digits than a database holds: empty in Parquet and load.sql, exact in CSV and JSON`;
}

/** Counts are zero, because nothing was taken from it, but for what it prints; what is not known is empty. */
function failedRecord({ source, sha256 = "", reason, checks = [] }: Failure): DocumentRecord {
  return {
    source,
    sha256,
    document: sha256 && documentId(sha256),
    division_code: "",
    division: "",
    department_code: "",
    department: "",
    year: "",
    stage: "",
    scope: "",
    outcome: "failed",
    reason,
    pages: "",
    scanned_pages: "",
    recognised_pages: "",
    tables: "0",
    tables_empty: "",
    tables_absent: "",
    facts: "0",
    proved: "0",
    stated: "0",
    repaired: "0",
    unproved: "0",
    conflict: "0",
    unplaced: integer(unplacedAmounts(checks)),
    indicators: "0",
    statements: "0",
  };
}
