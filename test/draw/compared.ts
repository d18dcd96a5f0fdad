import { COORDINATE_NAMES } from "../../src/model/coordinates.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";

/** What facts say, without where they stand: table, coordinates and amount, in order. */
export function figuresOf({ facts }: Disclosure): string[] {
  return facts
    .map((fact) => {
      // Where a cell is wrapped, text and drawing may differ in a blank.
      const words = COORDINATE_NAMES.flatMap((name) => {
        const value = fact[name]?.replace(/\s/g, "");
        return value ? [`${name}=${value}`] : [];
      });
      return [fact.table, ...words, fact.money.yuan.toFixed()].join(" ");
    })
    .sort();
}
