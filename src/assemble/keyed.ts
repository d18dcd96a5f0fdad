import { plain } from "../extract/words.ts";
import { COORDINATE_NAMES } from "../model/coordinates.ts";
import type { Money } from "../model/money.ts";
import type { Table, TableFigure } from "../model/table.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { figuresOf } from "../normalise/figures.ts";
import type { Part } from "./part.ts";

/** A figure with what it is about, as another edition of its table would have it. */
export interface KeyedFigure extends Pick<TableFigure, "row" | "column" | "label" | "coordinates"> {
  readonly key: string;
  readonly money: Money;
}

/** A table of a document, and what each of its lines is about. */
export interface Keyed {
  readonly table: Table;
  /** Its 0-based position among the tables of its document. */
  readonly index: number;
  readonly figures: readonly KeyedFigure[];
  /** What its figures and targets are about. */
  readonly keys: ReadonlySet<string>;
}

export function keyedTables(part: Part): Keyed[] {
  const catalogue = catalogueFor(part.identity.year);
  const units = { names: new Set(part.units) };
  return part.tables.map((table, index) => {
    const figures = keyed(
      figuresOf(table, catalogue, units).figures.map((figure) => ({
        ...figure,
        coordinates: { period: "current" as const, stage: table.stage, ...figure.coordinates },
      })),
    );
    const targets = part.indicators
      .filter(({ tableIndex }) => tableIndex === index)
      .map(({ projectName, level3 }) => `target ${plain(projectName ?? "")} ${plain(level3)}`);
    return {
      ...{ table, index, figures },
      keys: new Set([...figures.map(({ key }) => key), ...targets]),
    };
  });
}

/** What is printed several times for the same is told apart by its order. */
export function keyed<
  F extends Pick<TableFigure, "row" | "column" | "label" | "coordinates" | "money">,
>(figures: readonly F[]): (F & { readonly key: string })[] {
  const seen = new Map<string, number>();
  return figures.map((figure) => {
    const about = COORDINATE_NAMES.map((name) => figure.coordinates[name] ?? "").join("|");
    const of = `${about}|${plain(figure.label)}`;
    const nth = (seen.get(of) ?? 0) + 1;
    seen.set(of, nth);
    return { ...figure, key: `${of}|${nth}` };
  });
}

/** Whether at least half of the smaller of two sets is in the other; not for empty ones. */
export function sharesHalf(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return false;
  let shared = 0;
  for (const each of small) if (large.has(each)) shared += 1;
  return 2 * shared >= small.size;
}
