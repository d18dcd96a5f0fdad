import { FUNDS, ITEMS, KINDS, type TreeNode } from "../../src/model/coordinates.ts";
import { TABLE_NAMES } from "../../src/taxonomy/tables/declarations.ts";
import type { Concept } from "../../src/taxonomy/words/concept.ts";
import { FUND_CONCEPTS } from "../../src/taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../../src/taxonomy/words/items.ts";
import { KIND_CONCEPTS, PROJECT_TYPE_CONCEPTS } from "../../src/taxonomy/words/kinds.ts";
import { FLOW_TERMS, PERIOD_TERMS, STAGE_TERMS, STATUS_TERMS } from "../../src/write/terms.ts";
import { readable } from "./readable.ts";

type Nodes = Readonly<Record<string, TreeNode>>;

/** docs/glossary.md: every id of the data, its Chinese and English name, and the words that are printed for it. */
export function glossary(): string {
  return [
    "# Glossary",
    "",
    "中文 ↔ id ↔ English. Made from the taxonomy (`npm run reference`); where each word may stand is in `src/taxonomy`. 其中 marks a part, which bounds what stands above it and need not add up to it.",
    "",
    ...section("`fund`: where the money comes from · 资金来源", FUND_CONCEPTS, FUNDS),
    ...section("`kind`: what it is spent on · 支出类别", KIND_CONCEPTS, KINDS),
    ...section("`item`: what no code names · 项目", ITEM_CONCEPTS, ITEMS),
    ...section("`project_type` · 项目类别", PROJECT_TYPE_CONCEPTS, {}),
    ...names("`flow`, `period`, `stage` · 收支、年度、阶段", {
      ...FLOW_TERMS,
      ...PERIOD_TERMS,
      ...STAGE_TERMS,
    }),
    ...names("`status` · 可信程度", STATUS_TERMS),
    "## `table_id` · 表",
    "",
    "| 中文 | id | English |",
    "| --- | --- | --- |",
    ...Object.entries(TABLE_NAMES).map(([id, { zh, en }]) => `| ${zh} | \`${id}\` | ${en} |`),
    "",
  ].join("\n");
}

function section(title: string, concepts: Readonly<Record<string, Concept>>, nodes: Nodes) {
  return [
    `## ${title}`,
    "",
    "| 中文 | id | English | in headings and rows | in sentences |",
    "| --- | --- | --- | --- | --- |",
    ...Object.keys({ ...nodes, ...concepts }).map((id) => {
      const { zh, en, words, heading = "{}", prose = "{}" } = concepts[id] as Concept;
      const said = (place: string) =>
        words === undefined && place === "{}"
          ? ""
          : readable(place.replaceAll("{}", `(${words?.replace(/\s+/g, "|")})`)).join("、");
      const part = nodes[id]?.part ? " (其中)" : "";
      return `| ${zh} | \`${id}\`${part} | ${en} | ${said(heading)} | ${said(prose)} |`;
    }),
    "",
  ];
}

function names(title: string, terms: Readonly<Record<string, string>>): string[] {
  return [
    `## ${title}`,
    "",
    "| 中文 | id |",
    "| --- | --- |",
    ...Object.entries(terms).map(([id, zh]) => `| ${zh} | \`${id}\` |`),
    "",
  ];
}
