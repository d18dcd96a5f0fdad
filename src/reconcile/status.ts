import type { Status } from "../model/fact.ts";
import type { Statement } from "../model/narrative.ts";
import { type Evaluated, magnitude, members, proves, refutes } from "./identity.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { unplaced } from "./placed.ts";
import { hearingOf } from "./statements.ts";

/** How far each entry can be trusted, by its number. */
export function statusesOf(
  ledger: Ledger,
  evaluated: readonly Evaluated[],
  explained: ReadonlySet<Evaluated>,
  conflicts: ReadonlySet<Entry>,
  doubts: ReadonlySet<Entry>,
  moved: (entry: Entry) => boolean,
  statements: readonly Statement[],
): Status[] {
  const loose = unplaced(ledger, evaluated, explained, moved);
  const rounds = isRounded(evaluated);
  const proved = new Set<Entry>();
  const misplaced = misplacedOf(evaluated, explained, conflicts);
  // Rows that do not add up in one column do not do so within rounding in another.
  const broken = new Set(
    evaluated.filter((one) => refutes(one) && !explained.has(one)).map((one) => one.identity.sum),
  );
  for (const one of evaluated) {
    const { sum } = one.identity;
    const rounded = rounds && !(sum && broken.has(sum));
    if (!proves(one) || !(rounded || one.difference === 0n)) continue;
    if (one.identity.rule === "column" && misplaced.has(one.identity.left[0])) continue;
    for (const entry of members(one.identity)) {
      if (!loose.has(entry) && !doubts.has(entry) && speaksOf(one, entry)) proved.add(entry);
    }
  }
  const { stated } = hearingOf(ledger, statements);
  return ledger.entries.map((entry): Status => {
    if (conflicts.has(entry)) return "conflict";
    if (proved.has(entry)) return moved(entry) ? "repaired" : "proved";
    return stated.has(entry) ? "stated" : "unproved";
  });
}

/** A sum that closes only within rounding says nothing of amounts that are no more than its rounding: they could be any other. */
function speaksOf({ difference, slack }: Evaluated, { amount }: Entry): boolean {
  return difference === 0n || 2n * magnitude(amount) > slack;
}

/** Identities below which nothing can be said of a publisher's habit, and the share of them that shows it. */
const FEW = 8;
const HABIT = 0.03;

/**
 * True if the publisher's sums are of rounded terms: several close within rounding only, and no one figure is in all of them.
 * Where all others close to the last digit, those of one figure that do not are no proof: it may be misprinted.
 */
function isRounded(evaluated: readonly Evaluated[]): boolean {
  const telling = evaluated.filter(proves);
  const inexact = telling.filter(({ difference }) => difference !== 0n);
  const [first, ...others] = inexact;
  if (telling.length < FEW || !first) return true;
  if (inexact.length < HABIT * telling.length) return false;
  const shared = members(first.identity).filter((entry) =>
    others.every(({ identity }) => identity.left.includes(entry) || identity.right.includes(entry)),
  );
  return shared.length === 0;
}

/**
 * Figures in conflict with the column that they stand in. Lines may be out of place together with the one that they add up to:
 * their sum does not show it.
 */
function misplacedOf(
  evaluated: readonly Evaluated[],
  explained: ReadonlySet<Evaluated>,
  conflicts: ReadonlySet<Entry>,
): ReadonlySet<Entry | undefined> {
  const failing = evaluated.filter((one) => {
    return one.identity.rule === "column" && refutes(one) && !explained.has(one);
  });
  return new Set(
    failing.flatMap(({ identity }) => members(identity)).filter((e) => conflicts.has(e)),
  );
}
