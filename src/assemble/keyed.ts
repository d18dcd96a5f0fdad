import { COORDINATE_NAMES, type Coordinates } from "../model/coordinates.ts";
import type { Money } from "../model/money.ts";
import type { Table } from "../model/table.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { figuresOf } from "../normalise/figures.ts";
import { plain } from "../taxonomy/plain.ts";
import type { Part } from "./part.ts";

/** A table of a document, and what each of its lines is about. */
export interface Keyed {
  readonly table: Table;
  /** Its 0-based position among the tables of its document. */
  readonly index: number;
  /** What its figures and targets are about. */
  readonly keys: ReadonlySet<string>;
  /** Its amounts, those that are nothing left out. */
  readonly amounts: ReadonlySet<string>;
}

export function keyedTables(part: Part): Keyed[] {
  const catalogue = catalogueFor(part.identity.year);
  const units = { names: new Set(part.units) };
  return part.tables.map((table, index) => {
    const { figures } = figuresOf(table, catalogue, units);
    const targets = part.indicators
      .filter(({ tableIndex }) => tableIndex === index)
      .map(({ projectName, level3 }) => `target ${plain(projectName ?? "")} ${plain(level3)}`);
    const printed = figures.filter(({ money }) => !money.yuan.isZero());
    return {
      ...{ table, index },
      keys: new Set([...numbered(figures, exactly), ...targets]),
      amounts: new Set(numbered(printed, ({ money }) => money.yuan.toFixed())),
    };
  });
}

/** A figure with what it is about and how its row is called. */
export interface Figure {
  readonly label: string;
  readonly coordinates: Coordinates;
  readonly money: Money;
}

/** What a figure is about, as another edition of its table would have it. */
export function exactly(figure: Figure): string {
  return `${roughly(figure)}|${NAMED.map((name) => plain(figure.coordinates[name] ?? "")).join("|")}|${plain(figure.label)}`;
}

/** The same without names, in which editions are spelled differently. */
export function roughly({ coordinates }: Figure): string {
  return COORDINATE_NAMES.map((name) =>
    NAMED.some((named) => named === name) ? "" : (coordinates[name] ?? ""),
  ).join("|");
}

const NAMED = ["unitName", "projectName"] as const;

/** Keys of figures in their order: what is printed several times for the same is told apart by its number. */
export function numbered<F>(figures: readonly F[], keyOf: (figure: F) => string): string[] {
  const seen = new Map<string, number>();
  return figures.map((figure) => {
    const key = keyOf(figure);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${key}|${nth}`;
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
