import type { Check } from "../model/check.ts";
import type { Status } from "../model/fact.ts";
import { evaluate, members, refutes, side, type Verdict } from "./constraint.ts";
import { allConstraints } from "./constraints/index.ts";
import { doubtful, type Knowledge } from "./evidence/doubts.ts";
import { withStatedSums } from "./evidence/stated-sums.ts";
import { statusesOf } from "./evidence/status.ts";
import { blamed } from "./explain/blame.ts";
import { lostRows } from "./explain/lost-rows.ts";
import { explainer } from "./explain/rows-apart.ts";
import { type Entry, type Ledger, ledgerOf, type Reading } from "./ledger.ts";
import { failureCheck, lostCheck } from "./messages.ts";

/** What the constraints say of a disclosure's figures as they stand. */
export interface Assessment {
  readonly ledger: Ledger;
  readonly verdicts: readonly Verdict[];
  /** By entry. */
  readonly statuses: readonly Status[];
  readonly checks: readonly Check[];
}

/** Derives and evaluates all constraints, explains the failures as far as they can be, and gives each figure its status. */
export function assess(
  readings: readonly Reading[],
  knowledge: Knowledge,
  moved: (entry: Entry) => boolean,
): Assessment {
  const ledger = ledgerOf(readings);
  const verdicts = allConstraints(ledger).map(evaluate);
  const failing = verdicts.filter(refutes);
  const explain = explainer(ledger, failing.length);
  const lost = lostRows(ledger, verdicts, explain);
  const explained = new Set(lost.flatMap(({ constraints }) => constraints));
  for (const one of failing) {
    if (one.constraint.kind !== "across" || one.difference <= 0n) continue;
    const short = lost.find(({ sum }) => sum.table === side(one.constraint, -1)[0]?.table);
    if (short?.gaps.some(({ gap, slack }) => 2n * (one.difference - gap) <= slack + one.slack)) {
      explained.add(one);
    }
  }
  const unexplained = failing.filter((one) => !explained.has(one));
  const conflicts = blamed(unexplained, verdicts);
  const doubts = doubtful(ledger, verdicts, knowledge, moved);
  const statuses = statusesOf(
    ledger,
    verdicts,
    explained,
    conflicts,
    doubts,
    moved,
    knowledge.statements,
  );
  return {
    ledger,
    verdicts,
    statuses: withStatedSums(ledger, statuses, knowledge.statements, doubts),
    checks: [
      ...unexplained.map((one) =>
        failureCheck(
          ledger,
          one,
          [...new Set(members(one.constraint))].filter((e) => conflicts.has(e)),
          explain.failure(one),
        ),
      ),
      ...lost.map((rows) => lostCheck(ledger, rows)),
    ],
  };
}
