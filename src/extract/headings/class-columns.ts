import type { Coordinates } from "../../model/coordinates.ts";
import { KIND_OF_CLASSES } from "../../taxonomy/orders.ts";
import { plain, withoutOrdinal } from "../../taxonomy/plain.ts";
import type { RowStyle } from "../../taxonomy/tables/declare.ts";
import { type ClassNames, type ColumnContext, readPath } from "./path.ts";
import type { HeadingPaths } from "./tree.ts";

/** Rows that are crossed with classes by economic nature. */
const CROSSED: ReadonlySet<RowStyle> = new Set(["function", "projects", "units", "economic"]);

/** 湖南 says of the classes below 项目支出 that they are run as projects. */
const SAID_BESIDE = /^(?:其中:)?(?:按项目管理的)?/;

/** The name of a class, behind its code where that is printed (新疆: 302 商品和服务支出). */
const CODED = /^([35]\d\d)?(.+)$/;

/** A column whose heading is the name of a class. */
interface Named {
  readonly index: number;
  readonly name: string;
  readonly path: readonly string[];
}

/** What the columns that are classes by economic nature give. Where the rows are classes themselves no column is. */
export function classColumns(
  paths: HeadingPaths,
  context: ColumnContext,
): ReadonlyMap<number, Coordinates> {
  const { classes, declaration } = context;
  if (!classes || !CROSSED.has(declaration.rows)) return new Map();
  const columns = paths.flatMap((path, index): Named[] => {
    const [, code, name = ""] = CODED.exec(nameIn(path.at(-1))) ?? [];
    const known = [classes("economic", name), classes("gov-economic", name)];
    const isNamed = known.some((of) => of !== undefined && of === (code ?? of));
    return isNamed ? [{ index, name, path }] : [];
  });
  const divisions = divisionColumns(paths, classes, context);
  const isClass = new Set([...columns.map(({ index }) => index), ...divisions.keys()]);
  const keys = paths.filter((_, i) => !isClass.has(i)).map((path) => readPath(path, context));
  if (keys.some(({ role }) => role?.includes("economic"))) return new Map();
  const byFunction = keys.some(
    ({ role, explicit, level }) =>
      role === "function-name" || (role === "function" && explicit) || level === 3,
  );
  if (declaration.rows === "economic" && !byFunction) return new Map();
  const whole = columns.filter(({ index }) => !divisions.has(index));
  return new Map([...divisions, ...sisterColumns(whole, classes, context)]);
}

/**
 * Names of classes side by side are classes unless each of them is a kind where it stands (基本支出 › 工资福利支出); one name
 * alone (其他支出) may be anything.
 */
function sisterColumns(
  columns: readonly Named[],
  classes: ClassNames,
  context: ColumnContext,
): [number, Coordinates][] {
  const codes = codesOf(columns, classes);
  return [...groupsOf(columns).values()].flatMap((sisters): [number, Coordinates][] => {
    const above = sisters[0]?.path.slice(0, -1) ?? [];
    const read = readPath(above, context);
    const known = sisters.map(({ index }) => codes.get(index)).filter((code) => code !== undefined);
    const distinct = new Set(known.map((code) => JSON.stringify(code))).size;
    const clear = distinct === sisters.length && distinct > 1 && (above.length === 0 || read.known);
    if (!clear || sisters.every(({ path }) => isKind(path, context))) return [];
    return sisters.map(({ index }) => [index, { ...read.gives, ...codes.get(index) }]);
  });
}

/** What is all of a class below its heading. */
const ALL = /^(?:小计|合计)$/;

/**
 * The columns that divide a class: below its heading (工资福利支出 › 基本工资, 四川 决算明细表), or in a table that is about it
 * alone (人员经费（工资福利支出）, 湖南), whatever groups them there. One of them alone says nothing.
 */
function divisionColumns(
  paths: HeadingPaths,
  classes: ClassNames,
  context: ColumnContext,
): ReadonlyMap<number, Coordinates> {
  const own = Object.entries(KIND_OF_CLASSES).find(([kind]) => {
    return kind === context.declaration.gives.kind;
  })?.[1];
  const found = new Map<string, [number, Coordinates][]>();
  for (const [index, path] of paths.entries()) {
    const name = nameIn(path.at(-1));
    const at = path.slice(0, -1).findLastIndex((h) => classes("economic", nameIn(h)) !== undefined);
    const above = at < 0 ? undefined : classes("economic", nameIn(path[at]));
    const under = above ?? (own?.length === 1 ? own[0] : undefined);
    if (under === undefined) continue;
    const code = above && ALL.test(name) ? above : classes("economic", name, under);
    if (code === undefined) continue;
    const { gives } = readPath(above ? path.slice(0, at) : [], context);
    const columns = found.get(under) ?? [];
    found.set(under, [...columns, [index, { ...gives, economicCode: code }]]);
  }
  const divided = [...found.values()].filter((columns) => {
    const codes = new Set(columns.map(([, { economicCode }]) => economicCode));
    return codes.size > 1 && codes.size === columns.length;
  });
  return new Map(divided.flat());
}

function nameIn(heading: string | undefined): string {
  return withoutOrdinal(plain(heading ?? "")).replace(SAID_BESIDE, "");
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
