import type { Disclosure } from "../model/disclosure.ts";
import { originsOf } from "../model/ids.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY } from "./identity.ts";
import { integer, PLACE } from "./place.ts";
import { TABLE } from "./table-fields.ts";

/** indicators.csv: performance targets. */
export const INDICATORS = dataset({
  name: "indicators",
  refers: { document: "documents" },
  title: "绩效目标",
  description: "Performance targets of departments, projects and special funds.",
  fields: [
    IDENTITY.document,
    IDENTITY.department,
    IDENTITY.year,
    TABLE.table_id,
    field("code", "project_code", "项目编码", "Project of the target.", {
      columnType: "activity:generic:project:code",
    }),
    field("text", "project_name", "项目名称", "Project of the target.", {
      columnType: "activity:generic:project:label",
    }),
    field("text", "level1", "一级指标", "Level 1 of the indicator."),
    field("text", "level2", "二级指标", "Level 2 of the indicator."),
    field("text", "level3", "三级指标", "Level 3 of the indicator."),
    field("text", "operator", "比较符", "≥, ≤, =, >, < or empty where the target is words."),
    field("text", "value", "指标数值", "The number as printed, or empty."),
    field("text", "measure", "计量单位", "What the number counts: %, 元/年/人, 万人."),
    field("text", "published", "指标值", "The target as printed."),
    field("text", "note", "说明", "Remarks printed beside the target."),
    PLACE.page,
  ],
});
export type IndicatorRecord = RecordOf<typeof INDICATORS>;

export function indicatorRecords(disclosure: Disclosure): IndicatorRecord[] {
  const { identity, indicators } = disclosure;
  const origins = originsOf(disclosure);
  return indicators.map((indicator) => ({
    document: origins.at(indicator.place),
    department: identity.department,
    year: identity.year,
    table_id: indicator.table,
    project_code: indicator.projectCode ?? "",
    project_name: indicator.projectName ?? "",
    level1: indicator.level1,
    level2: indicator.level2,
    level3: indicator.level3,
    operator: indicator.operator,
    value: indicator.value,
    measure: indicator.measure,
    published: indicator.published,
    note: indicator.note,
    page: integer(indicator.place.page),
  }));
}
