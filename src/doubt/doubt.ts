import { DOUBTS, type DoubtId } from "../model/doubts.ts";
import type { Message } from "../model/message.ts";
import type { ReasonId } from "../model/reasons.ts";
import type { Hearing } from "../narrate/compare/hearing.ts";
import type { Catalogue } from "../normalise/catalogue/index.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import type { KnownUnits } from "../normalise/units.ts";
import type { Scales } from "./scale.ts";

/** Why figures cannot be trusted, however well their sums close. */
export interface Doubt {
  readonly id: ReasonId;
  /** What is the matter with these figures, more closely than the reason says. */
  readonly why: Message;
  readonly cells: readonly Entry[];
}

/** What is printed, in tables and sentences, before it is held against any sum. */
export interface Print {
  readonly ledger: Ledger;
  readonly catalogue: Catalogue;
  readonly units: KnownUnits;
  /** Figures that another table prints as well: what they mean is not in doubt by their own table alone. */
  readonly confirmed: ReadonlySet<Entry>;
  readonly scales: Scales;
  /** What the sentences say of the figures. */
  readonly hearing: Hearing;
  /** True for figures that a repair has moved. */
  readonly moved: (entry: Entry) => boolean;
}

/** A doubt of some figures; none without a figure. */
export function doubt(id: DoubtId, cells: readonly Entry[]): Doubt[] {
  const { reason, ...why } = DOUBTS[id];
  return cells.length > 0 ? [{ id: reason, why, cells }] : [];
}
