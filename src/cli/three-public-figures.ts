import type { Disclosure } from "../model/disclosure.ts";
import type { Statement } from "../model/narrative.ts";
import { type Figure, ITEM_OF, inWan, threePublicLines } from "../write/three-public.ts";

/** A three-public figure with what the publisher says about it. All fields are text; what is not said is empty. */
export interface ThreePublicFigure {
  readonly source: string;
  readonly document: string;
  readonly division_code: string;
  readonly department: string;
  readonly year: string;
  readonly stage: string;
  readonly scope: string;
  readonly period: string;
  readonly item: string;
  /** In 万元. */
  readonly amount: string;
  readonly status: string;
  readonly page: string;
  readonly line: string;
  /** `increase`, `decrease` or `none`, against the year before. */
  readonly change: string;
  /** In 万元. */
  readonly change_amount: string;
  readonly change_percent: string;
  readonly reason: string;
}

/** The figures of three-public.csv one a line, those of the current year with their change and reason. */
export function threePublicFigures(disclosure: Disclosure): ThreePublicFigure[] {
  const { identity } = disclosure;
  return threePublicLines(disclosure).flatMap(({ stage, period, figures }) =>
    (Object.keys(ITEM_OF) as Figure[]).flatMap((figure) => {
      const fact = figures[figure];
      if (!fact) return [];
      const said =
        period === "current" ? saidOf(disclosure.statements, ITEM_OF[figure]) : undefined;
      return {
        source: disclosure.source.name,
        document: disclosure.document,
        division_code: identity.divisionCode,
        department: identity.department,
        year: identity.year,
        stage,
        scope: identity.scope,
        period,
        item: ITEM_OF[figure],
        amount: inWan(fact),
        status: fact.status,
        page: String(fact.place.page ?? ""),
        line: String(fact.place.line ?? ""),
        change: said?.change ?? "",
        change_amount: said?.changeMoney ? inWan({ ...fact, money: said.changeMoney }) : "",
        change_percent: said?.changePercent ?? "",
        reason: said?.reason ?? "",
      };
    }),
  );
}

/** The sentence about an item that says most of its change: a disclosure may state a figure more than once. */
function saidOf(statements: readonly Statement[], item: string): Statement | undefined {
  const about = statements.filter(
    ({ coordinates, change, reason }) =>
      coordinates.item === item && (change !== undefined || reason !== undefined),
  );
  return about.find(({ change, reason }) => change && reason) ?? about[0];
}
