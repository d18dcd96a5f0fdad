import type { KeyReading } from "./key-reading.ts";

/** Rows that print the code of a unit alone (四川: 单位代码 beside each subject): its name stands once, in the unit's own row. */
export function withUnitNames(readings: KeyReading[][]): KeyReading[][] {
  const names = new Map<string, ReadonlySet<string>>();
  for (const { key } of readings.flat()) {
    const { unitCode, unitName } = key.coordinates;
    if (unitCode === undefined || unitName === undefined) continue;
    names.set(unitCode, new Set([...(names.get(unitCode) ?? []), unitName]));
  }
  return readings.map((row) =>
    row.map((reading) => {
      const { key } = reading;
      const { unitCode, unitName } = key.coordinates;
      const [known, other] = unitName === undefined ? (names.get(unitCode ?? "") ?? []) : [];
      if (known === undefined || other !== undefined) return reading;
      return { ...reading, key: { ...key, coordinates: { ...key.coordinates, unitName: known } } };
    }),
  );
}
