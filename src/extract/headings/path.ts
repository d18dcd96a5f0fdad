import type { Coordinates, Fund, Kind, Period } from "../../model/coordinates.ts";
import { FUNDS, KINDS } from "../../model/coordinates.ts";
import type { ColumnRole } from "../../model/table.ts";
import { isUndivided } from "../../taxonomy/orders.ts";
import { plain } from "../../taxonomy/plain.ts";
import type { TableDeclaration } from "../../taxonomy/tables/declare.ts";
import { ECONOMIC_KINDS, type Meaning } from "../../taxonomy/words/index.ts";
import { meaningBelow } from "../../taxonomy/words/lookup.ts";
import { procurementNamed } from "../../taxonomy/words/procurement.ts";

/** The classifications of subjects. */
export type Dimension = "function" | "economic" | "gov-economic";

/**
 * The code of a class by its printed name, in the fiscal year: three digits, or five of a class within another. Undefined for
 * any other name.
 */
export type ClassNames = (
  dimension: "economic" | "gov-economic",
  name: string,
  under?: string,
) => string | undefined;

/** What has to be known of a disclosure before headings can be read. */
export interface HeadingContext {
  /** The fiscal year: tells 2023年预算数 from 2024年预算数. */
  readonly year: string;
  /** The classes by economic nature that headings may name; without them none is known. */
  readonly classes?: ClassNames;
}

/** What a table says about its own columns beyond their headings. */
export interface ColumnContext extends HeadingContext {
  readonly declaration: TableDeclaration;
}

/** What the headings above a column say together. */
export interface PathReading {
  readonly role?: ColumnRole;
  /** True if a heading names the code itself (经济分类科目编码), not only a level of it. */
  readonly explicit: boolean;
  /** True for 科目名称: the name of a subject, whatever else the rows of the table are. */
  readonly subject: boolean;
  readonly level?: 1 | 2 | 3;
  readonly gives: Coordinates;
  readonly known: boolean;
  readonly amount: boolean;
}

/** Reads the headings above a column from the top down; what a lower one says of the same thing weighs more. */
export function readPath(path: readonly string[], context: ColumnContext): PathReading {
  let role: ColumnRole | undefined;
  let explicit = false;
  let level: 1 | 2 | 3 | undefined;
  let gives: Coordinates = {};
  let known = path.length > 0;
  let amount = false;
  /** An unknown word stands between what is known and the money. */
  let lost = false;
  let contradicted = false;
  let dimension: Dimension | undefined;
  for (const [i, heading] of path.entries()) {
    // The name of the row of column numbers, which the page does not print.
    if (i > 0 && plain(heading) === "栏次") continue;
    const meaning = boughtIn(context.declaration, heading) ?? meaningBelow(gives, heading);
    if (!meaning) {
      known = false;
      if (says(gives)) lost = true;
      continue;
    }
    known = true;
    if (meaning.gives !== undefined) lost = false;
    const named = dimensionOf(meaning.role, heading);
    if (named) dimension = named;
    // What stands below a comparison of years is compared, whatever it is of, unless it names a year or stage itself.
    if (role === "change" && meaning.year === undefined && meaning.stage === undefined) continue;
    if (meaning.role !== undefined) role = meaning.role;
    else if (meaning.gives !== undefined || meaning.neutral) role = undefined;
    if (meaning.level !== undefined) level = meaning.level;
    if (meaning.gives !== undefined || meaning.neutral || meaning.role === "amount") amount = true;
    const below = coordinatesOf(meaning, context.year);
    if (contradicts(gives.kind ?? context.declaration.gives.kind, below.kind)) contradicted = true;
    // 本年收入 is no part of 本年支出: one of the two stands over columns that are not its own.
    if (gives.flow && below.flow && gives.flow !== below.flow) contradicted = true;
    gives = join(gives, below);
  }
  if (role !== undefined && dimension !== undefined && role === "function") {
    role = dimension;
    explicit = true;
  } else if (isCode(role)) explicit = dimension !== undefined;
  if (role === "label" && level !== undefined && dimension) {
    role = dimension;
    explicit = true;
  }
  if (role === "label" && dimension === "economic") role = "economic-name";
  if (role === "label" && dimension === "gov-economic") role = "gov-economic-name";
  return {
    explicit,
    subject: path.some((heading) => /科目名称$/.test(plain(heading))),
    gives: inTable(gives, context.declaration),
    known: known && !lost && !contradicted,
    amount: amount && role === undefined,
    ...(role !== undefined ? { role } : {}),
    ...(level !== undefined ? { level } : {}),
  };
}

/** The classification that a heading names, whether it heads codes, names or both. */
function dimensionOf(role: ColumnRole | undefined, heading: string): Dimension | undefined {
  if (role === "economic" || role === "economic-name") return "economic";
  if (role === "gov-economic" || role === "gov-economic-name") return "gov-economic";
  if (role === "function" || role === "function-name")
    return /功能/.test(heading) ? "function" : undefined;
  return undefined;
}

/** True for a column of subject codes. */
export function isCode(role: ColumnRole | undefined): role is Dimension {
  return role === "function" || role === "economic" || role === "gov-economic";
}

/** What a heading of purchases says is bought: 货物, 工程, 服务. */
function boughtIn({ rows }: TableDeclaration, heading: string): Meaning | undefined {
  const procurement = rows === "purchases" ? procurementNamed(heading) : undefined;
  return procurement && { gives: { procurement } };
}

function says({ fund, kind, item, procurement }: Coordinates): boolean {
  return [fund, kind, item, procurement].some((said) => said !== undefined);
}

/** A kind below one that it is no part of: 商品和服务支出 of 项目支出, or of all kinds, is no basic expenditure. */
function contradicts(high: Kind | undefined, low: Kind | undefined): boolean {
  if (low === undefined) return false;
  if (high === undefined || isUndivided(high)) return ECONOMIC_KINDS.has(low);
  // 本年支出 of a table of projects is all of theirs; what is left of them next year has a name.
  if (isUndivided(low) || `${low}.${high}` in KINDS) return false;
  return low !== high && !low.startsWith(`${high}.`);
}

/** A heading below joins the one above; under 结转结余 the names of the budgets mean what is left of them. */
function join(above: Coordinates, below: Coordinates): Coordinates {
  const joined = { ...above, ...below };
  if (above.fund?.startsWith("carry_over") && below.fund !== undefined) {
    if (below.fund.startsWith("carry_over.")) return joined;
    const left = `carry_over.${below.fund}`;
    return { ...joined, fund: left in FUNDS ? (left as Fund) : above.fund };
  }
  return joined;
}

/**
 * What a heading says within its table. A table of one budget (政府性基金, 国有资本) that prints 年初结转和结余 and
 * 本年收入 beside the expenditure means the income of that budget (财决公开08, 09).
 */
function inTable(gives: Coordinates, { implied, gives: table }: TableDeclaration): Coordinates {
  const { fund, kind, item, ...rest } = gives;
  const own = table.fund;
  const kept = {
    ...rest,
    ...(kind !== undefined && kind !== implied?.kind ? { kind } : {}),
    ...(item !== undefined && item !== implied?.item ? { item } : {}),
  };
  if (fund === undefined || fund === implied?.fund) return kept;
  if (own !== undefined && `carry_over.${own}` in FUNDS && table.flow === "expenditure") {
    const { flow = "income" } = rest;
    if (fund === "current" && flow === "income") return { ...kept, fund: own, flow };
    if (fund.startsWith("carry_over")) return { ...kept, fund: `carry_over.${own}` as Fund, flow };
  }
  return { ...kept, fund };
}

function coordinatesOf(meaning: Meaning, year: string): Coordinates {
  const period = periodOf(meaning, year);
  return {
    ...meaning.gives,
    ...(meaning.stage !== undefined ? { stage: meaning.stage } : {}),
    ...(period !== undefined ? { period } : {}),
  };
}

function periodOf(meaning: Meaning, year: string): Period | undefined {
  if (meaning.year === undefined) return undefined;
  if (meaning.year === "previous") return "previous";
  return meaning.year === year ? "current" : "previous";
}
