import { CHECK_KINDS, CHECK_OUTCOMES, SEVERITIES } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { originsOf } from "../model/ids.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY } from "./identity.ts";
import { integer, PLACE, placeRecord } from "./place.ts";
import { TABLE } from "./table-fields.ts";

/** checks.csv: what was tried and did not simply hold. */
export const CHECKS = dataset({
  name: "checks",
  title: "核对记录",
  description:
    "Failed identities, repairs, lost rows, unplaced figures, unknown codes and headings, statements that differ.",
  fields: [
    IDENTITY.document,
    field("text", "check", "核对类型", "What was checked.", { values: CHECK_KINDS }),
    field("text", "outcome", "结果", "fails (不符), repaired (已修复) or noted (已记录).", {
      values: CHECK_OUTCOMES,
    }),
    TABLE.table_id,
    TABLE.row_no,
    field(
      "text",
      "severity",
      "严重程度",
      "error: the document contradicts itself; warning: not read, or by assumption; note.",
      { values: SEVERITIES },
    ),
    field("text", "coordinates", "坐标", "The coordinates concerned, name=value joined by “; ”."),
    field("text", "expected", "应为", "What the identity asks for."),
    field("text", "found", "实为", "What the document prints."),
    field("text", "difference", "差额", "Found less expected."),
    field("text", "tolerance", "容差", "How far rounding of the printed digits may go."),
    field("text", "message_zh", "说明", "One sentence that says what is the matter, in Chinese."),
    field("text", "message_en", "说明（英文）", "The same in English."),
    field("text", "figures", "相关数据", "Ids of the facts concerned, separated by spaces."),
    PLACE.page,
    PLACE.bbox,
    PLACE.line,
    field(
      "text",
      "message",
      "说明（旧列名）",
      "As message_en: for programs of contract 1, until 3.",
    ),
  ],
});
export type CheckRecord = RecordOf<typeof CHECKS>;

/** The lines of a disclosure, or of a document that was refused. */
export function checkRecords(
  disclosure: Pick<Disclosure, "document" | "checks"> & Partial<Pick<Disclosure, "tables">>,
): CheckRecord[] {
  const origins = originsOf(disclosure);
  return disclosure.checks.map((check) => {
    const { page, bbox, line } = placeRecord(check.place);
    return {
      document: origins.ofCheck(check),
      check: check.check,
      outcome: check.outcome,
      table_id: check.table ?? "",
      row_no: integer(check.row),
      severity: check.severity,
      coordinates: check.coordinates ?? "",
      expected: check.expected ?? "",
      found: check.found ?? "",
      difference: check.difference ?? "",
      tolerance: check.tolerance ?? "",
      message_zh: check.message.zh,
      message_en: check.message.en,
      message: check.message.en,
      figures: check.figures.map(origins.factId).join(" "),
      ...{ page, bbox, line },
    };
  });
}
