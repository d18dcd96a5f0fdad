import type { Coordinates } from "../../src/model/coordinates.ts";
import type { Fact } from "../../src/model/fact.ts";
import { moneyOf } from "../../src/model/money.ts";
import type { Statement } from "../../src/model/narrative.ts";
import type { Cell, Column, ColumnRole, Table } from "../../src/model/table.ts";
import type { TableId } from "../../src/model/table-ids.ts";
import { catalogueFor } from "../../src/normalise/catalogue/index.ts";
import type { Reconciled } from "../../src/reconcile/index.ts";
import { type Told, told } from "./told.ts";

export type ColumnSpec = readonly [role: ColumnRole, gives?: Coordinates, heading?: string];

/** A table of our own in 万元: a column each `[role, coordinates, heading]`, rows as printed with `""` for a blank. */
export function table(
  id: TableId,
  gives: Coordinates,
  columns: readonly ColumnSpec[],
  rows: readonly (readonly string[])[],
  blocks: readonly number[] = [],
): Table {
  return {
    id,
    title: id,
    place: { line: 1 },
    unit: "万元",
    unitFrom: "label",
    stage: "budget",
    gives,
    notes: [],
    columns: columns.map(
      ([role, own = {}, heading = role], index): Column => ({
        index,
        role,
        heading: [heading],
        block: blocks[index] ?? 0,
        gives: own,
      }),
    ),
    rows: rows.map((texts, i) => ({
      index: i + 1,
      place: { line: i + 2 },
      cells: texts.flatMap((text, column): Cell[] =>
        text === "" ? [] : [{ column, text, place: { line: i + 2 } }],
      ),
    })),
  };
}

/** Reconciles tables of one disclosure of 2024. */
export function run(
  tables: readonly Table[],
  statements: readonly Statement[] = [],
  units: readonly string[] = [],
): Told {
  const known = { names: new Set(units) };
  return told({ tables, statements, catalogue: catalogueFor("2024"), units: known });
}

/** The facts as short lines: row, column, amount, status. */
export function statuses({ facts }: Reconciled, tableIndex = 0): string[] {
  return facts
    .filter((fact) => fact.tableIndex === tableIndex)
    .map(({ row, column, money, status }) => `${row},${column} ${money.published} ${status}`);
}

/** The fact of a cell. */
export function factAt({ facts }: Reconciled, row: number, column: number, at = 0): Fact {
  const fact = facts.find((f) => f.tableIndex === at && f.row === row && f.column === column);
  if (!fact) throw new Error(`no fact at ${row},${column}`);
  return fact;
}

/** A sentence that states an amount in 万元. */
export function statement(coordinates: Coordinates, amount: string): Statement {
  return {
    topic: "",
    subject: "",
    measure: "",
    coordinates,
    period: "current",
    money: moneyOf(amount, "万元"),
    sentence: "",
    place: { line: 1 },
    agrees: "alone",
  };
}

/** Columns of a table by function code: code, name, 合计, 基本支出, 项目支出. */
export const BY_FUNCTION: readonly ColumnSpec[] = [
  ["function", {}, "科目编码"],
  ["function-name", {}, "科目名称"],
  ["amount", {}, "合计"],
  ["amount", { kind: "basic" }, "基本支出"],
  ["amount", { kind: "project" }, "项目支出"],
];

export const SPENT: Coordinates = { flow: "expenditure", fund: "total", kind: "total" };
