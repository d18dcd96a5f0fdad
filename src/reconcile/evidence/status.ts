import type { Status } from "../../model/fact.ts";
import type { Statement } from "../../model/narrative.ts";
import { magnitude, members, proves, refutes, type Verdict, wholeOf } from "../constraint.ts";
import type { Entry, Ledger } from "../ledger.ts";
import { unplaced } from "./placed.ts";
import { states } from "./statements.ts";

/** How far each entry can be trusted, by its number. */
export function statusesOf(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  explained: ReadonlySet<Verdict>,
  conflicts: ReadonlySet<Entry>,
  doubts: ReadonlySet<Entry>,
  moved: (entry: Entry) => boolean,
  statements: readonly Statement[],
): Status[] {
  const loose = unplaced(ledger, verdicts, explained, moved);
  const rounds = isRounded(verdicts);
  const proved = new Set<Entry>();
  const misplaced = misplacedOf(verdicts, explained, conflicts);
  // Rows that do not add up in one column do not do so within rounding in another.
  const broken = new Set(
    verdicts.filter((one) => refutes(one) && !explained.has(one)).map((one) => one.constraint.sum),
  );
  for (const one of verdicts) {
    const { sum } = one.constraint;
    const rounded = rounds && !(sum && broken.has(sum));
    if (!proves(one) || !(rounded || one.difference === 0n)) continue;
    if (one.constraint.kind === "column" && misplaced.has(wholeOf(one.constraint))) continue;
    for (const entry of members(one.constraint)) {
      if (!loose.has(entry) && !doubts.has(entry) && speaksOf(one, entry)) proved.add(entry);
    }
  }
  return ledger.entries.map((entry): Status => {
    if (conflicts.has(entry)) return "conflict";
    if (proved.has(entry)) return moved(entry) ? "repaired" : "proved";
    return statements.some((statement) => states(statement, entry, ledger.digits))
      ? "stated"
      : "unproved";
  });
}

/** A sum that closes only within rounding says nothing of amounts that are no more than its rounding: they could be any other. */
function speaksOf({ difference, slack }: Verdict, { amount }: Entry): boolean {
  return difference === 0n || 2n * magnitude(amount) > slack;
}

/** Identities below which nothing can be said of a publisher's habit, and the share of them that shows it. */
const FEW = 8;
const HABIT = 0.03;

/**
 * True if the publisher's sums are of rounded terms: several close within rounding only, and no one figure is in all of them.
 * Where all others close to the last digit, those of one figure that do not are no proof: it may be misprinted.
 */
function isRounded(verdicts: readonly Verdict[]): boolean {
  const telling = verdicts.filter(proves);
  const inexact = telling.filter(({ difference }) => difference !== 0n);
  const [first, ...others] = inexact;
  if (telling.length < FEW || !first) return true;
  if (inexact.length < HABIT * telling.length) return false;
  const shared = members(first.constraint).filter((entry) =>
    others.every(({ constraint }) => members(constraint).includes(entry)),
  );
  return shared.length === 0;
}

/**
 * Figures in conflict with the column that they stand in. Lines may be out of place together with the one that they add up to:
 * their sum does not show it.
 */
function misplacedOf(
  verdicts: readonly Verdict[],
  explained: ReadonlySet<Verdict>,
  conflicts: ReadonlySet<Entry>,
): ReadonlySet<Entry | undefined> {
  const failing = verdicts.filter((one) => {
    return one.constraint.kind === "column" && refutes(one) && !explained.has(one);
  });
  return new Set(
    failing.flatMap(({ constraint }) => members(constraint)).filter((e) => conflicts.has(e)),
  );
}
