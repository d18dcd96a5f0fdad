import type { Print } from "../../doubt/index.ts";
import type { Statement } from "../../model/narrative.ts";
import type { Entry } from "../../normalise/ledger/ledger.ts";
import type { Verdict } from "../constraint.ts";
import type { LostRows } from "../explain/lost-rows.ts";
import type { Testimony } from "./testimony.ts";

/** All that is known of the figures when it is settled how far each can be trusted. */
export interface Evidence extends Print, Testimony {
  readonly statements: readonly Statement[];
  readonly verdicts: readonly Verdict[];
  readonly lost: readonly LostRows[];
  /** The failures that lost rows explain. */
  readonly explained: ReadonlySet<Verdict>;
  /** The figures that are to blame for all others. */
  readonly conflicts: ReadonlySet<Entry>;
}
