import type { Disclosure } from "../model/disclosure.ts";
import { originsOf } from "../model/ids.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { knownUnits } from "../normalise/units.ts";
import { identitiesOf } from "../tell/inspection.ts";

/** Something that must hold between figures, by their ids: the whole is its parts together, or (`≤`) no less. */
export interface Sum {
  readonly relation: "=" | "≤";
  readonly holds: boolean;
  /** Left side less right side, in the unit of the table. */
  readonly difference: string;
  readonly whole: readonly string[];
  readonly parts: readonly string[];
}

/** What holds between the figures of a document, and what fails; what says nothing is left out. */
export function sumsOf(disclosure: Disclosure): Sum[] {
  const { tables, identity } = disclosure;
  const units = knownUnits(tables, identity.department);
  const { factId } = originsOf(disclosure);
  // What is between tables stands with each of them.
  const all = new Set(identitiesOf(tables, catalogueFor(identity.year), units).flat());
  return [...all]
    .filter(({ outcome }) => outcome !== "says nothing")
    .map(({ relation, outcome, difference, whole, parts }) => ({
      ...{ relation, holds: outcome === "holds", difference },
      ...{ whole: whole.map(factId), parts: parts.map(factId) },
    }));
}
