import type { Item } from "../../model/coordinates.ts";
import type { Column, ColumnRole } from "../../model/table.ts";
import type { RowStyle, TableDeclaration } from "../../taxonomy/tables/declare.ts";
import { meaningOf } from "../../taxonomy/words/lookup.ts";
import { unitInHeading } from "../captions.ts";
import { withBlocks } from "./blocks.ts";
import { classColumns } from "./class-columns.ts";
import { type ColumnContext, type Dimension, isCode, type PathReading, readPath } from "./path.ts";
import { withSideNames } from "./side-names.ts";
import type { HeadingPaths } from "./tree.ts";
import { withWages } from "./wages.ts";

/** Turns heading paths into columns with roles and coordinates. */
export function columnsOf(paths: HeadingPaths, context: ColumnContext): Column[] {
  const columns: Column[] = [];
  // Only functions have 项 below 款, whatever the title says of the rows.
  const byItem = paths.some((path) => readPath(path, context).level === 3);
  const economic = context.declaration.rows === "economic" && !byItem;
  let dimension: Dimension = economic ? "economic" : "function";
  const classes = classColumns(paths, context);
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
    const crossed = classes.get(index);
    const role = crossed
      ? "amount"
      : nameAfterCodes(roleOf(read, dimension, context.declaration.rows), read, columns);
    const unit = path.map(unitInHeading).find((found) => found !== undefined);
    columns.push({
      index,
      role,
      heading: [...path],
      block: 0,
      gives: role === "amount" ? (crossed ?? read.gives) : {},
      ...(read.level !== undefined && isCode(role) ? { level: read.level } : {}),
      ...(unit !== undefined && role === "amount" ? { unit } : {}),
    });
  }
  const named = namesOverTwo(columns);
  const blocked = withBlocks(withSideNames(named, context.declaration), context.declaration);
  return threePublicTotal(withWages(unlikeOthers(blocked)), context.declaration);
}

/**
 * Two columns of one meaning, one of them below a word that says nothing known: that word tells them apart, and what the
 * column means is not known.
 */
function unlikeOthers(columns: readonly Column[]): Column[] {
  const amounts = columns.filter(({ role }) => role === "amount");
  const meanings = new Map<string, number>();
  const meaning = ({ block, gives }: Column) =>
    JSON.stringify([block, Object.entries(gives).sort()]);
  for (const column of amounts)
    meanings.set(meaning(column), (meanings.get(meaning(column)) ?? 0) + 1);
  return columns.map((column) =>
    column.role === "amount" &&
    (meanings.get(meaning(column)) ?? 0) > 1 &&
    column.heading.some((heading) => meaningOf(heading) === undefined)
      ? { ...column, role: "unknown", gives: {} }
      : column,
  );
}

/** One heading over two or three columns of names, drawn over the first alone (江苏: source of income, part of it). */
function namesOverTwo(columns: readonly Column[]): Column[] {
  const isBlank = ({ role, heading }: Column) => role === "unknown" && heading.length === 0;
  return columns.map((column, i) => {
    if (!isBlank(column)) return column;
    const before = columns.slice(0, i).findLast((other) => !isBlank(other));
    const after = columns.slice(i).find((other) => !isBlank(other));
    return before?.role === "label" && after?.role === "amount"
      ? { ...column, role: "label" }
      : column;
  });
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
  // In a list by name the classification heads the names.
  if (rows === "lines" && (read.role === "economic" || read.role === "gov-economic"))
    return `${read.role}-name`;
  if (read.role === "label" && rows === "projects")
    return read.subject ? "function-name" : "project-name";
  if (read.role !== undefined) return read.role;
  // Money below a word that says nothing known is not the money of the heading above that word.
  return read.amount && read.known ? "amount" : "unknown";
}

/** The bare 合计 of a three-public table. */
function threePublicTotal(columns: Column[], declaration: TableDeclaration): Column[] {
  if (declaration.rows !== "items") return columns;
  const item = totalOfItems(columns.map((column) => column.gives.item));
  if (item === undefined) return columns;
  return columns.map((column) =>
    column.role === "amount" && column.gives.item === undefined
      ? { ...column, gives: { ...column.gives, item } }
      : column,
  );
}

/**
 * What the total over these items is: the three-public total, or that of the table where it adds 会议费 or 培训费 (contract
 * section 5). Undefined where there are no items.
 */
export function totalOfItems(items: readonly (Item | undefined)[]): Item | undefined {
  if (items.some((item) => item === "meeting" || item === "training")) return "table_total";
  return items.some((item) => item !== undefined) ? "three_public" : undefined;
}
