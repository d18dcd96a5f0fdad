import { Decimal } from "decimal.js";
import type { Period, Stage } from "../../model/coordinates.ts";
import type { Disclosure } from "../../model/disclosure.ts";
import type { Fact } from "../../model/fact.ts";
import { originsOf } from "../../model/ids.ts";
import { type Money, moneyOf } from "../../model/money.ts";
import type { Place } from "../../model/place.ts";
import type { TableId } from "../../model/table-ids.ts";
import { OWN_OFFICES } from "../../normalise/identity/words.ts";
import { groupBy, keyWithout, plainName } from "../../normalise/ledger/keys.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { restatements, type Said } from "./restated.ts";

/** A printed figure, as another disclosure may print it too. */
export interface Shared {
  readonly fact: string;
  readonly table: TableId;
  /** What it is about, but for its year, stage and unit. */
  readonly about: string;
  /** True for 三公, 会议费 and so on, which mean the same in every table. */
  readonly item: boolean;
  /** The unit of its row, as `unitName` has it; empty where it is of all. */
  readonly unit: string;
  readonly period: Period;
  readonly stage: Stage;
  readonly money: Money;
  /** One unit of its last digit, in 元, as its table prints it. */
  readonly step: Decimal;
  readonly label: string;
  readonly place: Place;
}

/** What a disclosure brings to a comparison with others: its figures, and where it says that it restates some. */
export interface Shares {
  readonly figures: readonly Shared[];
  readonly said: readonly Said[];
}

/** All figures of a disclosure but those of tables whose rows are things of their own. */
export function sharesOf(disclosure: Disclosure): Shares {
  const origins = originsOf(disclosure);
  const own = plainUnit(disclosure.identity.department);
  const facts = disclosure.facts.filter(({ table }) => flagsOf(table).things !== true);
  const figures = [...groupBy(facts, ({ tableIndex }) => tableIndex).values()].flatMap((table) => {
    const step = finest(table);
    return table.map((fact): Shared => {
      const { document: _, box: __, ...place } = fact.place;
      const unit = unitName(fact);
      return {
        fact: origins.factId(fact),
        table: fact.table,
        about: aboutOf(fact),
        item: fact.item !== undefined,
        unit: disclosure.identity.scope === "unit" && own.endsWith(unit) ? "" : unit,
        ...{ period: fact.period, stage: fact.stage, label: fact.label, place },
        money: fact.money,
        step: Decimal.min(step, fact.money.step),
      };
    });
  });
  return { figures, said: restatements(disclosure) };
}

/** A table that prints 118.6 beside 118.64 trims zeros: both are as exact. */
function finest(table: readonly Fact[]): Decimal {
  return Decimal.min(...table.map(({ money }) => money.step));
}

function aboutOf(fact: Fact): string {
  const { functionCode, economicCode, govEconomicCode, projectName, kind } = fact;
  const coded = (functionCode ?? economicCode ?? govEconomicCode ?? projectName) !== undefined;
  const rest = keyWithout(
    fact,
    ...(["period", "stage", "unitCode", "unitName", "kind"] as const),
    ...(["projectCode", "projectName", "projectType"] as const),
  );
  // A line by subject is all that is spent on it, whichever total its column is called by.
  const all = kind === undefined || kind === "total" || (coded && kind === "current");
  const project = plainName(projectName ?? fact.projectCode ?? "");
  return [rest, all ? "" : kind, project].join("|");
}

function unitName({ unitName, unitCode }: Fact): string {
  return unitName === undefined ? (unitCode ?? "") : plainUnit(unitName);
}

/** A department's own offices are a unit of its name, with or without 本级 behind it. */
export function plainUnit(name: string): string {
  return plainName(name).replace(OWN_OFFICES, "");
}

/** The units that a disclosure names in its rows. */
export function unitsIn({ figures }: Shares): string[] {
  return [...new Set(figures.map(({ unit }) => unit).filter((unit) => unit !== ""))].sort();
}

export function sharesText({ figures, said }: Shares): string {
  const lines = figures.map(({ money: { published, unit }, ...rest }) => {
    return { ...rest, money: { published, unit } };
  });
  return JSON.stringify({ figures: lines, said });
}

export function sharesFrom(text: string): Shares {
  const { figures, said } = JSON.parse(text);
  return {
    said,
    figures: figures.map((one: Shared & { readonly step: string }) => ({
      ...one,
      money: moneyOf(one.money.published, one.money.unit),
      step: new Decimal(one.step),
    })),
  };
}
