import { isAmount } from "./html.ts";
import type { Printed, PrintedLine, PrintedTable } from "./printed.ts";

/** Text with its left end and baseline, in points from the top left of its page. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A line between two corners of cells. */
export interface DrawnLine {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface DrawnPage {
  readonly texts: readonly DrawnText[];
  readonly lines: readonly DrawnLine[];
}

/** A4 lying, its margin, and the padding of cells, in points. */
export const PAPER = { width: 842, height: 595 };
const MARGIN = 36;
const PADDING = 2;
const LEADING = 1.3;
const SIZE = { title: 15, text: 10, cell: 7 };
/** How wide a column of names may be, in ems. */
const WIDEST = 16;

/** Sets a document on pages: titles open a page, tables go on on the next one, with their headings again. */
export function pagesOf(printed: Printed): DrawnPage[] {
  const pages = new Pages();
  for (const part of printed) {
    if (part.type === "line") pages.line(part);
    else pages.table(part);
  }
  return pages.all;
}

class Pages {
  readonly all: { texts: DrawnText[]; lines: DrawnLine[] }[] = [];
  private y = Number.POSITIVE_INFINITY;

  line({ text, role }: PrintedLine): void {
    const size = role === "title" ? SIZE.title : SIZE.text;
    const wide = PAPER.width - 2 * MARGIN;
    if (role === "title" && this.y > MARGIN + 30) this.open();
    for (const piece of wrapped(text, wide / size)) {
      const free = wide - ems(piece) * size;
      const x = MARGIN + (role === "title" ? free / 2 : role === "unit" ? free : 0);
      this.room(size * LEADING);
      this.page.texts.push({ text: piece, x, y: this.y + size, size });
      this.y += size * LEADING;
    }
    this.y += 3;
  }

  table(table: PrintedTable): void {
    const { rowCount, headings, cells } = table;
    const { xs, size } = columnsOf(table);
    const lines = new Map(
      cells.map((cell) => {
        const width = (xs[cell.c1 + 1] ?? 0) - (xs[cell.c0] ?? 0) - 2 * PADDING;
        return [cell, isAmount(cell.text) ? [cell.text] : wrapped(cell.text, width / size)];
      }),
    );
    const tall = (count: number) => Math.max(1, count) * size * LEADING + 2 * PADDING;
    const heights = Array.from({ length: rowCount }, (_, row) =>
      Math.max(
        tall(1),
        ...cells
          .filter((c) => c.r0 === row)
          .map((c) => tall((lines.get(c) ?? []).length) / (c.r1 - c.r0 + 1)),
      ),
    );
    const draw = (from: number, to: number): void => {
      const ys = [this.y];
      for (let row = from; row < to; row++) ys.push((ys.at(-1) ?? 0) + (heights[row] ?? 0));
      for (const cell of cells) {
        if (cell.r1 < from || cell.r0 >= to) continue;
        const y0 = ys[Math.max(cell.r0, from) - from] ?? 0;
        const y1 = ys[Math.min(cell.r1 + 1, to) - from] ?? 0;
        const x0 = xs[cell.c0] ?? 0;
        const x1 = xs[cell.c1 + 1] ?? 0;
        this.page.lines.push({ x0, y0, x1, y1: y0 }, { x0, y0: y1, x1, y1 });
        this.page.lines.push({ x0, y0, x1: x0, y1 }, { x0: x1, y0, x1, y1 });
        if (cell.r0 < from) continue;
        const own = lines.get(cell) ?? [];
        const top = y0 + (y1 - y0 - own.length * size * LEADING) / 2;
        for (const [i, text] of own.entries()) {
          const free = x1 - x0 - 2 * PADDING - ems(text) * size;
          const isHeading = cell.r0 < headings;
          const x = x0 + PADDING + (isHeading ? free / 2 : isAmount(cell.text) ? free : 0);
          this.page.texts.push({ text, x, y: top + i * size * LEADING + size, size });
        }
      }
      this.y = ys.at(-1) ?? this.y;
    };
    const head = heights.slice(0, headings).reduce((sum, height) => sum + height, 0);
    let from = 0;
    for (let row = 0; row < rowCount; row++) {
      const height = heights.slice(from, row + 1).reduce((sum, one) => sum + one, 0);
      if (this.y + height <= PAPER.height - MARGIN || row === from) continue;
      if (row > headings) draw(from, row);
      const begins = row > headings ? row : 0;
      this.open();
      if (begins > 0 && headings > 0 && head < 200) draw(0, headings);
      from = begins;
    }
    draw(from, rowCount);
    this.y += 8;
  }

  private get page() {
    const page = this.all.at(-1);
    if (!page) throw new Error("no page");
    return page;
  }

  private room(height: number): void {
    if (this.y + height > PAPER.height - MARGIN) this.open();
  }

  private open(): void {
    this.all.push({ texts: [], lines: [] });
    this.y = MARGIN;
  }
}

/** Where columns begin and end, and the size of their text: as wide as they need, or as narrow as they must be. */
function columnsOf({ columnCount, cells }: PrintedTable): { xs: number[]; size: number } {
  const needs = Array.from({ length: columnCount }, () => 3);
  const fixed = Array.from({ length: columnCount }, () => 0);
  for (const { c0, c1, text } of cells) {
    if (c1 > c0) continue;
    needs[c0] = Math.max(needs[c0] ?? 0, Math.min(WIDEST, ems(text) + 0.5));
    if (isAmount(text)) fixed[c0] = Math.max(fixed[c0] ?? 0, ems(text) + 0.5);
  }
  const wide = PAPER.width - 2 * MARGIN;
  const least = needs.map((need, i) => Math.max(fixed[i] ?? 0, Math.min(need, 3)));
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  const padding = 2 * PADDING * columnCount;
  const size = Math.min(SIZE.cell, (wide - padding) / (sum(least) * 1.05));
  const give = Math.max(0, (wide - padding) / size - sum(least));
  const wanted = needs.map((need, i) => need - (least[i] ?? 0));
  const share = Math.min(1, give / (sum(wanted) || 1));
  const xs = [MARGIN];
  for (const [i, width] of least.entries())
    xs.push((xs.at(-1) ?? 0) + (width + (wanted[i] ?? 0) * share) * size + 2 * PADDING);
  return { xs, size };
}

/** The width of a text in ems: Latin letters and digits are half as wide as they are high. */
export function ems(text: string): number {
  return [...text].reduce((sum, char) => sum + (isNarrow(char) ? 0.5 : 1), 0);
}

export function isNarrow(char: string): boolean {
  return char < "\u0080";
}

/** Breaks a text into lines of so many ems; figures and Latin words are not broken if they fit. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[!-~]+|\s|./gu) ?? []) {
    if (ems(line + piece) <= width) line += piece;
    else if (ems(piece) <= width || line === "") {
      if (line !== "") lines.push(line);
      line = piece;
    } else {
      lines.push(line);
      line = piece;
    }
    while (ems(line) > width && line.length > 1) {
      let count = line.length - 1;
      while (count > 1 && ems(line.slice(0, count)) > width) count--;
      lines.push(line.slice(0, count));
      line = line.slice(count);
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((one) => one.trim()).filter((one) => one !== "");
}
