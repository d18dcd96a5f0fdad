import type { Decimal } from "decimal.js";
import type { Check } from "../../model/check.ts";
import type { Message } from "../../model/message.ts";
import type { Money, MoneyUnit } from "../../model/money.ts";
import type { Place } from "../../model/place.ts";
import type { NarrativeStatement } from "../prose/statements.ts";
import type { Candidates } from "./candidates.ts";
import { figuresOf } from "./hear.ts";
import { add, agree, isLevel, isPercentage, negate, percent, rangeOf } from "./rounding.ts";

/** All that a statement can be recomputed from. */
export interface Evidence {
  /** By paragraph: what is stated of a subject elsewhere may be stated of another year. */
  readonly stated: ReadonlyMap<Place, readonly NarrativeStatement[]>;
  readonly candidates: Candidates<{ readonly money: Money }>;
  /**
   * The finest step that the narrative prints in each unit. Where it prints 12.35万元, 8万元 is 8.00 with its zeros dropped, not
   * something between 7.5 and 8.5.
   */
  readonly precision: ReadonlyMap<MoneyUnit, Decimal>;
}

/** Recomputes what a statement says of changes, shares and completion. A sentence with two errors gives two checks. */
export function recompute(statement: NarrativeStatement, evidence: Evidence): Check[] {
  switch (statement.measure) {
    case "share":
      return shareChecks(statement, evidence);
    case "completion":
      return completionChecks(statement, evidence);
    case "claim":
      return claimChecks(statement, evidence);
    default:
      return changeChecks(statement, evidence);
  }
}

function changeChecks(statement: NarrativeStatement, evidence: Evidence): Check[] {
  if (!statement.change) return [];
  const ofBudget = statement.base === "budget";
  const ofThisYear = { ...statement, period: "current" };
  const [now] = moneyOf(ofBudget ? atStage(statement, "final") : ofThisYear, evidence);
  const befores = ofBudget
    ? budgetsOf(statement, evidence, true)
    : moneyOf(yearBefore(statement), evidence, true).slice(0, 1);
  if (!now) return [];
  if (befores.length === 0) return percentChecks(statement, now, evidence);
  // What is said of the budget may be meant of the one at the beginning of the year, or of the adjusted one.
  const found = befores.map((before) => differenceChecks(statement, now, before, evidence));
  return found.find((checks) => checks.length === 0) ?? found[0] ?? [];
}

function differenceChecks(
  statement: NarrativeStatement,
  now: Money,
  before: Money,
  evidence: Evidence,
): Check[] {
  const { change = "none", changePercent } = statement;
  const changeMoney = statement.changeMoney && exact(statement.changeMoney, evidence);
  const grew = now.yuan.minus(before.yuan);
  const level = isLevel(now, before);
  const right =
    change === "none" ? level : grew.isZero() ? true : grew.gt(0) === (change === "increase");
  if (!right && !(change !== "none" && agree(now, before)))
    return [said(statement, WORDS[change], `${printed(before)} → ${printed(now)}`)];
  const difference = add(rangeOf(now), negate(rangeOf(before)));
  const stated = changeMoney && rangeOf(changeMoney);
  const signed = stated && (change === "decrease" ? negate(stated) : stated);
  if (signed && (signed.high.lt(difference.low) || signed.low.gt(difference.high)))
    return [said(statement, printed(changeMoney), `${grew.abs().div(10_000).toFixed()}万元`)];
  if (!changePercent || change === "none") return [];
  const part = change === "decrease" ? negate(difference) : difference;
  if (isPercentage(changePercent, part, rangeOf(before)) !== false) return [];
  return [said(statement, `${changePercent}%`, percent(grew.abs(), before.yuan))];
}

/** Without a figure of the year before, the percentage still follows from the amount of the change. */
function percentChecks(statement: NarrativeStatement, now: Money, evidence: Evidence): Check[] {
  const { change, changePercent } = statement;
  const changeMoney = statement.changeMoney && exact(statement.changeMoney, evidence);
  if (!changeMoney || !changePercent || change === "none") return [];
  const step = rangeOf(changeMoney);
  const base = add(rangeOf(now), change === "increase" ? negate(step) : step);
  if (isPercentage(changePercent, step, base) !== false) return [];
  const whole =
    change === "increase" ? now.yuan.minus(changeMoney.yuan) : now.yuan.plus(changeMoney.yuan);
  return [said(statement, `${changePercent}%`, percent(changeMoney.yuan, whole))];
}

function shareChecks(statement: NarrativeStatement, evidence: Evidence): Check[] {
  if (!statement.whole || statement.published === undefined) return [];
  const parts = moneyOf(statement, evidence);
  const wholes = moneyOf({ ...statement, coordinates: statement.whole, subject: "" }, evidence);
  return quotientChecks(statement, parts, wholes);
}

function completionChecks(statement: NarrativeStatement, evidence: Evidence): Check[] {
  const finals = moneyOf(atStage(statement, "final"), evidence);
  const budgets = budgetsOf(statement, evidence);
  return quotientChecks(statement, finals, budgets);
}

function quotientChecks(
  statement: NarrativeStatement,
  parts: readonly Money[],
  wholes: readonly Money[],
): Check[] {
  const stated = statement.published ?? "";
  const results = parts.flatMap((part) =>
    wholes.map((whole) => ({
      part,
      whole,
      right: isPercentage(stated, rangeOf(part), rangeOf(whole)),
    })),
  );
  const [first] = results;
  if (!first || results.some(({ right }) => right !== false)) return [];
  return [said(statement, `${stated}%`, percent(first.part.yuan, first.whole.yuan))];
}

function claimChecks(statement: NarrativeStatement, evidence: Evidence): Check[] {
  const { change } = statement;
  const [final] = moneyOf(atStage(statement, "final"), evidence);
  const budgets = budgetsOf(statement, evidence);
  const [budget] = budgets;
  if (!change || !final || !budget) return [];
  if (budgets.some((one) => isClaimed(change, final, one))) return [];
  return [said(statement, CLAIMS[change], `${printed(final)} : ${printed(budget)}`)];
}

function isClaimed(
  change: NonNullable<NarrativeStatement["change"]>,
  final: Money,
  budget: Money,
): boolean {
  if (change === "none") return isLevel(final, budget);
  return !agree(final, budget) && final.yuan.lt(budget.yuan) === (change === "decrease");
}

/** What was budgeted at the beginning of the year, and what that was adjusted to. */
function budgetsOf(
  statement: NarrativeStatement,
  evidence: Evidence,
  elsewhere = false,
): readonly Money[] {
  return (["budget", "adjusted"] as const).flatMap((stage) =>
    moneyOf(atStage(statement, stage), evidence, elsewhere),
  );
}

function yearBefore(statement: NarrativeStatement): NarrativeStatement {
  const { base } = statement;
  const stage = base === "previous-final" ? "final" : base && ("budget" as const);
  return { ...(stage ? atStage(statement, stage) : statement), period: "previous" };
}

function atStage(
  statement: NarrativeStatement,
  stage: "final" | "budget" | "adjusted",
): NarrativeStatement {
  return { ...statement, coordinates: { ...statement.coordinates, stage } };
}

/**
 * The amounts of a statement's subject: those stated in its paragraph, then its own, then those of the tables. A statement
 * of a subject without coordinates knows only its own.
 */
function moneyOf(
  statement: NarrativeStatement,
  evidence: Evidence,
  elsewhere = false,
): readonly Money[] {
  return amountsOf(statement, evidence, elsewhere).map((money) => exact(money, evidence));
}

function amountsOf(
  statement: NarrativeStatement,
  { stated, candidates }: Evidence,
  elsewhere: boolean,
): readonly Money[] {
  const { place, period } = statement;
  const own = !elsewhere && isAmount(statement) && statement.money ? [statement.money] : [];
  if (own.length > 0) return own;
  const key = subjectKey(statement);
  // 占本年支出: of what is spent this year, not of 支出总计.
  const { fund, kind } = statement.coordinates;
  const ofYear = fund === "current" || kind === "current";
  const here = (stated.get(place) ?? []).flatMap((one) =>
    one.money &&
    isAmount(one) &&
    one.period === period &&
    subjectKey(one) === key &&
    !(ofYear && one.subject.endsWith("总计"))
      ? [one.money]
      : [],
  );
  if (here.length > 0) return here;
  if (Object.keys(statement.coordinates).length === 0) return [];
  const time = period === "previous" ? ({ period: "previous" } as const) : {};
  const wanted = { ...statement, coordinates: { ...statement.coordinates, ...time } };
  return figuresOf(wanted, candidates).same.map(({ of }) => of.money);
}

function isAmount({ measure }: NarrativeStatement): boolean {
  return ["budget", "adjusted", "final", "execution"].includes(measure);
}

/** The amount with the step that the narrative prints in. */
function exact(money: Money, { precision }: Evidence): Money {
  const step = precision.get(money.unit);
  return step?.lt(money.step) ? { ...money, step } : money;
}

/** A subject is the same in both periods; of a final account's budget and final figure only one is meant. */
function subjectKey({ coordinates, subject, period }: NarrativeStatement): string {
  const { flow, fund, kind, item, functionCode, projectName, stage } = coordinates;
  const whole = (one: string | undefined) => (one === "current" ? undefined : one);
  const known = [flow, whole(fund), whole(kind), item, functionCode, projectName];
  if (known.every((one) => one === undefined)) return subject;
  return JSON.stringify(
    item ? [item, period === "current" && stage] : [...known, period === "current" && stage],
  );
}

const WORDS = {
  increase: { zh: "增加", en: "an increase" },
  decrease: { zh: "减少", en: "a decrease" },
  none: { zh: "持平", en: "no change" },
} as const satisfies Record<string, Message>;
const CLAIMS = {
  increase: { zh: "大于预算数", en: "above its budget" },
  decrease: { zh: "小于预算数", en: "below its budget" },
  none: { zh: "与预算数持平", en: "as budgeted" },
} as const satisfies Record<string, Message>;

function printed({ published, unit }: Money): string {
  return `${published}${unit}`;
}

/** `found` is a figure as printed, or words. */
function said(statement: NarrativeStatement, found: string | Message, expected: string): Check {
  const words = typeof found === "string" ? { zh: found, en: found } : found;
  return {
    check: "statement",
    outcome: "fails",
    severity: "error",
    expected,
    found: words.zh,
    message: {
      zh: `${statement.subject}：正文说的是${words.zh}，按其数字应为${expected}`,
      en: `${statement.subject}: the narrative says ${words.en}, its figures give ${expected}`,
    },
    figures: [],
    place: statement.place,
  };
}
