import { isAmount } from "../draw/html.ts";
import type { PrintedCell, PrintedTable } from "../draw/printed.ts";
import { pick, type Random } from "../reconcile/random.ts";
import type { Form } from "./form.ts";

/** What befalls tables between a publisher and a reader: each changes one table of a form. */
export const DAMAGES: Readonly<Record<string, (cells: PrintedCell[][], random: Random) => void>> = {
  "another digit": (rows, random) => {
    const cell = anAmount(rows, random);
    const digits = [...(cell?.text.matchAll(/[1-9]/g) ?? [])];
    const at = digits[pick(digits.length, random)]?.index;
    if (!cell || at === undefined) return;
    const other = String((Number(cell.text[at]) % 9) + 1);
    replace(rows, cell, cell.text.slice(0, at) + other + cell.text.slice(at + 1));
  },
  "two amounts change places": (rows, random) => {
    const row = withAmounts(rows, 2)[pick(withAmounts(rows, 2).length, random)] ?? [];
    const [a, b] = row.filter(({ text }) => isAmount(text)).slice(-2);
    if (!a || !b) return;
    replace(rows, a, b.text);
    replace(rows, b, a.text);
  },
  "a row slides to the left": (rows, random) => {
    const all = withAmounts(rows, 2).filter((row) => row.some(isGap));
    const row = all[pick(all.length, random)] ?? [];
    const blank = row.findIndex(isGap);
    if (blank < 0) return;
    const texts = row.map(({ text }) => text);
    for (let i = blank; i < row.length; i++) {
      const cell = row[i];
      if (cell) replace(rows, cell, texts[i + 1] ?? "");
    }
  },
  "a row is lost": (rows, random) => {
    const all = withAmounts(rows, 1);
    for (const cell of all[pick(all.length, random)] ?? []) replace(rows, cell, "");
  },
  "a blank is filled with its neighbour's": (rows, random) => {
    const all = withAmounts(rows, 1).filter((row) => row.at(-1)?.text === "");
    const row = all[pick(all.length, random)] ?? [];
    const amount = row.findLast(({ text }) => isAmount(text));
    const last = row.at(-1);
    if (amount && last) replace(rows, last, amount.text);
  },
};

/** The form with one of its tables damaged, the same for the same random numbers; as it was, where the damage fits nowhere. */
export function damaged(form: Form, kind: string, random: Random): Form {
  const filled = form.tables.filter(({ truths }) => truths.length > 4);
  const from = pick(filled.length, random);
  for (const laid of [...filled.slice(from), ...filled.slice(0, from)]) {
    const printed = damagedTable(laid.printed, kind, random);
    if (!printed) continue;
    const tables = form.tables.map((one) => (one === laid ? { ...laid, printed } : one));
    const parts = form.parts.map((part) => (part === laid.printed ? printed : part));
    return { ...form, tables, parts };
  }
  return form;
}

function damagedTable(table: PrintedTable, kind: string, random: Random): PrintedTable | undefined {
  const { headings, cells, rowCount } = table;
  const rows = Array.from({ length: rowCount - headings }, (_, i) =>
    cells.filter(({ r0 }) => r0 === headings + i).sort((a, b) => a.c0 - b.c0),
  );
  const before = rows.flat();
  DAMAGES[kind]?.(rows, random);
  const after = rows.flat();
  if (after.every(({ text }, i) => text === before[i]?.text)) return undefined;
  return { ...table, cells: [...cells.filter(({ r0 }) => r0 < headings), ...after] };
}

/** A blank cell before an amount. */
function isGap({ text }: PrintedCell, index: number, row: readonly PrintedCell[]): boolean {
  return index > 0 && text === "" && isAmount(row[index + 1]?.text ?? "");
}

/** Rows that have so many amounts; a code is none. */
function withAmounts(rows: readonly PrintedCell[][], least: number): PrintedCell[][] {
  return rows.filter(
    (row) => row.filter(({ text, c0 }) => c0 > 0 && isAmount(text)).length >= least,
  );
}

function anAmount(rows: readonly PrintedCell[][], random: Random): PrintedCell | undefined {
  const all = rows.flat().filter(({ text, c0 }) => c0 > 0 && /[.,]/.test(text) && isAmount(text));
  return all[pick(all.length, random)];
}

function replace(rows: PrintedCell[][], cell: PrintedCell, text: string): void {
  for (const row of rows) {
    const at = row.findIndex(({ r0, c0 }) => r0 === cell.r0 && c0 === cell.c0);
    if (at >= 0) row[at] = { ...cell, text };
  }
}
