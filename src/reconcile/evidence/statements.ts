import type { Statement } from "../../model/narrative.ts";
import { flagsOf } from "../../taxonomy/tables.ts";
import { magnitude } from "../constraint.ts";
import { plainName } from "../keys.ts";
import { type Entry, type Ledger, toYuan } from "../ledger.ts";

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

/**
 * A figure as prose would speak of it; none where it has no words for it. The total of a table of 财政拨款 is 财政拨款 in a
 * sentence, if it is not called the total there too; that of 三公, 会议费 and 培训费 together is no total of the department.
 */
export function inProse(ledger: Ledger, entry: Entry): Entry[] {
  const { fiscal, apart, itemsOnly } = flagsOf(ledger.readings[entry.table]?.table.id ?? "assets");
  const { fund, item } = entry.coordinates;
  if (apart || (itemsOnly && item === undefined)) return [];
  if (!fiscal || (fund ?? "total") !== "total") return [entry];
  return [entry, { ...entry, coordinates: { ...entry.coordinates, fund: "fiscal" } }];
}

/** 支出 in prose is all of it, or what is spent this year. */
function wholeKind(kind: string | undefined): string {
  return kind === undefined || kind === "current" ? "total" : kind;
}

/** Within the rounding of both. `0万元` is said of nothing, not of what rounds to it. */
function agrees({ money }: Statement, { amount, step }: Entry, digits: number): boolean {
  if (!money || (money.yuan.isZero() && amount !== 0n)) return false;
  const difference = money.yuan.minus(toYuan(amount, digits)).abs().times(2);
  return difference.lte(money.step.plus(toYuan(magnitude(step), digits)));
}
