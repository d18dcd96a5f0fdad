import { type Item, PERIODS, type Period, STAGES, type Stage } from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import type { Fact, Status } from "../model/fact.ts";
import type { Money } from "../model/money.ts";
import type { Statement } from "../model/narrative.ts";
import type { Place } from "../model/place.ts";
import type { Table } from "../model/table.ts";
import { agree } from "../narrate/compare/rounding.ts";
import { NIL } from "../narrate/prose/vocabulary.ts";
import {
  isThreePublicAmount,
  type ThreePublicStatement,
  threePublicStatements,
} from "../narrate/three-public.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { printedItems } from "../normalise/items.ts";
import { knownUnits } from "../normalise/units.ts";

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
export const FIGURES = Object.keys(ITEM_OF) as readonly Figure[];

/**
 * What a disclosure says of a figure.
 * - `printed`: an amount, zero included
 * - `nil`: a place for it that is left blank, or a table that a sentence declares empty
 * - `not-found`: neither a place for it nor a sentence, or none that could be read
 */
export const FIGURE_STATES = ["printed", "nil", "not-found"] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** One figure of a line: a fact of the table, or what a sentence states where the table has no place for it. */
export interface LineFigure {
  readonly money: Money;
  readonly status: Status;
  /** Why a figure of the table is not proved. */
  readonly reasons?: Fact["reasons"];
  /** The sentence that states it. */
  readonly sentence?: string;
  readonly place: Place;
}

/** One line of three-public.csv. */
export interface ThreePublicLine {
  readonly stage: Stage;
  readonly period: Period;
  readonly figures: Partial<Readonly<Record<Figure, LineFigure>>>;
  readonly states: Readonly<Record<Figure, FigureState>>;
  /** What the text says of each figure's change against the year before, at this stage; of the current year only. */
  readonly said: Partial<Readonly<Record<Figure, ThreePublicStatement>>>;
}

/**
 * The lines of a disclosure, by stage and period: those of its table, without one those of its sentences, and one of its own
 * stage at least. Where a table splits a figure (by unit, by fund) the department's own total is taken; a figure with parts
 * but without a total is left empty, because nothing here is computed.
 */
export function threePublicLines(disclosure: Disclosure): ThreePublicLine[] {
  const { identity, statements } = disclosure;
  const facts = disclosure.facts.filter((fact) => fact.table === "three-public");
  const places = placesOf(disclosure);
  const changes = threePublicStatements(statements);
  return STAGES.flatMap((stage) =>
    PERIODS.flatMap((period) => {
      const printed = facts.filter((fact) => fact.stage === stage && fact.period === period);
      const stated = statedFigures(statements, stage, period);
      const inTable = figuresOf(printed);
      const isOwn = stage === identity.stage && period === "current";
      const isLine =
        Object.keys(facts.length > 0 ? inTable : stated).length > 0 ||
        (isOwn && facts.every((fact) => fact.stage !== stage || fact.period !== period));
      if (!isLine) return [];
      const states: Partial<Record<Figure, FigureState>> = {};
      const figures: Partial<Record<Figure, LineFigure>> = { ...inTable };
      for (const figure of FIGURES) {
        const place = places.has(`${stage} ${period} ${ITEM_OF[figure]}`);
        const own = printed.some(({ item }) => item === ITEM_OF[figure]);
        if (!inTable[figure] && !own && stated[figure] && !(place && facts.length > 0)) {
          figures[figure] = stated[figure];
        }
        const blank = place && !own && (printed.length > 0 || places.has(EMPTY));
        const isNil = blank || (period === "current" && saysNil(statements, figure, stage));
        states[figure] = figures[figure] ? "printed" : isNil ? "nil" : "not-found";
      }
      return {
        ...{ stage, period, figures },
        states: states as Record<Figure, FigureState>,
        said: period === "current" ? saidOf(changes, stage) : {},
      };
    }),
  );
}

/** 未安排因公出国（境）费: a sentence says that there is none. */
function saysNil(statements: readonly Statement[], figure: Figure, stage: Stage): boolean {
  return statements.some(
    (one) =>
      one.published === NIL &&
      one.coordinates.item === ITEM_OF[figure] &&
      (one.coordinates.stage ?? "budget") === stage,
  );
}

/** Stands among the places for a table that is declared empty. */
const EMPTY = "declared empty";

/**
 * For which stage, period and item the tables have a place, filled or blank. A table with amounts that could not be read tells
 * nothing of its blanks, nor does a picture: something faint may stand there.
 */
function placesOf(disclosure: Disclosure): Set<string> {
  const { tables, checks, identity } = disclosure;
  const unread = new Set(
    checks
      .filter(({ check, amounts = 1 }) => check === "unplaced" && amounts > 0)
      .map(({ tableIndex }) => tableIndex),
  );
  const units = knownUnits(tables, identity.department);
  const catalogue = catalogueFor(identity.year);
  const places = new Set<string>();
  for (const [index, table] of tables.entries()) {
    if (table.id !== "three-public" || unread.has(index)) continue;
    const printed = isRecognised(table) ? [] : printedItems(table, catalogue, units);
    for (const { item, stage, period } of printed) places.add(`${stage} ${period} ${item}`);
    if (table.declaredEmpty === undefined) continue;
    places.add(EMPTY);
    for (const item of Object.values(ITEM_OF)) places.add(`${table.stage} current ${item}`);
  }
  return places;
}

function isRecognised({ rows }: Table): boolean {
  return rows.some(({ cells }) => cells.some(({ place }) => place.recognised));
}

/** The amounts that sentences state for a stage and period. What they state in several ways is left out. */
function statedFigures(
  statements: readonly Statement[],
  stage: Stage,
  period: Period,
): Partial<Record<Figure, LineFigure>> {
  const figures: Partial<Record<Figure, LineFigure>> = {};
  for (const figure of FIGURES) {
    const about = statements.flatMap((statement) => {
      const { coordinates, money, place, sentence } = statement;
      const isThis =
        coordinates.item === ITEM_OF[figure] &&
        (coordinates.stage ?? "budget") === stage &&
        statement.period === period &&
        isThreePublicAmount(statement);
      // A sentence that was recognised in a picture may be misread.
      const status = place.recognised ? ("unproved" as const) : ("stated" as const);
      return isThis && money ? [{ money, place, sentence, status }] : [];
    });
    const finest = about.toSorted((a, b) => a.money.step.cmp(b.money.step))[0];
    if (finest && about.every(({ money }) => agree(money, finest.money))) figures[figure] = finest;
  }
  return figures;
}

function saidOf(changes: readonly ThreePublicStatement[], stage: Stage): ThreePublicLine["said"] {
  return Object.fromEntries(
    FIGURES.flatMap((figure) => {
      const said = changes.find((one) => one.item === ITEM_OF[figure] && one.stage === stage);
      return said ? [[figure, said]] : [];
    }),
  );
}

function figuresOf(facts: readonly Fact[]): Partial<Record<Figure, Fact>> {
  const figures: Partial<Record<Figure, Fact>> = {};
  for (const figure of FIGURES) {
    const fact = whole(facts.filter((candidate) => candidate.item === ITEM_OF[figure]));
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
