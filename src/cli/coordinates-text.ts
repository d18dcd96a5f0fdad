import type { Coordinates } from "../model/coordinates.ts";

const NAMES = [
  "flow",
  "period",
  "stage",
  "fund",
  "kind",
  "item",
  "functionCode",
  "economicCode",
  "govEconomicCode",
  "unitCode",
  "unitName",
  "projectCode",
  "projectName",
  "projectType",
] as const satisfies readonly (keyof Coordinates)[];

/** What a figure, a column or a table is about, in one line: `flow=income fund=general_public`. */
export function coordinatesText(coordinates: Coordinates): string {
  return NAMES.filter((name) => coordinates[name] !== undefined)
    .map((name) => `${name}=${coordinates[name]}`)
    .join(" ");
}
