import type { Coordinates } from "../model/coordinates.ts";
import { isDrawn } from "../model/place.ts";
import { groupBy, plainName } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger, Reading } from "../normalise/ledger/ledger.ts";
import { looksLikeUnit } from "../normalise/units.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Names of units and projects that hold more than a name, or something else. */
export function damagedNames(print: Print): Doubt[] {
  return [
    ...doubt("strange-unit", strangeUnits(print)),
    ...doubt("other-unit", otherUnits(print)),
    ...doubt("fused-name", fusedNames(print)),
  ];
}

function strangeUnits({ ledger, units }: Print): Entry[] {
  const known = new Set([...units.names].map(plainName));
  return ledger.entries.filter(({ coordinates: { unitName, projectName } }) => {
    if (unitName === undefined) return false;
    if (/\d$/.test(unitName.trim())) return true;
    if (projectName !== undefined) return false;
    return !looksLikeUnit(unitName) && !known.has(plainName(unitName));
  });
}

/** Rows of a unit by another's code, lines below the row of a unit with the code of another, and a code with several names in one table. */
function otherUnits({ ledger }: Print): Entry[] {
  const named = ledger.readings.flatMap(({ keys }) => {
    return keys.flatMap(({ coordinates: { unitCode: code, unitName: name } }) => {
      return code !== undefined && name !== undefined ? [{ code, name: plainName(name) }] : [];
    });
  });
  const names = groupBy(named, ({ code }) => code);
  const codes = groupBy(named, ({ name }) => name);
  const isAnothers = ({ unitCode = "", unitName = "" }: Coordinates): boolean => {
    const own = plainName(unitName);
    const most = (codes.get(own) ?? []).filter(({ code }) => code !== unitCode);
    const others = (names.get(unitCode) ?? []).filter(({ name }) => name !== own);
    return most.length > 0 && others.length > 0;
  };
  return ledger.readings.flatMap(({ keys }, at) => {
    const unitsAt = new Map(keys.map(({ row, coordinates }) => [row, coordinates.unitCode]));
    const own = groupBy(keys, ({ coordinates }) => coordinates.unitCode);
    const apart = keys.filter(({ section, coordinates }) => {
      const { unitCode, unitName } = coordinates;
      if (unitCode === undefined) return false;
      const below = section !== undefined && unitsAt.get(section) !== unitCode;
      const several = own
        .get(unitCode)
        ?.some((one) => areApart(one.coordinates.unitName, unitName));
      return below || several === true || isAnothers(coordinates);
    });
    const rows = new Set(apart.map(({ row }) => row));
    return (ledger.byTable[at] ?? []).filter(({ figure }) => rows.has(figure.row));
  });
}

/** Two names, neither of which may be the other's beginning in a narrow cell. */
function areApart(one = "", other = ""): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  return !a.startsWith(b) && !b.startsWith(a);
}

/** A name that holds more than a name: that of a unit, an amount, a target, a code, a label of the form. */
const MORE = /^项目名称|\s[\d,]+\.\d|\d\.\d{2}(?:\s|$)|[≤≥]|^(?:\d\s?){10}/;

function fusedNames({ ledger, confirmed, units }: Print): Entry[] {
  const known = [...units.names].map(plainName);
  const projects = new Map<string, Set<number>>();
  for (const { table, coordinates } of ledger.entries) {
    if (coordinates.projectName === undefined) continue;
    const name = plainName(coordinates.projectName);
    projects.set(name, (projects.get(name) ?? new Set<number>()).add(table));
  }
  return ledger.entries.filter((entry) => {
    const printed = entry.coordinates.projectName;
    if (printed === undefined) return false;
    const name = plainName(printed);
    const holdsUnit =
      !/[小合总]计$/.test(name) &&
      known.some((unit) => name.length > unit.length && name.includes(unit));
    if (holdsUnit || MORE.test(printed)) return true;
    return !confirmed.has(entry) && isLonger(name, projects, entry.table);
  });
}

/** Characters that a narrow cell may have cut off a name. */
const CUT = 2;

/** True for a name that begins with a project's name in another table, and goes on: another cell may be fused to it. */
function isLonger(
  name: string,
  projects: ReadonlyMap<string, ReadonlySet<number>>,
  table: number,
): boolean {
  for (let length = name.length - CUT - 1; length > 1; length--) {
    const tables = projects.get(name.slice(0, length));
    if (tables && [...tables].some((other) => other !== table)) return true;
  }
  return false;
}

/**
 * A project that is named without a code for several units or functions of one table, in text: in one of these rows the name may
 * be another row's, and the sums of the table hold all the same. So may that of a unit beside its projects, where there are
 * several. Not so where another table has the amount under that name, nor inside the run of a unit in a list by units: another's
 * row would stand out.
 */
export function sharesName(ledger: Ledger): (entry: Entry) => boolean {
  const { readings, byTable, entries } = ledger;
  const named = [projectOf, unitOf].map((nameOf) => groupBy(entries, nameOf));
  const shared = byTable.map((own) => {
    const projects = [...groupBy(own, projectOf)].filter(([, all]) => {
      const rows = all.map(({ coordinates: c }) => `${c.unitCode ?? c.unitName} ${c.functionCode}`);
      return new Set(rows).size > 1;
    });
    return new Set(projects.map(([name]) => name));
  });
  const open = readings.map(unitsOpen);
  return (entry) => {
    const { table, amount, figure } = entry;
    if (isDrawn(figure.place)) return false;
    const isTold = (name: string, of: number) =>
      named[of]?.get(name)?.some((one) => one.table !== table && one.amount === amount) === true;
    const project = projectOf(entry) ?? "";
    return (
      (shared[table]?.has(project) === true && !isTold(project, 0)) ||
      (open[table]?.has(figure.row) === true && !isTold(unitOf(entry) ?? "", 1))
    );
  };
}

/** Rows of a unit that stand together, on average, in a list by units; of two units that alternate by chance it would be two. */
const TOGETHER = 3;

/** The rows that name their unit beside a project, among those of several, and do not stand between others of it. */
function unitsOpen({ table, keys }: Reading): ReadonlySet<number> {
  const columns = new Set(
    table.columns.filter(({ role }) => role === "unit-name").map(({ index }) => index),
  );
  const printed = table.rows.filter(({ cells }) => cells.some((cell) => columns.has(cell.column)));
  const beside = new Set(printed.map(({ index }) => index));
  const lines = keys.flatMap(({ row, coordinates: c }) => {
    const own = beside.has(row) && c.unitCode === undefined;
    const project = c.projectName ?? c.projectCode;
    const name = unitNameOf(c);
    return name === undefined ? [] : [{ row, name, own: own && project !== undefined }];
  });
  const own = lines.filter((line) => line.own);
  const names = new Set(own.map(({ name }) => name));
  if (names.size < 2) return new Set();
  const runs = lines.filter(({ name }, i) => name !== lines[i - 1]?.name);
  const byUnit = lines.length >= TOGETHER * runs.length;
  const inside = (i: number): boolean =>
    byUnit && [i - 1, i + 1].every((at) => lines[at]?.name === lines[i]?.name);
  return new Set(lines.flatMap(({ row, own }, i) => (own && !inside(i) ? [row] : [])));
}

function projectOf({ coordinates: { projectName } }: Entry): string | undefined {
  return projectName && plainName(projectName);
}

function unitOf({ coordinates }: Entry): string | undefined {
  return unitNameOf(coordinates);
}

function unitNameOf({ unitName }: Coordinates): string | undefined {
  return unitName && plainName(unitName);
}
