import { isOfUnit } from "../../../doubt/units.ts";
import { isProject } from "../../../normalise/ledger/keys.ts";
import type { Entry } from "../../../normalise/ledger/ledger.ts";
import { isBetween, members, proves, side } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";

/**
 * Rows that may be those of a unit whose row was lost: coded rows and projects of no unit in a table of units, but for those that
 * are the sum of what units have; and projects that another table has with a unit, where no sum of their own table takes them in.
 */
export function withoutUnit({ ledger, verdicts }: Evidence): Entry[] {
  const held = verdicts.filter(proves);
  const inside = held.filter((one) => !isBetween(one));
  const known = new Set(
    inside.flatMap((one) => (side(one, -1).every(isOfUnit) ? side(one, 1) : [])),
  );
  const told = new Set(inside.filter(({ kind }) => kind === "column").flatMap(members));
  const theirs = held.filter((one) => isBetween(one) && members(one).some(isOfUnit));
  const named = new Set(
    theirs.flatMap(members).filter(({ coordinates }) => isProject(coordinates)),
  );
  return ledger.byTable.flatMap((entries) => {
    const lines = entries.filter(({ coordinates: c }) => {
      return (c.functionCode ?? c.economicCode) !== undefined || isProject(c);
    });
    const listed = lines.some(isOfUnit);
    const open = lines.filter((line) => !isOfUnit(line) && !known.has(line));
    return open.filter((line) => listed || (named.has(line) && !told.has(line)));
  });
}
