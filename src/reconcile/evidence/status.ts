import type { Doubt } from "../../doubt/index.ts";
import type { Status } from "../../model/fact.ts";
import type { Statement } from "../../model/narrative.ts";
import type { ReasonId } from "../../model/reasons.ts";
import type { Hearing } from "../../narrate/compare/hearing.ts";
import { withStatedSums } from "../../narrate/compare/stated-sums.ts";
import type { Trust } from "../../normalise/facts.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../../normalise/ledger/ledger.ts";
import type { Claim } from "../constraint.ts";
import { isReread } from "../explain/reread.ts";
import { isRecognised } from "./recognised.ts";
import type { Witnesses } from "./witnesses/index.ts";

/** What is known of the figures when their statuses are settled. */
export interface Case {
  readonly ledger: Ledger;
  readonly witnesses: Witnesses;
  readonly doubts: readonly Doubt[];
  readonly conflicts: ReadonlySet<Entry>;
  /** Figures that would close their row as well in another column. */
  readonly loose: ReadonlySet<Entry>;
  readonly moved: (entry: Entry) => boolean;
  readonly hearing: Hearing;
  readonly statements: readonly Statement[];
}

/** The reason that stands for a claim without a witness. */
const UNWITNESSED: Readonly<Record<Claim, ReasonId>> = {
  digits: "no-sum",
  column: "column-unwitnessed",
  row: "row-unwitnessed",
  scale: "scale-doubtful",
};
/** Said first of digits that were recognised in a picture and that no sum confirms. */
const UNSURE: readonly ReasonId[] = ["recognition-unsure"];
const CLAIMS = Object.keys(UNWITNESSED) as Claim[];

/**
 * Doubts of what a figure is about: a sentence that has the same amount may speak of another. Where digits may be misread, a sentence
 * that rounds agrees with either reading.
 */
const OPEN: ReadonlySet<ReasonId> = new Set([
  "sums-fail",
  "recognition-unsure",
  "name-contradicts-code",
  "coordinates-twice",
  "heading-doubtful",
  "row-damaged",
]);

/** How far each figure can be trusted, by its number, with the reasons why no further (contract section 6). */
export function trustOf(all: Case): Trust[] {
  const { ledger, witnesses, statements, moved } = all;
  const reasons = reasonsOf(all);
  const own = ledger.entries.map((entry, i): Status => {
    const why = reasons[i] ?? [];
    if (all.conflicts.has(entry)) return "conflict";
    if (why.length === 0) return moved(entry) || isReread(entry) ? "repaired" : "proved";
    if (why.some((id) => OPEN.has(id))) return "unproved";
    return all.hearing.stated.has(entry) ? "stated" : "unproved";
  });
  const doubted = new Set(all.doubts.flatMap(({ cells }) => cells));
  const statuses = withStatedSums(ledger, own, statements, doubted);
  return ledger.entries.map((entry, i) => {
    const status = statuses[i] ?? "unproved";
    const why = reasons[i] ?? [];
    return {
      status,
      reasons: status === "repaired" ? [isReread(entry) ? "reread" : "moved"] : why,
      checkedBy: witnesses.checkedBy(entry),
    };
  });
}

/** By figure: failures first, then doubts, then what has no witness. Empty where all four claims are witnessed. */
function reasonsOf({ ledger, witnesses, doubts, conflicts, loose }: Case): ReasonId[][] {
  const doubted = doubts.flatMap(({ id, cells }) => cells.map((entry) => ({ id, entry })));
  const reasons = groupBy(doubted, ({ entry }) => entry);
  return ledger.entries.map((entry) => {
    const missing = CLAIMS.filter((claim) => !witnesses.has(entry, claim));
    return [
      ...new Set<ReasonId>([
        ...(conflicts.has(entry) ? (["identity-fails"] as const) : []),
        ...(reasons.get(entry) ?? []).map(({ id }) => id),
        ...(isRecognised(entry) && missing.includes("digits") ? UNSURE : []),
        ...missing.map((claim) => UNWITNESSED[claim]),
        ...(loose.has(entry) ? (["column-unwitnessed"] as const) : []),
      ]),
    ];
  });
}
