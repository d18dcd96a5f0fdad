import type { Coordinates } from "../../model/coordinates.ts";
import type { RowKey } from "../../model/table.ts";
import {
  isRoot,
  parentsOf,
  type Subject,
  signatureOf,
  subjectId,
} from "../../taxonomy/subjects.ts";
import { universeOf } from "../../taxonomy/universes.ts";
import type { RowSum } from "../constraint.ts";
import { plainName } from "../keys.ts";
import type { Reading } from "../ledger.ts";
import { outlineSums } from "./outline-sums.ts";
import { saysPart } from "./part-words.ts";
import { type Sum, totalSums } from "./total-rows.ts";

/** How badly rows add up to another: the number of columns in which they do not. */
export type Judge = (sum: Sum) => number;

/** A row among the rows of its block: what it is about, and in which respect (fund, kind, flow …). */
interface PlacedRow {
  readonly row: number;
  readonly role: RowKey["role"];
  readonly subject: Subject;
  readonly aspect: string;
}

/**
 * Which rows of a block add up to which, from their codes, units and projects alone: a row is the sum of its nearest
 * printed descendants. Where the order of several totals, or of units and their lines, leaves more than one reading of
 * the same codes, the judge decides.
 */
export function rowSums(reading: Reading, table: number, block: number, judge: Judge): RowSum[] {
  if (universeOf(reading.table.id).repeats) return [];
  const outline = outlineSums(reading.keys.filter((key) => key.block === block));
  if (outline) return outline.map((sum) => ({ table, block, ...sum }));
  const nested = placeRows(reading, block, true);
  let sums = sumsOf(nested, judge);
  if (listsUnitsFirst(nested)) {
    const rows = placeRows(reading, block, false);
    const flat = [...sumsOf(rows, judge), ...underOneUnit(rows)];
    if (failures(flat, judge) < failures(sums, judge)) sums = flat;
  }
  return sums.map((sum) => ({ table, block, ...sum }));
}

function failures(sums: readonly Sum[], judge: Judge): number {
  return sums.reduce((count, sum) => count + judge(sum), 0);
}

function placeRows(reading: Reading, block: number, bySection: boolean): PlacedRow[] {
  const keys = reading.keys.filter((key) => key.block === block && key.role !== "note");
  const byRow = new Map(keys.map((key) => [key.row, key]));
  const closesToCurrent =
    universeOf(reading.table.id).codesOfCurrent === true &&
    keys.some(({ coordinates: c }) => c.kind === "current" && c.functionCode === undefined);
  const units = unitsOfSections(keys);
  const subjects = keys.map((key) =>
    subjectOf(key, bySection ? byRow.get(key.section ?? -1) : undefined, units),
  );
  const keyed = subjects.some((subject) => !isRoot(subject));
  const named = !keys.some(({ coordinates }) => hasAspect(coordinates));
  return keys.flatMap((key, i): PlacedRow[] => {
    const { row, role, label, coordinates } = key;
    const subject = subjects[i];
    if (!subject) return [];
    const line = role === "line" && isRoot(subject) && !hasAspect(coordinates);
    if (line && (saysPart(label) || !(keyed || named))) return [];
    const ofCurrent = closesToCurrent && (line || coordinates.functionCode !== undefined);
    return [
      {
        row,
        role,
        subject: line ? { ...subject, project: `row ${row}` } : subject,
        aspect: aspectOf(ofCurrent ? { ...coordinates, kind: "current" } : coordinates),
      },
    ];
  });
}

function subjectOf(
  { coordinates: c, role, row }: RowKey,
  section: RowKey | undefined,
  units: ReadonlyMap<number, string>,
): Subject {
  const own = c.unitCode ?? (c.unitName === undefined ? "" : plainName(c.unitName));
  const of = units.get(section?.row ?? -1) ?? "";
  return {
    unit: role === "section" ? (units.get(row) ?? own) : of || own,
    function: c.functionCode ?? "",
    economic: c.economicCode ?? "",
    government: c.govEconomicCode ?? "",
    type: c.projectType ?? "",
    project: c.projectCode ?? (c.projectName === undefined ? "" : plainName(c.projectName)),
  };
}

/** The units that open sections. One without a code stands beside the coded one above it, under the same department. */
function unitsOfSections(keys: readonly RowKey[]): Map<number, string> {
  const units = new Map<number, string>();
  const codes = new Set<string>();
  let department = "";
  for (const { role, row, coordinates: c, label } of keys) {
    if (role !== "section") continue;
    if (c.unitCode === undefined) {
      const name = plainName(c.unitName ?? label);
      units.set(row, department === "" ? name : `${department}#${name}`);
      continue;
    }
    const { unitCode } = c;
    department = [...codes].find((code) => code !== unitCode && unitCode.startsWith(code)) ?? "";
    codes.add(unitCode);
    units.set(row, unitCode);
  }
  return units;
}

function hasAspect({ fund, kind, item }: Coordinates): boolean {
  return (fund ?? kind ?? item) !== undefined;
}

function aspectOf({ flow, period, stage, fund, kind, item }: Coordinates): string {
  const rootFund = fund === "total" ? undefined : fund;
  const rootKind = kind === "total" ? undefined : kind;
  return [flow, period, stage, rootFund, rootKind, item].join("|");
}

/** True if units stand one below the other before any of their lines: then a line's place does not give its unit. */
function listsUnitsFirst(rows: readonly PlacedRow[]): boolean {
  return rows.some((row, i) => row.role === "section" && rows[i + 1]?.role === "section");
}

/** Lines listed after all units are those of the one unit above the others, where no row is the total of all. */
function underOneUnit(rows: readonly PlacedRow[]): Sum[] {
  if (rows.some(({ subject }) => isRoot(subject))) return [];
  return byAspect(rows).flatMap((aspect): Sum[] => {
    const known = new Set(aspect.map(({ subject }) => subjectId(subject)));
    const top = aspect.filter(
      ({ subject }) => parentsOf(subject, (id) => known.has(id)).length < 1,
    );
    const [unit, ...others] = top.filter(({ role }) => role === "section");
    const lines = top.filter(({ role, subject }) => role === "line" && subject.unit === "");
    const ways = new Set(lines.map(({ subject }) => signatureOf(subject)));
    if (!unit || others.length > 0 || ways.size !== 1) return [];
    return [{ parent: unit.row, children: lines.map(({ row }) => row) }];
  });
}

function sumsOf(rows: readonly PlacedRow[], judge: Judge): Sum[] {
  return byAspect(rows).flatMap((aspect) => sumsOfAspect(aspect, judge));
}

function byAspect(rows: readonly PlacedRow[]): PlacedRow[][] {
  const aspects = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const known = aspects.get(row.aspect);
    if (known) known.push(row);
    else aspects.set(row.aspect, [row]);
  }
  return [...aspects.values()];
}

function sumsOfAspect(rows: readonly PlacedRow[], judge: Judge): Sum[] {
  const known = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const id = subjectId(row.subject);
    const same = known.get(id);
    if (same) same.push(row);
    else known.set(id, [row]);
  }
  const lines = rows.filter(({ subject }) => !isRoot(subject));
  const above = lines.map(({ subject }) => parentsOf(subject, (id) => known.has(id)));
  // Two ways up (by department code and by government code) are two sums of the same money.
  const tree = above.every((parents) => parents.length < 2);
  const sums = new Map<string, { parent: number; children: number[] }>();
  const top = new Map<string, number[]>();
  for (const [i, { row, subject }] of lines.entries()) {
    const way = tree ? "" : signatureOf(subject);
    const parents = above[i]?.filter((id) => id !== ROOT) ?? [];
    if (parents.length === 0) top.set(way, [...(top.get(way) ?? []), row]);
    for (const id of parents) {
      const parent = nearestRow(known.get(id) ?? [], row);
      if (parent === undefined) continue;
      const key = `${parent} ${way}`;
      const sum = sums.get(key) ?? { parent, children: [] };
      sum.children.push(row);
      sums.set(key, sum);
    }
  }
  const totals = rows.filter(({ subject }) => isRoot(subject)).map(({ row }) => row);
  return [
    ...[...top.values()].flatMap((children) => totalSums(totals, children, judge)),
    ...sums.values(),
  ];
}

const ROOT = "|||||";

/** A code printed twice opens two groups: a line belongs to the one above it. */
function nearestRow(rows: readonly PlacedRow[], to: number): number | undefined {
  return (rows.findLast(({ row }) => row < to) ?? rows[0])?.row;
}
