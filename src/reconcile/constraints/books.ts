import type { TableId } from "../../model/table-ids.ts";
import { projectTypeIn } from "../../normalise/rows/labels.ts";
import { universeOf } from "../../taxonomy/universes.ts";
import type { Ledger } from "../ledger.ts";
import { type Comparable, comparables } from "./comparable.ts";
import { type Lines, linesOf } from "./lines.ts";

/** The comparable figures of one table, or of several forms of one kind (one a project) together. */
export interface Book {
  readonly tables: readonly number[];
  /** By flow, period, stage, fund, kind and item. */
  readonly lines: ReadonlyMap<string, Lines>;
  /** Forms of one project each: publishers print them for some of their projects only. */
  readonly forms: boolean;
  /** Its lines are by their meaning a choice, and never all that there is. */
  readonly partial: boolean;
}

export function booksOf(ledger: Ledger): Book[] {
  const forms = new Map<string, number[]>();
  for (const [
    table,
    {
      table: { id },
    },
  ] of ledger.readings.entries()) {
    const key = universeOf(id).oneEach ? id : `${table}`;
    forms.set(key, [...(forms.get(key) ?? []), table]);
  }
  return [...forms.values()].map((tables) => bookOf(ledger, tables));
}

export function bookOf(ledger: Ledger, tables: readonly number[]): Book {
  const all = tables.flatMap((table) => comparables(ledger, table));
  const bases = new Map<string, Comparable[]>();
  for (const one of all) {
    const same = bases.get(one.base);
    if (same) same.push(one);
    else bases.set(one.base, [one]);
  }
  const printed = ledger.readings[tables[0] ?? 0]?.table;
  const oneType = projectTypeIn(printed?.title ?? "") !== undefined;
  return {
    tables,
    lines: new Map([...bases].map(([base, lines]) => [base, linesOf(lines)])),
    forms: tables.length > 1 || isForm(printed?.id, all),
    partial: oneType || universeOf(printed?.id ?? "assets").partial === true,
  };
}

/** True for a table that could list projects, and has one. */
function isForm(id: TableId | undefined, lines: readonly Comparable[]): boolean {
  const projects = new Set(lines.map(({ subject }) => subject.project));
  return id !== undefined && universeOf(id).oneEach === true && projects.size === 1;
}
