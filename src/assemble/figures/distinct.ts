import { type Fact, STATUSES } from "../../model/fact.ts";
import { type Dimension, groupBy, keyWithout, plainName } from "../../normalise/ledger/keys.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";

/** A figure and all of its printings, the best-proved first. */
export interface Printings {
  readonly fact: Fact;
  readonly facts: readonly Fact[];
}

/** The distinct figures of a disclosure, in the order in which they are first printed. */
export function distinct(facts: readonly Fact[]): Printings[] {
  return [...groupBy(facts, (fact) => keyOf(fact)).values()].flatMap(figuresAmong).map((same) => {
    const sorted = [...same].sort((a, b) => rank(a) - rank(b));
    return { fact: sorted[0] as Fact, facts: sorted };
  });
}

/**
 * What a figure is, without some of its coordinates. Tables of other money than their coordinates say (purchases, running costs,
 * last year's remainders) have figures of their own, and rows that are things of their own are never one.
 */
export function keyOf(fact: Fact, ...without: readonly Dimension[]): string {
  const { apart, outside, things } = flagsOf(fact.table);
  const own = apart || outside ? fact.table : "";
  const thing = things ? `${fact.tableIndex}.${fact.row}` : "";
  const name = plainName(fact.projectName ?? "");
  const rest = keyWithout(fact, ...without, "projectName", "projectCode", "projectType");
  return [rest, name, own, thing].join("|");
}

/**
 * What one table prints twice with two amounts is two figures, whatever they are called (two projects of one name); and so are
 * two lines of projects with one amount.
 */
function figuresAmong(same: readonly Fact[]): Fact[][] {
  const inTable = groupBy(same, ({ tableIndex }) => tableIndex);
  if ([...inTable.values()].every(({ length }) => length === 1)) return [[...same]];
  const seen = new Map<string, number>();
  const figures = groupBy(same, ({ tableIndex, projectName, projectCode, money }) => {
    const amount = money.yuan.toString();
    if ((projectName ?? projectCode) === undefined) return amount;
    const printed = `${tableIndex} ${amount}`;
    const before = seen.get(printed) ?? 0;
    seen.set(printed, before + 1);
    return `${amount} ${before}`;
  });
  return [...figures.values()];
}

function rank({ status }: Fact): number {
  return STATUSES.indexOf(status);
}
