import { CHECK_KINDS } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { TABLE_IDS } from "../model/table-ids.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY } from "./identity.ts";
import { integer, PLACE, placeRecord } from "./place.ts";

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
      values: ["fails", "repaired", "noted"],
    }),
    field("text", "table", "表", "Id of the standard table.", { values: TABLE_IDS }),
    field("integer", "row", "表内行号", "1-based row of the logical table."),
    field("text", "coordinates", "坐标", "The coordinates concerned, name=value joined by “; ”."),
    field("text", "expected", "应为", "What the identity asks for."),
    field("text", "found", "实为", "What the document prints."),
    field("text", "difference", "差额", "Found less expected."),
    field("text", "tolerance", "容差", "How far rounding of the printed digits may go."),
    field("text", "message", "说明", "One sentence that says what is the matter."),
    PLACE.page,
    PLACE.bbox,
    PLACE.line,
  ],
});
export type CheckRecord = RecordOf<typeof CHECKS>;

export function checkRecords({ document, checks }: Disclosure): CheckRecord[] {
  return checks.map((check) => ({
    document,
    check: check.check,
    outcome: check.outcome,
    table: check.table ?? "",
    row: integer(check.row),
    coordinates: check.coordinates ?? "",
    expected: check.expected ?? "",
    found: check.found ?? "",
    difference: check.difference ?? "",
    tolerance: check.tolerance ?? "",
    message: check.message,
    ...placeRecord(check.place),
  }));
}
