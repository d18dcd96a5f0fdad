import {
  FLOWS,
  FUNDS,
  ITEMS,
  KINDS,
  PERIODS,
  PROCUREMENT_CLASSES,
  PROJECT_TYPES,
} from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { type CheckedBy, STATUSES } from "../model/fact.ts";
import { originsOf } from "../model/ids.ts";
import { formatYuan, MONEY_UNITS } from "../model/money.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY, identityRecord } from "./identity.ts";
import { stemOf } from "./paths.ts";
import { integer, PLACE, placeRecord } from "./place.ts";
import { TABLE } from "./table-fields.ts";

/** facts.csv: every printed amount with its coordinates (contract section 1). */
export const FACTS = dataset({
  name: "facts",
  key: "fact",
  refers: { document: "documents", disclosure: "disclosures" },
  title: "预决算数据",
  description:
    "Every amount printed in a disclosure's tables, with its coordinates, proof and place.",
  fields: [
    field(
      "code",
      "fact",
      "数据编号",
      "Id of the fact, stable from run to run: document-t<table>-r<row>-c<column>, counted from 1.",
      { required: true },
    ),
    IDENTITY.document,
    IDENTITY.disclosure,
    IDENTITY.division_code,
    IDENTITY.division,
    IDENTITY.department_code,
    IDENTITY.department,
    IDENTITY.year,
    IDENTITY.stage,
    IDENTITY.scope,
    { ...TABLE.table_id, required: true },
    { ...TABLE.row_no, required: true },
    field("text", "flow", "收支", "income (收入) or expenditure (支出).", {
      columnType: "direction",
      values: FLOWS,
    }),
    field("text", "period", "期间", "current (本年) or previous (上年).", { values: PERIODS }),
    field(
      "code",
      "function_code",
      "支出功能分类科目编码",
      "Full code of 3, 5 or 7 digits (类, 款, 项).",
      { columnType: "functional-classification:generic:code" },
    ),
    field("text", "function_name", "支出功能分类科目名称", "Canonical name for the year.", {
      columnType: "functional-classification:generic:label",
    }),
    field(
      "code",
      "economic_code",
      "部门预算支出经济分类科目编码",
      "Full code of 3 or 5 digits (类, 款).",
      { columnType: "economic-classification:generic:code" },
    ),
    field("text", "economic_name", "部门预算支出经济分类科目名称", "Canonical name for the year.", {
      columnType: "economic-classification:generic:label",
    }),
    field(
      "code",
      "gov_economic_code",
      "政府预算支出经济分类科目编码",
      "Full code of 3 or 5 digits (类, 款).",
    ),
    field(
      "text",
      "gov_economic_name",
      "政府预算支出经济分类科目名称",
      "Canonical name for the year.",
    ),
    field("code", "unit_code", "单位编码", "Budget unit of the row.", {
      columnType: "administrative-classification:generic:level2:code",
    }),
    field("text", "unit_name", "单位名称", "Budget unit of the row.", {
      columnType: "administrative-classification:generic:level2:label",
    }),
    field("code", "project_code", "项目编码", "Project of the row.", {
      columnType: "activity:generic:project:code",
    }),
    field("text", "project_name", "项目名称", "Project of the row.", {
      columnType: "activity:generic:project:label",
    }),
    field("text", "project_type", "项目类型", "其他运转类, 特定目标类, 人员类 or 公用经费.", {
      values: PROJECT_TYPES,
    }),
    field("text", "label", "行名称", "Name of the row as printed."),
    field(
      "text",
      "item",
      "事项",
      "Id of a row or column that no code names (三公, 会议费, 培训费 …).",
      {
        values: Object.keys(ITEMS),
      },
    ),
    field("text", "fund", "资金来源", "Where the money comes from; total where not split.", {
      columnType: "fin-source:generic:code",
      values: Object.keys(FUNDS),
    }),
    field(
      "text",
      "kind",
      "支出性质",
      "What the money is spent on; of income, what it is for where the table says so.",
      {
        columnType: "expenditure-type:code",
        values: Object.keys(KINDS),
      },
    ),
    field("decimal", "amount_yuan", "金额（元）", "Exact amount in 元.", {
      columnType: "value",
      unit: "元",
      required: true,
    }),
    field("decimal", "published", "公布金额", "The amount as printed, in the unit beside it.", {
      required: true,
    }),
    field("text", "unit", "公布单位", "The unit that the amount was printed in.", {
      required: true,
      values: MONEY_UNITS,
    }),
    field(
      "text",
      "status",
      "可信程度",
      "How far the figure is proved: proved, stated, repaired, unproved or conflict.",
      { required: true, values: STATUSES },
    ),
    field(
      "text",
      "reason",
      "未证实原因",
      "Why the status is not proved: ids separated by spaces, explained under reasons in datapackage.json; empty for proved.",
    ),
    field(
      "text",
      "checked_by",
      "印证",
      "How many identities that hold witness it: sum of two or more parts that are not zero, same for equalities.",
    ),
    PLACE.place,
    PLACE.page,
    PLACE.bbox,
    PLACE.line,
    field(
      "text",
      "procurement",
      "采购类别",
      "What is bought: goods (货物), works (工程) or services (服务).",
      {
        values: PROCUREMENT_CLASSES,
      },
    ),
  ],
});
export type FactRecord = RecordOf<typeof FACTS>;

export function factRecords(disclosure: Disclosure): FactRecord[] {
  const identity = identityRecord(disclosure);
  const origins = originsOf(disclosure);
  const stem = stemOf(disclosure);
  return disclosure.facts.map((fact) => ({
    fact: origins.factId(fact),
    ...identity,
    document: origins.ofTable(fact.tableIndex),
    disclosure: stem,
    stage: fact.stage,
    table_id: fact.table,
    row_no: integer(fact.row),
    flow: fact.flow ?? "",
    period: fact.period,
    function_code: fact.functionCode ?? "",
    function_name: fact.functionName ?? "",
    economic_code: fact.economicCode ?? "",
    economic_name: fact.economicName ?? "",
    gov_economic_code: fact.govEconomicCode ?? "",
    gov_economic_name: fact.govEconomicName ?? "",
    unit_code: fact.unitCode ?? "",
    unit_name: fact.unitName ?? "",
    project_code: fact.projectCode ?? "",
    project_name: fact.projectName ?? "",
    project_type: fact.projectType ?? "",
    label: fact.label,
    item: fact.item ?? "",
    fund: fact.fund ?? "",
    kind: fact.kind ?? "",
    procurement: fact.procurement ?? "",
    amount_yuan: formatYuan(fact.money.yuan),
    published: fact.money.published,
    unit: fact.money.unit,
    status: fact.status,
    reason: fact.reasons.join(" "),
    checked_by: checkedBy(fact.checkedBy),
    ...placeRecord(fact.place),
  }));
}

/** `sum=3 same=1` */
function checkedBy({ sum, same }: CheckedBy): string {
  return [sum > 0 ? `sum=${sum}` : "", same > 0 ? `same=${same}` : ""].filter(Boolean).join(" ");
}
