import { belowOneOfSeveral, unitOf } from "../../../doubt/units.ts";
import type { Entry } from "../../../normalise/ledger/ledger.ts";
import { proves, side } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";

/** Rows that stand below the row of a unit, or should: where such a row was lost, they may be another unit's. */
export function ofLostUnits(evidence: Evidence): Entry[] {
  return [
    ...besideLostUnits(evidence),
    ...belowOneOfSeveral(evidence.ledger),
    ...withoutUnit(evidence),
  ];
}

/** Rows of the units beside one that the total shows to be missing. */
function besideLostUnits({ ledger, lost }: Evidence): Entry[] {
  return lost.flatMap(({ sum: { table, children }, parent }) => {
    if (unitOf(parent) !== undefined) return [];
    const below = (ledger.byTable[table] ?? []).filter((entry) => unitOf(entry) !== undefined);
    const siblings = new Set(children);
    return below.some(({ figure }) => siblings.has(figure.row))
      ? below.filter(({ figure }) => !siblings.has(figure.row))
      : [];
  });
}

/** Coded rows of no unit in a table of units, but for those that are the sum of what units have. */
function withoutUnit({ ledger, verdicts }: Evidence): Entry[] {
  const sums = verdicts.filter((one) => {
    return proves(one) && side(one, -1).every((entry) => unitOf(entry) !== undefined);
  });
  const known = new Set(sums.flatMap((one) => side(one, 1)));
  return ledger.byTable.flatMap((entries) => {
    const coded = entries.filter(isCoded);
    return coded.some((entry) => unitOf(entry) !== undefined)
      ? coded.filter((entry) => unitOf(entry) === undefined && !known.has(entry))
      : [];
  });
}

function isCoded({ coordinates: { functionCode, economicCode } }: Entry): boolean {
  return (functionCode ?? economicCode) !== undefined;
}
