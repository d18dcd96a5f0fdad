import { parseMoney } from "../../model/money.ts";
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
