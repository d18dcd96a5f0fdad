import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";

/** Lines below the one unit that has lines, where it has not all of the money: those of the others were lost. */
export function belowOneOfSeveral({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ keys }, at) => {
    const entries = byTable[at] ?? [];
    const sections = new Map(keys.map(({ row, section }) => [row, section]));
    const totals = new Set(keys.filter(({ role }) => role === "total").map(({ row }) => row));
    const wholes = entries.filter(({ figure }) => totals.has(figure.row));
    const parts = entries.filter((entry) => {
      const inColumn = wholes.filter(({ figure }) => figure.column === entry.figure.column);
      return unitOf(entry) !== undefined && inColumn.some(({ amount }) => amount !== entry.amount);
    });
    const units = new Set(parts.map(({ figure }) => figure.row));
    return entries.filter((entry) => {
      return unitOf(entry) === undefined && units.has(sections.get(entry.figure.row) ?? -1);
    });
  });
}

function unitOf({ coordinates: { unitCode, unitName } }: Entry): string | undefined {
  return unitCode ?? unitName;
}

export function isOfUnit(entry: Entry): boolean {
  return unitOf(entry) !== undefined;
}
