import type { Fact } from "../model/fact.ts";
import type { Table, TableFigure } from "../model/table.ts";
import type { Catalogue, Dimension } from "./catalogue/index.ts";

/** Which table of the disclosure a figure stands in. */
export interface FactContext {
  readonly table: Table;
  /** 0-based position among the disclosure's tables. */
  readonly tableIndex: number;
  readonly catalogue: Catalogue;
}

/** How far a figure can be trusted, and why no further. */
export type Trust = Pick<Fact, "status" | "reasons" | "checkedBy">;

/** A figure as it is published: with the canonical names of its codes, or the printed one where a code is unknown. */
export function factOf(figure: TableFigure, context: FactContext, trust: Trust): Fact {
  const { table, tableIndex, catalogue } = context;
  const { coordinates, label } = figure;
  const { functionCode, economicCode, govEconomicCode } = coordinates;
  // A printed name that is another subject's stands as printed: the code may be the misprint.
  const name = (dimension: Dimension, code: string) =>
    coordinates.projectName === undefined && catalogue.contradicts(dimension, code, label)
      ? label
      : (catalogue.subject(dimension, code)?.name ?? label);
  return {
    ...coordinates,
    table: table.id,
    tableIndex,
    row: figure.row,
    column: figure.column,
    period: coordinates.period ?? "current",
    stage: coordinates.stage ?? table.stage,
    label,
    ...(functionCode !== undefined ? { functionName: name("function", functionCode) } : {}),
    ...(economicCode !== undefined ? { economicName: name("economic", economicCode) } : {}),
    ...(govEconomicCode !== undefined
      ? { govEconomicName: name("gov-economic", govEconomicCode) }
      : {}),
    money: figure.money,
    ...trust,
    place: figure.place,
  };
}
