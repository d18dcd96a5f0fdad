import type { PrintedTable } from "../draw/printed.ts";
import { rowsOf } from "./producers.ts";

/** A table as any tool may give it: rows of texts, blank where a cell is. */
export type Rows = readonly (readonly string[])[];

export interface GridScore {
  readonly printed: number;
  readonly given: number;
  readonly right: number;
}

/**
 * Neighbours in a row: two texts and how many blank cells stand between them, so that an amount counts as right only in its
 * column, beside its name. Headings are left out, since tools differ in how they give merged cells; so are tables' borders,
 * since some join what goes on on the next page and some do not.
 */
export function gridScoreOf(tables: readonly PrintedTable[], found: readonly Rows[]): GridScore {
  const left = new Map<string, number>();
  const printed = tables.flatMap((table) => neighbours(rowsOf(table).slice(table.headings)));
  for (const pair of printed) left.set(pair, (left.get(pair) ?? 0) + 1);
  const headings = new Set(
    tables.flatMap((table) => neighbours(rowsOf(table).slice(0, table.headings))),
  );
  const given = found.flatMap(neighbours).filter((pair) => left.has(pair) || !headings.has(pair));
  const right = given.filter((pair) => {
    const count = left.get(pair) ?? 0;
    left.set(pair, count - 1);
    return count > 0;
  });
  return { printed: printed.length, given: given.length, right: right.length };
}

function neighbours(rows: Rows): string[] {
  return rows.flatMap((row) => {
    const filled = row.flatMap((text, column) => {
      const plain = text.replace(/\s/g, "");
      return plain === "" ? [] : [{ plain, column }];
    });
    return filled.slice(1).flatMap(({ plain, column }, i) => {
      const before = filled[i];
      return before ? [`${before.plain}|${column - before.column}|${plain}`] : [];
    });
  });
}
