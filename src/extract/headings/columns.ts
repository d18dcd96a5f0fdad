import type { Coordinates, Fund, Kind, Period } from "../../model/coordinates.ts";
import { FUNDS } from "../../model/coordinates.ts";
import type { Column, ColumnRole } from "../../model/table.ts";
import { unitInHeading } from "../captions.ts";
import type { RowStyle, TableDeclaration } from "../titles/declare.ts";
import { meaningOf } from "./meaning.ts";
import type { HeadingPaths } from "./tree.ts";
import { ECONOMIC_KINDS, type Meaning } from "./vocabulary.ts";

/** What a table says about its own columns beyond their headings. */
export interface ColumnContext {
  readonly declaration: TableDeclaration;
  /** The fiscal year of the disclosure: tells 2023年预算数 from 2024年预算数. */
  readonly year: string;
}

type Dimension = "function" | "economic" | "gov-economic";

/** Turns heading paths into columns with roles and coordinates. */
export function columnsOf(paths: HeadingPaths, context: ColumnContext): Column[] {
  const columns: Column[] = [];
  let dimension: Dimension = context.declaration.rows === "economic" ? "economic" : "function";
  for (const [index, path] of paths.entries()) {
    const read = readPath(path, context);
    if (isCode(read.role) && read.explicit) dimension = read.role;
    else if (
      read.role === "label" &&
      read.level !== undefined &&
      startsSecond(columns, read.level, context)
    ) {
      dimension = "gov-economic";
    }
    const role = nameAfterCodes(roleOf(read, dimension, context.declaration.rows), read, columns);
    const unit = path.map(unitInHeading).find((found) => found !== undefined);
    columns.push({
      index,
      role,
      heading: [...path],
      block: 0,
      gives: role === "amount" ? inTable(read.gives, context.declaration) : {},
      ...(read.level !== undefined && isCode(role) ? { level: read.level } : {}),
      ...(unit !== undefined && role === "amount" ? { unit } : {}),
    });
  }
  const named = namesOverTwo(columns);
  return threePublicTotal(withBlocks(named, context.declaration), context.declaration);
}

/** One heading over two columns of names, drawn over the first alone (江苏: source of income, part of it). */
function namesOverTwo(columns: readonly Column[]): Column[] {
  return columns.map((column, i) => {
    const before = columns[i - 1];
    const blank = column.role === "unknown" && column.heading.length === 0;
    const amountFollows = columns[i + 1]?.role === "amount";
    return blank && amountFollows && before?.role === "label"
      ? { ...column, role: "label" }
      : column;
  });
}

interface PathReading {
  readonly role?: ColumnRole;
  /** True if a heading names the code itself (经济分类科目编码), not only a level of it. */
  readonly explicit: boolean;
  readonly level?: 1 | 2 | 3;
  readonly gives: Coordinates;
  readonly known: boolean;
  readonly amount: boolean;
}

function readPath(path: readonly string[], context: ColumnContext): PathReading {
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
  for (const heading of path) {
    const meaning = meaningOf(heading);
    if (!meaning) {
      known = false;
      if (says(gives)) lost = true;
      continue;
    }
    known = true;
    if (meaning.gives !== undefined) lost = false;
    const named = dimensionOf(meaning.role, heading);
    if (named) dimension = named;
    if (meaning.role !== undefined) role = meaning.role;
    else if (meaning.gives !== undefined || meaning.neutral) role = undefined;
    if (meaning.level !== undefined) level = meaning.level;
    if (meaning.gives !== undefined || meaning.neutral || meaning.role === "amount") amount = true;
    const below = coordinatesOf(meaning, context.year);
    if (contradicts(gives.kind ?? context.declaration.gives.kind, below.kind)) contradicted = true;
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
    gives,
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

function isCode(role: ColumnRole | undefined): role is Dimension {
  return role === "function" || role === "economic" || role === "gov-economic";
}

/** A second 类 column in an economic table opens the government classification (类 款 名称 | 类 款 名称). */
function startsSecond(columns: readonly Column[], level: number, context: ColumnContext): boolean {
  return (
    context.declaration.rows === "economic" &&
    level === 1 &&
    columns.some((column) => column.level === 1) &&
    !columns.some((column) => column.role === "amount")
  );
}

/** Where 项目名称 names projects; in the other tables (江苏) it is 项目, the name of any line. */
const PROJECT_ROWS: ReadonlySet<RowStyle> = new Set(["projects", "purchases", "words", "economic"]);

/** A classification that heads one column after the columns of its levels is the column of its names. */
function nameAfterCodes(
  role: ColumnRole,
  read: PathReading,
  columns: readonly Column[],
): ColumnRole {
  const before = columns.at(-1);
  return isCode(role) &&
    read.level === undefined &&
    before?.role === role &&
    before.level !== undefined
    ? `${role}-name`
    : role;
}

function roleOf(read: PathReading, dimension: Dimension, rows: RowStyle): ColumnRole {
  if (read.role === "function" && !read.explicit) return dimension;
  if (read.role === "label" && read.level !== undefined) return dimension;
  if (read.role === "project-name" && !PROJECT_ROWS.has(rows)) return "label";
  if (read.role === "label" && rows === "projects") return "project-name";
  if (read.role !== undefined) return read.role;
  // Money below a word that says nothing known is not the money of the heading above that word.
  return read.amount && read.known ? "amount" : "unknown";
}

function says({ fund, kind, item }: Coordinates): boolean {
  return fund !== undefined || kind !== undefined || item !== undefined;
}

/** A kind below one that it is no part of: 商品和服务支出 of 项目支出, or of all kinds, is no basic expenditure. */
function contradicts(high: Kind | undefined, low: Kind | undefined): boolean {
  if (low === undefined) return false;
  if (high === undefined || high === "total" || high === "current") return ECONOMIC_KINDS.has(low);
  return low !== high && !low.startsWith(`${high}.`);
}

/** A heading below joins the one above; under 结转结余 the names of the budgets mean what is left of them. */
function join(above: Coordinates, below: Coordinates): Coordinates {
  const joined = { ...above, ...below };
  if (above.fund?.startsWith("carry_over") && below.fund !== undefined) {
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
    if (fund === "current") return { ...kept, fund: own, flow: "income" };
    if (fund.startsWith("carry_over"))
      return { ...kept, fund: `carry_over.${own}` as Fund, flow: "income" };
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

/** Lists side by side: a key column that comes after an amount and before another amount opens the next block. */
function withBlocks(columns: readonly Column[], declaration: TableDeclaration): Column[] {
  const lists =
    declaration.rows === "lines" ||
    declaration.rows === "economic" ||
    declaration.rows === "function";
  let block = 0;
  let amounts = 0;
  const blocked = columns.map((column, i) => {
    const opens =
      lists &&
      amounts > 0 &&
      isKey(column.role) &&
      columns.slice(i + 1).some((later) => later.role === "amount");
    if (opens) {
      block += 1;
      amounts = 0;
    }
    if (column.role === "amount") amounts += 1;
    return { ...column, block };
  });
  return blocked.map((column) => withFlow(column, declaration));
}

function isKey(role: ColumnRole): boolean {
  return isCode(role) || role === "label" || role.endsWith("-name") || role === "project-code";
}

function withFlow(column: Column, declaration: TableDeclaration): Column {
  const flows = declaration.blockFlows;
  if (!flows || column.role !== "amount" || column.gives.flow !== undefined) return column;
  const flow = flows[Math.min(column.block, flows.length - 1)];
  return flow === undefined ? column : { ...column, gives: { ...column.gives, flow } };
}

/**
 * The bare 合计 of a three-public table is the three-public total, unless the table adds 会议费 or 培训费:
 * then it is the total over all of them and has no item (contract section 5).
 */
function threePublicTotal(columns: Column[], declaration: TableDeclaration): Column[] {
  if (declaration.rows !== "items") return columns;
  const items = columns.map((column) => column.gives.item);
  if (items.some((item) => item === "meeting" || item === "training")) return columns;
  if (!items.some((item) => item !== undefined)) return columns;
  return columns.map((column) =>
    column.role === "amount" && column.gives.item === undefined
      ? { ...column, gives: { ...column.gives, item: "three_public" } }
      : column,
  );
}
