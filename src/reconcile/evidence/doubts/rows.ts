import { parseNumber } from "../../../model/money.ts";
import type { Cell, Column, Table } from "../../../model/table.ts";
import type { TableId } from "../../../model/table-ids.ts";
import { looksLikeUnit } from "../../../normalise/units.ts";
import { refutes, wholeOf } from "../../constraint.ts";
import { plainName } from "../../keys.ts";
import type { Entry, Ledger } from "../../ledger.ts";
import { type Doubt, doubt, type Evidence } from "./doubt.ts";

/** Rows and blocks whose cells are out of place: what they are named by, or what stands beside them, says so. */
export function damagedRows(evidence: Evidence): Doubt[] {
  return [
    ...doubt(
      "row-damaged",
      "所在部分有多行横向不能加总或有错位的单元格",
      "many rows of its part of the table do not add up, or have cells out of place",
      brokenBlocks(evidence),
    ),
    ...doubt(
      "row-damaged",
      "行名称中混入了数字或别处的文字",
      "its row is named by a number, or by words that stand where money belongs",
      misnamedRows(evidence),
    ),
    ...doubt(
      "row-damaged",
      "编码列中有不属于本行编码的数字",
      "a number that is none of the codes of its row stands in a column of codes",
      strayCodes(evidence.ledger),
    ),
    ...doubt(
      "row-damaged",
      "行名称说的是收支的另一方",
      "its row is called by the other side of the table: income where expenditure stands, or the reverse",
      otherSide(evidence.ledger),
    ),
    ...doubt(
      "row-damaged",
      "本表有几行数字而没有任何一列写明各行是什么",
      "its table has several rows and no column that names them",
      namelessRows(evidence.ledger),
    ),
    ...doubt(
      "row-damaged",
      "单位名称不像单位",
      "what stands as the name of its unit is not written like one",
      strangeUnits(evidence),
    ),
    ...doubt(
      "row-damaged",
      "项目名称与其他单元格的文字粘连",
      "the name of its project is fused to another cell",
      fusedNames(evidence),
    ),
  ];
}

/** From which share of damaged rows all of a block is in doubt. */
const DAMAGED = 1 / 3;

/** Blocks many of whose rows fail, or have words under money or money under none, but for the figures that another table has as well. */
function brokenBlocks({ ledger, verdicts, confirmed }: Evidence): Entry[] {
  const rows = new Map<string, { all: Set<number>; failing: Set<number> }>();
  const blockOf = (table: number, block: number) => {
    const key = `${table} ${block}`;
    const known = rows.get(key) ?? { all: new Set<number>(), failing: new Set<number>() };
    rows.set(key, known);
    return known;
  };
  for (const [at, { table }] of ledger.readings.entries()) {
    for (const { index, cells } of table.rows) {
      const homeless = cells.find((cell) => isHomeless(cell, cells, table));
      if (!homeless) continue;
      // What slid out of one list slid into the next: the row is damaged in all of them.
      for (const block of blocksOf(table)) blockOf(at, block).failing.add(index);
    }
  }
  for (const one of verdicts) {
    const entry = wholeOf(one.constraint);
    if (one.constraint.kind !== "row" || !entry) continue;
    const block = blockOf(entry.table, entry.figure.block);
    block.all.add(entry.figure.row);
    if (refutes(one)) block.failing.add(entry.figure.row);
  }
  return ledger.entries.filter((entry) => {
    const block = rows.get(`${entry.table} ${entry.figure.block}`);
    if (!block || confirmed.has(entry)) return false;
    return block.failing.size > 1 && block.failing.size >= DAMAGED * block.all.size;
  });
}

function blocksOf({ columns }: Table): ReadonlySet<number> {
  return new Set(columns.map(({ block }) => block));
}

/** Columns in which a number with decimals is nothing strange. */
const MONEY_OR_COUNT: ReadonlySet<string> = new Set(["amount", "change", "attribute", "unknown"]);

/** Words below a heading of money slid there, or the heading did. */
const WORDS = /[\u4e00-\u9fff]{3}/;

function isHomeless({ column, text }: Cell, cells: readonly Cell[], table: Table): boolean {
  const known = table.columns[column];
  if (!known || (known.role === "unknown" && isBare(known))) return isNumber(text);
  if (known.role === "amount") {
    const filled = cells.some((cell) => cell.column === column && isNumber(cell.text));
    return !filled && WORDS.test(text);
  }
  return !MONEY_OR_COUNT.has(known.role) && /^[\d,，]*\d\.\d+$/.test(text.trim());
}

function isBare({ heading }: Column): boolean {
  return heading.join("") === "";
}

/**
 * Figures whose row is named by a number, coded by one of its amounts, or named by words that stand where money belongs: cells
 * have changed places there. Where the figures slid as well, the row did as a whole, and only a name with such words added to
 * it is in doubt.
 */
function misnamedRows({ ledger, moved }: Evidence): Entry[] {
  const strays = new Map<string, string[]>();
  for (const [at, { table }] of ledger.readings.entries()) {
    for (const { index, cells } of table.rows) {
      const words = cells.filter(({ column, text }) => {
        return table.columns[column]?.role === "amount" && WORDS.test(text);
      });
      if (words.length > 0)
        strays.set(
          `${at} ${index}`,
          words.map(({ text }) => plainName(text)),
        );
    }
  }
  const amounts = new Set(ledger.entries.map((e) => `${lineOf(e)} ${e.figure.money.published}`));
  return ledger.entries.filter((entry) => {
    const { figure, coordinates } = entry;
    const names = [coordinates.projectName, coordinates.unitName].flatMap((name) => name ?? []);
    const pieces = [...names, ...figure.label.split("›")];
    if (pieces.some((piece) => isNumber(piece) && /\d[.,]\d/.test(piece))) return true;
    if (names.some(isNumber)) return true;
    if (amounts.has(`${lineOf(entry)} ${coordinates.unitCode}`)) return true;
    const printed = plainName(figure.label);
    return (strays.get(lineOf(entry)) ?? []).some((words) => {
      if (!moved(entry) && printed.includes(words)) return true;
      return names.map(plainName).some((name) => name !== words && name.includes(words));
    });
  });
}

const CODES: ReadonlySet<string> = new Set(["function", "economic", "gov-economic"]);

/** Figures of rows in whose column of codes a number stands that is none of their codes: the code stands elsewhere. */
function strayCodes(ledger: Ledger): Entry[] {
  const numbers = new Map<string, string[]>();
  for (const [at, { table }] of ledger.readings.entries()) {
    for (const { index, cells } of table.rows) {
      for (const { column, text } of cells) {
        const { role, level, block } = table.columns[column] ?? {};
        if (role === undefined || !CODES.has(role) || level !== undefined) continue;
        const key = `${at} ${index} ${block}`;
        if (/^\d+$/.test(text.trim())) numbers.set(key, [...(numbers.get(key) ?? []), text.trim()]);
      }
    }
  }
  return ledger.entries.filter((entry) => {
    const { coordinates: c, figure } = entry;
    const codes = [c.functionCode, c.economicCode, c.govEconomicCode, c.unitCode, c.projectCode];
    const printed = numbers.get(`${lineOf(entry)} ${figure.block}`) ?? [];
    return printed.some((number) => !codes.some((code) => code?.includes(number)));
  });
}

/** The tables that set income against expenditure, each in a list by name. */
const SUMMARIES: ReadonlySet<TableId> = new Set([
  "income-expenditure-summary",
  "appropriation-summary",
]);

/**
 * Lines of a list by name whose words are of the other flow: the names of one list slid into the other, or its heading did. Only
 * what is left from last year is called by its fund on both sides.
 */
function otherSide({ readings, entries }: Ledger): Entry[] {
  const keys = readings.map(({ keys }) => {
    return new Map(keys.map((key) => [`${key.block} ${key.row}`, key.coordinates]));
  });
  const listOf = ({ table, figure: { block } }: Entry): string => `${table} ${block}`;
  const strange = entries.filter(({ table, coordinates: c, figure: { label, block, row } }) => {
    if ((c.economicCode ?? c.govEconomicCode ?? c.projectName) !== undefined) return false;
    const named = readings[table]?.table.columns.every(({ role }) => role !== "function");
    if (c.functionCode !== undefined && !named) return false;
    const [income, expenditure] = [label.includes("收入"), label.includes("支出")];
    const said = keys[table]?.get(`${block} ${row}`);
    if (c.flow === "expenditure") {
      const summary = SUMMARIES.has(readings[table]?.table.id ?? "assets");
      const fund = summary && said?.fund !== undefined && !/^(?:total|carry_over)/.test(said.fund);
      return !expenditure && (income || fund);
    }
    return (
      c.flow === "income" && !income && (expenditure || (named && said?.functionCode !== undefined))
    );
  });
  // One name of the other side shows it of all: 年初结转 could be of either.
  const lists = new Set(strange.map(listOf));
  return entries.filter((entry) => lists.has(listOf(entry)));
}

/** One row needs no name where the columns say everything; of several, the names were lost. */
function namelessRows({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table }, at) => {
    const entries = byTable[at] ?? [];
    const named = table.columns.some(({ role }) => !MONEY_OR_COUNT.has(role));
    const rows = new Set(entries.map(({ figure }) => figure.row));
    return named || rows.size < 2 ? [] : entries.filter(({ figure }) => figure.label === "");
  });
}

function strangeUnits({ ledger, knowledge }: Evidence): Entry[] {
  const known = new Set([...knowledge.units.names].map(plainName));
  return ledger.entries.filter(({ coordinates: { unitName, projectName } }) => {
    if (unitName === undefined) return false;
    if (/\d$/.test(unitName.trim())) return true;
    if (projectName !== undefined) return false;
    return !looksLikeUnit(unitName) && !known.has(plainName(unitName));
  });
}

/** A name that holds more than a name: that of a unit, an amount, a target, a code, a label of the form. */
const MORE = /^项目名称|\s[\d,]+\.\d|\d\.\d{2}(?:\s|$)|[≤≥]|^(?:\d\s?){10}/;

function fusedNames({ ledger, confirmed, knowledge }: Evidence): Entry[] {
  const units = [...knowledge.units.names].map(plainName);
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
      units.some((unit) => name.length > unit.length && name.includes(unit));
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

function lineOf({ table, figure: { row } }: Entry): string {
  return `${table} ${row}`;
}

function isNumber(text: string): boolean {
  return parseNumber(text) !== undefined;
}
