import type { Statement } from "../../model/narrative.ts";
import { type Candidate, type Candidates, lineOf } from "./candidates.ts";
import { agree, isCut, isOtherScale, powerBetween } from "./rounding.ts";
import { type Meeting, type Said, speaksOf } from "./speaks.ts";

/** What the tables say to a sentence. */
export interface Heard<T> {
  /**
   * `agrees`: a figure confirms it. `differs`: all that speak of the same contradict it. `scale`: they do, but by so much that
   * a unit or the reading is wrong rather than the amount. `alone`: no figure speaks of the same.
   */
  readonly outcome: "agrees" | "differs" | "scale" | "alone";
  /** The figures of the same money. */
  readonly same: readonly Candidate<T>[];
  /** The one that it is held against where nothing agrees. */
  readonly against?: Candidate<T>;
  /** Of `scale`: the power of ten that the sentence's amount has to be multiplied with, if it is just that. */
  readonly power?: number;
}

/** Figures that a sentence speaks of. */
export function figuresOf<T>(
  said: Said,
  { byLine, wholes }: Candidates<T>,
): Readonly<Record<Meeting, readonly Candidate<T>[]>> {
  const same: Candidate<T>[] = [];
  const similar: Candidate<T>[] = [];
  const own = lineOf(said.coordinates);
  // What is asked of an item may be the total of a table of its own.
  for (const line of new Set([own, lineOf({})])) {
    for (const one of byLine.get(line) ?? []) {
      const meeting = speaksOf(said, one, wholes);
      if (meeting) (meeting === "same" ? same : similar).push(one);
    }
  }
  return { same, similar };
}

/** Coverage and projects are stated of a part of the money, whose extent the sentence alone tells: they contradict nothing. */
const LENIENT: ReadonlySet<string> = new Set(["performance", "project"]);

/** Holds a sentence against the figures. */
export function hear<T>(statement: Statement, candidates: Candidates<T>): Heard<T> {
  const { money, measure, period, topic } = statement;
  const known = period === "current" || period === "previous";
  if (!money || !known || measure === "target") return { outcome: "alone", same: [] };
  const { same, similar } = figuresOf(statement, candidates);
  if ([...same, ...similar].some((one) => states(statement, one)))
    return { outcome: "agrees", same };
  if (same.length === 0 || LENIENT.has(topic)) return { outcome: "alone", same };
  const plain = same.filter((one) => !isOtherScale(money, one.money));
  const against = closest(statement, plain.length > 0 ? plain : same);
  if (plain.length > 0) return { outcome: "differs", same: plain, ...(against && { against }) };
  const power = against && powerBetween(money, against.money);
  return { outcome: "scale", same, ...(against && { against }), ...(power && { power }) };
}

/** True if a sentence says plainly something else than a figure of the same. */
export function contradicts({ money, topic }: Statement, figure: Candidate): boolean {
  if (!money || LENIENT.has(topic) || states({ money }, figure)) return false;
  return !isOtherScale(money, figure.money);
}

/** Within the rounding of the coarser print, or cut off where the sentence is coarser. `0万元` is said of nothing, not of what rounds to it. */
export function states({ money }: Pick<Statement, "money">, figure: Candidate): boolean {
  if (!money) return false;
  if (money.yuan.isZero() && !figure.money.yuan.isZero()) return false;
  return agree(money, figure.money) || isCut(money, figure.money);
}

function closest<T>(
  { coordinates }: Statement,
  same: readonly Candidate<T>[],
): Candidate<T> | undefined {
  const { fund = "total", kind = "total" } = coordinates;
  const ofKind = same.filter((one) => (one.coordinates.kind ?? "total") === kind);
  const ofFund = (wanted: string) => ofKind.find((one) => one.coordinates.fund === wanted);
  return ofFund(fund) ?? ofFund("total") ?? same[0];
}
