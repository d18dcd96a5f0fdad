import type { Coordinates } from "../../src/model/coordinates.ts";
import { TABLE_DECLARATIONS, TABLE_NAMES } from "../../src/taxonomy/tables/declarations.ts";
import {
  FLAG_SENTENCES,
  type RowStyle,
  type TableDeclaration,
} from "../../src/taxonomy/tables/declare.ts";
import { TITLE_WORDS, type TitleWord } from "../../src/taxonomy/tables/title-words.ts";
import { ROOT, TREES, type TreeDimension } from "../../src/taxonomy/trees.ts";
import { FUND_CONCEPTS } from "../../src/taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../../src/taxonomy/words/items.ts";
import { KIND_CONCEPTS } from "../../src/taxonomy/words/kinds.ts";
import { readable } from "./readable.ts";

const CONCEPTS: Readonly<Record<TreeDimension, Readonly<Record<string, { readonly zh: string }>>>> =
  { fund: FUND_CONCEPTS, kind: KIND_CONCEPTS, item: ITEM_CONCEPTS };

/** Columns that say what a row is. */
const KEYS: Readonly<Record<RowStyle, string>> = {
  lines: "项目 on either side",
  function: "科目编码 (whole, or 类 款 项), 科目名称",
  economic: "经济分类科目编码 and 科目名称, of the department, of the government, or both",
  items: "the items, as rows or as columns",
  projects: "单位, 项目名称, 项目编码, 类型",
  purchases: "项目名称, 采购品目, 数量, 单价, 资金来源",
  units: "单位代码, 单位名称",
  assets: "资产类别, 数量",
  words: "labels and values",
};

/** docs/tables.md: the standard tables, what their titles say, and their columns. */
export function tables(): string {
  return [
    "# The standard tables",
    "",
    "Made from the taxonomy (`npm run reference`). A title may stand behind a department and a year, and have words beside that say how the table is cut. What it says of money gives the coordinates of all its figures, unless a column or a row says otherwise. Columns are looked up in one vocabulary ([glossary.md](glossary.md)) whatever the table: those named here are what it usually divides.",
    "",
    ...TABLE_DECLARATIONS.flatMap((table, i) => {
      const first = TABLE_DECLARATIONS[i - 1]?.id !== table.id;
      return [...(first ? heading(table) : ["A variant:", ""]), ...body(table, first)];
    }),
  ].join("\n");
}

function heading({ id }: TableDeclaration): string[] {
  return [`## ${TABLE_NAMES[id].zh} · \`${id}\``, "", `The ${TABLE_NAMES[id].en} table.`, ""];
}

function body(table: TableDeclaration, first: boolean): string[] {
  const flags = first ? FLAG_SENTENCES.filter(([flag]) => table[flag]) : [];
  return [
    `- Titles say: ${table.about.split(" | ").map(titleOf).join("; ")}`,
    `- Rows: \`${table.rows}\`; ${KEYS[table.rows]}`,
    `- Coordinates of all figures: ${coordinates(table.gives) || "none"}`,
    ...(table.form ? [] : columns(table)),
    ...flags.map(([flag, sentence]) => `- \`${flag}\`: ${sentence}`),
    "",
  ];
}

function titleOf(about: string): string {
  return about
    .split(" ")
    .map((word) => readable(TITLE_WORDS[word as TitleWord])[0] ?? word)
    .join(" + ");
}

function coordinates(gives: Coordinates): string {
  return Object.entries(gives)
    .map(([name, value]) => `\`${name}=${value}\``)
    .join(" ");
}

function columns({ gives, rows }: TableDeclaration): string[] {
  if (rows === "lines")
    return [
      "- Columns of amounts: 预算数 or 决算数 on either side, of expenditure by `fund` as well",
    ];
  const dimension: TreeDimension =
    rows === "items" ? "item" : gives.flow === "income" || rows === "projects" ? "fund" : "kind";
  const root = dimension === "item" ? ROOT : (gives[dimension] ?? "total");
  const named = below(dimension, root).map((id) => CONCEPTS[dimension][id]?.zh ?? id);
  return named.length === 0
    ? []
    : [`- Columns of amounts, by \`${dimension}\`: ${named.join("、")}`];
}

function below(dimension: TreeDimension, node: string): string[] {
  const { children, parts } = TREES[dimension];
  return [
    ...(node === ROOT ? [] : [node]),
    ...(children.get(node) ?? []).flatMap((child) =>
      parts.has(child) ? [] : below(dimension, child),
    ),
  ];
}
