import type { Coordinates } from "../model/coordinates.ts";
import type { TableId } from "../model/table-ids.ts";
import { groupBy, keyWithout, plainName } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { withoutOrdinal } from "../taxonomy/plain.ts";
import { flagsOf } from "../taxonomy/tables/declarations.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/**
 * Two different amounts at the same coordinates of one table: at most one of them can be there. What a row is called tells it
 * apart only where its coordinates name nothing (purchases, assets).
 */
export function statedTwice({ ledger }: Print): Doubt[] {
  const places = new Map<string, Entry[]>();
  for (const entry of ledger.entries) {
    const key = placeOf(entry, ledger.readings[entry.table]?.table.id ?? "assets");
    const known = places.get(key);
    if (known) known.push(entry);
    else places.set(key, [entry]);
  }
  const twice = [...places.values()].filter(([first, ...others]) => {
    return others.some(({ amount }) => amount !== first?.amount);
  });
  return doubt("stated-twice", [...new Set([...twice.flat(), ...rowsTwice(ledger)])]);
}

/**
 * Rows of one name and one meaning in one list, with different figures or with figures in one of them only: the name of one of
 * them is another row's.
 */
function rowsTwice({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table, keys }, at) => {
    if (flagsOf(table.id).things) return [];
    const entries = groupBy(byTable[at] ?? [], ({ figure: { block, row } }) => `${block} ${row}`);
    const lines = keys.filter(({ role, coordinates }) => {
      return role === "line" && keyWithout(coordinates, "flow") !== keyWithout({});
    });
    // Below the row of another unit it is that unit's.
    const alike = groupBy(lines, ({ block, section, coordinates, label }) => {
      const name = plainName(withoutOrdinal(label));
      return `${block} ${section} ${keyWithout(coordinates, "flow", "projectType")} ${name}`;
    });
    return [...alike.values()].flatMap((same) => {
      const rows = same.map(({ block, row }) => entries.get(`${block} ${row}`) ?? []);
      return new Set(rows.map(amountsOf)).size > 1 ? rows.flat() : [];
    });
  });
}

function amountsOf(row: readonly Entry[]): string {
  return row.map(({ figure, amount }) => `${figure.column}:${amount}`).join(" ");
}

const NAMES = [
  "functionCode",
  "economicCode",
  "govEconomicCode",
  "unitCode",
  "unitName",
  "projectCode",
  "projectName",
] as const satisfies readonly (keyof Coordinates)[];

function placeOf({ coordinates, figure }: Entry, id: TableId): string {
  const named = NAMES.some((name) => coordinates[name] !== undefined);
  const own = flagsOf(id).things ? figure.row : named ? "" : plainName(figure.label);
  return `${id} ${keyWithout(coordinates)} ${own}`;
}
