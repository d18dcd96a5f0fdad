import { describe, expect, it } from "vitest";
import type { Coordinates } from "../../../src/model/coordinates.ts";
import { type MoneyUnit, moneyOf } from "../../../src/model/money.ts";
import type { Statement } from "../../../src/model/narrative.ts";
import type { TableId } from "../../../src/model/table-ids.ts";
import { type Candidate, candidatesOf } from "../../../src/narrate/compare/candidates.ts";
import { hear } from "../../../src/narrate/compare/hear.ts";
import { speaksOf } from "../../../src/narrate/compare/speaks.ts";

const NOTHING_ELSE = { income: new Set<never>(), expenditure: new Set<never>() };

function figure(
  table: TableId,
  coordinates: Coordinates,
  published = "100.00",
  unit: MoneyUnit = "万元",
): Candidate<string> {
  return {
    coordinates: {
      flow: "expenditure",
      fund: "total",
      period: "current",
      stage: "budget",
      ...coordinates,
    },
    ...{ table, label: "合计", money: moneyOf(published, unit), of: published },
  };
}

function said(
  coordinates: Coordinates,
  published = "100.00",
  other: Partial<Statement> = {},
): Statement {
  return {
    ...{ topic: "totals", subject: "", measure: "budget", period: "current", sentence: "" },
    coordinates: { period: "current", stage: "budget", ...coordinates },
    ...{ money: moneyOf(published, "万元"), place: { line: 1 }, agrees: "alone" },
    ...other,
  };
}

const total = figure("expenditure-summary", { kind: "total" });

describe("a sentence speaks of a figure", () => {
  it.each<[string, Coordinates, Candidate, string | undefined]>([
    ["nothing, if its subject is unknown", {}, total, undefined],
    ["the total", { flow: "expenditure" }, total, "same"],
    ["the other side", { flow: "income" }, total, undefined],
    ["last year", { flow: "expenditure", period: "previous" }, total, undefined],
    ["the final account", { flow: "expenditure", stage: "final" }, total, undefined],
    ["a part of it", { flow: "expenditure", kind: "basic" }, total, undefined],
    ["one fund of it", { flow: "expenditure", fund: "government_fund" }, total, undefined],
    ["财政拨款, which is often all", { flow: "expenditure", fund: "fiscal" }, total, "similar"],
    ["a subject", { flow: "expenditure", functionCode: "201" }, total, undefined],
    ["a project", { flow: "expenditure", projectName: "修缮" }, total, undefined],
    [
      "the total, not a unit's",
      { flow: "expenditure" },
      figure("expenditure-summary", { unitName: "档案馆" }),
      undefined,
    ],
    [
      "the total, not a class's",
      { flow: "expenditure" },
      figure("economic-classification", { economicCode: "301" }),
      undefined,
    ],
    [
      "the total, not that of purchases",
      { flow: "expenditure" },
      figure("procurement", {}),
      undefined,
    ],
    [
      "the total, not that of the items",
      { flow: "expenditure" },
      figure("three-public", {}),
      undefined,
    ],
    [
      "an item",
      { flow: "expenditure", item: "three_public.reception" },
      figure("three-public", { item: "three_public.reception" }),
      "same",
    ],
    [
      "an item, not a class of that name",
      { flow: "expenditure", item: "three_public.reception" },
      figure("general-public-basic", { item: "three_public.reception" }),
      "similar",
    ],
    [
      "财政拨款 by the total of its summary",
      { flow: "expenditure", fund: "fiscal" },
      figure("appropriation-summary", { kind: "total" }),
      "same",
    ],
    [
      "all funds, not the summary of 财政拨款",
      { flow: "expenditure" },
      figure("appropriation-summary", { kind: "total" }),
      undefined,
    ],
  ])("%s", (_name, coordinates, one, meeting) => {
    expect(speaksOf(said(coordinates), one, NOTHING_ELSE)).toBe(meeting);
  });

  it("本年收入合计 of a final account is not 收入总计", () => {
    const [year, all] = (["current", "total"] as const).map((fund) =>
      figure("income-expenditure-summary", { flow: "income", fund, stage: "final" }),
    );
    const meetings = (subject: string) =>
      [year, all].map(
        (one) =>
          one &&
          speaksOf(said({ flow: "income", stage: "final" }, "1", { subject }), one, NOTHING_ELSE),
      );
    expect(meetings("收入合计")).toEqual(["same", "similar"]);
    expect(meetings("收入总计")).toEqual(["similar", "same"]);
  });
});

describe("what the tables say to a sentence", () => {
  const heard = (sentence: Statement, figures: readonly Candidate<string>[]) => {
    const { outcome, power } = hear(sentence, candidatesOf(figures));
    return power === undefined ? outcome : `${outcome} ${power}`;
  };
  const all = { flow: "expenditure" } as const;

  it.each<[string, Statement, readonly Candidate<string>[], string]>([
    [
      "agrees within the rounding",
      said(all, "100"),
      [figure("expenditure-summary", {}, "1000400", "元")],
      "agrees",
    ],
    ["differs", said(all, "101.00"), [total], "differs"],
    [
      "agrees if one agrees",
      said(all, "101.00"),
      [total, figure("income-expenditure-summary", {}, "101.00")],
      "agrees",
    ],
    [
      "元 against 万元 is the unit's fault",
      said(all),
      [figure("expenditure-summary", {}, "100.00", "元")],
      "scale -4",
    ],
    [
      "a row's number is no amount",
      said(all, "1443.13"),
      [figure("income-expenditure-summary", {}, "5")],
      "scale",
    ],
    ["nothing is no scale", said(all, "0"), [total], "differs"],
    [
      "0万元 is not what rounds to it",
      said(all, "0"),
      [figure("expenditure-summary", {}, "0.30")],
      "differs",
    ],
    [
      "what is similar contradicts nothing",
      said({ ...all, fund: "fiscal" }, "99.00"),
      [total],
      "alone",
    ],
    [
      "财政拨款 is all there is",
      said({ ...all, fund: "fiscal" }, "99.00"),
      [total, figure("general-public-expenditure", { fund: "general_public" })],
      "differs",
    ],
    ["a target is no amount", said(all, "99.00", { measure: "target" }), [total], "alone"],
    ["coverage is of a part", said(all, "99.00", { topic: "performance" }), [total], "alone"],
  ])("%s", (_name, sentence, figures, outcome) => {
    expect(heard(sentence, figures)).toBe(outcome);
  });
});
