import { isProjectHead } from "../extract/headings/compatibility.ts";
import type { Column, Table } from "../model/table.ts";
import type { Dimension } from "../normalise/catalogue/index.ts";
import { groupBy, keyWithout } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { isTotal, projectTypeOf } from "../normalise/rows/labels.ts";
import { isUndivided, kindOfClass } from "../taxonomy/orders.ts";
import { flagsOf } from "../taxonomy/tables/declarations.ts";
import { isOneLine, TREES } from "../taxonomy/trees.ts";
import { meaningOf } from "../taxonomy/words/lookup.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";
import { WORDS } from "./homeless.ts";

/** Columns whose heading may be another's, by what is printed over them and beside them. */
export function doubtfulHeadings(print: Print): Doubt[] {
  const { ledger } = print;
  return [
    ...doubt("itemless", itemless(ledger)),
    ...doubt("columns-alike", columnsAlike(ledger)),
    ...doubt("without-group", withoutGroup(ledger)),
    ...doubt("below-others", belowOthers(ledger)),
    ...doubt("other-kind", otherKind(ledger)),
    ...doubt("other-funds", otherFunds(ledger)),
    ...doubt("unknown-heading", unknownCodes(print)),
    ...doubt("below-others", belowNames(print)),
    ...doubt("below-others", besideBlankTotals(ledger)),
    ...doubt("cut-title", cutTitles(ledger)),
    ...doubt("named-by-money", namedByMoney(ledger)),
  ];
}

/** The total of a table of items that has none of them: it may be that of the three public ones, or of more. */
function itemless(ledger: Ledger): Entry[] {
  return ledger.readings.flatMap(({ table }, at) => {
    const entries = flagsOf(table.id).itemsOnly ? (ledger.byTable[at] ?? []) : [];
    return entries.every(({ coordinates }) => coordinates.item === undefined) ? entries : [];
  });
}

/** Two columns of one list that mean the same, and both hold figures or have the same words over them. */
function columnsAlike({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table }, at) => {
    const entries = byTable[at] ?? [];
    const filled = new Set(entries.map(({ figure }) => figure.column));
    const columns = table.columns.filter(isAmount);
    const meaning = ({ block, gives }: Column): string => `${block} ${keyWithout(gives)}`;
    const full = columns.filter(({ index }) => filled.has(index));
    const alike = [
      ...groupBy(full, meaning).values(),
      ...groupBy(columns, (column) => `${meaning(column)} ${column.heading.join(" ")}`).values(),
    ];
    const twice = new Set(alike.filter((same) => same.length > 1).flat());
    const indices = new Set([...twice].map(({ index }) => index));
    return entries.filter(({ figure }) => indices.has(figure.column));
  });
}

/** Lists side by side have one form: where one has 人员经费 › 决算数, the other's 决算数 lost what stood above it. */
function withoutGroup(ledger: Ledger): Entry[] {
  return ledger.readings.flatMap(({ table }, at) => {
    const alone = table.columns.filter((column) => {
      const beside = table.columns.filter((other) => other.block === column.block);
      return column.role === "amount" && beside.filter(isAmount).length === 1;
    });
    const lost = alone.filter((column) => alone.some((other) => isDeeper(other, column)));
    const columns = new Set(lost.map(({ index }) => index));
    return (ledger.byTable[at] ?? []).filter(({ figure }) => columns.has(figure.column));
  });
}

/**
 * 项目 heads codes and names, 合计 nothing: over a part of the money they were drawn too wide, or stand in the place of another
 * heading of the list.
 */
function belowOthers({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table }, at) => {
    const blocks = table.columns.flatMap(({ role, heading, block, gives: { fund, kind } }) => {
      const above = role === "amount" ? heading.slice(0, -1) : [];
      const divides = [fund, kind].some((node = "total") => !isUndivided(node));
      const lost = above.some(isProjectHead) || (divides && isTotal(above[0] ?? ""));
      return lost ? [block] : [];
    });
    return (byTable[at] ?? []).filter(({ figure }) => blocks.includes(figure.block));
  });
}

/** Lists whose 合计 is blank where several parts are not: it changed places with another heading. */
function besideBlankTotals({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table }, at) => {
    const entries = byTable[at] ?? [];
    const filled = new Set(
      entries.filter(({ amount }) => amount !== 0n).map((e) => e.figure.column),
    );
    const blocks = table.columns.flatMap(({ index, role, block, heading, gives }) => {
      const whole = role === "amount" && heading.length === 1 && isTotal(heading[0] ?? "");
      const parts = table.columns.filter((other) => {
        const below = other.block === block && other.gives.fund !== gives.fund;
        return isAmount(other) && below && filled.has(other.index);
      });
      return whole && !filled.has(index) && parts.length > 1 ? [block] : [];
    });
    return entries.filter(({ figure }) => blocks.includes(figure.block));
  });
}

/** Columns of basic expenditure all classes of which are of another kind than their heading: 302 below 人员经费. */
function otherKind({ readings, byTable }: Ledger): Entry[] {
  return readings
    .flatMap((_, at) => {
      const columns = groupBy(byTable[at] ?? [], ({ figure }) => figure.column);
      return [...columns.values()].filter((column) => {
        const said = column.flatMap(({ coordinates: { kind, economicCode } }) => {
          const own = kindOfClass(economicCode);
          return own && kind?.startsWith("basic.") ? [branchOf(own) === branchOf(kind)] : [];
        });
        return said.length > 0 && !said.includes(true);
      });
    })
    .flat();
}

/** Columns of one source of money in a list whose lines are others: 政府性基金 below 一般公共预算, filled or not. */
function otherFunds({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table, keys }, at) => {
    const columns = table.columns.filter(({ role, block, gives: { fund } }) => {
      if (role !== "amount" || fund === undefined) return false;
      return keys.some((key) => {
        const { fund: own } = key.coordinates;
        return key.block === block && own !== undefined && !isOneLine(TREES.fund, own, fund);
      });
    });
    const indices = new Set(columns.map(({ index }) => index));
    return (byTable[at] ?? []).filter(({ figure }) => indices.has(figure.column));
  });
}

/** `basic.personnel` of `basic.personnel.wages`. */
function branchOf(kind: string): string {
  return kind.split(".").slice(0, 2).join(".");
}

function isAmount({ role }: Column): boolean {
  return role === "amount";
}

function isDeeper(
  { heading: deep, gives }: Column,
  { heading: flat, gives: less }: Column,
): boolean {
  const same = deep.at(-1) === flat.at(-1) && deep.length > flat.length;
  return same && Object.keys(gives).length > Object.keys(less).length;
}

/**
 * 类 and 项 with an unknown column of two digits between them: the codes lack a level. Codes or money below a heading of names, or
 * words that name no subject below one of codes: it is another's.
 */
function unknownCodes({ ledger, catalogue }: Print): Entry[] {
  return ledger.readings.flatMap(({ table }, at) => {
    const codes = table.columns.filter(({ role }) => CODES.has(role));
    const suspects = table.columns.filter(({ role, index, heading }) => {
      const beside = codes.some((code) => Math.abs(code.index - index) === 1);
      return (role === "unknown" && heading.join("") !== "" && beside) || NAMES.has(role);
    });
    const holdsCodes = suspects.some(({ index, role }) => {
      const cells = table.rows.flatMap(({ cells }) => cells.filter((c) => c.column === index));
      const strange = role === "unknown" ? CODE : CODE_OR_MONEY;
      const numbers = cells.filter(({ text }) => strange.test(text.trim()));
      return 2 * numbers.length > cells.length;
    });
    const holdsWords = codes.some((code) => {
      const named = (text: string) => catalogue.findByName(code.role as Dimension, text).length > 0;
      return isAll(table, code, (text) => WORDS.test(text) && !/\d/.test(text) && !named(text));
    });
    return holdsCodes || holdsWords ? (ledger.byTable[at] ?? []) : [];
  });
}

/** True if all that is printed in the column is of one kind. */
function isAll({ rows }: Table, { index }: Column, is: (text: string) => boolean): boolean {
  const cells = rows.flatMap((row) => row.cells.filter(({ column }) => column === index));
  return cells.length > 0 && cells.every(({ text }) => is(text));
}

/** What was moved in a table that has words under money in most rows: the heading of names is lost, and with it whose money it is. */
function belowNames({ ledger, moved }: Print): Entry[] {
  return ledger.readings.flatMap(({ table: { columns, rows } }, at) => {
    const below = columns.some(({ role, index }) => {
      const named = rows.filter(({ cells }) =>
        cells.some(({ column, text }) => column === index && WORDS.test(text)),
      );
      return role === "amount" && 2 * named.length > rows.length;
    });
    return below ? (ledger.byTable[at] ?? []).filter(moved) : [];
  });
}

const CODE = /^\d{2,7}$/;
const CODE_OR_MONEY = /^(?:\d{2,7}|-?\d[\d,]*[.,]\d+)$/;

/**
 * True if two columns of one list give the same code, with others between them, or one with whole codes and the other with such
 * codes or names: one heading may be drawn over its levels, but not over two codes.
 */
export function hasCodesTwice({ columns, rows }: Table): boolean {
  const wholeCodes = (a: number, b: number): boolean =>
    rows.some(({ cells }) => {
      const at = (column: number) => cells.find((c) => c.column === column)?.text.trim() ?? "";
      const [one, other] = [at(a), at(b)].sort();
      return isWhole(one) && (isWhole(other) || WORDS.test(other ?? ""));
    });
  const codes = columns.filter(({ role }) => CODES.has(role) || role === "unit-code");
  return codes.some(({ role, level, block, index }, i) => {
    const same = codes.slice(0, i).filter((one) => one.role === role && one.level === level);
    const before = same.findLast((one) => one.block === block);
    if (before === undefined) return false;
    return index - before.index > 1 || wholeCodes(before.index, index);
  });
}

function isWhole(code = ""): boolean {
  return /^\d{5,}$/.test(code);
}

const NAMES: ReadonlySet<string> = new Set([
  "function-name",
  "economic-name",
  "gov-economic-name",
  "project-name",
  "unit-name",
  "label",
]);
const CODES: ReadonlySet<string> = new Set(["function", "economic", "gov-economic"]);

/** Words that titles are made of; one that begins with the end of such a word was cut there. */
const TITLE_WORDS = ["收入", "支出", "预算", "决算", "拨款", "一般", "公共", "部门", "单位"];

function cutTitles(ledger: Ledger): Entry[] {
  return ledger.readings.flatMap(({ table: { title } }, at) => {
    const whole = TITLE_WORDS.some((word) => title.startsWith(word));
    const cut = !whole && TITLE_WORDS.some((word) => title.startsWith(word.slice(1)));
    return cut ? (ledger.byTable[at] ?? []) : [];
  });
}

/** A project that is called by a source of money, or a unit by a type of project: the heading of its column is that of another. */
function namedByMoney({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ keys, table }, at) => {
    const names = keys.flatMap(({ coordinates: { projectName } }) => projectName ?? []);
    const units = table.columns.filter(({ role }) => role === "unit-name");
    const typed = units.some((unit) => {
      return isAll(table, unit, (text) => projectTypeOf(text) !== undefined);
    });
    const others = typed || names.some((name) => meaningOf(name)?.gives?.fund);
    return others ? (byTable[at] ?? []) : [];
  });
}
