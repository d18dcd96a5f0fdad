import type { Statement } from "../model/narrative.ts";
import { magnitude } from "./identity.ts";
import { plainName } from "./keys.ts";
import { type Entry, toYuan } from "./ledger.ts";

/** True if a sentence says the same of the same. */
export function states(statement: Statement, entry: Entry, digits: number): boolean {
  return isAbout(statement, entry) && agrees(statement, entry, digits);
}

/**
 * True if a sentence speaks of the figure, whatever it says. What a sentence does not say is the whole: all funds (or those of
 * the table), all kinds, no subject.
 */
export function isAbout(
  { coordinates: s, period, money }: Statement,
  { coordinates: c }: Entry,
): boolean {
  if (!money || (s.period ?? period) !== c.period) return false;
  const item = s.item !== undefined;
  return (
    (s.flow === undefined || s.flow === c.flow) &&
    (s.stage === undefined || s.stage === c.stage) &&
    (item || (s.fund ?? "total") === (c.fund ?? "total")) &&
    (item || wholeKind(s.kind) === wholeKind(c.kind)) &&
    s.unitCode === c.unitCode &&
    s.unitName === c.unitName &&
    s.item === c.item &&
    s.functionCode === c.functionCode &&
    s.economicCode === c.economicCode &&
    s.govEconomicCode === c.govEconomicCode &&
    plainName(s.projectName ?? "") === plainName(c.projectName ?? "")
  );
}

/** 支出 in prose is all of it, or what is spent this year. */
function wholeKind(kind: string | undefined): string {
  return kind === undefined || kind === "current" ? "total" : kind;
}

function agrees({ money }: Statement, { amount, step }: Entry, digits: number): boolean {
  if (!money) return false;
  const difference = money.yuan.minus(toYuan(amount, digits)).abs().times(2);
  return difference.lte(money.step.plus(toYuan(magnitude(step), digits)));
}
