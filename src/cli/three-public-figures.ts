import { FIGURES, ITEM_OF, threePublicLines } from "../assemble/three-public.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { changeOf, inWan } from "../write/three-public.ts";

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
  /** `printed`; `nil`: its place is left blank or declared empty; `not-found` stands for all figures of a disclosure. */
  readonly state: string;
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
  return threePublicLines(disclosure).flatMap((line) => {
    const isSilent = FIGURES.every((figure) => line.states[figure] === "not-found");
    const told = FIGURES.filter((figure) => line.states[figure] !== "not-found");
    return (isSilent ? (["total"] as const) : told).map((figure) => {
      const found = line.figures[figure];
      return {
        source: disclosure.source.name,
        document: disclosure.document,
        division_code: identity.divisionCode,
        department: identity.department,
        year: identity.year,
        stage: line.stage,
        scope: identity.scope,
        period: line.period,
        item: ITEM_OF[figure],
        amount: inWan(found?.money),
        state: line.states[figure],
        status: found?.status ?? "",
        page: String(found?.place.page ?? ""),
        line: String(found?.place.line ?? ""),
        ...changeOf(line, figure),
      };
    });
  });
}
