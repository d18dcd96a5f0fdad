import type { Coordinates } from "../../model/coordinates.ts";
import type { RowKey } from "../../model/table.ts";
import { isRoot, type Subject } from "../../taxonomy/subjects.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { plainName, saysPart } from "./keys.ts";
import type { Reading } from "./ledger.ts";
import { subjectOf } from "./subject.ts";

/** A row among the rows of its block: what it is about, and in which respect (fund, kind, flow …). */
export interface PlacedRow {
  readonly row: number;
  readonly role: RowKey["role"];
  readonly subject: Subject;
  readonly aspect: string;
}

/**
 * The rows of a block that have a place among its sums. By section, a line is the unit's whose section it stands in; rows
 * of which it is not known what they are about have no place.
 */
export function placeRows(
  { table }: Reading,
  all: readonly RowKey[],
  bySection: boolean,
): readonly PlacedRow[] {
  const keys = all.filter(({ role }) => role !== "note");
  const closesToCurrent =
    flagsOf(table.id).codesOfCurrent === true &&
    keys.some(({ coordinates: c }) => c.kind === "current" && c.functionCode === undefined);
  const units = unitsOfSections(keys);
  const subjects = keys.map(({ coordinates, role, row, section = row }) => {
    const opening = bySection && role !== "section" ? section : row;
    return subjectOf(coordinates, units.get(opening) || undefined);
  });
  const coded = subjects.some((subject) => !isRoot(subject));
  const named = !keys.some(({ coordinates }) => hasAspect(coordinates));
  return subjects.flatMap((subject, i): PlacedRow[] => {
    const key = keys[i];
    if (!key) return [];
    const { row, role, label, coordinates: c } = key;
    const line = role === "line" && isRoot(subject) && !hasAspect(c);
    if (line && (saysPart(label) || !(coded || named))) return [];
    const ofCurrent = closesToCurrent && (line || c.functionCode !== undefined);
    const own = line ? { ...subject, project: `row ${row}` } : subject;
    const aspect = aspectOf(ofCurrent ? { ...c, kind: "current" } : c);
    return [{ row, role, subject: own, aspect }];
  });
}

/**
 * The units that open sections. One without a code stands above the coded one right below it, whose code begins with its own,
 * or beside the coded one above it, under the same department.
 */
function unitsOfSections(keys: readonly RowKey[]): Map<number, string> {
  const units = new Map<number, string>();
  const codes = new Set<string>();
  let department = "";
  for (const [i, { role, row, coordinates: c, label }] of keys.entries()) {
    if (role !== "section") continue;
    if (c.unitCode === undefined) {
      const name = plainName(c.unitName ?? label);
      const below = keys[i + 1]?.role === "section" ? keys[i + 1]?.coordinates.unitCode : undefined;
      const own = department === "" ? below?.slice(0, -3) : undefined;
      units.set(row, own || (department === "" ? name : `${department}#${name}`));
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
  const [ofFund, ofKind] = [fund, kind].map((node) => (node === "total" ? undefined : node));
  return [flow, period, stage, ofFund, ofKind, item].join("|");
}
