import { inHomelessRow } from "../../../doubt/homeless.ts";
import { blockOf, columnOf, type Entry, rowOf } from "../../../normalise/ledger/ledger.ts";
import { type Claim, divides, isBetween, members, refutes, wholeOf } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";

/**
 * Figures of a list in which something is out of place, whose own row or column no sum tells, though there are sums that would:
 * what went astray may be this figure, as a sum of one direction holds as well with it beside its place. A failure that one other
 * figure is to blame for, or lost rows, says what a sum does.
 */
export function astray(evidence: Evidence): Entry[] {
  const { ledger, verdicts, telling, explained, conflicts, moved } = evidence;
  const inside = verdicts.filter((one) => !isBetween(one));
  const failing = inside.filter(refutes);
  const strays = inHomelessRow(ledger);
  const displaced = ledger.entries.filter((entry) => moved(entry) || strays(entry));
  const shaken = new Set([...failing.flatMap(members), ...displaced].map(blockOf));
  const entries = ledger.entries.filter((one) => shaken.has(blockOf(one)) && one.amount !== 0n);
  const mended = failing.filter((one) => {
    return explained.has(one) || members(one).filter((entry) => conflicts.has(entry)).length === 1;
  });
  const untold = (claim: Claim, keyOf: (entry: Entry) => string): Entry[] => {
    const says = inside.filter(({ witnesses }) => witnesses.includes(claim));
    const asked = new Set(says.flatMap(members).map(keyOf));
    const heard = [...telling, ...mended].filter(({ witnesses }) => witnesses.includes(claim));
    const told = new Set(
      heard.flatMap((one) => (divides(one) ? (wholeOf(one) ?? []) : members(one))),
    );
    return entries.filter((entry) => asked.has(keyOf(entry)) && !told.has(entry));
  };
  return [...untold("column", columnOf), ...untold("row", rowOf)];
}
