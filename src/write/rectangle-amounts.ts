import type { Coordinates } from "../model/coordinates.ts";
import type { Fact } from "../model/fact.ts";
import type { Column, Table } from "../model/table.ts";
import { groupBy } from "./group.ts";
import {
  FLOW_TERMS,
  FUND_TERMS,
  ITEM_TERMS,
  KIND_TERMS,
  PROCUREMENT_TERMS,
  PROJECT_TYPE_TERMS,
  STAGE_TERMS,
} from "./terms.ts";

/**
 * The heading under which each fact of a table stands: canonical words for what the column's amounts have in common, and
 * their unit, `一般公共预算（万元）`. Columns of independent blocks that mean the same share a heading; columns of one block
 * that do are numbered, and an amount in another unit than its column's stands under a heading of its own.
 */
export interface AmountHeadings {
  /** In the order of the columns; columns without amounts have theirs too. */
  readonly headings: readonly string[];
  of(fact: Fact): string;
}

export function amountHeadings(table: Table, facts: readonly Fact[]): AmountHeadings {
  const meanings = columnMeanings(table, facts);
  const under = (meaning: string, unit: string): string => `${meaning}（${unit}）`;
  const of = (fact: Fact): string =>
    under(meanings.get(fact.column) ?? (wordsOf(fact, table, true) || "金额"), fact.money.unit);

  const used = new Set(facts.map(of));
  const usedColumns = new Set(facts.map((fact) => fact.column));
  const declared = table.columns
    .filter((column) => isAmount(column))
    .map((column) => ({ column, heading: under(meanings.get(column.index) ?? "", unitOf(column)) }))
    .filter(({ column, heading }) => used.has(heading) || !usedColumns.has(column.index))
    .map(({ heading }) => heading);
  return { headings: [...new Set([...declared, ...used])], of };

  function unitOf(column: Column): string {
    return column.unit ?? table.unit;
  }
}

/** Words for each amount column, distinct within its block. */
function columnMeanings(table: Table, facts: readonly Fact[]): Map<number, string> {
  const names = new Map(facts.map((fact) => [fact.column, className(fact)]));
  const meanings = new Map<number, string>();
  const blocks = [...groupBy(table.columns.filter(isAmount), (column) => column.block).values()];
  // What the other columns split is their total; a column on its own is just money.
  const plain = blocks.some((block) => block.length > 1) ? "合计" : "金额";
  for (const block of blocks) {
    const splitsFlow = new Set(block.map((column) => column.gives.flow)).size > 1;
    const times = new Map<string, number>();
    for (const column of block) {
      const words = wordsOf(column.gives, table, splitsFlow);
      const meaning =
        [words, classOf(column, names)].filter((word) => word !== "").join("·") || plain;
      const nth = (times.get(meaning) ?? 0) + 1;
      times.set(meaning, nth);
      meanings.set(column.index, nth === 1 ? meaning : `${meaning} ${nth}`);
    }
  }
  return meanings;
}

/** The economic class that a column is, under its official name if it has figures. */
function classOf({ index, gives, heading }: Column, names: ReadonlyMap<number, string>): string {
  const code = gives.economicCode ?? gives.govEconomicCode;
  return code === undefined ? "" : names.get(index) || (heading.at(-1) ?? code);
}

function className({ economicName, govEconomicName }: Fact): string {
  return economicName ?? govEconomicName ?? "";
}

const isAmount = (column: Column): boolean => column.role === "amount";

/** What coordinates add to those of the whole table, in words; empty if nothing. */
function wordsOf(gives: Coordinates, table: Table, withFlow: boolean): string {
  const { flow, stage, period, item, fund, kind, procurement, projectType } = gives;
  const whole = table.gives;
  const words = [
    withFlow && flow && flow !== whole.flow ? FLOW_TERMS[flow] : "",
    stage && stage !== table.stage ? STAGE_TERMS[stage] : "",
    period === "previous" ? "上年" : "",
    item && item !== whole.item ? ITEM_TERMS[item] : "",
    fund && fund !== "total" && fund !== whole.fund ? FUND_TERMS[fund] : "",
    kind && kind !== "total" && kind !== whole.kind ? KIND_TERMS[kind] : "",
    procurement ? PROCUREMENT_TERMS[procurement] : "",
    projectType && projectType !== whole.projectType ? PROJECT_TYPE_TERMS[projectType] : "",
  ].filter((word) => word !== "");
  return words.join("·") || (period === "current" ? "本年" : "");
}
