import type { Status } from "../model/fact.ts";
import type { Statement } from "../model/narrative.ts";
import { type Evaluated, magnitude, members, proves } from "./identity.ts";
import { plainName } from "./keys.ts";
import { type Entry, type Ledger, toYuan } from "./ledger.ts";
import { unplaced } from "./placed.ts";

/** How far each entry can be trusted, by its number. */
export function statusesOf(
  ledger: Ledger,
  evaluated: readonly Evaluated[],
  explained: ReadonlySet<Evaluated>,
  conflicts: ReadonlySet<Entry>,
  doubts: ReadonlySet<Entry>,
  moved: (entry: Entry) => boolean,
  statements: readonly Statement[],
): Status[] {
  const loose = unplaced(ledger, evaluated, explained);
  const rounds = isRounded(evaluated);
  const proved = new Set<Entry>();
  for (const one of evaluated) {
    if (!proves(one) || !(rounds || one.difference === 0n)) continue;
    for (const entry of members(one.identity)) {
      if (!loose.has(entry) && !doubts.has(entry)) proved.add(entry);
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

/** Identities below which nothing can be said of a publisher's habit, and the share that shows it. */
const FEW = 20;
const HABIT = 0.1;

/**
 * True if the publisher's sums are of rounded terms. Where nearly all close to the last digit, one that does so within
 * rounding only is no proof: it may be a misprint of the last digit.
 */
function isRounded(evaluated: readonly Evaluated[]): boolean {
  const telling = evaluated.filter(proves);
  const inexact = telling.filter(({ difference }) => difference !== 0n).length;
  return telling.length < FEW || inexact >= HABIT * telling.length;
}

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
