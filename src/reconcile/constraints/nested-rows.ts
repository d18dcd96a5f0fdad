import { COORDINATE_NAMES, type Coordinates } from "../../model/coordinates.ts";
import { closes } from "../../normalise/ledger/amounts.ts";
import type { Amount, RowSum } from "../constraint.ts";

/** Amounts of one row, or what is left of them, by column, with the rounding of all that went in. */
type Amounts = ReadonlyMap<number, Amount>;

interface Line {
  readonly row: number;
  readonly amounts: Amounts;
  readonly gives: Coordinates;
}

/** Rows that add up to another, each with what it is made of itself. */
interface Forest {
  readonly items: readonly Item[];
  /** Position of the first line after it. */
  readonly end: number;
}

interface Item {
  readonly line: Line;
  readonly below?: Forest;
}

/** Steps of the search for all forests of one sum, before it is given up. */
const EFFORT = 20_000;
/** Rows of one sum beyond which no groups are looked for. */
const MOST_ROWS = 1_000;

/**
 * A sum that fails because groups stand among their members (四川, 陕西: 专用项目 above its projects, all named in one
 * column), as the sums that hold: a group is the sum of the run of rows after it, the whole that of the outermost rows.
 * Undefined unless one reading is likelier than all others. A group of one row shows nothing by its amount: it says less
 * than that row (no code), or stands among groups of several, and the fewer there are of these the likelier is a reading.
 */
export function nestedSums(
  sum: RowSum,
  rows: ReadonlyMap<number, Amounts>,
  coordinates: ReadonlyMap<number, Coordinates>,
): RowSum[] | undefined {
  const lineOf = (row: number): Line => {
    return { row, amounts: rows.get(row) ?? new Map(), gives: coordinates.get(row) ?? {} };
  };
  const whole = lineOf(sum.parent);
  const lines = [...sum.children].sort((a, b) => a - b).map(lineOf);
  const filled = lines.filter((line) => hasAny(line, (amount) => amount !== 0n));
  if (filled.length < 2 || filled.length > MOST_ROWS) return undefined;
  if (filled.some(({ gives: c }) => (c.projectName ?? c.projectCode) === undefined))
    return undefined;
  if ([whole, ...filled].some((line) => hasAny(line, (amount) => amount < 0n))) return undefined;
  const forests = forestsOf(whole, filled).map((forest) => {
    const groups = groupsOf(forest);
    return { forest, groups, bare: groups.filter(isBare).length };
  });
  const least = Math.min(...forests.map(({ bare }) => bare));
  const [one, ...others] = forests.filter(({ bare }) => bare === least);
  if (!one || others.length > 0) return undefined;
  const several = one.groups.some(({ below }) => below.items.length > 1);
  if (least > 0 && !several) return undefined;
  const inner = new Set(one.groups.flatMap(({ below }) => below.items.map(({ line }) => line.row)));
  return [
    { ...sum, children: lines.map(({ row }) => row).filter((row) => !inner.has(row)) },
    ...one.groups.map(({ line, below }): RowSum => {
      return { ...sum, parent: line.row, children: below.items.map((item) => item.line.row) };
    }),
  ];
}

function hasAny({ amounts }: Line, test: (amount: bigint) => boolean): boolean {
  return [...amounts.values()].some(({ amount }) => test(amount));
}

/** All ways in which the lines, taken together, add up to the whole; none where there are too many to look at. */
function forestsOf(whole: Line, lines: readonly Line[]): Forest[] {
  let effort = 0;
  const below: Forest[][] = lines.map(() => []);
  const found = (from: number, rest: Amounts, items: readonly Item[], into: Forest[]): void => {
    effort += 1;
    if (items.length > 0 && isNothing(rest)) {
      into.push({ items, end: from });
      return;
    }
    const line = lines[from];
    const less = line && minus(rest, line.amounts);
    if (!less || effort > EFFORT) return;
    found(from + 1, less, [...items, { line }], into);
    for (const group of below[from] ?? []) {
      found(group.end, less, [...items, { line, below: group }], into);
    }
  };
  for (const [at, line] of [...lines.entries()].reverse()) {
    found(at + 1, line.amounts, [], below[at] ?? []);
  }
  const forests: Forest[] = [];
  found(0, whole.amounts, [], forests);
  return effort > EFFORT ? [] : forests.filter(({ end }) => end === lines.length);
}

/** What is left of a sum after one of its rows; undefined where the row is more than that. */
function minus(rest: Amounts, row: Amounts): Amounts | undefined {
  const left = new Map(rest);
  for (const [column, { amount, step }] of row) {
    const before = rest.get(column) ?? { amount: 0n, step: 0n };
    const after = { amount: before.amount - amount, step: before.step + step };
    if (!closes(-after.amount, after.step, "≤")) return undefined;
    left.set(column, after);
  }
  return left;
}

function isNothing(rest: Amounts): boolean {
  return [...rest.values()].every(({ amount, step }) => closes(amount, step, "≤"));
}

type Group = Required<Item>;

function groupsOf({ items }: Forest): Group[] {
  return items.flatMap(({ line, below }) => (below ? [{ line, below }, ...groupsOf(below)] : []));
}

/** True for a group of one row for which nothing but an equal amount speaks: it does not say less than that row. */
function isBare({ line, below: { items } }: Group): boolean {
  const [only, more] = items;
  if (!only || more) return false;
  const said = ({ gives }: Line) => COORDINATE_NAMES.filter((name) => gives[name] !== undefined);
  const [group, member] = [said(line), said(only.line)];
  return group.length >= member.length || !group.every((name) => member.includes(name));
}
