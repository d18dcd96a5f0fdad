import { COORDINATE_NAMES, type Coordinates } from "../../model/coordinates.ts";
import type { RowSum } from "../constraint.ts";
import type { Entry } from "../ledger.ts";

/** Amounts of one row, or what is left of them, by column, with the rounding of all that went in. */
type Amounts = ReadonlyMap<number, { readonly amount: bigint; readonly step: bigint }>;

interface Line {
  readonly row: number;
  readonly amounts: Amounts;
  readonly coordinates: Coordinates;
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
  rows: ReadonlyMap<number, ReadonlyMap<number, Entry>>,
  coordinates: ReadonlyMap<number, Coordinates>,
): RowSum[] | undefined {
  const whole = lineOf(sum.parent, rows, coordinates);
  const lines = [...sum.children]
    .sort((a, b) => a - b)
    .map((row) => lineOf(row, rows, coordinates));
  const filled = lines.filter(({ amounts }) => [...amounts.values()].some((a) => a.amount !== 0n));
  const isProject = ({ coordinates: c }: Line) => (c.projectName ?? c.projectCode) !== undefined;
  const isNegative = ({ amounts }: Line) => [...amounts.values()].some((a) => a.amount < 0n);
  if (filled.length < 2 || filled.length > MOST_ROWS) return undefined;
  if (!filled.every(isProject) || [whole, ...filled].some(isNegative)) return undefined;
  const forests = forestsOf(whole, filled) ?? [];
  const least = Math.min(...forests.map(bare));
  const [forest, ...others] = forests.filter((one) => bare(one) === least);
  if (!forest || others.length > 0) return undefined;
  if (least > 0 && groupsOf(forest).every(({ below }) => below.items.length === 1))
    return undefined;
  const blank = lines.filter((line) => !filled.includes(line)).map(({ row }) => row);
  const top = [...forest.items.map(({ line }) => line.row), ...blank];
  const outer: RowSum = { ...sum, children: top.sort((a, b) => a - b) };
  return [
    outer,
    ...groupsOf(forest).map(({ line, below }): RowSum => {
      return { ...sum, parent: line.row, children: below.items.map((item) => item.line.row) };
    }),
  ];
}

function lineOf(
  row: number,
  rows: ReadonlyMap<number, ReadonlyMap<number, Entry>>,
  coordinates: ReadonlyMap<number, Coordinates>,
): Line {
  return { row, amounts: rows.get(row) ?? new Map(), coordinates: coordinates.get(row) ?? {} };
}

/** All ways in which the lines, taken together, add up to the whole; undefined where there are too many to look at. */
function forestsOf(whole: Line, lines: readonly Line[]): Forest[] | undefined {
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
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (line) found(at + 1, line.amounts, [], below[at] ?? []);
  }
  const forests: Forest[] = [];
  found(0, whole.amounts, [], forests);
  return effort > EFFORT ? undefined : forests.filter(({ end }) => end === lines.length);
}

/** What is left of a sum after one of its rows; undefined where the row is more than that. */
function minus(rest: Amounts, row: Amounts): Amounts | undefined {
  const left = new Map(rest);
  for (const [column, { amount, step }] of row) {
    const before = rest.get(column) ?? { amount: 0n, step: 0n };
    const after = { amount: before.amount - amount, step: before.step + step };
    if (-2n * after.amount > after.step) return undefined;
    left.set(column, after);
  }
  return left;
}

function isNothing(rest: Amounts): boolean {
  return [...rest.values()].every(({ amount, step }) => 2n * amount <= step);
}

/** Groups of one row for which nothing but an equal amount speaks. */
function bare(forest: Forest): number {
  return groupsOf(forest).filter(({ line, below: { items } }) => {
    return items.length === 1 && items.every((item) => !saysLess(line, item.line));
  }).length;
}

function saysLess({ coordinates: group }: Line, { coordinates: member }: Line): boolean {
  const said = (c: Coordinates) => COORDINATE_NAMES.filter((name) => c[name] !== undefined);
  return (
    said(group).every((name) => said(member).includes(name)) &&
    said(group).length < said(member).length
  );
}

function groupsOf({ items }: Forest): { readonly line: Line; readonly below: Forest }[] {
  return items.flatMap(({ line, below }) => (below ? [{ line, below }, ...groupsOf(below)] : []));
}
