import { STATUSES, type Status } from "../model/fact.ts";

/** The status that several figures together deserve: `STATUSES` has the weakest last. Undefined for none. */
export function weakest(facts: readonly { readonly status: Status }[]): Status | undefined {
  return STATUSES[Math.max(-1, ...facts.map((fact) => STATUSES.indexOf(fact.status)))];
}
