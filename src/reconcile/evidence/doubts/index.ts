import { printedAgain } from "../../../doubt/digits.ts";
import { type Doubt, doubt, doubtsInPrint } from "../../../doubt/index.ts";
import { belowOneOfSeveral } from "../../../doubt/units.ts";
import { areEqual, haveOneStep } from "../../../normalise/ledger/amounts.ts";
import { groupBy } from "../../../normalise/ledger/keys.ts";
import { type Entry, rowOf } from "../../../normalise/ledger/ledger.ts";
import { isSum, members, proves, refutes, side, type Verdict } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";
import { astray } from "./astray.ts";
import { doubtfulHeadings } from "./headings.ts";
import { withoutUnit } from "./units.ts";

/** All reasons for which figures lose their proof, each with the figures concerned. */
export function doubtsOf(evidence: Evidence): Doubt[] {
  return [
    ...doubtsInPrint(evidence),
    ...doubtfulHeadings(evidence),
    ...doubt("astray", astray(evidence)),
    ...doubt("below-lost-rows", belowLostRows(evidence)),
    ...doubt("lost-unit", [...belowOneOfSeveral(evidence.ledger), ...withoutUnit(evidence)]),
    ...doubt("ruined-table", inRuins(evidence)),
    ...doubt("other-project", otherProjects(evidence)),
    ...lastDigits(evidence),
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
 * A last digit that other prints of the figure, or all its sums, say is another. Rounding explains a sum, but not two prints that
 * round to one digit (a whole and the one part that has all of it): the one that is printed so elsewhere is believed.
 */
function lastDigits({ ledger, verdicts }: Evidence): Doubt[] {
  const held = verdicts.filter(proves);
  const prints = [...held.filter((one) => !isSum(one)).map(filled), ...printedAgain(ledger)];
  const sure = new Set(prints.filter(areEqual).flat());
  const open = (cells: readonly Entry[]) => cells.filter((entry) => !sure.has(entry));
  return [
    ...doubt(
      "last-digit",
      prints.filter((cells) => !areEqual(cells) && haveOneStep(cells)).flatMap(open),
    ),
    ...doubt("same-gap", open(misprints(held))),
  ];
}

/** From which chance on two sums of one figure are both off by the same, without anything being wrong, in a document that rounds. */
const OFTEN = 0.03;

/**
 * All sums that take in the figure are off by the same last digit: it is misprinted, unless the document rounds so often that they
 * may be by chance.
 */
function misprints(held: readonly Verdict[]): Entry[] {
  const off = held.filter(({ difference }) => difference !== 0n);
  if ((off.length / held.length) ** 2 > OFTEN) return [];
  const gaps = held.flatMap(({ terms, difference }) =>
    terms.map(([entry, sign]) => ({ entry, gap: BigInt(sign) * difference })),
  );
  return [...groupBy(gaps, ({ entry }) => entry)].flatMap(([entry, [first, ...others]]) => {
    const same = others.length > 0 && others.every(({ gap }) => gap === first?.gap);
    return same && first?.gap !== 0n && entry.amount !== 0n ? [entry] : [];
  });
}

function filled(one: Verdict): Entry[] {
  return members(one).filter(({ amount }) => amount !== 0n);
}
