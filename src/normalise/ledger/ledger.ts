import { Decimal } from "decimal.js";
import type { Check } from "../../model/check.ts";
import type { Coordinates, Period, Stage } from "../../model/coordinates.ts";
import type { RowKey, Table, TableFigure } from "../../model/table.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import type { Amount } from "./amounts.ts";
import { stepsOf } from "./precision.ts";

/** A table with what its rows and cells mean: what `normalise/` makes of it. */
export interface Reading {
  readonly table: Table;
  readonly keys: readonly RowKey[];
  readonly figures: readonly TableFigure[];
  readonly checks: readonly Check[];
}

/** Reads a table; run again on a table whose cells were moved. */
export type Reader = (table: Table) => Omit<Reading, "table">;

/** The coordinates of a figure with nothing left open that has a default. */
export type FullCoordinates = Coordinates & { readonly period: Period; readonly stage: Stage };

/** One figure in the books: its amount and rounding as whole multiples of the ledger's unit. */
export interface Entry extends Amount {
  readonly id: number;
  readonly table: number;
  readonly figure: TableFigure;
  readonly coordinates: FullCoordinates;
}

/** All figures of a disclosure, to be balanced against each other. */
export interface Ledger {
  readonly readings: readonly Reading[];
  readonly entries: readonly Entry[];
  /** The entries of each table. */
  readonly byTable: readonly (readonly Entry[])[];
  /** Ledger units in a 元, as a power of ten: exact, and no decimals in the inner loops. */
  readonly digits: number;
  /** The different steps of all amounts with decimals, by the unit of their table. */
  readonly fine: ReadonlyMap<string, readonly Decimal[]>;
}

/** Enters the figures of all tables. */
export function ledgerOf(readings: readonly Reading[]): Ledger {
  const fine = fineSteps(readings);
  const steps = readings.map(({ table, figures }) => stepsOf(figures, fine.get(table.unit) ?? []));
  let digits = 0;
  for (const all of steps) for (const s of all) digits = Math.max(digits, s.decimalPlaces());
  for (const { figures } of readings) {
    for (const { money } of figures) digits = Math.max(digits, money.yuan.decimalPlaces());
  }
  const entries: Entry[] = [];
  const byTable = readings.map((reading, table) => {
    const own = enter(reading, table, steps[table] ?? [], digits, entries.length);
    entries.push(...own);
    return own;
  });
  return { readings, entries, byTable, digits, fine };
}

/** The ledger with one table read anew; the entries of the others stay the same. */
export function reenter(ledger: Ledger, table: number, reading: Reading): Ledger {
  const readings = ledger.readings.map((other, i) => (i === table ? reading : other));
  const steps = stepsOf(reading.figures, ledger.fine.get(reading.table.unit) ?? []);
  const own = enter(reading, table, steps, ledger.digits, ledger.entries.length);
  const byTable = ledger.byTable.map((other, i) => (i === table ? own : other));
  return { ...ledger, readings, byTable, entries: byTable.flat() };
}

function enter(
  { table, figures }: Reading,
  at: number,
  precise: readonly Decimal[],
  digits: number,
  first: number,
): Entry[] {
  const scale = new Decimal(10).pow(digits);
  const inUnits = (yuan: Decimal): bigint => BigInt(yuan.times(scale).toFixed(0));
  const steps = new Map<string, bigint>();
  return figures.map((figure, i) => {
    const exact = precise[i] ?? figure.money.step;
    const key = exact.toString();
    const step = steps.get(key) ?? inUnits(exact);
    steps.set(key, step);
    return {
      id: first + i,
      table: at,
      figure,
      coordinates: {
        period: "current",
        stage: table.stage,
        ...ownWords(table, figure.coordinates),
      },
      amount: inUnits(figure.money.yuan),
      step,
    };
  });
}

/**
 * The total of a table of 财政拨款, and that of a table of items, are the roots of its trees: all the money and all the items
 * that there are in it.
 */
export function ownWords({ id }: Table, coordinates: Coordinates): Coordinates {
  const { item, fund, ...rest } = coordinates;
  const isAll = fund === "fiscal" && flagsOf(id).fiscal === true;
  return {
    ...rest,
    ...(fund !== undefined && { fund: isAll ? "total" : fund }),
    ...(item !== undefined && item !== "table_total" && { item }),
  };
}

function fineSteps(readings: readonly Reading[]): Map<string, Decimal[]> {
  const fine = new Map<string, Map<string, Decimal>>();
  for (const { table, figures } of readings) {
    const steps = fine.get(table.unit) ?? new Map<string, Decimal>();
    for (const { money } of figures) {
      if (money.published.includes(".")) steps.set(money.step.toString(), money.step);
    }
    fine.set(table.unit, steps);
  }
  return new Map([...fine].map(([unit, steps]) => [unit, [...steps.values()]]));
}

/** The block of a figure, among those of all tables. */
export function blockOf({ table, figure: { block } }: Entry): string {
  return `${table} ${block}`;
}

/** The row of a figure, among those of all tables. */
export function rowOf({ table, figure: { block, row } }: Entry): string {
  return `${table} ${block} ${row}`;
}

/** The column of a figure, among those of all tables. */
export function columnOf({ table, figure: { column } }: Entry): string {
  return `${table} ${column}`;
}

/** An amount in 元 in units of the ledger. */
export function toUnits(yuan: Decimal, digits: number): bigint {
  return BigInt(yuan.times(new Decimal(10).pow(digits)).toFixed(0));
}

/** An amount of the ledger in 元. */
export function toYuan(units: bigint, digits: number): Decimal {
  return new Decimal(units.toString()).div(new Decimal(10).pow(digits));
}
