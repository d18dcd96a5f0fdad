import type { Coordinates } from "../../model/coordinates.ts";
import { flagsOf } from "../../taxonomy/tables.ts";
import { plainName } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";

/** The rows of one table that are keyed in one way (all projects, all codes of one depth), as other tables may list them too. */
export interface RowList {
  readonly table: number;
  /** How the rows are keyed: lists of one way can be compared. */
  readonly way: string;
  /** The figures of each thing listed. */
  readonly rows: ReadonlyMap<string, readonly Entry[]>;
}

/** The lists of all tables that other tables may repeat. A form is one project's, and no list. */
export function rowLists(ledger: Ledger): RowList[] {
  const ids = ledger.readings.map(({ table: { id } }) => id);
  return ledger.readings.flatMap(({ keys }, table) => {
    const id = ids[table] ?? "assets";
    const { apart, partial, oneEach, itemsOnly } = flagsOf(id);
    const forms = oneEach && ids.filter((other) => other === id).length > 1;
    if (apart || partial || itemsOnly || forms) return [];
    const ways = new Map<string, Map<string, Entry[]>>();
    const at = (coordinates: Coordinates): Entry[] | undefined => {
      const key = rowKey(coordinates);
      if (!key) return undefined;
      const rows = ways.get(key.way) ?? new Map<string, Entry[]>();
      const entries = rows.get(key.id) ?? [];
      ways.set(key.way, rows.set(key.id, entries));
      return entries;
    };
    // A row without any figure is listed as well.
    for (const { coordinates } of keys) at(coordinates);
    for (const entry of ledger.byTable[table] ?? []) at(entry.coordinates)?.push(entry);
    return [...ways].map(([way, rows]): RowList => ({ table, way, rows }));
  });
}

/** What a row lists, in words that mean the same in every table; none for totals and rows of funds, kinds and items. */
export function rowKey(c: Coordinates): { readonly way: string; readonly id: string } | undefined {
  const project = c.projectName ?? c.projectCode;
  if (project !== undefined) return { way: "project", id: plainName(project) };
  if (c.functionCode !== undefined) {
    return { way: `function ${c.functionCode.length}`, id: c.functionCode };
  }
  if (c.economicCode === undefined && c.govEconomicCode === undefined) return undefined;
  const { economicCode: department = "", govEconomicCode: government = "" } = c;
  return {
    way: `economic ${department.length} ${government.length}`,
    id: `${department} ${government}`,
  };
}
