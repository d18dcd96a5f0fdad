import { strangeDecimals } from "./digits.ts";
import type { Doubt, Evidence } from "./doubt.ts";
import { doubtfulHeadings } from "./headings.ts";
import { belowLostRows } from "./lost.ts";
import { damagedRows } from "./rows.ts";
import { ruinedTables } from "./ruins.ts";
import { doubtfulScales } from "./scale.ts";
import { contradictedBySentences } from "./sentences.ts";
import { doubtfulSubjects } from "./subjects.ts";
import { statedTwice } from "./twice.ts";

export type { Doubt, Evidence, Knowledge } from "./doubt.ts";

/** All reasons for which figures lose their proof, each with the figures concerned. */
export function doubtsOf(evidence: Evidence): Doubt[] {
  return [
    ...doubtfulScales(evidence),
    ...doubtfulHeadings(evidence),
    ...strangeDecimals(evidence),
    ...damagedRows(evidence),
    ...belowLostRows(evidence),
    ...ruinedTables(evidence),
    ...doubtfulSubjects(evidence),
    ...statedTwice(evidence),
    ...contradictedBySentences(evidence),
  ];
}
