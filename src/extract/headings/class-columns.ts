import type { Coordinates } from "../../model/coordinates.ts";
import type { RowStyle } from "../titles/declare.ts";
import { plain, withoutOrdinal } from "../words.ts";
import { type ClassNames, type ColumnContext, readPath } from "./path.ts";
import type { HeadingPaths } from "./tree.ts";

/** Rows that are crossed with classes by economic nature. */
const CROSSED: ReadonlySet<RowStyle> = new Set(["function", "projects", "units", "economic"]);

/** 湖南 says of the classes below 项目支出 that they are run as projects. */
const SAID_BESIDE = /^(?:其中:)?(?:按项目管理的)?/;

/** A column whose heading is the name of a class. */
interface Named {
  readonly index: number;
  readonly name: string;
  readonly path: readonly string[];
}

/**
 * The columns that are classes by economic nature, with what they give. Names of classes side by side are classes unless
 * each of them is a kind where it stands (基本支出 › 工资福利支出); one name alone (其他支出) may be anything. Where the rows
 * are classes themselves no column is.
 */
export function classColumns(
  paths: HeadingPaths,
  context: ColumnContext,
): ReadonlyMap<number, Coordinates> {
  const { classes, declaration } = context;
  const found = new Map<number, Coordinates>();
  if (!classes || !CROSSED.has(declaration.rows)) return found;
  const columns = paths.flatMap((path, index): Named[] => {
    const name = withoutOrdinal(plain(path.at(-1) ?? "")).replace(SAID_BESIDE, "");
    const known = classes("economic", name) ?? classes("gov-economic", name);
    return known === undefined ? [] : [{ index, name, path }];
  });
  const isClass = new Set(columns.map(({ index }) => index));
  const keys = paths.filter((_, i) => !isClass.has(i)).map((path) => readPath(path, context));
  if (keys.some(({ role }) => role?.includes("economic"))) return found;
  const byFunction = keys.some(
    ({ role, explicit }) => role === "function-name" || (role === "function" && explicit),
  );
  if (declaration.rows === "economic" && !byFunction) return found;
  const codes = codesOf(columns, classes);
  for (const sisters of groupsOf(columns).values()) {
    const above = sisters[0]?.path.slice(0, -1) ?? [];
    const read = readPath(above, context);
    const known = sisters.map(({ index }) => codes.get(index)).filter((code) => code !== undefined);
    const distinct = new Set(known.map((code) => JSON.stringify(code))).size;
    const clear = distinct === sisters.length && distinct > 1 && (above.length === 0 || read.known);
    if (!clear || sisters.every(({ path }) => isKind(path, context))) continue;
    for (const { index } of sisters) found.set(index, { ...read.gives, ...codes.get(index) });
  }
  return found;
}

/** The classification that knows most of the names, that of departments' budgets where both do. */
function codesOf(columns: readonly Named[], classes: ClassNames): Map<number, Coordinates> {
  const read = (dimension: "economic" | "gov-economic") =>
    columns.flatMap(({ index, name }): [number, string][] => {
      const code = classes(dimension, name);
      return code === undefined ? [] : [[index, code]];
    });
  const department = read("economic");
  const government = read("gov-economic");
  return government.length > department.length
    ? new Map(government.map(([index, govEconomicCode]) => [index, { govEconomicCode }]))
    : new Map(department.map(([index, economicCode]) => [index, { economicCode }]));
}

function groupsOf(columns: readonly Named[]): Map<string, Named[]> {
  const groups = new Map<string, Named[]>();
  for (const column of columns) {
    const above = JSON.stringify(column.path.slice(0, -1).map(plain));
    groups.set(above, [...(groups.get(above) ?? []), column]);
  }
  return groups;
}

/** True where the vocabulary itself says what the money below a heading is. */
function isKind(path: readonly string[], context: ColumnContext): boolean {
  const { role, amount, known } = readPath(path, context);
  return role === undefined && amount && known;
}
