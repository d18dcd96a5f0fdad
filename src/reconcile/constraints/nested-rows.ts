import { COORDINATE_NAMES, type Coordinates } from "../../model/coordinates.ts";
import { type Amount, closes } from "../../normalise/ledger/amounts.ts";
import { isProject } from "../../normalise/ledger/keys.ts";
import type { RowSum } from "../constraint.ts";

/** Amounts of one row, or what is left of them, by column, with the rounding of all that went in. */
type Amounts = ReadonlyMap<number, Amount>;

interface Line {
  readonly row: number;
  readonly amounts: Amounts;
  readonly gives: Coordinates;
}

interface Group {
  readonly line: Line;
  readonly members: readonly Line[];
}

/** Lines that add up to an amount, and the groups that they are themselves. */
interface Forest {
  readonly members: readonly Line[];
  readonly groups: readonly Group[];
  /** Position of the first line after it. */
  readonly end: number;
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
  if (!filled.every(({ gives }) => isProject(gives))) return undefined;
  if ([whole, ...filled].some((line) => hasAny(line, (amount) => amount < 0n))) return undefined;
  const readings = forestsOf(whole.amounts, filled).map(({ groups }) => {
    return { groups, bare: groups.filter(isBare).length };
  });
  const least = Math.min(...readings.map(({ bare }) => bare));
  const [one, ...others] = readings.filter(({ bare }) => bare === least);
  if (!one || others.length > 0) return undefined;
  if (least > 0 && !one.groups.some(({ members }) => members.length > 1)) return undefined;
  const inner = new Set(one.groups.flatMap(({ members }) => members));
  const outer = lines.filter((line) => !inner.has(line));
  return [{ line: whole, members: outer }, ...one.groups].map(({ line, members }): RowSum => {
    return { ...sum, parent: line.row, children: members.map(({ row }) => row) };
  });
}

function hasAny({ amounts }: Line, test: (amount: bigint) => boolean): boolean {
  return [...amounts.values()].some(({ amount }) => test(amount));
}

/** All ways in which the lines, taken together, add up to the whole; none where there are too many to look at. */
function forestsOf(whole: Amounts, lines: readonly Line[]): Forest[] {
  let effort = 0;
  const from = (start: number, rest: Amounts): Forest[] => {
    if (isNothing(rest)) return [{ members: [], groups: [], end: start }];
    const line = lines[start];
    const less = line && minus(rest, line.amounts);
    if (!less || effort++ > EFFORT) return [];
    return [{ groups: [], end: start + 1 }, ...(asGroup[start] ?? [])].flatMap((own) =>
      from(own.end, less).map(({ members, groups, end }) => {
        return { members: [line, ...members], groups: [...own.groups, ...groups], end };
      }),
    );
  };
  const asGroup: Omit<Forest, "members">[][] = lines.map(() => []);
  for (const [at, line] of [...lines.entries()].reverse()) {
    asGroup[at] = from(at + 1, line.amounts).map(({ members, groups, end }) => {
      return { groups: [{ line, members }, ...groups], end };
    });
  }
  const forests = from(0, whole);
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

/** True for a group of one row for which nothing but an equal amount speaks: it does not say less than that row. */
function isBare({ line, members: [only, more] }: Group): boolean {
  if (!only || more) return false;
  const said = ({ gives }: Line) => COORDINATE_NAMES.filter((name) => gives[name] !== undefined);
  const [group, member] = [said(line), said(only)];
  return group.length >= member.length || !group.every((name) => member.includes(name));
}
