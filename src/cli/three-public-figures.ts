import { FIGURES, ITEM_OF, threePublicLines } from "../assemble/three-public.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { placeRecord } from "../write/place.ts";
import { changeOf, documentAt, inWan } from "../write/three-public.ts";

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
  readonly amount: string;
  /** Of all amounts of the line. */
  readonly unit: "万元";
  /** `printed`; `nil`: its place is left blank or declared empty; `not-found` stands for all figures of a disclosure. */
  readonly state: string;
  readonly status: string;
  readonly page: string;
  readonly line: string;
  readonly place: string;
  /** The sentence that states the figure, where the table has none. */
  readonly sentence: string;
  /** Why it is not proved: ids as in facts.csv. */
  readonly status_reason: string;
  /** The same figure of the year before, of the same stage, where the table prints it. */
  readonly previous: string;
  /** `increase`, `decrease` or `none`, against the year before. */
  readonly change: string;
  readonly change_amount: string;
  readonly change_percent: string;
  readonly reason: string;
}

/** The figures of three-public.csv one a line, those of the current year with their change and reason. */
export function threePublicFigures(disclosure: Disclosure): ThreePublicFigure[] {
  const { identity } = disclosure;
  const lines = threePublicLines(disclosure);
  return lines.flatMap((line) => {
    const before =
      line.period === "current"
        ? lines.find(({ stage, period }) => stage === line.stage && period === "previous")
        : undefined;
    const isSilent = FIGURES.every((figure) => line.states[figure] === "not-found");
    const told = FIGURES.filter((figure) => line.states[figure] !== "not-found");
    return (isSilent ? (["total"] as const) : told).map((figure) => {
      const found = line.figures[figure];
      const { document, source } = documentAt(disclosure, found?.place);
      return {
        source: source.name,
        document,
        division_code: identity.divisionCode,
        department: identity.department,
        year: identity.year,
        stage: line.stage,
        scope: identity.scope,
        period: line.period,
        item: ITEM_OF[figure],
        amount: inWan(found?.money),
        unit: "万元" as const,
        state: line.states[figure],
        status: found?.status ?? "",
        page: String(found?.place.page ?? ""),
        line: String(found?.place.line ?? ""),
        place: placeRecord(found?.place).place,
        sentence: found?.sentence ?? "",
        status_reason: (found?.reasons ?? []).join(" "),
        previous: inWan(before?.figures[figure]?.money),
        ...changeOf(line, figure),
      };
    });
  });
}

/** The same for the figures of one line of three-public.csv: whose they are, and of when. */
export function lineKey(figure: ThreePublicFigure): string {
  const { division_code, department, year, stage, scope, period } = figure;
  return JSON.stringify([division_code, department, year, stage, scope, period]);
}
