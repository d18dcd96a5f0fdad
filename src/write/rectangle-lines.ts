import type { Coordinates } from "../model/coordinates.ts";
import type { Fact } from "../model/fact.ts";
import { parseNumber } from "../model/money.ts";
import type { Place } from "../model/place.ts";
import type { Cell, Column, ColumnRole, Table } from "../model/table.ts";
import { groupBy } from "./group.ts";
import { FLOW_TERMS, FUND_TERMS, ITEM_TERMS, KIND_TERMS, PROJECT_TYPE_TERMS } from "./terms.ts";

/** What a line can be about, in the order of its columns. */
export const KEY_COLUMNS = [
  { key: "flow", heading: "收支" },
  { key: "unitCode", heading: "单位编码" },
  { key: "unitName", heading: "单位名称" },
  { key: "functionCode", heading: "功能分类科目编码" },
  { key: "functionName", heading: "功能分类科目名称" },
  { key: "economicCode", heading: "部门预算经济分类科目编码" },
  { key: "economicName", heading: "部门预算经济分类科目名称" },
  { key: "govEconomicCode", heading: "政府预算经济分类科目编码" },
  { key: "govEconomicName", heading: "政府预算经济分类科目名称" },
  { key: "projectCode", heading: "项目编码" },
  { key: "projectName", heading: "项目名称" },
  { key: "projectType", heading: "项目类型" },
  { key: "label", heading: "名称" },
  { key: "item", heading: "事项" },
  { key: "fund", heading: "资金来源" },
  { key: "kind", heading: "支出性质" },
] as const;
export type Keys = Partial<Record<(typeof KEY_COLUMNS)[number]["key"], string>>;

/** A row of one block of a table. */
export interface Line {
  readonly row: number;
  readonly keys: Keys;
  /** Printed cells of attribute columns, by column. */
  readonly attributes: ReadonlyMap<number, string>;
  readonly facts: readonly Fact[];
  readonly place: Place;
}

/**
 * The lines of a table, block by block. A row without facts is a line if all that it prints are names and attributes; one
 * that prints something among the amounts is a heading, a row of column numbers, or is listed in the checks.
 */
export function linesOf(table: Table, facts: readonly Fact[]): Line[] {
  const columns = new Map(table.columns.map((column) => [column.index, column]));
  const blockOf = (column: number): number => columns.get(column)?.block ?? 0;
  const factsAt = groupBy(facts, (fact) => `${blockOf(fact.column)} ${fact.row}`);
  const rows = new Map(table.rows.map((row) => [row.index, row]));
  for (const { row } of facts)
    if (!rows.has(row)) rows.set(row, { index: row, cells: [], place: {} });
  const ordered = [...rows.values()].sort((a, b) => a.index - b.index);
  const blocks = [...new Set([0, ...table.columns.map((column) => column.block)])].sort(
    (a, b) => a - b,
  );
  const hasBothFlows = new Set(facts.map((fact) => fact.flow)).size > 1;

  return blocks.flatMap((block) => {
    const flow = hasBothFlows ? flowOf(table, block) : undefined;
    return ordered.flatMap((row) => {
      const cells = row.cells.filter((cell) => cell.text !== "" && blockOf(cell.column) === block);
      const own = factsAt.get(`${block} ${row.index}`) ?? [];
      if (own.length === 0 && !isNamed(cells, columns)) return [];
      return {
        row: row.index,
        keys:
          own.length > 0
            ? factKeys(own, table, columns, hasBothFlows)
            : { ...flow, ...printedKeys(cells, columns) },
        attributes: attributesOf(cells, columns, own),
        facts: own,
        place: own[0]?.place ?? row.place,
      };
    });
  });
}

/** Income or expenditure, if all amounts of a block are one of them. */
function flowOf(table: Table, block: number): Keys {
  const amounts = table.columns.filter(
    (column) => column.block === block && column.role === "amount",
  );
  const [flow, ...others] = new Set(amounts.map((column) => column.gives.flow ?? table.gives.flow));
  return flow && others.length === 0 ? { flow: FLOW_TERMS[flow] } : {};
}

/** Whether cells without an amount are worth a line: a name or code among them, and nothing but names and attributes. */
function isNamed(cells: readonly Cell[], columns: ReadonlyMap<number, Column>): boolean {
  const roles = cells.map((cell) => columns.get(cell.column)?.role ?? "unknown");
  if (roles.some((role) => ["amount", "change", "unknown"].includes(role))) return false;
  return cells.some((cell, i) => roles[i] !== "attribute" || parseNumber(cell.text) === undefined);
}

/** What the facts of a line have in common and no column or table says. */
function factKeys(
  facts: readonly Fact[],
  table: Table,
  columns: ReadonlyMap<number, Column>,
  hasBothFlows: boolean,
): Keys {
  const first = facts[0];
  if (!first) return {};
  const ofRow = (key: "item" | "fund" | "kind"): string | undefined =>
    common(
      facts.filter((fact) => columns.get(fact.column)?.gives[key] === undefined),
      (fact) => (fact[key] === table.gives[key] ? undefined : fact[key]),
    );
  const { item, fund, kind } = {
    item: ofRow("item"),
    fund: ofRow("fund"),
    kind: ofRow("kind"),
  } as Coordinates;
  // A code that a column gives is none of the row's.
  const coded = (key: "economicCode" | "govEconomicCode") =>
    facts.find((fact) => columns.get(fact.column)?.gives[key] === undefined);
  const economic = coded("economicCode");
  const government = coded("govEconomicCode");
  const flow = common(facts, (fact) => fact.flow) as Coordinates["flow"];
  return defined({
    flow: hasBothFlows && flow ? FLOW_TERMS[flow] : undefined,
    unitCode: first.unitCode,
    unitName: first.unitName,
    functionCode: first.functionCode,
    functionName: first.functionName,
    economicCode: economic?.economicCode,
    economicName: economic?.economicName,
    govEconomicCode: government?.govEconomicCode,
    govEconomicName: government?.govEconomicName,
    projectCode: first.projectCode,
    projectName: first.projectName,
    projectType: first.projectType && PROJECT_TYPE_TERMS[first.projectType],
    label: first.label,
    item: item && ITEM_TERMS[item],
    fund: fund && fund !== "total" ? FUND_TERMS[fund] : undefined,
    kind: kind && kind !== "total" ? KIND_TERMS[kind] : undefined,
  });
}

const KEY_OF_ROLE: Partial<Record<ColumnRole, keyof Keys>> = {
  function: "functionCode",
  economic: "economicCode",
  "gov-economic": "govEconomicCode",
  "function-name": "functionName",
  "economic-name": "economicName",
  "gov-economic-name": "govEconomicName",
  label: "label",
  "unit-code": "unitCode",
  "unit-name": "unitName",
  "project-code": "projectCode",
  "project-name": "projectName",
  "project-type": "projectType",
};

/** The keys of a row without facts, as printed; a code over several columns is put together. */
function printedKeys(cells: readonly Cell[], columns: ReadonlyMap<number, Column>): Keys {
  const keys: Keys = {};
  for (const cell of cells) {
    const role = columns.get(cell.column)?.role;
    const key = role && KEY_OF_ROLE[role];
    if (key) keys[key] = (keys[key] ?? "") + cell.text;
  }
  return keys;
}

/** Attributes as printed, but for a figure that a repair has moved out of an attribute's column to its own. */
function attributesOf(
  cells: readonly Cell[],
  columns: ReadonlyMap<number, Column>,
  facts: readonly Fact[],
): Map<number, string> {
  const moved = new Set(
    facts.filter((fact) => fact.status === "repaired").map((fact) => fact.money.published),
  );
  return new Map(
    cells
      .filter((cell) => columns.get(cell.column)?.role === "attribute")
      .filter((cell) => !moved.has(parseNumber(cell.text) ?? ""))
      .map((cell) => [cell.column, cell.text]),
  );
}

function common<T>(facts: readonly Fact[], of: (fact: Fact) => T): T | undefined {
  const values = new Set(facts.map(of));
  return values.size === 1 ? [...values][0] : undefined;
}

function defined(keys: { [K in keyof Keys]: string | undefined }): Keys {
  return Object.fromEntries(
    Object.entries(keys).filter(([, value]) => value !== undefined && value !== ""),
  );
}
