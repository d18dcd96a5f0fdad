import type { Column, Table } from "../../../model/table.ts";
import { flagsOf } from "../../../taxonomy/tables.ts";
import { members, wholeOf } from "../../constraint.ts";
import { groupBy, keyWithout } from "../../keys.ts";
import type { Entry, Ledger } from "../../ledger.ts";
import { columnKey, contestedColumns } from "../testimony.ts";
import { type Doubt, doubt, type Evidence } from "./doubt.ts";

/** Columns whose heading may be another's. */
export function doubtfulHeadings(evidence: Evidence): Doubt[] {
  return [
    ...doubt(
      "heading-doubtful",
      "本表有一列缺表头，其余表头可能错位",
      "a heading of its table was lost, and others may stand over other columns than they should",
      lostHeadings(evidence),
    ),
    ...doubt(
      "heading-doubtful",
      "本列支出超过其资金来源的收入，或在别表中为空",
      "its column holds more than its fund has, or what another table leaves blank",
      beyondBounds(evidence),
    ),
    ...doubt(
      "heading-doubtful",
      "本列与其他表的同一列不一致，且没有一个数字相同",
      "other tables contradict its column, and none confirms it",
      slidColumns(evidence),
    ),
    ...doubt(
      "heading-doubtful",
      "本列没有印出的表头，只是由别的列推断",
      "no heading is printed over its column: what it means is inferred from the others",
      inferredColumns(evidence),
    ),
    ...doubt(
      "heading-doubtful",
      "合计包括哪些事项没有印出",
      "which items its total is of is not printed",
      itemless(evidence.ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "另有一列表头含义相同，其中一列的表头缺了一层或错位",
      "another column of its list means the same: one of the two headings is lost or displaced",
      columnsAlike(evidence.ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "并排的另一列表头多一层，本列的上层表头缺失",
      "the list beside it has a heading above the same words: that of its column was lost",
      withoutGroup(evidence.ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "有一列编码的表头不认识，或写作名称",
      "a column of codes has a heading that is not known, or that says names",
      unknownCodes(evidence.ledger),
    ),
    ...doubt(
      "heading-doubtful",
      "本表标题从一个词的中间开始，可能是别的表标题的后半截",
      "the title of its table begins in the middle of a word: it may be the end of another's",
      cutTitles(evidence.ledger),
    ),
  ];
}

/**
 * Figures of a table that lost a heading, or has one over two columns of codes: then it lost the other's. Where nothing
 * stands in the column without one, a figure that another table has as well shows that its column is under the right
 * heading.
 */
function lostHeadings({ ledger, verdicts, confirmed, hearing }: Evidence): Entry[] {
  const columns = new Set([...confirmed].map(columnKey));
  for (const { constraint, holds } of verdicts) {
    if (constraint.kind !== "same" || holds) continue;
    for (const entry of members(constraint)) columns.delete(columnKey(entry));
  }
  const gaps = ledger.readings.map(({ table }) => {
    return hasCodesTwice(table) ? "filled" : table.unheaded;
  });
  return ledger.entries.filter((entry) => {
    const unheaded = gaps[entry.table];
    if (unheaded === undefined || confirmed.has(entry)) return false;
    return unheaded === "filled" || !(columns.has(columnKey(entry)) || hearing.stated.has(entry));
  });
}

/**
 * True if two columns of one list give the same code, with others between them, or each with whole codes: one heading may be
 * drawn over its levels, but not over two codes.
 */
function hasCodesTwice({ columns, rows }: Table): boolean {
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

/** The columns of figures that are more than a soft bound allows. */
function beyondBounds({ ledger, verdicts }: Evidence): Entry[] {
  const columns = new Set<string>();
  for (const { constraint, holds } of verdicts) {
    const entry = wholeOf(constraint);
    const bounds = constraint.relation === "≤" && constraint.strength === "soft";
    if (!holds && bounds && entry) columns.add(columnKey(entry));
  }
  return ledger.entries.filter((entry) => columns.has(columnKey(entry)));
}

/**
 * A column that slid as a whole satisfies its own sums: a figure of another table that contradicts it, proved or not, keeps it
 * from proof, unless most tables are on its side.
 */
function slidColumns({ ledger, verdicts }: Evidence): Entry[] {
  const contested = contestedColumns(verdicts);
  return ledger.entries.filter((entry) => contested.has(columnKey(entry)));
}

/** The total of a table of items that has none of them: it may be that of the three public ones, or of more. */
function itemless(ledger: Ledger): Entry[] {
  return ledger.readings.flatMap(({ table }, at) => {
    const entries = flagsOf(table.id).itemsOnly ? (ledger.byTable[at] ?? []) : [];
    return entries.every(({ coordinates }) => coordinates.item === undefined) ? entries : [];
  });
}

/** Columns that a lost heading was inferred for, unless another table says the same of one of its figures, or a sentence does. */
function inferredColumns({ ledger, testimony, hearing }: Evidence): Entry[] {
  const between = testimony.telling.filter(({ constraint: { kind } }) => {
    return kind === "same" || kind === "across";
  });
  const told = new Set(
    between.flatMap(({ constraint }) => members(constraint)).filter(({ amount }) => amount !== 0n),
  );
  const confirmed = new Set([...told].map(columnKey));
  return ledger.readings.flatMap(({ table }, at) => {
    const inferred = table.columns.filter(({ inferred, index }) => {
      return inferred && !confirmed.has(`${at} ${index}`);
    });
    const columns = new Set(inferred.map(({ index }) => index));
    return (ledger.byTable[at] ?? []).filter((entry) => {
      return columns.has(entry.figure.column) && !hearing.stated.has(entry);
    });
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
