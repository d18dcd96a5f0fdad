import { Decimal } from "decimal.js";
import { type Item, PERIODS, type Period, STAGES, type Stage } from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { type Fact, STATUSES } from "../model/fact.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY, identityRecord } from "./identity.ts";
import { integer, PLACE } from "./place.ts";
import { weakest } from "./weakest.ts";

const wan = { unit: "万元" } as const;

/** three-public.csv: the “三公” figures of a department side by side, in 万元. */
export const THREE_PUBLIC = dataset({
  name: "three-public",
  title: "“三公”经费",
  description:
    "One line a department, year, stage, scope and period: the three-public figures side by side, as published and never computed.",
  fields: [
    IDENTITY.document,
    IDENTITY.division_code,
    IDENTITY.division,
    IDENTITY.department_code,
    IDENTITY.department,
    IDENTITY.year,
    IDENTITY.stage,
    IDENTITY.scope,
    field("text", "period", "期间", "current (本年) or previous (上年).", { values: PERIODS }),
    field("decimal", "total", "“三公”经费合计", "“三公”经费合计.", wan),
    field("decimal", "overseas", "因公出国（境）费", "因公出国（境）费.", wan),
    field("decimal", "vehicle", "公务用车购置及运行费", "公务用车购置及运行费.", wan),
    field("decimal", "vehicle_purchase", "公务用车购置费", "公务用车购置费.", wan),
    field("decimal", "vehicle_operation", "公务用车运行费", "公务用车运行维护费.", wan),
    field("decimal", "reception", "公务接待费", "公务接待费.", wan),
    field("text", "status", "可信程度", "The weakest status of the line's figures.", {
      values: STATUSES,
    }),
    PLACE.page,
  ],
});
export type ThreePublicRecord = RecordOf<typeof THREE_PUBLIC>;

/** The figures of a line, by the field that carries them. */
export const ITEM_OF = {
  total: "three_public",
  overseas: "three_public.overseas",
  vehicle: "three_public.vehicle",
  vehicle_purchase: "three_public.vehicle.purchase",
  vehicle_operation: "three_public.vehicle.operation",
  reception: "three_public.reception",
} as const satisfies Record<string, Item>;
export type Figure = keyof typeof ITEM_OF;

/** The facts of one line of three-public.csv. */
export interface ThreePublicLine {
  readonly stage: Stage;
  readonly period: Period;
  readonly figures: Partial<Readonly<Record<Figure, Fact>>>;
}

/**
 * The lines of a disclosure, by stage and period. Where a table splits a figure (by unit, by fund) the department's own
 * total is taken; a figure with parts but without a total is left empty, because nothing here is computed.
 */
export function threePublicLines(disclosure: Disclosure): ThreePublicLine[] {
  const facts = disclosure.facts.filter((fact) => fact.table === "three-public");
  return STAGES.flatMap((stage) =>
    PERIODS.map((period) => {
      const line = facts.filter((fact) => fact.stage === stage && fact.period === period);
      return { stage, period, figures: figuresOf(line) };
    }).filter(({ figures }) => Object.keys(figures).length > 0),
  );
}

export function threePublicRecords(disclosure: Disclosure): ThreePublicRecord[] {
  return threePublicLines(disclosure).map(({ stage, period, figures }) => {
    const chosen = Object.values(figures);
    const first = figures.total ?? chosen[0];
    return {
      ...identityRecord(disclosure),
      stage,
      period,
      total: inWan(figures.total),
      overseas: inWan(figures.overseas),
      vehicle: inWan(figures.vehicle),
      vehicle_purchase: inWan(figures.vehicle_purchase),
      vehicle_operation: inWan(figures.vehicle_operation),
      reception: inWan(figures.reception),
      status: weakest(chosen) ?? "",
      page: integer(first?.place.page),
    };
  });
}

function figuresOf(facts: readonly Fact[]): Partial<Record<Figure, Fact>> {
  const figures: Partial<Record<Figure, Fact>> = {};
  for (const [figure, item] of Object.entries(ITEM_OF) as [Figure, Item][]) {
    const fact = whole(facts.filter((candidate) => candidate.item === item));
    if (fact) figures[figure] = fact;
  }
  return figures;
}

/** The one figure that stands for the whole department among those of one item, if it is printed. */
function whole(candidates: readonly Fact[]): Fact | undefined {
  let facts = candidates;
  for (const part of PARTS) {
    const wholes = facts.filter((fact) => part(fact) === "");
    // Parts without their total: one of them is not the department, however much alike they are.
    if (wholes.length === 0 && new Set(facts.map(part)).size > 1) return undefined;
    if (wholes.length > 0) facts = wholes;
  }
  const [first, ...others] = facts;
  return others.every((other) => first?.money.yuan.eq(other.money.yuan)) ? first : undefined;
}

/** Which part of the department's money a figure is, in each way of splitting it; empty for all of it. */
const PARTS: readonly ((fact: Fact) => string)[] = [
  (fact) => [fact.unitCode, fact.unitName, fact.functionCode].filter(Boolean).join(" "),
  (fact) => (fact.fund === "total" ? "" : (fact.fund ?? "")),
  (fact) => (fact.kind === "total" ? "" : (fact.kind ?? "")),
];

/** In 万元, exact: the printed digits where they are in 万元, otherwise the point moved by four places. */
export function inWan(fact: Fact | undefined): string {
  if (!fact) return "";
  const { published, unit, yuan } = fact.money;
  return unit === "万元" ? published : new Exact(yuan).times("1e-4").toFixed();
}

const Exact = Decimal.clone({ precision: 1_000 });
