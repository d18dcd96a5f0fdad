import type { Doubt } from "../../doubt/index.ts";
import { inOpenList } from "../../doubt/open-lists.ts";
import type { Status } from "../../model/fact.ts";
import type { ReasonId } from "../../model/reasons.ts";
import { withStatedSums } from "../../narrate/compare/stated-sums.ts";
import type { Trust } from "../../normalise/facts.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import { isRecognised, isReread } from "../../normalise/ledger/recognised.ts";
import type { Claim } from "../constraint.ts";
import type { Evidence } from "./evidence.ts";
import { unplaced } from "./placed.ts";
import { type Witnesses, witnessesOf } from "./witnesses/index.ts";

/** The reason that stands for a claim without a witness. */
const UNWITNESSED: Readonly<Record<Claim, ReasonId>> = {
  digits: "no-sum",
  column: "column-unwitnessed",
  row: "row-unwitnessed",
  scale: "scale-doubtful",
};
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
  "lost-rows",
]);

/** How far each figure can be trusted, by its number, with the reasons why no further (contract section 6). */
export function trustOf(evidence: Evidence, doubts: readonly Doubt[]): Trust[] {
  const { ledger, hearing, statements, conflicts, moved } = evidence;
  const witnesses = witnessesOf(evidence);
  const reasons = reasonsOf(evidence, doubts, witnesses);
  const own = ledger.entries.map((entry, i): Status => {
    const why = reasons[i] ?? [];
    if (conflicts.has(entry)) return "conflict";
    if (why.length === 0) return moved(entry) || isReread(entry) ? "repaired" : "proved";
    if (why.some((id) => OPEN.has(id))) return "unproved";
    return hearing.stated.has(entry) ? "stated" : "unproved";
  });
  // A total that a sentence states says nothing of which line of a list is which.
  const slid = ledger.entries.filter(inOpenList(ledger));
  const doubted = new Set([...doubts.flatMap(({ cells }) => cells), ...slid]);
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
function reasonsOf(
  evidence: Evidence,
  doubts: readonly Doubt[],
  witnesses: Witnesses,
): ReasonId[][] {
  const { ledger, conflicts } = evidence;
  const loose = unplaced(evidence);
  const doubted = doubts.flatMap(({ id, cells }) => cells.map((entry) => ({ id, entry })));
  const reasons = groupBy(doubted, ({ entry }) => entry);
  return ledger.entries.map((entry) => {
    const missing = CLAIMS.filter((claim) => !witnesses.has(entry, claim));
    const why: ReasonId[] = conflicts.has(entry) ? ["identity-fails"] : [];
    why.push(...(reasons.get(entry) ?? []).map(({ id }) => id));
    if (isRecognised(entry) && missing.includes("digits")) why.push("recognition-unsure");
    why.push(...missing.map((claim) => UNWITNESSED[claim]));
    if (loose.has(entry)) why.push("column-unwitnessed");
    return [...new Set(why)];
  });
}
