import type { Coordinates } from "../../model/coordinates.ts";
import type { Subject } from "../../taxonomy/subjects.ts";
import { plainName } from "./keys.ts";

/** What coordinates are about, in the dimensions in which rows stand under each other. A table may leave the unit out, or say it in a row above. */
export function subjectOf(c: Coordinates, unit = unitOf(c)): Subject {
  return {
    unit,
    function: c.functionCode ?? "",
    economic: c.economicCode ?? "",
    government: c.govEconomicCode ?? "",
    type: c.projectType ?? "",
    project: plainName(c.projectName ?? c.projectCode ?? ""),
  };
}

function unitOf({ unitCode, unitName }: Coordinates): string {
  return unitCode ?? plainName(unitName ?? "");
}
