import { describe } from "../normalise/ledger/keys.ts";
import type { Entry, Reading } from "../normalise/ledger/ledger.ts";

/** A figure that stands elsewhere now than where it is printed. */
export interface Move {
  readonly entry: Entry;
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly before: string | undefined;
}

/** Tells whether a figure means another thing now than where it is printed, or meant nothing there. */
export function movesOf(printed: readonly Reading[]): (entry: Entry) => Move | undefined {
  const places = printed.map(({ table, figures }) => {
    const meant = new Map(figures.map((f) => [f.place, describe(f.coordinates)]));
    const cells = table.rows.flatMap((row) =>
      row.cells.map((cell) => {
        const before = meant.get(cell.place);
        return [cell.place, { fromRow: row.index, fromColumn: cell.column, before }] as const;
      }),
    );
    return new Map(cells);
  });
  return (entry) => {
    const from = places[entry.table]?.get(entry.figure.place);
    const same = from?.fromRow === entry.figure.row;
    if (!from || (same && from.before === describe(entry.figure.coordinates))) return undefined;
    return { entry, ...from };
  };
}
