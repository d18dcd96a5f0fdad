import type { Check } from "../../src/model/check.ts";
import { type Printed, type Reconciled, reconcile } from "../../src/reconcile/index.ts";
import { checksOf } from "../../src/tell/index.ts";

/** What reconciling gives, with what is told of it. */
export interface Told extends Reconciled {
  readonly checks: readonly Check[];
}

export function told(printed: Printed): Told {
  const reconciled = reconcile(printed);
  return { ...reconciled, checks: checksOf(reconciled.findings) };
}
