import { placeIn } from "../assemble/figures/below.ts";
import { figuresOf } from "../assemble/figures/index.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { LEVELS, type Level, VIEWS, type View } from "../model/figure.ts";
import { dataset, type Field, field, type RecordOf } from "./dataset.ts";
import { FACTS, type FactRecord, factRecords } from "./facts.ts";
import { integer, PLACE } from "./place.ts";

type FactField = Exclude<keyof FactRecord, keyof typeof PLACE>;

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  function: "功能分类",
  economic: "经济分类",
  fund: "资金来源",
  kind: "支出性质",
};

/** What a Chinese reader calls each view. */
export const VIEW_NAMES: Readonly<Record<View, string>> = {
  ...LEVEL_NAMES,
  project: "项目",
  unit: "单位",
};

const inViews = VIEWS.map((view) =>
  field(
    "boolean",
    `in_by_${view}` as const,
    `计入按${VIEW_NAMES[view]}划分`,
    `True for the lines that divide the money of the disclosure by ${view} and overlap nowhere: their amounts may be added up.`,
    { required: true },
  ),
);
const leaves = LEVELS.map((level) =>
  field(
    "boolean",
    `${level}_leaf` as const,
    `${LEVEL_NAMES[level]}末级`,
    `True where no printed figure divides it further by ${level}.`,
    { required: true },
  ),
);

/** figures.csv: what to add up. Each figure of a disclosure once, however often it is printed (contract section 7). */
export const FIGURES = dataset({
  name: "figures",
  key: "fact",
  refers: { fact: "facts", disclosure: "disclosures" },
  title: "去重数据",
  description:
    "The distinct figures of a disclosure, each once, by its best-proved printing, with what may be added up without counting money twice.",
  fields: [
    ...(FACTS.fields.filter(({ name }) => !(name in PLACE)) as Field<FactField>[]),
    field("integer", "tables", "所在表数", "In how many tables it is printed.", { required: true }),
    field(
      "integer",
      "function_level",
      "功能分类级次",
      "1 (类), 2 (款) or 3 (项) of its function code; empty without one.",
    ),
    field(
      "integer",
      "economic_level",
      "经济分类级次",
      "1 (类) or 2 (款) of its economic code; empty without one.",
    ),
    ...leaves,
    ...inViews,
  ],
});
export type FigureRecord = RecordOf<typeof FIGURES>;

export function figureRecords(
  disclosure: Disclosure,
  facts: readonly FactRecord[] = factRecords(disclosure),
): FigureRecord[] {
  const lines = new Map(disclosure.facts.map((fact, i) => [fact, facts[i]]));
  const { figures } = figuresOf(disclosure.facts, disclosure.identity.stage);
  return figures.flatMap(({ fact, tables, leaf, views }): FigureRecord[] => {
    const line = lines.get(fact);
    if (!line) return [];
    const { place: _, page: __, bbox: ___, line: ____, ...said } = line;
    const level = (of: Level): string => levelOf(placeIn(of, fact));
    const flags = [
      ...LEVELS.map((one) => [`${one}_leaf`, String(leaf.has(one))]),
      ...VIEWS.map((one) => [`in_by_${one}`, String(views.has(one))]),
    ];
    return [
      {
        ...said,
        tables: integer(tables),
        function_level: level("function"),
        economic_level: level("economic"),
        ...(Object.fromEntries(flags) as Record<`${Level}_leaf` | `in_by_${View}`, string>),
      },
    ];
  });
}

/** 208 is of level 1, 20805 of level 2, 2080505 of level 3. */
function levelOf(code: string): string {
  return code === "" ? "" : integer((code.length - 1) / 2);
}
