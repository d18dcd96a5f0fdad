import { inProse, isAbout, states } from "../statements.ts";
import { type Doubt, doubt, type Evidence } from "./doubt.ts";

/** Figures of which the narrative says something else, and no other table has them. */
export function contradictedBySentences({ ledger, confirmed, knowledge }: Evidence): Doubt[] {
  const cells = ledger.entries.filter((entry) => {
    if (confirmed.has(entry)) return false;
    const about = inProse(ledger, entry).flatMap((told) =>
      knowledge.statements
        .filter((statement) => isAbout(statement, told))
        .map((statement) => states(statement, told, ledger.digits)),
    );
    return about.length > 0 && !about.includes(true);
  });
  return doubt(
    "sentence-differs",
    "正文对这个数字另有说法，其他表也未印证",
    "a sentence says another amount of it, and no other table has it",
    cells,
  );
}
