import { figuresOf } from "../assemble/figures/index.ts";
import { STAGES } from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { SHORTFALLS, VIEWS, type View } from "../model/figure.ts";
import { formatYuan } from "../model/money.ts";
import { COUNTS, countsOf } from "./counts.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { VIEW_NAMES } from "./figures.ts";
import { IDENTITY, identityRecord } from "./identity.ts";
import { stemOf } from "./paths.ts";
import { integer } from "./place.ts";

const count = { required: true } as const;

/** disclosures.csv: what each department published for a year and stage, from however many files. */
export const DISCLOSURES = dataset({
  name: "disclosures",
  key: "disclosure",
  title: "公开信息",
  description:
    "One line a disclosure: what one department published for one year and stage, its documents, what it has and what it lacks.",
  fields: [
    IDENTITY.disclosure,
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
    field(
      "text",
      "documents",
      "组成文件",
      "Ids of the documents that it is put together from, the leading one first, separated by spaces.",
      { required: true },
    ),
    field(
      "text",
      "editions",
      "其他版本",
      "Ids of documents of which another has all or a part in a better edition, separated by spaces; see differences.csv.",
    ),
    field("text", "tables", "表", "Ids of the tables that it has, separated by spaces."),
    field("text", "tables_empty", "空表", "Ids of tables declared empty, separated by spaces."),
    field(
      "text",
      "tables_absent",
      "缺表",
      "Ids of tables that a contents list promises and no document has, separated by spaces.",
    ),
    ...COUNTS,
    field("integer", "indicators", "绩效指标数", "Its lines in indicators.csv.", count),
    field("integer", "statements", "文字数据数", "Its lines in statements.csv.", count),
    field("text", "revised", "更正日期", "Date of the revision that it declares, as 2024-03-15."),
    ...VIEWS.flatMap((view) => [
      field(
        "decimal",
        `by_${view}_short` as const,
        `按${VIEW_NAMES[view]}划分与总计之差`,
        `By how much the figures of figures.csv with in_by_${view} fall short of the printed total; empty where there are none.`,
        { unit: "元" },
      ),
      field(
        "text",
        `by_${view}_why` as const,
        `按${VIEW_NAMES[view]}划分不足的原因`,
        "Why they do: ids explained under shortfalls in datapackage.json; empty where they add up within rounding.",
        { values: Object.keys(SHORTFALLS) },
      ),
    ]),
  ],
});
export type DisclosureRecord = RecordOf<typeof DISCLOSURES>;

export function disclosureRecord(
  disclosure: Disclosure,
  editions: readonly string[] = [],
): DisclosureRecord {
  const { document, others = [], identity, tables, facts } = disclosure;
  const { document: _, ...who } = identityRecord(disclosure);
  const ids = tables.map(({ id }) => id);
  const empty = tables.filter((table) => table.declaredEmpty !== undefined).map(({ id }) => id);
  return {
    disclosure: stemOf(disclosure),
    ...who,
    stage: identity.stage,
    documents: [document, ...others.map((other) => other.document)].join(" "),
    editions: editions.join(" "),
    tables: [...new Set(ids)].join(" "),
    tables_empty: empty.join(" "),
    tables_absent: disclosure.tablesAbsent.join(" "),
    facts: integer(facts.length),
    ...countsOf(facts),
    indicators: integer(disclosure.indicators.length),
    statements: integer(disclosure.statements.length),
    revised: disclosure.revised ?? "",
    ...shortfalls(disclosure),
  };
}

type ShortfallFields = Readonly<Record<`by_${View}_short` | `by_${View}_why`, string>>;

function shortfalls({ facts, identity }: Disclosure): ShortfallFields {
  const { sums } = figuresOf(facts, identity.stage);
  const fields = sums.flatMap(({ view, sum, total, short }) => [
    [
      `by_${view}_short`,
      short === "no-table" || !total ? "" : short ? formatYuan(total.minus(sum)) : "0",
    ],
    [`by_${view}_why`, short ?? ""],
  ]);
  return Object.fromEntries(fields) as ShortfallFields;
}
