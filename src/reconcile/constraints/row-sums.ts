import type { RowKey } from "../../model/table.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Reading } from "../../normalise/ledger/ledger.ts";
import { type PlacedRow, placeRows } from "../../normalise/ledger/placed-rows.ts";
import { isRoot, parentsOf, signatureOf, subjectId } from "../../taxonomy/subjects.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import type { RowSum } from "../constraint.ts";
import { fewest, type Judge, type Sum, totalSums } from "./total-rows.ts";

export type { Judge, Sum };

/**
 * Which rows of a block add up to which, from their codes, units and projects alone: a row is the sum of its nearest
 * printed descendants. Where the order of several totals, or of units and their lines, leaves more than one reading of
 * the same codes, the judge decides.
 */
export function rowSums(reading: Reading, table: number, block: number, judge: Judge): RowSum[] {
  if (flagsOf(reading.table.id).repeats) return [];
  const keys = reading.keys.filter((key) => key.block === block);
  return sumsAmong(reading, keys, judge).map((sum) => ({ table, block, ...sum }));
}

function sumsAmong(reading: Reading, keys: readonly RowKey[], judge: Judge): readonly Sum[] {
  const outline = outlineSums(keys);
  if (outline) return outline;
  const nested = placeRows(reading, keys, true);
  const sums = sumsOf(nested, judge);
  // Where units stand one below the other before any of their lines, a line's place does not give its unit.
  const listed = nested.some(({ role }, i) => {
    return role === "section" && nested[i + 1]?.role === "section";
  });
  if (!listed) return sums;
  const rows = placeRows(reading, keys, false);
  return fewest([sums, [...sumsOf(rows, judge), ...underOneUnit(rows)]], judge);
}

/**
 * A table that is an outline (purchases by category, project and goods; 小计 rows): a row that opens a section is the sum
 * of the rows directly in it, a total that of the rows in none. Undefined where units open the sections, or nothing does.
 */
function outlineSums(keys: readonly RowKey[]): Sum[] | undefined {
  const opening = keys.filter(({ role }) => role === "section");
  const units = opening.some(({ coordinates: c }) => (c.unitCode ?? c.unitName) !== undefined);
  if (opening.length === 0 || units) return undefined;
  const sections = groupBy(
    keys.filter(({ role }) => role !== "total"),
    ({ section = 0 }) => section,
  );
  return keys.flatMap(({ role, row }): Sum[] => {
    const lines = role === "total" ? sections.get(0) : role === "section" && sections.get(row);
    return lines ? [{ parent: row, children: lines.map((line) => line.row) }] : [];
  });
}

/** Lines listed after all units are those of the one unit above the others, where no row is the total of all. */
function underOneUnit(rows: readonly PlacedRow[]): Sum[] {
  if (rows.some(({ subject }) => isRoot(subject))) return [];
  return [...groupBy(rows, ({ aspect }) => aspect).values()].flatMap((aspect): Sum[] => {
    const known = new Set(aspect.map(({ subject }) => subjectId(subject)));
    const top = aspect.filter(({ subject }) => {
      return parentsOf(subject, (id) => known.has(id)).length === 0;
    });
    const [unit, ...others] = top.filter(({ role }) => role === "section");
    const lines = top.filter(({ role, subject }) => role === "line" && subject.unit === "");
    const ways = new Set(lines.map(({ subject }) => signatureOf(subject)));
    if (!unit || others.length > 0 || ways.size !== 1) return [];
    return [{ parent: unit.row, children: lines.map(({ row }) => row) }];
  });
}

function sumsOf(rows: readonly PlacedRow[], judge: Judge): Sum[] {
  const aspects = groupBy(rows, ({ aspect }) => aspect);
  return [...aspects.values()].flatMap((aspect) => sumsOfAspect(aspect, judge));
}

function sumsOfAspect(rows: readonly PlacedRow[], judge: Judge): Sum[] {
  const known = groupBy(rows, ({ subject }) => subjectId(subject));
  const lines = rows.flatMap(({ row, subject }) => {
    const above = parentsOf(subject, (id) => known.has(id));
    return isRoot(subject) ? [] : [{ row, subject, above }];
  });
  // Two ways up (by department code and by government code) are two sums of the same money.
  const tree = lines.every(({ above }) => above.length < 2);
  const placed = lines.flatMap(({ row, subject, above }) => {
    const way = tree ? "" : signatureOf(subject);
    const parents = above.filter((at) => !isRoot(at));
    if (parents.length === 0) return [{ row, way, parent: TOP }];
    return parents.map((at) => {
      const printed = known.get(subjectId(at)) ?? [];
      return { row, way, parent: nearestRow(printed, row) };
    });
  });
  const totals = rows.filter(({ subject }) => isRoot(subject)).map(({ row }) => row);
  const sums = groupBy(placed, ({ parent, way }) => `${parent} ${way}`);
  return [...sums.values()].flatMap((group): readonly Sum[] => {
    const { parent = TOP } = group[0] ?? {};
    const children = group.map(({ row }) => row);
    return parent === TOP ? totalSums(totals, children, judge) : [{ parent, children }];
  });
}

/** Below no row but the totals. */
const TOP = 0;

/** A code printed twice opens two groups: a line belongs to the one above it. */
function nearestRow(rows: readonly PlacedRow[], to: number): number {
  return (rows.findLast(({ row }) => row < to) ?? rows[0])?.row ?? TOP;
}
