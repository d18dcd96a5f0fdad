import type { Print } from "../../../doubt/index.ts";
import type { Statement } from "../../../model/narrative.ts";
import type { Catalogue } from "../../../normalise/catalogue/index.ts";
import type { KnownUnits } from "../../../normalise/units.ts";
import type { Verdict } from "../../constraint.ts";
import type { LostRows } from "../../explain/lost-rows.ts";
import type { Hearing } from "../statements.ts";
import type { Testimony } from "../testimony.ts";
import type { Scales } from "./scale.ts";

/** What the document says besides its tables. */
export interface Knowledge {
  readonly statements: readonly Statement[];
  readonly catalogue: Catalogue;
  readonly units: KnownUnits;
}

/** All that a doubt may be raised on. */
export interface Evidence extends Print {
  readonly verdicts: readonly Verdict[];
  readonly testimony: Testimony;
  readonly lost: readonly LostRows[];
  readonly scales: Scales;
  readonly hearing: Hearing;
}
