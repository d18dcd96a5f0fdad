import type { Flow } from "../../model/coordinates.ts";
import { hasOrdinal, plain } from "../../taxonomy/plain.ts";
import { type KeyReading, UNKNOWN } from "./key-reading.ts";

/** What opens a list of the incomes that are no taxes. */
const NON_TAX = /非税收入/;

/**
 * Below 纳入预算管理的非税收入 (湖南) the names are those of charges and fines: its 其他收入 and 国有资本经营收入 are no sources
 * of their own. The list ends with the next line that has an ordinal, or is a total.
 */
export function withNonTax(
  readings: KeyReading[][],
  flow: (block: number) => Flow | undefined,
): KeyReading[][] {
  const open = new Map<number, boolean>();
  return readings.map((row) =>
    row.map((reading) => {
      const { key } = reading;
      const label = plain(key.label);
      if (flow(key.block) !== "income" || label === "") return reading;
      if (NON_TAX.test(label)) open.set(key.block, true);
      else if (key.role === "total" || hasOrdinal(label) || isOfYear(reading)) {
        open.set(key.block, false);
      } else if (open.get(key.block) === true && key.coordinates.fund !== undefined) {
        return { key: { ...key, coordinates: {} }, unknown: UNKNOWN.word(key.label) };
      }
      return reading;
    }),
  );
}

function isOfYear({ key }: KeyReading): boolean {
  const { fund } = key.coordinates;
  return fund === "current" || fund === "carry_over";
}
