import type { Grid } from "../../src/model/block.ts";
import type { COORDINATE_NAMES } from "../../src/model/coordinates.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";
import type { Fact } from "../../src/model/fact.ts";
import type { Place } from "../../src/model/place.ts";
import type { Cell, Column, ColumnRole, Row, Table } from "../../src/model/table.ts";
import { findHeadings } from "../../src/narrate/forms/heading.ts";
import { placeRow } from "../../src/narrate/forms/placement.ts";
import { formRows } from "../../src/narrate/forms/rows.ts";
import { disclosureOf } from "../../src/run/document.ts";
import { layoutOf, type SourceBytes } from "../../src/run/layout-of.ts";
import { ITEM_TERMS, KIND_TERMS } from "../../src/write/terms.ts";

/** A line of text: a title is set in the middle, a unit at the right. */
export interface PrintedLine {
  readonly type: "line";
  readonly text: string;
  readonly role: "title" | "unit" | "text";
}

/** A cell of a table as a producer draws it; 0-based and inclusive. */
export interface PrintedCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly text: string;
}

export interface PrintedTable {
  readonly type: "table";
  readonly rowCount: number;
  readonly columnCount: number;
  /** How many rows of it are headings. */
  readonly headings: number;
  readonly cells: readonly PrintedCell[];
}

/** A document in the order in which a producer prints it. */
export type Printed = readonly (PrintedLine | PrintedTable)[];

/** A source that can be printed, and what it says. */
export interface Printable {
  readonly disclosure: Disclosure;
  readonly printed: Printed;
}

/**
 * What somebody had before printing who now has this source. Text does not say how the cells of a heading are merged: there
 * a table's headings are drawn as they are understood, its rows as they stand.
 */
export async function printable(source: SourceBytes): Promise<Printable> {
  const layout = await layoutOf(source);
  const disclosure = disclosureOf(source, layout);
  const tables = new Map<Table, boolean>(disclosure.tables.map((table) => [table, false]));
  const printed: (PrintedLine | PrintedTable)[] = [];
  let from = 0;
  for (const block of layout.blocks) {
    if (block.type === "paragraph") {
      printed.push(lineOf(block.text, disclosure));
      continue;
    }
    const table = block.spansKnown ? undefined : tableOf(block, tables.keys());
    if (!table) {
      printed.push(drawnGrid(block));
    } else if (tables.get(table)) {
      // The table goes on after a page end, which said its title again.
      printed.length = from;
      continue;
    } else {
      tables.set(table, true);
      const index = disclosure.tables.indexOf(table);
      const facts = disclosure.facts.filter(({ tableIndex }) => tableIndex === index);
      printed.push(drawnTable(table, facts));
    }
    from = printed.length;
  }
  return { disclosure, printed };
}

function lineOf(text: string, { tables }: Disclosure): PrintedLine {
  const isTitle = tables.some(({ title }) => squeezed(title) === squeezed(text));
  const isUnit = /^(?:金额)?单位[:：]/.test(text);
  return { type: "line", text, role: isTitle ? "title" : isUnit ? "unit" : "text" };
}

function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}

/** The table that this grid, or a part of it, was read as. */
function tableOf(grid: Grid, tables: Iterable<Table>): Table | undefined {
  const lines = new Set(grid.cells.map(({ place }) => lineKey(place)));
  const own = [...tables].filter(({ rows }) => rows.some(({ place }) => lines.has(lineKey(place))));
  const isForm = own.some(({ id }) => id.endsWith("-performance"));
  return own.length === 1 && !isForm ? own[0] : undefined;
}

function lineKey({ page, line }: Place): string {
  return `${page} ${line}`;
}

/** A grid as it stands. Where text lost the cells of a form's row, those that follow are drawn where they belong. */
function drawnGrid(grid: Grid): PrintedTable {
  const { rowCount, columnCount } = grid;
  const cells = grid.spansKnown ? grid.cells : formCells(grid);
  return { type: "table", rowCount, columnCount, headings: 0, cells };
}

function formCells(grid: Grid): PrintedCell[] {
  const rows = formRows([grid]);
  const headings = findHeadings(rows);
  const columns = new Map<Place, number>();
  for (const [i, row] of rows.entries()) {
    const heading = headings.findLast(({ from }) => from <= i);
    if (!heading || i < heading.to) continue;
    for (const [index, { place }] of placeRow(row, heading)) {
      const column = heading.columns[index]?.c0;
      if (column !== undefined) columns.set(place, column);
    }
  }
  const filled = grid.cells.filter(({ text }) => text !== "");
  return withBlanks(
    filled.map(({ r0, c0, text, place }) => ({ r0, c0: columns.get(place) ?? c0, text })),
    grid,
  );
}

/** Cells of one row and column, and blank ones for the rest; a heading is merged with what is blank beside and below it. */
function withBlanks(
  filled: readonly { r0: number; c0: number; text: string }[],
  { rowCount, columnCount }: Grid,
): PrintedCell[] {
  const texts = new Map(filled.map(({ r0, c0, text }) => [r0 * columnCount + c0, text]));
  return Array.from({ length: rowCount * columnCount }, (_, at) => {
    const [r, c] = [Math.floor(at / columnCount), at % columnCount];
    return { r0: r, r1: r, c0: c, c1: c, text: texts.get(at) ?? "" };
  });
}

/** Headings with one beginning share a cell; one without a heading below it goes down to the body. */
function drawnTable({ columns: all, rows }: Table, facts: readonly Fact[]): PrintedTable {
  const isUsed = ({ heading, index }: Column) =>
    heading.length > 0 || rows.some(({ cells }) => cells.some(({ column }) => column === index));
  const columns = all.slice(0, all.findLastIndex(isUsed) + 1);
  const paths = columns.map(headingOf);
  const headings = Math.max(1, ...paths.map((path) => path.length));
  const body = rows.flatMap((row, i) => {
    const r = headings + i;
    const texts = placed(row, columns, facts);
    return columns.map((_, c) => ({ r0: r, r1: r, c0: c, c1: c, text: texts.get(c) ?? "" }));
  });
  return {
    type: "table",
    rowCount: headings + rows.length,
    columnCount: columns.length,
    headings,
    cells: [...headingCells(paths, headings), ...body],
  };
}

/** As printed, or what stood there if it was lost. */
function headingOf({ heading, inferred, gives: { kind, item } }: Column): readonly string[] {
  const lost = item ? ITEM_TERMS[item] : kind && KIND_TERMS[kind];
  return inferred && lost ? [...heading.slice(0, -1), lost] : heading;
}

export function headingCells(
  paths: readonly (readonly string[])[],
  headings: number,
): PrintedCell[] {
  const cells: PrintedCell[] = [];
  for (let row = 0; row < headings; row++) {
    for (let c0 = 0; c0 < paths.length; ) {
      const path = paths[c0] ?? [];
      const isLeaf = row >= path.length - 1;
      let c1 = c0;
      while (!isLeaf && goesOn(path, paths[c1 + 1] ?? [], row)) c1++;
      const isBelowLeaf = row > 0 && row >= path.length;
      const r1 = isLeaf ? headings - 1 : row;
      if (!isBelowLeaf) cells.push({ r0: row, r1, c0, c1, text: path[row] ?? "" });
      c0 = c1 + 1;
    }
  }
  return cells;
}

/** True if both columns have the same headings down to this row, and further ones below. */
function goesOn(path: readonly string[], next: readonly string[], row: number): boolean {
  return next.length > row + 1 && path.slice(0, row + 1).every((word, i) => next[i] === word);
}

/** What names a row, by the column that it belongs in. */
const NAMES = {
  "unit-code": "unitCode",
  "unit-name": "unitName",
  "project-name": "projectName",
} as const satisfies Partial<Record<ColumnRole, (typeof COORDINATE_NAMES)[number]>>;

/**
 * The texts of a row by column. Text loses cells, so that what follows stands too far to the left: amounts and names that were
 * understood are drawn where they belong, and what they push out goes to the next free column on its left.
 */
function placed(row: Row, columns: readonly Column[], facts: readonly Fact[]): Map<number, string> {
  const own = facts.filter((fact) => fact.row === row.index);
  const texts = new Map<number, string>();
  const others: Cell[] = [];
  for (const cell of row.cells) {
    const column = columnOf(cell, columns, own);
    if (column === undefined) others.push(cell);
    else texts.set(column, cell.text);
  }
  for (const { column, text } of others) {
    let free = column;
    while (free > 0 && texts.has(free)) free--;
    texts.set(free, text);
  }
  return texts;
}

function columnOf(cell: Cell, columns: readonly Column[], facts: readonly Fact[]) {
  const fact = facts.find(({ place }) => place === cell.place);
  if (fact) return fact.column;
  return columns.find(({ role }) => {
    const name = NAMES[role as keyof typeof NAMES];
    return name && facts.some((one) => one[name] === cell.text);
  })?.index;
}
