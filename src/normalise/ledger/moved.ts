import type { Place } from "../../model/place.ts";
import type { Table } from "../../model/table.ts";
import { describe } from "./keys.ts";
import type { Entry, Reading } from "./ledger.ts";

/** A figure that stands elsewhere now than where it is printed. */
export interface Move {
  readonly entry: Entry;
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly before: string | undefined;
}

/** Tells whether a figure means another thing now than where it is printed, or meant nothing there. */
export function movesOf(printed: readonly Reading[]): (entry: Entry) => Move | undefined {
  const untouched = new Set(printed.flatMap(({ figures }) => figures));
  const places = printed.map((reading) => {
    let known: ReadonlyMap<Place, From> | undefined;
    return (): ReadonlyMap<Place, From> => {
      known ??= placesOf(reading);
      return known;
    };
  });
  return (entry) => {
    if (untouched.has(entry.figure)) return undefined;
    const from = places[entry.table]?.().get(entry.figure.place);
    const same = from?.fromRow === entry.figure.row;
    if (!from || (same && from.before === describe(entry.figure.coordinates))) return undefined;
    return { entry, ...from };
  };
}

type From = Omit<Move, "entry">;

function placesOf({ table, figures }: Reading): ReadonlyMap<Place, From> {
  const meant = new Map(figures.map((f) => [f.place, describe(f.coordinates)]));
  const places = new Map<Place, From>();
  for (const row of table.rows)
    for (const { place, column } of row.cells)
      places.set(place, { fromRow: row.index, fromColumn: column, before: meant.get(place) });
  return places;
}

/** The repaired table with some rows as printed; as printed in whole where its columns were changed. */
export function withRows(repaired: Table, printed: Table, asPrinted: ReadonlySet<number>): Table {
  if (repaired.columns.length !== printed.columns.length) return printed;
  const rows = repaired.rows.map((row, i) => {
    const before = printed.rows[i];
    return before && asPrinted.has(row.index) ? before : row;
  });
  const fallen = rows.some((row, i) => row.cells.length !== printed.rows[i]?.cells.length);
  return fallen ? printed : { ...repaired, rows };
}
