import type { Check } from "../model/check.ts";
import type { Status } from "../model/fact.ts";
import { blamed } from "./blame.ts";
import { doubtful, type Knowledge } from "./doubts.ts";
import { allIdentities } from "./identities.ts";
import { type Evaluated, evaluate, members, refutes } from "./identity.ts";
import { type Entry, type Ledger, ledgerOf, type Reading } from "./ledger.ts";
import { lostRows } from "./lost-rows.ts";
import { failureCheck, lostCheck } from "./messages.ts";
import { explainer } from "./rows-apart.ts";
import { withStatedSums } from "./stated-sums.ts";
import { statusesOf } from "./status.ts";

/** What the identities say of a disclosure's figures as they stand. */
export interface Assessment {
  readonly ledger: Ledger;
  readonly evaluated: readonly Evaluated[];
  /** By entry. */
  readonly statuses: readonly Status[];
  readonly checks: readonly Check[];
}

/** Derives and evaluates all identities, explains the failures as far as they can be, and gives each figure its status. */
export function assess(
  readings: readonly Reading[],
  knowledge: Knowledge,
  moved: (entry: Entry) => boolean,
): Assessment {
  const ledger = ledgerOf(readings);
  const evaluated = allIdentities(ledger).map(evaluate);
  const failing = evaluated.filter(refutes);
  const explain = explainer(ledger, failing.length);
  const lost = lostRows(ledger, evaluated, explain);
  const explained = new Set(lost.flatMap(({ identities }) => identities));
  for (const one of failing) {
    if (one.identity.rule !== "across" || one.difference <= 0n) continue;
    const short = lost.find(({ sum }) => sum.table === one.identity.right[0]?.table);
    if (short?.gaps.some(({ gap, slack }) => 2n * (one.difference - gap) <= slack + one.slack)) {
      explained.add(one);
    }
  }
  const unexplained = failing.filter((one) => !explained.has(one));
  const conflicts = blamed(unexplained, evaluated);
  const doubts = doubtful(ledger, evaluated, knowledge, moved);
  const statuses = statusesOf(
    ledger,
    evaluated,
    explained,
    conflicts,
    doubts,
    moved,
    knowledge.statements,
  );
  return {
    ledger,
    evaluated,
    statuses: withStatedSums(ledger, statuses, knowledge.statements, doubts),
    checks: [
      ...unexplained.map((one) =>
        failureCheck(
          ledger,
          one,
          [...new Set(members(one.identity))].filter((e) => conflicts.has(e)),
          explain.failure(one),
        ),
      ),
      ...lost.map((rows) => lostCheck(ledger, rows)),
    ],
  };
}
