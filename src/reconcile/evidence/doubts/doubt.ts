import type { Message } from "../../../model/message.ts";
import type { Statement } from "../../../model/narrative.ts";
import type { ReasonId } from "../../../model/reasons.ts";
import type { Catalogue } from "../../../normalise/catalogue/index.ts";
import type { KnownUnits } from "../../../normalise/units.ts";
import type { Verdict } from "../../constraint.ts";
import type { LostRows } from "../../explain/lost-rows.ts";
import type { Entry, Ledger } from "../../ledger.ts";
import type { Hearing } from "../statements.ts";
import type { Testimony } from "../testimony.ts";
import type { Scales } from "./scale.ts";

/** Why figures cannot be trusted, however well their sums close. */
export interface Doubt {
  readonly id: ReasonId;
  /** What is the matter with these figures, more closely than the reason says. */
  readonly why: Message;
  readonly cells: readonly Entry[];
}

/** What the document says besides its tables. */
export interface Knowledge {
  readonly statements: readonly Statement[];
  readonly catalogue: Catalogue;
  readonly units: KnownUnits;
}

/** All that a doubt may be raised on. */
export interface Evidence {
  readonly ledger: Ledger;
  readonly verdicts: readonly Verdict[];
  readonly testimony: Testimony;
  /** Figures that another table prints as well: what they mean is not in doubt by their own table alone. */
  readonly confirmed: ReadonlySet<Entry>;
  readonly lost: readonly LostRows[];
  readonly scales: Scales;
  readonly hearing: Hearing;
  readonly knowledge: Knowledge;
  readonly moved: (entry: Entry) => boolean;
}

/** A doubt of some figures; none without a figure. */
export function doubt(id: ReasonId, zh: string, en: string, cells: readonly Entry[]): Doubt[] {
  return cells.length > 0 ? [{ id, why: { zh, en }, cells }] : [];
}
