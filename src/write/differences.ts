import type { Difference, Side } from "../assemble/differences.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { formatYuan } from "../model/money.ts";
import { TABLE_NAMES } from "../model/table-names.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY } from "./identity.ts";
import { stemOf } from "./paths.ts";
import { TABLE } from "./table-fields.ts";

/** differences.csv: what two documents say differently. */
export const DIFFERENCES = dataset({
  name: "differences",
  title: "版本差异",
  description:
    "Every figure and every stated amount in which two editions of a disclosure differ: what stands in the combined files, and what the other has.",
  fields: [
    IDENTITY.disclosure,
    IDENTITY.department,
    IDENTITY.year,
    field("text", "kind", "差异类型", "edition: two editions of one disclosure.", {
      required: true,
      values: ["edition"],
    }),
    TABLE.table_id,
    field("text", "label", "名称", "The row as printed, or what the sentence is about."),
    field("code", "document", "采用文件", "Id of the document that stands.", { required: true }),
    field("code", "fact", "采用数据", "Id of its figure; empty for sentences."),
    field(
      "decimal",
      "amount_yuan",
      "采用金额（元）",
      "Its exact amount in 元; empty if it has none.",
      {
        unit: "元",
      },
    ),
    field("code", "other_document", "另一文件", "Id of the other document.", { required: true }),
    field(
      "code",
      "other_fact",
      "另一数据",
      "Id of its figure, in the files of its own; empty for sentences.",
    ),
    field(
      "decimal",
      "other_amount_yuan",
      "另一金额（元）",
      "Its amount in 元; empty if it has none.",
      {
        unit: "元",
      },
    ),
    field(
      "decimal",
      "difference_yuan",
      "差额（元）",
      "The other's amount less that which stands.",
      {
        unit: "元",
      },
    ),
    field("text", "sentence", "原句", "The sentence, where the amounts are stated in one."),
    field("text", "message_zh", "说明", "What differs, in Chinese."),
    field("text", "message_en", "说明（英文）", "The same in English."),
  ],
});
export type DifferenceRecord = RecordOf<typeof DIFFERENCES>;

export function differenceRecords(
  disclosure: Disclosure,
  differences: readonly Difference[],
): DifferenceRecord[] {
  const stem = stemOf(disclosure);
  const { department, year } = disclosure.identity;
  return differences.map((difference) => {
    const { kind, table, label, sentence = "", stands, other, documents } = difference;
    const where = table ? TABLE_NAMES[table] : { zh: "正文", en: "the text" };
    const [one, two] = [printed(stands), printed(other)];
    return {
      ...{ disclosure: stem, department, year, kind, label, sentence },
      table_id: table ?? "",
      document: documents[0],
      fact: stands?.fact ?? "",
      amount_yuan: stands ? formatYuan(stands.money.yuan) : "",
      other_document: documents[1],
      other_fact: other?.fact ?? "",
      other_amount_yuan: other ? formatYuan(other.money.yuan) : "",
      difference_yuan: stands && other ? formatYuan(other.money.yuan.minus(stands.money.yuan)) : "",
      message_zh: `${where.zh}，${label}：采用的版本${one ? `为${one}` : "没有"}，另一版本${two ? `为${two}` : "没有"}`,
      message_en: `${where.en}, ${label}: ${one || "nothing"} in the edition that stands, ${two || "nothing"} in the other`,
    };
  });
}

function printed(side: Side | undefined): string {
  return side ? `${side.money.published}${side.money.unit}` : "";
}
