import type { Disclosure } from "../model/disclosure.ts";
import { originsOf } from "../model/ids.ts";
import { formatYuan, parseNumber } from "../model/money.ts";
import { BASES } from "../model/narrative.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY } from "./identity.ts";
import { PLACE, placeRecord } from "./place.ts";

/** statements.csv: figures stated in the narrative. */
export const STATEMENTS = dataset({
  name: "statements",
  refers: { document: "documents" },
  title: "文字说明数据",
  description: "Figures stated in the narrative, with the sentence, compared with the tables.",
  fields: [
    IDENTITY.document,
    IDENTITY.department,
    IDENTITY.year,
    field("text", "topic", "主题", "What the passage is about."),
    field("text", "subject", "对象", "What the figure is of."),
    field("text", "measure", "指标", "What is counted."),
    field("text", "period", "期间", "current (本年), previous (上年) or a year."),
    field("decimal", "amount_yuan", "金额（元）", "Exact amount in 元.", {
      columnType: "value",
      unit: "元",
    }),
    field("text", "published", "公布数值", "The figure as printed."),
    field("text", "unit", "公布单位", "The unit that it was printed in."),
    field("text", "change", "变动方向", "increase (增加), decrease (减少) or none (持平).", {
      values: ["increase", "decrease", "none"],
    }),
    field("decimal", "change_yuan", "变动金额（元）", "Exact amount of the change in 元.", {
      unit: "元",
    }),
    field("decimal", "change_percent", "变动百分比", "Change in per cent as printed.", {
      unit: "%",
    }),
    field(
      "text",
      "base",
      "比较基数",
      "What the change is from: previous-budget (上年预算), previous-final (上年决算、执行数) or budget (本年预算).",
      { values: BASES },
    ),
    field("decimal", "count", "数量", "A number of 团组, 人次, 批次, 辆 and the like."),
    field("text", "measure_unit", "计数单位", "What count counts."),
    field("text", "reason", "变动原因", "The publisher's reason."),
    field("text", "sentence", "原句", "The sentence."),
    PLACE.page,
    PLACE.line,
    field(
      "text",
      "agrees",
      "与表格对照",
      "Against the tables: agrees, differs, or alone where no table has the figure (or has it in another power of ten).",
      { values: ["agrees", "differs", "alone"] },
    ),
  ],
});
export type StatementRecord = RecordOf<typeof STATEMENTS>;

export function statementRecords(disclosure: Disclosure): StatementRecord[] {
  const { identity, statements } = disclosure;
  const origins = originsOf(disclosure);
  return statements.map((statement) => {
    const { page, line } = placeRecord(statement.place);
    return {
      document: origins.at(statement.place),
      department: identity.department,
      year: identity.year,
      topic: statement.topic,
      subject: statement.subject,
      measure: statement.measure,
      period: statement.period,
      amount_yuan: statement.money ? formatYuan(statement.money.yuan) : "",
      published: statement.money?.published ?? statement.published ?? "",
      unit: statement.money?.unit ?? statement.unit ?? "",
      change: statement.change ?? "",
      change_yuan: statement.changeMoney ? formatYuan(statement.changeMoney.yuan) : "",
      change_percent: parseNumber(statement.changePercent ?? "") ?? "",
      base: statement.base ?? "",
      count: statement.count ?? "",
      measure_unit: statement.measureUnit ?? "",
      reason: statement.reason ?? "",
      sentence: statement.sentence,
      page,
      line,
      agrees: statement.agrees,
    };
  });
}
