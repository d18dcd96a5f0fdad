import type { Language } from "../model/message.ts";
import type { ConstraintKind } from "../reconcile/constraint.ts";

/** An identity to be put into words. Names are as printed, amounts in the unit of the table. */
export interface SaidIdentity {
  readonly rule: ConstraintKind | "bound";
  readonly subject: string | undefined;
  /** The other table that takes part, if there is one. */
  readonly other: string | undefined;
  readonly holds: boolean;
  /** The rule that it follows from: told where it fails. */
  readonly because: string | undefined;
  readonly found: string;
  readonly expected: string;
}

/** Rows that only one of two tables has. */
export interface SaidGap {
  readonly gap: string;
  readonly exact: boolean;
  readonly has: string;
  readonly lacks: string;
  readonly rows: string;
  readonly count: number;
  readonly of: number;
  /** What only the other table has; empty where that is nothing. */
  readonly less: string;
}

/** Figures that were printed elsewhere. */
export interface SaidMove {
  readonly rows: readonly number[];
  readonly amounts: readonly string[];
  readonly more: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly fallen: boolean;
  readonly why: readonly string[];
}

/** What the checks of this stage say, in one language. */
export interface Sentences {
  /** A column without a heading. */
  readonly column: (nth: number) => string;
  readonly cell: (what: string, table: string, row: number) => string;
  readonly identity: (said: SaidIdentity) => string;
  readonly off: (difference: string, unit: string) => string;
  readonly blame: (cell: string) => string;
  readonly explained: string;
  readonly lost: (total: string, gaps: readonly string[], known: string) => string;
  readonly known: (table: string, count: number, rows: string) => string;
  readonly chosen: (of: number) => string;
  readonly nobodyKnows: string;
  readonly gap: (said: SaidGap) => string;
  readonly row: (what: string, amount: string, row: number, place: string) => string;
  readonly moreRows: (count: number, amount: string) => string;
  readonly decided: (rule: ConstraintKind | "bound", table: string | undefined) => string;
  readonly move: (said: SaidMove) => string;
}

const SUMS_ZH: Record<ConstraintKind | "bound", string> = {
  row: "本行各栏之和",
  column: "下方各行之和",
  tree: "下级各行之和",
  balance: "收支平衡的另一方",
  same: "同一数字",
  across: "各行之和",
  bound: "所属的总额",
};

const DECIDED_ZH: Record<ConstraintKind | "bound", string> = {
  ...SUMS_ZH,
  column: "各栏的合计",
  balance: "收支平衡",
};

const zh: Sentences = {
  column: (nth) => `第${nth}列`,
  cell: (what, table, row) => `${what}（${table}第${row}行）`,
  identity: ({ rule, subject = "合计", other, holds, because, found, expected }) => {
    const of = `${other ?? ""}${other ? "的" : ""}${SUMS_ZH[rule]}`;
    const sum = holds || because === undefined ? of : `${of}（${because}）`;
    const amounts = `一方为${found}，另一方为${expected}`;
    if (rule === "bound") return `${subject}${holds ? "不大于" : "大于"}${sum}：${amounts}`;
    return `${subject}与${sum}${holds ? "相符" : "不符"}：${amounts}`;
  },
  off: (difference, unit) => `，相差${difference}${unit}`,
  blame: (cell) => `；错在${cell}`,
  explained: "；另一处不符已能解释",
  lost: (total, gaps, known) => `${total}之下缺行：${gaps.join("、")}；${known}`,
  known: (table, _count, rows) => `${table}中有：${rows}`,
  chosen: (of) => `（只有它才有的${of}行中，只有这几行之和等于差额）`,
  nobodyKnows: "其他表格都没有这个数字",
  gap: ({ gap, exact, has, lacks, rows, count, of, less }) => {
    const which = of > count ? `${of}行中的${count}行` : `${count}行`;
    const minus = less === "" ? "" : `，减去只有${lacks}才有的：${less}`;
    return `；差额${gap}${exact ? "恰好" : "在舍入范围内"}是${has}有而${lacks}没有的${which}：${rows}${minus}`;
  },
  row: (what, amount, row, place) => `${what} ${amount}（第${row}行，${place}）`,
  moreRows: (count, amount) => `另外${count}行共${amount}`,
  decided: (rule, table = "") => `${table}${table ? "的" : ""}${DECIDED_ZH[rule]}`,
  move: ({ rows, amounts, more, from, to, fallen, why }) => {
    const where = rows.length === 1 ? `第${rows[0]}行` : `${rows.length}行`;
    const what = `${amounts.join("、")}${more > 0 ? `等${amounts.length + more}个数字` : ""}`;
    const decided = why.length > 0 ? `；依据：${why.join("、")}` : "";
    return `${where}：${what}印在“${from.join("、")}”之下${fallen ? "的下一行" : ""}，应属“${to.join("、")}”${decided}`;
  },
};

const SUMS_EN: Record<ConstraintKind | "bound", string> = {
  row: "the columns of its row",
  column: "the rows below it",
  tree: "the lines below it",
  balance: "the other side of the balance",
  same: "the same figure",
  across: "its lines",
  bound: "the whole that it is part of",
};

const DECIDED_EN: Record<ConstraintKind | "bound", string> = {
  row: "the columns of the row",
  column: "the sums of the columns",
  tree: "the lines of the table",
  balance: "income against expenditure",
  same: "the same figure",
  across: "the lines",
  bound: "the whole",
};

const en: Sentences = {
  column: (nth) => `column ${nth}`,
  cell: (what, table, row) => `${what} (${table}, row ${row})`,
  identity: ({ rule, subject = "a sum", other, holds, because, found, expected }) => {
    const bound = rule === "bound";
    const does = holds ? (bound ? "is within" : "is") : bound ? "is more than" : "differs from";
    const where = other === undefined ? "" : ` in the ${other} table`;
    const why = holds || because === undefined ? "" : ` (${because})`;
    return `${subject} ${does} ${SUMS_EN[rule]}${where}${why}: ${found} against ${expected}`;
  },
  off: (difference, unit) => `, off by ${difference} ${unit}`,
  blame: (cell) => `; ${cell} is to blame`,
  explained: "; another failure explains it",
  lost: (total, gaps, known) => `rows are missing below ${total}: ${gaps.join(", ")}; ${known}`,
  known: (table, count, rows) => `the ${table} table has ${count === 1 ? "it" : "them"} as ${rows}`,
  chosen: (of) => ` (of ${of} rows that it alone has, only these add up to the gap)`,
  nobodyKnows: "no other table has the figure",
  gap: ({ gap, exact, has, lacks, rows, count, of, less }) => {
    const all = count === 1 ? "the row" : `the ${count} rows`;
    const which = of > count ? `${count} of the ${of} rows` : all;
    const minus = less === "" ? "" : `, less what only the ${lacks} table has: ${less}`;
    return `; the gap of ${gap} is ${exact ? "exactly" : "within rounding"} ${which} that the ${has} table has and the ${lacks} table lacks: ${rows}${minus}`;
  },
  row: (what, amount, row, place) => `${what} ${amount} (row ${row}, ${place})`,
  moreRows: (count, amount) => `${count} more of ${amount}`,
  decided: (rule, table) =>
    table === undefined ? DECIDED_EN[rule] : `${DECIDED_EN[rule]} of the ${table} table`,
  move: ({ rows, amounts, more, from, to, fallen, why }) => {
    const where = rows.length === 1 ? `row ${rows[0]}` : `${rows.length} rows`;
    const what = `${amounts.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
    const decided = why.length > 0 ? `; decided by ${why.join(", ")}` : "";
    return `${where}: ${what} printed under ${from.join(", ")}${fallen ? " a line below" : ""} belong under ${to.join(", ")}${decided}`;
  },
};

export const SENTENCES: Record<Language, Sentences> = { zh, en };
