import type { Kind } from "../../model/coordinates.ts";
import { hasOrdinal, plain } from "../../taxonomy/plain.ts";
import type { KeyReading } from "./key-reading.ts";

/** Lines beside each other: 一、人员支出 … 三、对个人和家庭的补助支出 are two kinds, the first without the second (深圳). */
export function withWages(readings: KeyReading[][]): KeyReading[][] {
  const listed = readings.flat().filter(({ key }) => hasOrdinal(plain(key.label)));
  const lists = (block: number, kind: Kind) =>
    listed.some(({ key }) => key.block === block && key.coordinates.kind === kind);
  return readings.map((row) =>
    row.map((reading) => {
      const { key } = reading;
      const { kind } = key.coordinates;
      const apart =
        kind === "basic.personnel" &&
        listed.includes(reading) &&
        lists(key.block, "basic.personnel.family") &&
        !lists(key.block, "basic.personnel.wages") &&
        !lists(key.block, "basic");
      if (!apart) return reading;
      const coordinates = { ...key.coordinates, kind: "basic.personnel.wages" as const };
      return { ...reading, key: { ...key, coordinates } };
    }),
  );
}
