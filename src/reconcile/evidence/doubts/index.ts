import { type Doubt, doubtsInPrint } from "../../../doubt/index.ts";
import type { Evidence } from "./doubt.ts";
import { doubtfulHeadings } from "./headings.ts";
import { belowLostRows } from "./lost.ts";
import { damagedBlocks } from "./rows.ts";
import { ruinedTables } from "./ruins.ts";
import { doubtfulScales } from "./scale.ts";
import { contradictedBySentences } from "./sentences.ts";

export type { Evidence, Knowledge } from "./doubt.ts";

/** All reasons for which figures lose their proof, each with the figures concerned. */
export function doubtsOf(evidence: Evidence): Doubt[] {
  return [
    ...doubtfulScales(evidence),
    ...doubtfulHeadings(evidence),
    ...damagedBlocks(evidence),
    ...belowLostRows(evidence),
    ...ruinedTables(evidence),
    ...contradictedBySentences(evidence),
    ...doubtsInPrint(evidence),
  ];
}
