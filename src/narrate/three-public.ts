import type { Coordinates, Item } from "../model/coordinates.ts";
import type { Statement } from "../model/narrative.ts";

/** What the narrative says of one three-public item: its figure, how it changed, and why. */
export interface ThreePublicStatement {
  readonly item: Item;
  readonly stage: NonNullable<Coordinates["stage"]>;
  /** The statement that gives the figure; undefined if only a change is stated. */
  readonly amount?: Statement;
  /** The statement that gives the change; the same one, or one of a later sentence. */
  readonly change?: Statement;
  readonly reason?: string;
}

/** The three-public statements of a disclosure about the current year, one for each item and stage, in printed order. */
export function threePublicStatements(statements: readonly Statement[]): ThreePublicStatement[] {
  const merged = new Map<string, ThreePublicStatement>();
  for (const statement of statements) {
    const { item, stage = "budget" } = statement.coordinates;
    if (!item?.startsWith("three_public") || statement.period !== "current") continue;
    if (!isThreePublicAmount(statement)) continue;
    const key = `${item} ${stage}`;
    const known = merged.get(key);
    const amount = known?.amount ?? (statement.money ? statement : undefined);
    const ofYears = statement.change !== undefined && isOfYearBefore(statement);
    const change = known?.change ?? (ofYears ? statement : undefined);
    const isOther = statement.change !== undefined && !ofYears;
    const own = change === statement ? statement.reason : known?.reason;
    const reason = own ?? known?.reason ?? (isOther ? undefined : statement.reason);
    merged.set(key, {
      ...{ item, stage },
      ...(amount && { amount }),
      ...(change && { change }),
      ...(reason && { reason }),
    });
  }
  return [...merged.values()];
}

/** What is held against this year's own budget, or against a year further back, is no change against the year before. */
function isOfYearBefore({ base, sentence }: Statement): boolean {
  return base === undefined ? !/[比较与]\d{4}年/.test(sentence) : base !== "budget";
}

/** Whether a statement is about what was or will be spent on the whole of an item, or how that changed. */
export function isThreePublicAmount({ measure, coordinates }: Statement): boolean {
  const { unitCode, unitName, projectCode, projectName, functionCode } = coordinates;
  const part = unitCode ?? unitName ?? projectCode ?? projectName ?? functionCode;
  return !PERCENTAGES.has(measure) && part === undefined;
}

const PERCENTAGES: ReadonlySet<string> = new Set(["share", "completion", "claim"]);
