import type { PrintedLine, PrintedTable } from "../draw/printed.ts";
import { ledgerOf } from "./department.ts";
import { type LaidTable, layTable } from "./lay-out.ts";
import { fenOf, type Ledger } from "./ledger.ts";
import { styleOf } from "./style.ts";
import { budgetTables } from "./tables/budget.ts";
import { finalTables } from "./tables/final.ts";

/** A disclosure of our own making: what it prints, and what each printed amount means. */
export interface Form {
  readonly name: string;
  readonly ledger: Ledger;
  readonly parts: readonly (PrintedLine | PrintedTable)[];
  readonly tables: readonly LaidTable[];
}

/** Every third is a final account. */
export function formOf(seed: number, index: number): Form {
  const ledger = ledgerOf(seed, index, index % 3 === 2 ? "final" : "budget");
  const style = styleOf(seed, index, ledger);
  const isBudget = ledger.stage === "budget";
  const specs = isBudget ? budgetTables(ledger, style) : finalTables(ledger, style);
  const tables = specs.map((spec) => layTable(spec, ledger, style.habits));
  const what = isBudget ? "部门预算" : "部门决算";
  const parts: Form["parts"][number][] = [
    { type: "line", role: "title", text: `${ledger.department}${ledger.year}年度${what}` },
    { type: "line", role: "text", text: overview(ledger) },
  ];
  for (const [i, { spec, printed, truths }] of tables.entries()) {
    const mark = style.mark(i);
    if (mark) parts.push({ type: "line", role: "text", text: mark });
    parts.push(
      { type: "line", role: "title", text: style.titled(spec.title) },
      { type: "line", role: "unit", text: style.unitLine },
      printed,
    );
    if (truths.length === 0) parts.push({ type: "line", role: "text", text: style.emptyNote });
  }
  return { name: `${ledger.stage}-${String(index + 1).padStart(2, "0")}`, ledger, parts, tables };
}

function overview(ledger: Ledger): string {
  const wan = ((fenOf(ledger, {}) ?? 0) / 1_000_000).toFixed(2);
  return `${ledger.department}${ledger.year}年度收入总计${wan}万元，支出总计${wan}万元。`;
}
