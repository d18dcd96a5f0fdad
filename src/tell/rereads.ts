import type { Check } from "../model/check.ts";
import { describe } from "../normalise/ledger/keys.ts";
import { isReread } from "../normalise/ledger/recognised.ts";
import type { Assessment } from "../reconcile/assess.ts";
import { refsOf } from "./identities.ts";

/** Figures whose reading in a picture was chosen by sums, for checks.csv: what was taken first, and all that it may be. */
export function rereadChecks({ ledger, trust }: Assessment): Check[] {
  return ledger.entries.filter(isReread).flatMap((entry): Check[] => {
    const { figure, table } = entry;
    const id = ledger.readings[table]?.table.id;
    if (id === undefined) return [];
    const readings = figure.place.recognised?.readings ?? [];
    const [first = ""] = readings;
    const { published } = figure.money;
    const proved = trust[entry.id]?.status === "repaired";
    const check: Check = {
      check: "repair",
      outcome: proved ? "repaired" : "noted",
      severity: proved ? "note" : "warning",
      table: id,
      tableIndex: table,
      row: figure.row,
      coordinates: describe(figure.coordinates),
      expected: published,
      found: readings.join(" "),
      message: {
        zh: `第${figure.row}行：扫描识别先读作${first}，可能的读数有${readings.join("、")}，只有${published}满足全部等式`,
        en: `row ${figure.row}: read as ${first} in the picture; of the readings ${readings.join(", ")} only ${published} satisfies everything`,
      },
      figures: refsOf([entry]),
      place: figure.place,
    };
    return [check];
  });
}
