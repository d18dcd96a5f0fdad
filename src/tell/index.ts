import type { Check } from "../model/check.ts";
import { checksAt } from "../normalise/checks.ts";
import type { Findings } from "../reconcile/index.ts";
import { doubtChecks } from "./doubts.ts";
import { failureCheck, lostCheck } from "./identities.ts";
import { repairChecks } from "./repairs.ts";
import { rereadChecks } from "./rereads.ts";

/** What reconciling found, in words, for checks.csv: repairs, failures with who is to blame, lost rows, doubts. */
export function checksOf({ printed, ...found }: Findings): Check[] {
  const { ledger, failures, conflicts, lost, lists, doubts, trust } = found;
  return [
    ...ledger.readings.flatMap((reading, table) => checksAt(table, reading)),
    ...repairChecks(found, printed),
    ...rereadChecks(found),
    ...failures.map((failure) => failureCheck(ledger, failure, conflicts, lists)),
    ...lost.map((rows) => lostCheck(ledger, rows)),
    ...doubtChecks(ledger, doubts, trust),
  ];
}
