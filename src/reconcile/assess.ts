import type { Doubt } from "../doubt/index.ts";
import { scalesOf } from "../doubt/scale.ts";
import type { Statement } from "../model/narrative.ts";
import { hearingOf } from "../narrate/compare/hearing.ts";
import type { Catalogue } from "../normalise/catalogue/index.ts";
import type { Trust } from "../normalise/facts.ts";
import { closes } from "../normalise/ledger/amounts.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { type RowList, rowLists } from "../normalise/ledger/row-lists.ts";
import type { KnownUnits } from "../normalise/units.ts";
import { members, refutes, side, type Verdict } from "./constraint.ts";
import { allVerdicts } from "./constraints/index.ts";
import { doubtsOf } from "./evidence/doubts/index.ts";
import type { Evidence } from "./evidence/evidence.ts";
import { trustOf } from "./evidence/status.ts";
import { testimonyOf } from "./evidence/testimony.ts";
import { blamed } from "./explain/blame.ts";
import { type LostRows, lostRows } from "./explain/lost-rows.ts";

/** What the document says besides its tables. */
export interface Knowledge {
  readonly statements: readonly Statement[];
  readonly catalogue: Catalogue;
  readonly units: KnownUnits;
}

/** What the constraints say of a disclosure's figures as they stand. */
export interface Assessment {
  readonly ledger: Ledger;
  readonly verdicts: readonly Verdict[];
  /** By entry. */
  readonly trust: readonly Trust[];
  /** What fails, and nothing explains but wrong figures. */
  readonly failures: readonly Verdict[];
  /** The figures that are to blame. */
  readonly conflicts: ReadonlySet<Entry>;
  readonly lost: readonly LostRows[];
  /** What tables list that others may list as well; none where too much fails to look into. */
  readonly lists: readonly RowList[];
  readonly doubts: readonly Doubt[];
}

/** Failures beyond which no single one is looked into: the tables are in ruins. */
const MOST_FAILURES = 50;

/** Constraints → verdicts → explanation → status: derives and judges all constraints, explains the failures, settles the statuses. */
export function assess(
  ledger: Ledger,
  knowledge: Knowledge,
  moved: (entry: Entry) => boolean,
): Assessment {
  const verdicts = allVerdicts(ledger);
  const scales = scalesOf(ledger, differing(verdicts), knowledge.statements);
  const failing = verdicts.filter((one) => refutes(one) && !scales.differ(members(one)));
  const lists = failing.length > MOST_FAILURES ? [] : rowLists(ledger);
  const lost = lostRows(ledger, verdicts, lists);
  const explained = explainedBy(lost, failing);
  const failures = failing.filter((one) => !explained.has(one));
  const conflicts = blamed(failures, verdicts);
  const completed = lost.flatMap((rows) => rows.completed);
  const evidence: Evidence = {
    ...testimonyOf(ledger, [...verdicts, ...completed], explained, conflicts),
    ...{ ...knowledge, ledger, verdicts, lost, explained, conflicts, scales, moved },
    hearing: hearingOf(ledger, knowledge.statements),
  };
  const doubts = doubtsOf(evidence);
  const trust = trustOf(evidence, doubts);
  return { ledger, verdicts, trust, failures, conflicts, lost, lists, doubts };
}

/** Pairs of figures that should be the same in two tables, and are not. */
function differing(verdicts: readonly Verdict[]): (readonly [Entry, Entry])[] {
  return verdicts.flatMap((one) => {
    const [a, b, more] = members(one);
    return one.holds || more || !a || !b || a.table === b.table ? [] : [[a, b] as const];
  });
}

/** The failures of lost rows, and those between tables that the same rows explain. */
function explainedBy(lost: readonly LostRows[], failing: readonly Verdict[]): ReadonlySet<Verdict> {
  const explained = new Set(lost.flatMap(({ constraints }) => constraints));
  for (const one of failing) {
    if (one.kind !== "across" || one.difference <= 0n) continue;
    const short = lost.find(({ sum }) => sum.table === side(one, -1)[0]?.table);
    const within = short?.constraints.some(({ difference, slack }) => {
      return closes(one.difference - difference, slack + one.slack, "≤");
    });
    if (within) explained.add(one);
  }
  return explained;
}
