import type { Cell, Column } from "../../model/table.ts";
import { plain } from "../../taxonomy/plain.ts";

export type CodeDimension = "function" | "economic" | "gov-economic";

/** The codes printed on one row, by classification; whole codes (20805), levels already put together. */
export type RowCodes = Partial<Record<CodeDimension, string>>;

/** The 类 and 款 that rows below inherit, by classification. */
export type CodeStack = Partial<Record<CodeDimension, readonly (string | undefined)[]>>;

const CODE_LENGTHS: Record<CodeDimension, readonly number[]> = {
  function: [3, 5, 7],
  economic: [3, 5],
  "gov-economic": [3, 5],
};

/** First digit of the codes of a classification: 2xx functions, 3xx (and 4xx) department, 5xx government economy. */
const FIRST_DIGIT: readonly (readonly [RegExp, CodeDimension])[] = [
  [/^2/, "function"],
  [/^[34]/, "economic"],
  [/^5/, "gov-economic"],
];

export interface CodeReading {
  readonly codes: RowCodes;
  readonly stack: CodeStack;
  /** Names that were fused to a code: `02 社会保障缴费`. */
  readonly names: ReadonlyMap<Cell, string>;
  /** Cells that were read as codes, whole or in part. */
  readonly used: ReadonlySet<Cell>;
  /** A level without the one above it: what it belongs to is lost. */
  readonly orphan?: string;
}

/**
 * Reads the codes of a row. One column with whole codes, or a column a level: cumulative on every row, or only the
 * deepest level printed and the rest inherited from the rows above (山东). Within its row a code belongs to the
 * classification of its first digit, and a level to the class before it, so that cells which slid to the side are still
 * read: two digits are no name.
 */
export function readCodes(
  cells: readonly Cell[],
  columns: readonly Column[],
  stack: CodeStack,
): CodeReading {
  const levels: Partial<Record<CodeDimension, (string | undefined)[]>> = {};
  const names = new Map<Cell, string>();
  const used = new Set<Cell>();
  let last: CodeDimension | undefined;
  for (const cell of cells) {
    const column = columns[cell.column];
    const { digits, name } = split(cell.text);
    const slid = digits?.length === 2 && name === undefined && column?.role.endsWith("-name");
    const dimension = slid ? last : column && dimensionOf(column);
    if (digits === undefined || column?.role === "unit-code" || column?.role === "project-code")
      continue;
    if (dimension === undefined && !(name !== undefined && last !== undefined)) {
      const own = wholeCode(digits);
      if (own === undefined) continue;
      const coded = columns.some((c) => dimensionOf(c) !== undefined);
      const among = coded
        ? columns.some((c) => dimensionOf(c) === own)
        : name !== undefined && namesSubjects(column, own);
      if (!among) continue;
      place(levels, own, digits);
    } else if (digits.length >= 3) {
      const own = wholeCode(digits) ?? dimension;
      if (own === undefined) continue;
      last = open(column) || columns.some((c) => dimensionOf(c) === own) ? own : dimension;
      if (last === undefined || !CODE_LENGTHS[last].includes(digits.length)) continue;
      place(levels, last, digits);
    } else {
      const own = last ?? dimension;
      if (own === undefined) continue;
      const level = columnLevel(column, own) ?? (levels[own]?.filter(Boolean).length ?? 0) + 1;
      if (level < 2) continue;
      const parts = levels[own] ?? [];
      parts[Math.max(level - 1, 1)] = digits.padStart(2, "0");
      levels[own] = parts;
      last = own;
    }
    used.add(cell);
    if (name !== undefined) names.set(cell, name);
  }
  return { ...inherit(levels, stack), names, used };
}

/** Where no column has codes, those printed in front of the names of subjects are the codes (广东, 新疆). */
function namesSubjects(column: Column | undefined, dimension: CodeDimension): boolean {
  return column?.role === "label" || column?.role === `${dimension}-name`;
}

function dimensionOf(column: Column): CodeDimension | undefined {
  return column.role === "function" || column.role === "economic" || column.role === "gov-economic"
    ? column.role
    : undefined;
}

/** True for a column of codes whose heading does not say of what (科目编码): the codes do. */
function open(column: Column | undefined): boolean {
  return column?.level !== undefined && !/功能|经济/.test(column.heading.join(""));
}

function columnLevel(column: Column | undefined, dimension: CodeDimension): number | undefined {
  return column && dimensionOf(column) === dimension ? column.level : undefined;
}

/** The code in front of a name, by itself or in brackets: `[20805]行政事业单位养老支出`. */
const LEADING_CODE = /^[\s[［(（【]*[\s\d０-９]+[\]］)）】]?[\s\-—_]*/;

const BRACKETED = /^[[(【](\d{3}|\d{5}|\d{7})[\])】]/;
const FUSED = /^(?<digits>\d{2,3}|\d{5}|\d{7})[-—_]?(?<name>[\u4e00-\u9fff].*)$/;

/** `30101`, `02 社会保障缴费`, `20805行政事业单位养老支出`; a number with a unit or a year is no code. */
function split(text: string): { digits?: string; name?: string } {
  const label = plain(text);
  if (/^\d{1,3}$|^\d{5}$|^\d{7}$/.test(label)) return { digits: label };
  const { digits, name } = FUSED.exec(label.replace(BRACKETED, "$1"))?.groups ?? {};
  return digits && name && !/^(?:年|月|号|个|万|人|%)/.test(name)
    ? { digits, name: text.replace(LEADING_CODE, "").trim() }
    : {};
}

function wholeCode(digits: string): CodeDimension | undefined {
  if (digits.length < 3) return undefined;
  const dimension = FIRST_DIGIT.find(([first]) => first.test(digits))?.[1];
  return dimension && CODE_LENGTHS[dimension].includes(digits.length) ? dimension : undefined;
}

function place(
  levels: Partial<Record<CodeDimension, (string | undefined)[]>>,
  dimension: CodeDimension,
  digits: string,
): void {
  levels[dimension] = [digits.slice(0, 3)];
  const parts = levels[dimension];
  if (digits.length >= 5) parts[1] = digits.slice(3, 5);
  if (digits.length >= 7) parts[2] = digits.slice(5, 7);
}

function inherit(
  levels: Partial<Record<CodeDimension, (string | undefined)[]>>,
  stack: CodeStack,
): Pick<CodeReading, "codes" | "stack" | "orphan"> {
  const codes: RowCodes = {};
  const next: CodeStack = { ...stack };
  let orphan: string | undefined;
  for (const [key, printed] of Object.entries(levels)) {
    const dimension = key as CodeDimension;
    const above = stack[dimension] ?? [];
    const top = printed.findIndex((part) => part !== undefined);
    const parts = Array.from(printed, (part, i) => part ?? (i < top ? above[i] : undefined));
    if (parts.some((part) => part === undefined)) orphan = printed.filter(Boolean).join("");
    else codes[dimension] = parts.join("");
    next[dimension] = parts;
  }
  return { codes, stack: next, ...(orphan !== undefined ? { orphan } : {}) };
}
