import { extractTables } from "../../src/extract/index.ts";
import type { Block } from "../../src/model/block.ts";
import type { Check } from "../../src/model/check.ts";
import type { Coordinates, Stage } from "../../src/model/coordinates.ts";
import type { Table } from "../../src/model/table.ts";
import type { TableId } from "../../src/model/table-ids.ts";
import { catalogueFor } from "../../src/normalise/catalogue/index.ts";
import { checksAt } from "../../src/normalise/checks.ts";
import { figuresOf } from "../../src/normalise/figures.ts";
import { joinHalfRows } from "../../src/normalise/rows/half-rows.ts";
import { knownUnits } from "../../src/normalise/units.ts";

/** What a document says, in short. */
export interface Readings {
  readonly tables: readonly Table[];
  readonly absent: readonly TableId[];
  /** `2010301 行政运行 | out basic | 12.50 万元`: row, what the figure is beyond its codes, the amount. */
  readonly figures: readonly string[];
  readonly checks: readonly Check[];
}

/** Tables, figures and checks of a document; figures of all tables one after the other. */
export function readingsOf(
  blocks: readonly Block[],
  { year = "2024", stage = "budget" as Stage, department = "" } = {},
): Readings {
  const catalogue = catalogueFor(year);
  const extraction = extractTables(blocks, { year, stage, classes: catalogue.economicClass });
  const units = knownUnits(extraction.tables, department);
  const tables = extraction.tables.map((table) => joinHalfRows(table, catalogue, units));
  const read = tables.map((table) => figuresOf(table, catalogue, units));
  return {
    tables,
    absent: extraction.absent,
    figures: read.flatMap(({ figures }) =>
      figures.map(({ coordinates, label, money }) =>
        [keyOf(coordinates, label), saidOf(coordinates), `${money.published} ${money.unit}`].join(
          " | ",
        ),
      ),
    ),
    checks: [...extraction.checks, ...read.flatMap((one, table) => checksAt(table, one))],
  };
}

function keyOf(c: Coordinates, label: string): string {
  const codes = [
    c.functionCode,
    c.economicCode,
    c.govEconomicCode,
    c.unitCode,
    c.projectType,
    c.projectName === label ? undefined : c.projectName,
    c.unitName === label ? undefined : c.unitName,
  ];
  return [...codes.filter((code) => code !== undefined), label]
    .filter((part) => part !== "")
    .join(" ");
}

function saidOf({ flow, period, stage, fund, kind, item }: Coordinates): string {
  return [
    flow === "income" ? "in" : flow === "expenditure" ? "out" : undefined,
    period === "previous" ? period : undefined,
    stage === "budget" ? undefined : stage,
    fund === "total" ? undefined : fund,
    kind === "total" ? undefined : kind,
    item,
  ]
    .filter((part) => part !== undefined)
    .join(" ");
}
