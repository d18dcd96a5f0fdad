import type { Coordinates } from "../../model/coordinates.ts";
import type { Statement } from "../../model/narrative.ts";
import type { Catalogue } from "../../normalise/catalogue/index.ts";
import type { KnownUnits } from "../../normalise/units.ts";
import { flagsOf } from "../../taxonomy/tables.ts";
import { refutes, type Verdict, wholeOf } from "../constraint.ts";
import { plainName } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";
import { confirmedOf, doubtfulHeadings } from "./heading-doubts.ts";
import { doubtfulCodes, doubtfulNames, isNumber, WORDS } from "./name-doubts.ts";
import { inProse, isAbout, states } from "./statements.ts";

/** What the document says besides its tables. */
export interface Knowledge {
  readonly statements: readonly Statement[];
  readonly catalogue: Catalogue;
  readonly units: KnownUnits;
}

/** From which share of failing rows the headings of a block are in doubt, not its rows. */
const DAMAGED = 1 / 3;
/** Up to which share of the rows a pair of codes of unequal depth is an exception, not the habit of the table. */
const EXCEPTION = 0.2;

/**
 * Figures that no sum can prove, because what they are about is in doubt: the code and the name of their row contradict each
 * other or are damaged, their unit is not printed, a heading of their table was lost, their column holds more than its fund
 * has, their row is named by cells out of place, or most rows of their table do not close.
 */
export function doubtful(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  knowledge: Knowledge,
  moved: (entry: Entry) => boolean,
): ReadonlySet<Entry> {
  return new Set([
    ...doubtfulUnits(ledger, verdicts),
    ...doubtfulHeadings(ledger, verdicts),
    ...doubtfulColumns(ledger, verdicts),
    ...doubtfulBlocks(ledger, verdicts),
    ...doubtfulNames(ledger, moved),
    ...doubtfulCodes(ledger),
    ...itemless(ledger),
    ...contradicted(ledger, verdicts, knowledge.statements),
    ...doubtfulKeys(ledger, verdicts, knowledge),
  ]);
}

/**
 * Figures of a table that prints no unit, in a document whose tables print several (上海: 元 and 万元): sums close in any unit,
 * so that only the same figure in another table tells which one it is.
 */
function doubtfulUnits(ledger: Ledger, verdicts: readonly Verdict[]): Entry[] {
  const tables = ledger.readings.map(({ table }) => table);
  const printed = new Set(tables.filter((t) => t.unitFrom === "label").map((t) => t.unit));
  if (printed.size < 2) return [];
  const confirmed = confirmedOf(verdicts);
  return ledger.entries.filter(
    (entry) => tables[entry.table]?.unitFrom === "document" && !confirmed.has(entry),
  );
}

function doubtfulColumns(ledger: Ledger, verdicts: readonly Verdict[]): Entry[] {
  return verdicts.flatMap(({ constraint, holds }) => {
    const entry = wholeOf(constraint);
    const tells = constraint.relation === "≤" && constraint.strength === "soft";
    if (holds || !tells || !entry) return [];
    return (ledger.byTable[entry.table] ?? []).filter(
      ({ figure }) => figure.column === entry.figure.column,
    );
  });
}

/** Blocks many of whose rows fail, or have words under money or money under none, but for the figures that another table has as well. */
function doubtfulBlocks(ledger: Ledger, verdicts: readonly Verdict[]): Entry[] {
  const rows = new Map<string, { all: Set<number>; failing: Set<number> }>();
  const blockOf = (table: number, block: number) => {
    const key = `${table} ${block}`;
    const known = rows.get(key) ?? { all: new Set<number>(), failing: new Set<number>() };
    rows.set(key, known);
    return known;
  };
  for (const [table, reading] of ledger.readings.entries()) {
    const bare = new Set(
      reading.table.columns.filter(({ heading }) => heading.join("") === "").map((c) => c.index),
    );
    for (const { index, cells } of reading.table.rows) {
      const homeless = cells.find(({ column, text }) => {
        const known = reading.table.columns[column];
        if (!known || (known.role === "unknown" && bare.has(column))) return isNumber(text);
        if (known.role === "amount") {
          const filled = cells.some((cell) => cell.column === column && isNumber(cell.text));
          return !filled && WORDS.test(text);
        }
        return !MONEY_OR_COUNT.has(known.role) && /^[\d,，]*\d\.\d+$/.test(text.trim());
      });
      if (!homeless) continue;
      const last = reading.table.columns[homeless.column] ?? reading.table.columns.at(-1);
      blockOf(table, last?.block ?? 0).failing.add(index);
    }
  }
  for (const one of verdicts) {
    const entry = wholeOf(one.constraint);
    if (one.constraint.kind !== "row" || !entry) continue;
    const block = blockOf(entry.table, entry.figure.block);
    block.all.add(entry.figure.row);
    if (refutes(one)) block.failing.add(entry.figure.row);
  }
  const confirmed = confirmedOf(verdicts);
  return ledger.entries.filter((entry) => {
    const block = rows.get(`${entry.table} ${entry.figure.block}`);
    if (!block || confirmed.has(entry)) return false;
    return block.failing.size > 1 && block.failing.size >= DAMAGED * block.all.size;
  });
}

/** Columns in which a number with decimals is nothing strange. */
const MONEY_OR_COUNT: ReadonlySet<string> = new Set(["amount", "change", "attribute", "unknown"]);

/** Figures of which the narrative says something else, and no other table has them. */
function contradicted(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  statements: readonly Statement[],
): Entry[] {
  const confirmed = confirmedOf(verdicts);
  return ledger.entries.filter((entry) => {
    if (confirmed.has(entry)) return false;
    const about = inProse(ledger, entry).flatMap((told) =>
      statements
        .filter((statement) => isAbout(statement, told))
        .map((statement) => states(statement, told, ledger.digits)),
    );
    return about.length > 0 && !about.includes(true);
  });
}

function doubtfulKeys(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  { catalogue, units }: Knowledge,
): Entry[] {
  const confirmed = confirmedOf(verdicts);
  const projects = projectNames(ledger);
  const names = [...units.names].map(plainName);
  const known = new Map<string, boolean>();
  const contradicts = (entry: Entry): boolean => {
    const { functionCode, economicCode, govEconomicCode } = entry.coordinates;
    const key = [functionCode, economicCode, govEconomicCode, entry.figure.label].join("|");
    const cached = known.get(key) ?? isMisnamed(entry.coordinates, entry.figure.label, catalogue);
    known.set(key, cached);
    return cached;
  };
  return ledger.readings.flatMap((reading, table) => {
    const entries = ledger.byTable[table] ?? [];
    const form = flagsOf(reading.table.id).oneEach === true;
    const uneven = entries.filter(({ coordinates }) => isUneven(coordinates));
    return [
      ...(uneven.length <= EXCEPTION * entries.length ? uneven : []),
      ...entries.filter((entry) => {
        const { projectName, projectCode, unitCode, unitName } = entry.coordinates;
        const nameless = projectCode === undefined && (unitCode ?? unitName) !== undefined;
        if (form && projectName === undefined && !nameless) {
          return ledger.readings.filter(({ table: { id } }) => id === reading.table.id).length > 1;
        }
        return (
          contradicts(entry) ||
          isFused(projectName ?? "", names) ||
          (!confirmed.has(entry) && isLonger(projectName ?? "", projects, table))
        );
      }),
    ];
  });
}

/** The total of a table of items that has none of them: it may be that of the three public ones, or of more. */
function itemless(ledger: Ledger): Entry[] {
  return ledger.readings.flatMap(({ table }, at) => {
    const entries = flagsOf(table.id).itemsOnly ? (ledger.byTable[at] ?? []) : [];
    return entries.every(({ coordinates }) => coordinates.item === undefined) ? entries : [];
  });
}

/** A name that holds more than a name: that of a unit, an amount, a target, a code, a label of the form. */
function isFused(printed: string, units: readonly string[]): boolean {
  const name = plainName(printed);
  if (/^项目名称|\s[\d,]+\.\d|\d\.\d{2}(?:\s|$)|[≤≥]|^(?:\d\s?){10}/.test(printed)) return true;
  return (
    !/[小合总]计$/.test(name) &&
    units.some((unit) => name.length > unit.length && name.includes(unit))
  );
}

/** The names of projects, with the tables that print them. */
function projectNames(ledger: Ledger): Map<string, Set<number>> {
  const names = new Map<string, Set<number>>();
  for (const { table, coordinates } of ledger.entries) {
    if (coordinates.projectName === undefined) continue;
    const name = plainName(coordinates.projectName);
    names.set(name, (names.get(name) ?? new Set<number>()).add(table));
  }
  return names;
}

/** Characters that a narrow cell may have cut off a name. */
const CUT = 2;

/** True for a name that begins with a project's name in another table, and goes on: another cell may be fused to it. */
function isLonger(
  printed: string,
  projects: ReadonlyMap<string, ReadonlySet<number>>,
  table: number,
): boolean {
  const name = plainName(printed);
  for (let length = name.length - CUT - 1; length > 1; length--) {
    const tables = projects.get(name.slice(0, length));
    if (tables && [...tables].some((other) => other !== table)) return true;
  }
  return false;
}

/** The code of another classification fused to a name (对个人和家庭补助 509). */
const FUSED_CODE = /[\u4e00-\u9fff)]\s?\d{3,7}$/;

/** 3011301 is no code; 公务接待费 under 302 is that of another code. */
function isMisnamed(c: Coordinates, label: string, catalogue: Catalogue): boolean {
  const codes = [
    ["function", c.functionCode, [3, 5, 7]],
    ["economic", c.economicCode, [3, 5]],
    ["gov-economic", c.govEconomicCode, [3, 5]],
  ] as const;
  for (const [, code, lengths] of codes) {
    if (code !== undefined && !lengths.some((length) => length === code.length)) return true;
  }
  const named = codes.find(([, code]) => code !== undefined);
  if (!named || label === "") return false;
  if (FUSED_CODE.test(label)) return true;
  const [dimension, code] = named;
  if (code === undefined || catalogue.sameName(dimension, code, label)) return false;
  const meant = catalogue.findByName(dimension, label);
  return meant.length > 0 && !meant.some((entry) => entry.code === code);
}

/** A 款 of one classification beside a 类 of the other. */
function isUneven({ economicCode, govEconomicCode }: Coordinates): boolean {
  return (
    economicCode !== undefined &&
    govEconomicCode !== undefined &&
    economicCode.length !== govEconomicCode.length
  );
}
