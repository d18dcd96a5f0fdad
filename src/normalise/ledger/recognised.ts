import { parseMoney } from "../../model/money.ts";
import type { Place } from "../../model/place.ts";
import type { Table } from "../../model/table.ts";
import { closes } from "./amounts.ts";
import { type Entry, type Ledger, toUnits } from "./ledger.ts";

export function isRecognised({ figure }: Entry): boolean {
  return figure.place.recognised !== undefined;
}

/** Another way to read a figure in a picture. */
export interface OtherReading {
  readonly text: string;
  /** By how much it differs from what was taken. */
  readonly shift: bigint;
  readonly likely: boolean;
}

/** The amounts that the recogniser also thinks possible. */
export function otherReadings({ figure, amount }: Entry, { digits }: Ledger): OtherReading[] {
  const { readings = [], likely = 0 } = figure.place.recognised ?? {};
  const found = new Map<bigint, OtherReading>();
  for (const [i, text] of readings.entries()) {
    const money = parseMoney(text, figure.money.unit);
    if (!money || money.yuan.decimalPlaces() > digits) continue;
    const shift = toUnits(money.yuan, digits) - amount;
    if (shift !== 0n && !found.has(shift)) found.set(shift, { text, shift, likely: i < likely });
  }
  return [...found.values()];
}

/** True for a figure that is not what its recogniser read first. */
export function isReread({ figure }: Entry): boolean {
  const [first] = figure.place.recognised?.readings ?? [];
  if (first === undefined) return false;
  return parseMoney(first, figure.money.unit)?.published !== figure.money.published;
}

/** Figures with their signs, and what they add up to. */
export interface Total {
  readonly terms: readonly (readonly [entry: Entry, sign: 1 | -1])[];
  readonly difference: bigint;
  readonly slack: bigint;
}

/**
 * Whether a total that holds says something of digits that were recognised in a picture. Another reading of one figure must
 * break it, which within rounding a last digit may not; and no likely readings of two may make up for each other (5 and 15
 * read as 8 and 18).
 */
export function decides({ terms, difference, slack }: Total, ledger: Ledger): boolean {
  const shifts = terms.flatMap(([entry, sign]) =>
    otherReadings(entry, ledger).map(({ shift, likely }) => {
      return { entry, likely, shift: shift * BigInt(sign) };
    }),
  );
  // A sum that holds to the last digit is better than one that holds within rounding.
  const within = difference === 0n ? 0n : slack;
  const holds = (shift: bigint) => closes(difference + shift, within);
  if (shifts.some(({ shift }) => holds(shift))) return false;
  const likely = shifts.filter((one) => one.likely);
  return !likely.some(({ entry, shift }, i) =>
    likely.slice(i + 1).some((other) => other.entry !== entry && holds(shift + other.shift)),
  );
}

/** The table with some of its figures read otherwise. */
export function withTexts(table: Table, texts: ReadonlyMap<Place, string>): Table {
  if (!table.rows.some(({ cells }) => cells.some(({ place }) => texts.has(place)))) return table;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, text: texts.get(cell.place) ?? cell.text })),
  }));
  return { ...table, rows };
}
