import { FUNDS, KINDS, type TreeNode } from "../../src/model/coordinates.ts";
import type { TableId } from "../../src/model/table-ids.ts";
import { isAmount } from "../draw/html.ts";
import { headingCells, type PrintedCell, type PrintedTable } from "../draw/printed.ts";
import { type Claim, fenOf, type Ledger, type Selection } from "./ledger.ts";

/** A column of amounts, or of what names a row (`key`), under its headings from above. */
export interface Column {
  readonly path: readonly string[];
  readonly key?: string;
  readonly claim?: Claim;
  readonly of?: Selection;
}

/** What a row prints in its columns of names (a blank one nothing), and what it says. `of` is what it sums, where that is less than it claims. */
export interface Row {
  readonly keys: Readonly<Record<string, string>>;
  readonly claim: Claim;
  readonly of?: Selection;
}

/** One list of rows; tables with an income and an expenditure side have two, side by side. */
export interface Panel {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface TableSpec {
  readonly id: TableId;
  readonly title: string;
  readonly gives: Claim;
  readonly panels: readonly Panel[];
}

/** What a publisher does alike in all of its tables. */
export interface Habits {
  readonly unit: "万元" | "元";
  /** What stands where there is nothing. */
  readonly zero: "" | "0" | "0.00" | "-";
  readonly separators: boolean;
  /** 8200 for 8200.00. */
  readonly trimmed: boolean;
  /** A row that numbers the columns, below the headings. */
  readonly numbered: boolean;
  /** What names the total of a list. */
  readonly total: string;
  /** Before a negative amount; a bracket is closed behind it. */
  readonly negative: "-" | "－" | "(";
}

/** A printed amount and what it means. */
export interface Truth extends Claim {
  readonly table: TableId;
  readonly published: string;
  readonly yuan: string;
  /** Where it stands in its table. */
  readonly at: readonly [row: number, column: number];
}

export interface LaidTable {
  readonly spec: TableSpec;
  readonly printed: PrintedTable;
  readonly truths: readonly Truth[];
}

export function layTable(spec: TableSpec, ledger: Ledger, habits: Habits): LaidTable {
  const columns = spec.panels.flatMap((panel) => panel.columns);
  const paths = columns.map(({ path }) => path);
  const headings = Math.max(...paths.map((path) => path.length));
  const cells = headingCells(paths, headings);
  const truths: Truth[] = [];
  const body = headings + (habits.numbered ? 1 : 0);
  if (habits.numbered) cells.push(...numbers(columns, headings));
  const rowCount = Math.max(...spec.panels.map(({ rows }) => rows.length));
  for (let r = 0; r < rowCount; r++) {
    let c = 0;
    for (const panel of spec.panels) {
      const row = panel.rows[r];
      for (const column of panel.columns) {
        const at = [body + r, c] as const;
        const isPrinted = row && Object.keys(row.keys).length > 0 && !column.key;
        const amount = isPrinted ? amountOf(spec, row, column, ledger, habits) : undefined;
        if (amount) truths.push({ ...amount, table: spec.id, at });
        const blank = isPrinted ? habits.zero : "";
        const text = amount?.published ?? (column.key ? named(row, column.key, habits) : blank);
        cells.push({ r0: at[0], r1: at[0], c0: c, c1: c, text });
        c++;
      }
    }
  }
  const printed: PrintedTable = {
    type: "table",
    rowCount: body + rowCount,
    columnCount: columns.length,
    headings: body,
    cells,
  };
  return { spec, printed, truths };
}

const TOTAL = "合计";

function named(row: Row | undefined, key: string, { total }: Habits): string {
  const name = row?.keys[key] ?? "";
  return name === TOTAL ? total : name;
}

/** 栏次 and a number a column, as final accounts have them. */
function numbers(columns: readonly Column[], row: number): PrintedCell[] {
  let number = 0;
  let isNamed = false;
  return columns.map((column, c) => {
    const text = column.key ? (isNamed ? "" : "栏次") : String(++number);
    if (column.key) isNamed = true;
    return { r0: row, r1: row, c0: c, c1: c, text };
  });
}

function amountOf(spec: TableSpec, row: Row, column: Column, ledger: Ledger, habits: Habits) {
  const { claim = {} } = column;
  const said = joined(joined(spec.gives, row.claim), claim);
  const fen = fenOf(ledger, { ...said, ...row.of, ...column.of }) ?? 0;
  // A dash is no amount.
  if (fen === 0 && !isAmount(habits.zero)) return undefined;
  const scale = habits.unit === "万元" ? 10_000 : 1;
  const units = Math.round(fen / scale);
  const published = fen === 0 ? habits.zero : signed(digits(Math.abs(units), habits), fen, habits);
  return { ...said, published, yuan: yuanOf(units * scale) };
}

/** The narrower of two claims, where both say something of one dimension. */
export function joined(wide: Claim, own: Claim): Claim {
  const { fund = wide.fund, kind = wide.kind } = own;
  return {
    ...wide,
    ...own,
    ...(fund && { fund: isUnder(FUNDS, wide.fund, fund) ? (wide.fund ?? fund) : fund }),
    ...(kind && { kind: isUnder(KINDS, wide.kind, kind) ? (wide.kind ?? kind) : kind }),
  };
}

function isUnder(tree: Readonly<Record<string, TreeNode>>, id: string | undefined, above: string) {
  for (let at = id; at; at = tree[at]?.parent) if (at === above) return true;
  return false;
}

function signed(text: string, fen: number, { negative }: Habits): string {
  if (fen >= 0) return text;
  return negative === "(" ? `（${text}）` : negative + text;
}

function digits(hundredths: number, { separators, trimmed }: Habits): string {
  const [whole = "", part = ""] = yuanOf(hundredths, 2).split(".");
  const grouped = separators ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  const rest = trimmed ? part.replace(/0+$/, "") : part;
  return rest === "" ? grouped : `${grouped}.${rest}`;
}

/** Hundredths as a decimal, exactly: without a point where there is nothing behind it, or with so many digits. */
function yuanOf(hundredths: number, least = 0): string {
  const sign = hundredths < 0 ? "-" : "";
  const all = String(Math.abs(hundredths)).padStart(3, "0");
  const part = all.slice(-2).replace(/0+$/, "").padEnd(least, "0");
  return `${sign}${all.slice(0, -2)}${part === "" ? "" : `.${part}`}`;
}
