import type { Status } from "../model/fact.ts";
import type { Statement } from "../model/narrative.ts";
import { type Evaluated, magnitude, members, proves } from "./identity.ts";
import { plainName } from "./keys.ts";
import { type Entry, type Ledger, toYuan } from "./ledger.ts";

/** How far each entry can be trusted, by its number. */
export function statusesOf(
  ledger: Ledger,
  evaluated: readonly Evaluated[],
  conflicts: ReadonlySet<Entry>,
  moved: (entry: Entry) => boolean,
  statements: readonly Statement[],
): Status[] {
  const proved = new Set<Entry>();
  for (const one of evaluated) {
    if (proves(one)) for (const entry of members(one.identity)) proved.add(entry);
  }
  return ledger.entries.map((entry): Status => {
    if (conflicts.has(entry)) return "conflict";
    if (proved.has(entry)) return moved(entry) ? "repaired" : "proved";
    return statements.some((statement) => states(statement, entry, ledger.digits))
      ? "stated"
      : "unproved";
  });
}

/** True if a sentence says the same of the same. */
export function states(statement: Statement, entry: Entry, digits: number): boolean {
  return isAbout(statement, entry) && agrees(statement, entry, digits);
}

/** True if a sentence speaks of the figure, whatever it says. */
export function isAbout({ coordinates: s, period, money }: Statement, { coordinates: c }: Entry) {
  if (!money || (s.period ?? period) !== c.period) return false;
  return (
    (s.flow === undefined || s.flow === c.flow) &&
    (s.stage === undefined || s.stage === c.stage) &&
    (s.fund === undefined || s.fund === c.fund) &&
    (s.kind === undefined || s.kind === c.kind) &&
    (s.unitCode === undefined || s.unitCode === c.unitCode) &&
    s.item === c.item &&
    s.functionCode === c.functionCode &&
    s.economicCode === c.economicCode &&
    s.govEconomicCode === c.govEconomicCode &&
    plainName(s.projectName ?? "") === plainName(c.projectName ?? "")
  );
}

function agrees({ money }: Statement, { amount, step }: Entry, digits: number): boolean {
  if (!money) return false;
  const difference = money.yuan.minus(toYuan(amount, digits)).abs().times(2);
  return difference.lte(money.step.plus(toYuan(magnitude(step), digits)));
}
