import type { Glyph, Rule } from "../model/page.ts";
import { type Box, boxAround } from "../model/place.ts";
import { alignedColumns, bordersOf, type Extent, overlap } from "./aligned-columns.ts";
import { alignedRows, rowBorders } from "./aligned-rows.ts";
import { type Chunk, chunkLines } from "./chunks.ts";
import { components } from "./components.ts";
import { headingCells, headingsOf } from "./headings.ts";
import { type Lattice, latticeOf } from "./lattice.ts";
import { mergeRules } from "./merge-rules.ts";
import { tiles } from "./tiles.ts";

/** A part of the page that holds a table without vertical lines. */
export interface Region {
  readonly box: Box;
  readonly glyphs: readonly Glyph[];
  /** Where the headings end, if a line says so. */
  readonly headingEnd: number | undefined;
  /** Heights of the lines between rows, if there are some. */
  readonly lines: readonly number[];
}

/** More texts than this are no table that people read. */
const MOST_CHUNKS = 6_000;

/** A heading may be a year alone. */
const YEAR = /^(?:19|20)\d\d$/;

/** Draws the lines that a table left out, where its texts say they would be; undefined if they do not make a table. */
export function latticeOfRegion(region: Region): Lattice | undefined {
  const lines = chunkLines(region.glyphs);
  const chunks = lines.flat();
  if (chunks.length > MOST_CHUNKS) return undefined;
  const { box } = region;
  const start = region.headingEnd ?? headingEndOf(lines, box.y0);
  const headings = headingsOf(lines.filter((line) => heightOf(line) < start));
  const body = lines.filter((line) => heightOf(line) >= start).flat();
  const columns = alignedColumns(body, headings);
  if (columns.length < 2) return undefined;
  const xs = bordersOf(columns, headings, box.x0, box.x1);
  const boxes: Box[] = [];
  if (headings.length > 0)
    for (const { c0, c1, y0, y1 } of headingCells(headings, xs, box.y0, start))
      boxes.push({ x0: xs[c0] as number, x1: xs[c1 + 1] as number, y0, y1 });
  if (body.length > 0) boxes.push(...bodyBoxes(body, columns, xs, start, region));
  return latticeAround(boxes);
}

function bodyBoxes(
  body: readonly Chunk[],
  columns: readonly Extent[],
  xs: readonly number[],
  top: number,
  region: Region,
): Box[] {
  const first = body.filter((chunk) => columnAt(xs, chunk) === 0);
  const others = body.filter((chunk) => columnAt(xs, chunk) !== 0);
  const bottom = region.box.y1;
  const inner = region.lines.filter((y) => y > top + 2 && y < bottom - 2);
  const ysOf = (chunks: readonly Chunk[]) => bodyBorders(chunks, inner, top, bottom);
  const withoutFirst = ysOf(others);
  const groups =
    first.length > 0 && !first.some(({ isNumber }) => isNumber)
      ? tiles(first, withoutFirst)
      : undefined;
  const ys = groups ? withoutFirst : ysOf(body);
  const boxes: Box[] = [];
  for (const group of groups ?? [])
    boxes.push({ x0: xs[0] as number, x1: xs[1] as number, ...group });
  for (let r = 0; r + 1 < ys.length; r++) {
    const y0 = ys[r] as number;
    const y1 = ys[r + 1] as number;
    const row = body.filter(({ box }) => (box.y0 + box.y1) / 2 > y0 && (box.y0 + box.y1) / 2 < y1);
    for (let c = groups ? 1 : 0; c < columns.length; ) {
      const span = spanAt(row, c, columns, xs);
      boxes.push({ x0: xs[c] as number, x1: xs[c + span] as number, y0, y1 });
      c += span;
    }
  }
  return boxes;
}

/** Rows by the lines between them, and by text where no line parts two rows. */
function bodyBorders(
  chunks: readonly Chunk[],
  inner: readonly number[],
  top: number,
  bottom: number,
): number[] {
  const ys = [top];
  const edges = [top, ...inner, bottom];
  for (let i = 0; i + 1 < edges.length; i++) {
    const y0 = edges[i] as number;
    const y1 = edges[i + 1] as number;
    const band = chunks.filter(
      ({ box }) => (box.y0 + box.y1) / 2 > y0 && (box.y0 + box.y1) / 2 < y1,
    );
    ys.push(...rowBorders(alignedRows(band), y0, y1).slice(1));
  }
  return ys;
}

/**
 * How many columns a cell covers: two where its text stands in the middle of both, in line with neither, and the other is
 * blank (a 合计 over codes and names).
 */
function spanAt(
  row: readonly Chunk[],
  c: number,
  columns: readonly Extent[],
  xs: readonly number[],
): number {
  if (c + 1 >= columns.length) return 1;
  const here = row.filter((chunk) => columnAt(xs, chunk) === c);
  const next = row.filter((chunk) => columnAt(xs, chunk) === c + 1);
  const [only] = here.length === 0 ? next : here;
  if (!only || only.isNumber || here.length + next.length !== 1) {
    const crosses = here.some((chunk) => overlap(chunk.box, columns[c + 1] as Extent) > chunk.size);
    return crosses && next.length === 0 ? 2 : 1;
  }
  const own = columns[here.length === 0 ? c + 1 : c] as Extent;
  const centre = (only.box.x0 + only.box.x1) / 2;
  const isAligned =
    Math.abs(only.box.x0 - own.x0) < 2 ||
    Math.abs(only.box.x1 - own.x1) < 2 ||
    Math.abs(centre - (own.x0 + own.x1) / 2) < 2;
  const both = ((xs[c] as number) + (xs[c + 2] as number)) / 2;
  return !isAligned && Math.abs(centre - both) < 2.5 ? 2 : 1;
}

function columnAt(xs: readonly number[], { box }: Chunk): number {
  const centre = (box.x0 + box.x1) / 2;
  let column = 0;
  while (column < xs.length - 2 && centre > (xs[column + 1] as number)) column++;
  return column;
}

/** Headings end above the first row that has numbers, its label's lines included; without numbers, after the first line. */
function headingEndOf(lines: readonly (readonly Chunk[])[], top: number): number {
  const isBody = ({ isNumber, text }: Chunk) => isNumber && !YEAR.test(text);
  const number = lines.flat().find(isBody);
  const chunks = lines.flat();
  const row = number
    ? alignedRows(chunks).find(({ y0, y1 }) => heightOf([number]) > y0 && heightOf([number]) < y1)
    : undefined;
  const start = row?.y0 ?? Math.min(...(lines[1] ?? []).map(({ box }) => box.y0));
  const above = chunks.filter(({ box }) => box.y1 < start + 1);
  if (above.length === 0 || above.length === chunks.length) return top;
  return (Math.max(...above.map(({ box }) => box.y1)) + start) / 2;
}

function heightOf(line: readonly Chunk[]): number {
  const [first] = line;
  return first ? (first.box.y0 + first.box.y1) / 2 : 0;
}

function latticeAround(boxes: readonly Box[]): Lattice | undefined {
  const rules = boxes.flatMap(({ x0, y0, x1, y1 }): Rule[] => [
    { direction: "horizontal", at: y0, from: x0, to: x1, thickness: 0 },
    { direction: "horizontal", at: y1, from: x0, to: x1, thickness: 0 },
    { direction: "vertical", at: x0, from: y0, to: y1, thickness: 0 },
    { direction: "vertical", at: x1, from: y0, to: y1, thickness: 0 },
  ]);
  const [component] = components(mergeRules(rules));
  return component && boxAround(boxes) ? latticeOf(component) : undefined;
}
