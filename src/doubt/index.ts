import { strangeDecimals } from "./digits.ts";
import type { Doubt, Print } from "./doubt.ts";
import { fundsElsewhere } from "./funds.ts";
import { doubtfulHeadings } from "./headings.ts";
import { damagedNames } from "./names.ts";
import { damagedRows } from "./rows.ts";
import { doubtfulScales } from "./scale.ts";
import { contradictedBySentences } from "./sentences.ts";
import { doubtfulSubjects } from "./subjects.ts";
import { statedTwice } from "./twice.ts";

export { type Doubt, doubt, type Print } from "./doubt.ts";

/** The reasons for which figures are not believed by what stands around them, each with the figures concerned. */
export function doubtsInPrint(print: Print): Doubt[] {
  return [
    ...doubtfulScales(print),
    ...doubtfulHeadings(print),
    ...fundsElsewhere(print),
    ...strangeDecimals(print),
    ...damagedRows(print),
    ...damagedNames(print),
    ...doubtfulSubjects(print),
    ...statedTwice(print),
    ...contradictedBySentences(print),
  ];
}
