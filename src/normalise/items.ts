import type { Item, Period, Stage } from "../model/coordinates.ts";
import type { Table } from "../model/table.ts";
import type { Catalogue } from "./catalogue/index.ts";
import { keyRows } from "./rows/keys.ts";
import type { KnownUnits } from "./units.ts";

/** A place that a table has for an item, whether something is printed there or not. */
export interface PrintedItem {
  readonly item: Item;
  readonly stage: Stage;
  readonly period: Period;
}

/** The places of a table for its items: rows under columns of amounts, and columns over rows. */
export function printedItems(table: Table, catalogue: Catalogue, units: KnownUnits): PrintedItem[] {
  const keys = keyRows(table, catalogue, units).flat();
  const amounts = table.columns.filter(({ role }) => role === "amount");
  return amounts.flatMap(({ block, gives }) =>
    keys
      .filter(({ key }) => key.block === block && key.role !== "note")
      .flatMap(({ key: { coordinates } }) => {
        const item = coordinates.item ?? gives.item ?? table.gives.item;
        const stage = coordinates.stage ?? gives.stage ?? table.stage;
        const period = coordinates.period ?? gives.period ?? "current";
        return item ? [{ item, stage, period }] : [];
      }),
  );
}
