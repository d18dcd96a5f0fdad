import { isProjectHead } from "../extract/headings/compatibility.ts";
import type { Column, Table } from "../model/table.ts";
import { groupBy, keyWithout } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { kindOfClass } from "../taxonomy/orders.ts";
import { flagsOf } from "../taxonomy/tables/declarations.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Columns whose heading may be another's, by what is printed over them and beside them. */
export function doubtfulHeadings({ ledger }: Print): Doubt[] {
  return [
    ...doubt(
      "heading-doubtful",
      "合计包括哪些事项没有印出",
      "which items its total is of is not printed",
      itemless(ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "另有一列表头含义相同，其中一列的表头缺了一层或错位",
      "another column of its list means the same: one of the two headings is lost or displaced",
      columnsAlike(ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "并排的另一列表头多一层，本列的上层表头缺失",
      "the list beside it has a heading above the same words: that of its column was lost",
      withoutGroup(ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "金额列的上方是名称列的表头，本列的上层表头缺失或错位",
      "a heading of names stands over its column of money: what stood above it is lost or displaced",
      belowNames(ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "本列表头说的是人员经费或公用经费，而列中各科目全属另一类",
      "its column is called personnel or operating, and all of its classes are those of the other",
      otherKind(ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "有一列编码的表头不认识，或写作名称",
      "a column of codes has a heading that is not known, or that says names",
      unknownCodes(ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "本表标题从一个词的中间开始，可能是别的表标题的后半截",
      "the title of its table begins in the middle of a word: it may be the end of another's",
      cutTitles(ledger),
    ),
  ];
}

/** The total of a table of items that has none of them: it may be that of the three public ones, or of more. */
function itemless(ledger: Ledger): Entry[] {
  return ledger.readings.flatMap(({ table }, at) => {
    const entries = flagsOf(table.id).itemsOnly ? (ledger.byTable[at] ?? []) : [];
    return entries.every(({ coordinates }) => coordinates.item === undefined) ? entries : [];
  });
}

/** Two columns of one list that mean the same, and both hold figures. */
function columnsAlike({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table }, at) => {
    const entries = byTable[at] ?? [];
    const filled = new Set(entries.map(({ figure }) => figure.column));
    const columns = table.columns.filter((column) => isAmount(column) && filled.has(column.index));
    const alike = groupBy(columns, ({ block, gives }) => `${block} ${keyWithout(gives)}`);
    const twice = new Set([...alike.values()].filter((same) => same.length > 1).flat());
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

/** 项目 heads codes and names: over 合计 it was drawn too wide, and the heading of that column is another's or lost. */
function belowNames({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table }, at) => {
    const columns = table.columns.filter(({ role, heading }) => {
      return role === "amount" && heading.slice(0, -1).some(isProjectHead);
    });
    const indices = new Set(columns.map(({ index }) => index));
    return (byTable[at] ?? []).filter(({ figure }) => indices.has(figure.column));
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
 * 类 and 项 with an unknown column of two digits between them: the codes lack a level. Codes below a heading of names: it is
 * another's.
 */
function unknownCodes(ledger: Ledger): Entry[] {
  return ledger.readings.flatMap(({ table }, at) => {
    const codes = table.columns.filter(({ role }) => CODES.has(role));
    const suspects = table.columns.filter(({ role, index, heading }) => {
      const beside = codes.some((code) => Math.abs(code.index - index) === 1);
      return (role === "unknown" && heading.join("") !== "" && beside) || NAMES.has(role);
    });
    const holdsCodes = suspects.some(({ index }) => {
      const cells = table.rows.flatMap(({ cells }) => cells.filter((c) => c.column === index));
      const coded = cells.filter(({ text }) => /^\d{2,7}$/.test(text.trim()));
      return 2 * coded.length > cells.length;
    });
    return holdsCodes ? (ledger.byTable[at] ?? []) : [];
  });
}

/**
 * True if two columns of one list give the same code, with others between them, or each with whole codes: one heading may be
 * drawn over its levels, but not over two codes.
 */
export function hasCodesTwice({ columns, rows }: Table): boolean {
  const wholeCodes = (a: number, b: number): boolean =>
    rows.some(({ cells }) =>
      [a, b].every((at) => cells.some((c) => c.column === at && /^\d{5,}$/.test(c.text.trim()))),
    );
  const codes = columns.filter(({ role }) => {
    return role === "function" || role === "economic" || role === "gov-economic";
  });
  return codes.some(({ role, level, block, index }, i) => {
    const same = codes.slice(0, i).filter((one) => one.role === role && one.level === level);
    const before = same.findLast((one) => one.block === block);
    if (before === undefined) return false;
    return index - before.index > 1 || wholeCodes(before.index, index);
  });
}

const NAMES: ReadonlySet<string> = new Set([
  "function-name",
  "economic-name",
  "gov-economic-name",
  "project-name",
  "unit-name",
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
