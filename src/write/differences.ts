import {
  DIFFERENCE_KINDS,
  type Difference,
  type DifferenceKind,
  type Side,
} from "../assemble/differences.ts";
import { formatYuan } from "../model/money.ts";
import { TABLE_NAMES } from "../taxonomy/tables/declarations.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY } from "./identity.ts";
import { placeRecord } from "./place.ts";
import { TABLE } from "./table-fields.ts";

/** differences.csv: what two documents say differently. */
export const DIFFERENCES = dataset({
  name: "differences",
  refers: { disclosure: "disclosures" },
  title: "文件间差异",
  description:
    "What documents say differently of the same: two editions of a disclosure, a final account and the budget that it repeats, a year and the next, a department and its units, a government and its departments.",
  fields: [
    IDENTITY.disclosure,
    IDENTITY.department,
    IDENTITY.year,
    field(
      "text",
      "kind",
      "差异类型",
      "edition: two editions of one disclosure; budget: a final account repeats its budget otherwise; year: the year before is repeated otherwise; unit: a department says other than its units; department: a government's roll-up says other than its departments.",
      { required: true, values: DIFFERENCE_KINDS },
    ),
    TABLE.table_id,
    field("text", "label", "名称", "The row as printed, or what the sentence is about."),
    field("code", "document", "本文件", "Id of the document that stands, or repeats another.", {
      required: true,
    }),
    field("code", "fact", "本数据", "Id of its figure; empty for sentences."),
    field("text", "place", "本数据位置", "Where it stands."),
    field("decimal", "amount_yuan", "金额（元）", "Its exact amount in 元; empty if it has none.", {
      unit: "元",
    }),
    field(
      "code",
      "other_document",
      "另一文件",
      "Id of the other document; several for a sum over units or departments, separated by blanks.",
      { required: true },
    ),
    field(
      "code",
      "other_fact",
      "另一数据",
      "Id of its figure, in the files of its own; all of them for a sum; empty for sentences.",
    ),
    field("text", "other_place", "另一数据位置", "Where that stands; empty for a sum."),
    field(
      "decimal",
      "other_amount_yuan",
      "另一金额（元）",
      "Its amount in 元; empty if it has none.",
      { unit: "元" },
    ),
    field(
      "decimal",
      "difference_yuan",
      "差额（元）",
      "The other's amount less that which stands.",
      { unit: "元" },
    ),
    field("text", "sentence", "原句", "The sentence, where the amounts are stated in one."),
    field(
      "text",
      "reason",
      "文中说明的原因",
      "What the document prints as a reason to repeat figures otherwise; empty where it does not.",
    ),
    field("text", "message_zh", "说明", "What differs, in Chinese."),
    field("text", "message_en", "说明（英文）", "The same in English."),
  ],
});
export type DifferenceRecord = RecordOf<typeof DIFFERENCES>;

/** What a difference is told of: the disclosure that stands, or repeats another. */
export type DifferenceOf = Readonly<Record<"disclosure" | "department" | "year", string>>;

export function differenceRecords(
  { disclosure, department, year }: DifferenceOf,
  differences: readonly Difference[],
): DifferenceRecord[] {
  return differences.map((difference) => {
    const { kind, table, label, sentence = "", reason = "", stands, other, documents } = difference;
    const where = table ? TABLE_NAMES[table] : { zh: "正文", en: "the text" };
    const [one, two] = [printed(stands), printed(other)];
    const { zh, en } = SIDES[kind];
    return {
      ...{ disclosure, department, year, kind, label, sentence, reason },
      table_id: table ?? "",
      document: documents[0],
      fact: stands?.fact ?? "",
      place: placeRecord(stands?.place).place,
      amount_yuan: stands ? formatYuan(stands.money.yuan) : "",
      other_document: documents[1],
      other_fact: other?.fact ?? "",
      other_place: placeRecord(other?.place).place,
      other_amount_yuan: other ? formatYuan(other.money.yuan) : "",
      difference_yuan: stands && other ? formatYuan(other.money.yuan.minus(stands.money.yuan)) : "",
      message_zh: `${where.zh}，${label}：${zh[0]}${one ? `为${one}` : "没有"}，${zh[1]}${two ? `为${two}` : "没有"}`,
      message_en: `${where.en}, ${label}: ${one || "nothing"} in ${en[0]}, ${two || "nothing"} in ${en[1]}`,
    };
  });
}

type Sides = readonly [stands: string, other: string];

/** What the two sides of a difference are called. */
const SIDES: Readonly<Record<DifferenceKind, { readonly zh: Sides; readonly en: Sides }>> = {
  edition: {
    zh: ["采用的版本", "另一版本"],
    en: ["the edition that stands", "the other"],
  },
  budget: { zh: ["决算中的预算数", "预算"], en: ["the final account's budget", "the budget"] },
  year: {
    zh: ["本年公布的上年数", "上年公布数"],
    en: ["this year's column of the year before", "that year's own"],
  },
  unit: { zh: ["部门", "所属单位"], en: ["the department", "its units"] },
  department: { zh: ["汇总表", "各部门"], en: ["the roll-up", "its departments"] },
};

function printed(side: Side | undefined): string {
  return side ? `${side.money.published}${side.money.unit}` : "";
}
