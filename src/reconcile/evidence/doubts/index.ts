import { type Doubt, doubt, doubtsInPrint } from "../../../doubt/index.ts";
import { type Entry, rowOf } from "../../../normalise/ledger/ledger.ts";
import { isSum, members, proves, refutes, side, type Verdict } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";
import { damagedBlocks } from "./blocks.ts";
import { doubtfulHeadings } from "./headings.ts";
import { ofLostUnits } from "./units.ts";

/** All reasons for which figures lose their proof, each with the figures concerned. */
export function doubtsOf(evidence: Evidence): Doubt[] {
  return [
    ...doubtsInPrint(evidence),
    ...doubtfulHeadings(evidence),
    ...doubt("damaged-block", damagedBlocks(evidence)),
    ...doubt("below-lost-rows", belowLostRows(evidence)),
    ...doubt("lost-unit", ofLostUnits(evidence)),
    ...doubt("ruined-table", inRuins(evidence)),
    ...doubt("other-project", otherProjects(evidence)),
    ...doubt("last-digit", lastDigits(evidence)),
  ];
}

/** Rows in which the budget of their project is to blame for not being that of its other rows: the name may be wrong as well. */
function otherProjects({ ledger, verdicts, conflicts }: Evidence): Entry[] {
  const repeats = verdicts.filter((one) => one.because === "repeated" && refutes(one));
  const guilty = repeats.flatMap(members).filter((e) => conflicts.has(e));
  const rows = new Set(guilty.map(rowOf));
  return rows.size === 0 ? [] : ledger.entries.filter((entry) => rows.has(rowOf(entry)));
}

/** A gap that no other table knows explains nothing: it may as well be a damage of the rows that are there. */
function belowLostRows({ lost, confirmed }: Evidence): Entry[] {
  const unknown = lost.filter(({ known }) => known.length === 0);
  const short = unknown.flatMap(({ constraints }) => constraints);
  const cells = new Set(short.flatMap((one) => side(one, -1)));
  return [...cells].filter((entry) => !confirmed.has(entry));
}

/** A table whose sums mostly fail proves nothing, whatever else agrees with it (a font that reads one digit for another). */
function inRuins({ ledger, ruined }: Evidence): Entry[] {
  return ledger.entries.filter(({ table }) => ruined.has(table));
}

/**
 * A whole that is all in one part is the same number printed twice: rounding explains a sum, but not two prints that round to one
 * digit. The one that is printed so elsewhere is believed.
 */
function lastDigits({ verdicts }: Evidence): Entry[] {
  const prints = verdicts.filter((one) => proves(one) && !isSum(one));
  const equal = prints.filter(({ difference }) => difference === 0n).flatMap(filled);
  const sure = new Set(equal);
  return prints.flatMap((one) => {
    const cells = filled(one);
    const apart = one.difference !== 0n && cells.every(({ step }) => step === cells[0]?.step);
    return apart ? cells.filter((entry) => !sure.has(entry)) : [];
  });
}

function filled(one: Verdict): Entry[] {
  return members(one).filter(({ amount }) => amount !== 0n);
}
