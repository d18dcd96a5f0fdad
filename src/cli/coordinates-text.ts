import { COORDINATE_NAMES, type Coordinates } from "../model/coordinates.ts";

/** What a figure, a column or a table is about, in one line: `flow=income fund=general_public`. */
export function coordinatesText(coordinates: Coordinates): string {
  return COORDINATE_NAMES.filter((name) => coordinates[name] !== undefined)
    .map((name) => `${name}=${coordinates[name]}`)
    .join(" ");
}
