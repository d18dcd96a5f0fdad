import { isDrawn } from "../model/place.ts";
import { groupBy, plainName } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { looksLikeUnit } from "../normalise/units.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Names of units and projects that hold more than a name, or something else. */
export function damagedNames(print: Print): Doubt[] {
  return [
    ...doubt(
      "row-damaged",
      "单位名称不像单位",
      "what stands as the name of its unit is not written like one",
      strangeUnits(print),
    ),
    ...doubt(
      "row-damaged",
      "项目名称与其他单元格的文字粘连",
      "the name of its project is fused to another cell",
      fusedNames(print),
    ),
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
 * A project that is named without a code for several units of one table, in text: in one of these rows the name may be another
 * row's, and the sums of the table hold all the same. Not so where another table has the amount under that name.
 */
export function sharesName({ byTable, entries }: Ledger): (entry: Entry) => boolean {
  const named = groupBy(entries, nameOf);
  const shared = byTable.map((own) => {
    const projects = [...groupBy(own, nameOf)].filter(([, all]) => {
      return new Set(all.map(({ coordinates: c }) => c.unitCode ?? c.unitName)).size > 1;
    });
    return new Set(projects.map(([name]) => name));
  });
  return (entry) => {
    const { table, amount, figure, coordinates } = entry;
    const name = nameOf(entry);
    if (!name || coordinates.projectCode || isDrawn(figure.place)) return false;
    const told = named.get(name)?.some((one) => one.table !== table && one.amount === amount);
    return shared[table]?.has(name) === true && !told;
  };
}

function nameOf({ coordinates: { projectName } }: Entry): string | undefined {
  return projectName && plainName(projectName);
}
