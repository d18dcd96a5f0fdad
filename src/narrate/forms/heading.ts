import { type FormCell, type FormRow, ownCells } from "./rows.ts";
import { type FormRole, formWord, HEADINGS, LEVEL1, TERM } from "./vocabulary.ts";

/** A column of the list of indicators. */
export interface FormColumn {
  readonly role: FormRole;
  readonly heading: readonly string[];
  readonly c0: number;
  readonly c1: number;
  /** Horizontal extent on the page, where it is known: it finds the column again in another page's grid. */
  readonly x?: readonly [number, number];
  /** Which (三级指标, 指标值) pair it belongs to; several stand side by side in summary forms. */
  readonly slot: number;
  /** Level 1 of the pair, where the heading gives it. */
  readonly level1?: string;
}

export interface FormHeading {
  readonly columns: readonly FormColumn[];
  readonly grid: number;
  /** Index of its first row, and of the first row below it. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the headings of the lists of indicators: a row with 三级指标 and 指标值, and the rows right above it that consist of
 * heading words alone. A summary form may list projects and their amounts only.
 */
export function findHeadings(rows: readonly FormRow[]): FormHeading[] {
  const headings: FormHeading[] = [];
  for (const [index, row] of rows.entries()) {
    const roles = row.cells.map((cell) => roleOf(cell.text));
    const list = roles.includes("level3") && roles.includes("value");
    const amounts =
      roles.filter((role) => role === "amount").length > 1 && !roles.includes(undefined);
    if (!list && !amounts) continue;
    // The row of the amounts may stand above that of the indicators: then both are one heading.
    const last = headings.at(-1);
    if (list && last?.to === index && last.grid === row.grid) headings.pop();
    const after = headings.at(-1)?.to ?? 0;
    let from = index;
    while (from > after && isHeadingRow(rows[from - 1], row.grid)) from--;
    const columns = columnsOf(
      rows.slice(from, index + 1),
      termsOf(rows.slice(after, index), row.grid),
    );
    if (!list && !columns.some(({ role }) => role === "project-name")) continue;
    headings.push({ columns, grid: row.grid, from, to: index + 1 });
  }
  return headings;
}

function roleOf(text: string): FormRole | undefined {
  const word = formWord(text);
  return (Object.keys(HEADINGS) as FormRole[]).find((role) => HEADINGS[role].test(word));
}

function isHeadingRow(row: FormRow | undefined, grid: number): boolean {
  return (
    row !== undefined &&
    row.grid === grid &&
    row.cells.every(({ text }) => roleOf(text) !== undefined || LEVEL1.test(formWord(text)))
  );
}

/** 实施期目标 | 年度目标 above a list: which of its pairs are the project's, and which the year's. */
function termsOf(above: readonly FormRow[], grid: number): readonly FormCell[] {
  const terms = above
    .filter((row) => row.grid === grid)
    .map((row) => ownCells(row).filter(({ text }) => TERM.test(formWord(text))));
  return terms.findLast((cells) => cells.length > 1) ?? [];
}

function columnsOf(rows: readonly FormRow[], terms: readonly FormCell[]): FormColumn[] {
  const spansKnown = rows.every((row) => row.spansKnown);
  const leaves = new Map<number, FormCell[]>();
  for (const [level, row] of rows.entries()) {
    for (const cell of row.cells) {
      if (!cell.own) continue;
      // A heading over several columns is no column itself: the cells below it are.
      const below = rows.slice(level + 1).some((next) => next.cells.some((c) => isUnder(c, cell)));
      if (below && spansKnown && cell.c1 > cell.c0) continue;
      const above = leaves.get(cell.c0);
      leaves.set(cell.c0, [...(above ?? []), cell]);
    }
  }
  const groups = rows
    .flatMap((row) => row.cells)
    .filter((cell) => LEVEL1.test(formWord(cell.text)))
    .sort((a, b) => a.c0 - b.c0);
  let slot = -1;
  return [...leaves.entries()]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([c0, cells]): FormColumn[] => {
      const leaf = cells.at(-1);
      const role = leaf && roleOf(leaf.text);
      if (!leaf || !role) return [];
      const group = groups.findLast((cell) => cell.c0 <= c0 && (!spansKnown || c0 <= cell.c1));
      if (role === "level3") slot++;
      const term = terms.findLast((cell) => cell.c0 <= c0);
      const box = leaf.place.box;
      return [
        {
          role,
          heading: [...(term ? [term.text] : []), ...cells.map((cell) => cell.text)],
          c0,
          c1: leaf.c1,
          ...(box && { x: [box.x0, box.x1] as const }),
          slot: Math.max(slot, 0),
          ...(group && { level1: group.text }),
        },
      ];
    });
}

function isUnder(cell: FormCell, above: FormCell): boolean {
  return cell.c0 >= above.c0 && cell.c1 <= above.c1;
}
