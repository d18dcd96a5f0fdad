import type { Glyph } from "../model/page.ts";
import { type Box, boxAround } from "../model/place.ts";
import type { Region } from "./aligned.ts";
import { leaves, overlap } from "./aligned-columns.ts";
import { type Chunk, chunkLines } from "./chunks.ts";
import { headingsOf } from "./headings.ts";

/** Rows of figures that a table without any line must have, so that nothing else is taken for one. */
const FEWEST_ROWS = 3;
/** A gap (in ems) that no justified line of prose has. */
const CELL_GAP = 1;
/** Part of the lines that must be rows of figures. */
const MOSTLY = 0.5;
/** Prose. */
const SENTENCE = /[，。；]/;
/** Edges of figures in one column differ at most this much (points). */
const ALIGNED = 2;
/** Lines of one table follow each other within this (in ems). */
const PITCH = 4;
/** A heading over others follows them within this (in ems). */
const GROUP = 1.6;
/** Dots that lead to a page number: contents, not figures. */
const LEADERS = /[.．·…]{4,}|…{2,}/;
const LABELLED = /[：:]/;
/** An amount, rather than a number of a page or paragraph. */
const AMOUNT = /\d[.,，]\d/;
/** A line begins or ends this far (points) within its table's side. */
const PADDING = 3;

type TextLine = readonly Chunk[];

/**
 * Tables without a single line: three rows or more of figures, one below the other, and the headings above them. Contents,
 * lists and prose with figures in it stay what they are.
 */
export function borderlessRegions(glyphs: readonly Glyph[]): Region[] {
  const lines = chunkLines(glyphs, CELL_GAP);
  const regions: Region[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!isRow(lines[i] as TextLine)) continue;
    let last = i;
    for (
      let j = i + 1;
      j < lines.length && isNear(lines[j - 1] as TextLine, lines[j] as TextLine);
      j++
    ) {
      if (isRow(lines[j] as TextLine)) last = j;
      else if (j - last > 2 || isLabelled(lines[j] as TextLine)) break;
    }
    const rows = lines.slice(i, last + 1);
    const first = headingStart(lines, i);
    if (isTable(rows) || isHeaded(rows, lines.slice(first, i))) {
      const end = labelEnd(lines, last);
      const region = regionOf(lines.slice(first, end + 1));
      if (region) regions.push(region);
      last = end;
    }
    i = last;
  }
  return regions;
}

/** Two texts or more side by side, a figure among them. */
function isRow(line: TextLine): boolean {
  return (
    line.length > 1 &&
    line.some(({ isNumber }) => isNumber) &&
    !line.some(({ text }) => LEADERS.test(text) || SENTENCE.test(text)) &&
    !isLabelled(line)
  );
}

function isLabelled(line: TextLine): boolean {
  return line.some(({ text, isNumber }) => !isNumber && LABELLED.test(text.slice(0, -1)));
}

function isNear(above: TextLine, below: TextLine): boolean {
  const [one] = above;
  const [other] = below;
  return !!one && !!other && other.baseline - one.baseline < PITCH * Math.max(one.size, other.size);
}

/** Whether figures stand in columns: amounts in one, or figures of any kind in two. */
function isTable(lines: readonly TextLine[]): boolean {
  const numbers = lines.flat().filter(({ isNumber }) => isNumber);
  const columns = [
    ...stacks(numbers, ({ box }) => box.x1),
    ...stacks(numbers, ({ box }) => box.x0),
  ];
  const full = columns.filter(({ length }) => length >= FEWEST_ROWS);
  const rows = lines.filter(isRow).length;
  if (rows < FEWEST_ROWS || rows < MOSTLY * lines.length || full.length === 0) return false;
  return full.some((column) => column.filter(({ text }) => AMOUNT.test(text)).length >= 2);
}

/**
 * One or two rows of figures make a table where headings stand over all of them, each over one: nothing else is set so.
 */
function isHeaded(rows: readonly TextLine[], above: readonly TextLine[]): boolean {
  if (rows.length >= FEWEST_ROWS || !rows.every(isRow)) return false;
  const lowest = leaves(headingsOf(above));
  const texts = rows.flat();
  const amounts = texts.filter(({ text }) => AMOUNT.test(text)).length;
  return (
    amounts >= 2 &&
    lowest.length >= FEWEST_ROWS &&
    rows.every((row) => row.length >= FEWEST_ROWS) &&
    texts.every(({ box }) => lowest.filter((one) => overlap(one.box, box) > 0).length === 1) &&
    lowest.every((one) => rows.every((row) => countUnder(row, one.box) <= 1))
  );
}

function countUnder(row: TextLine, heading: Box): number {
  return row.filter(({ box }) => overlap(heading, box) > 0).length;
}

function stacks(chunks: readonly Chunk[], edge: (chunk: Chunk) => number): Chunk[][] {
  const sorted = [...chunks].sort((one, other) => edge(one) - edge(other));
  const groups: Chunk[][] = [];
  for (const chunk of sorted) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && edge(chunk) - edge(previous) < ALIGNED) group.push(chunk);
    else groups.push([chunk]);
  }
  return groups;
}

/** Headings are the lines above, as near and as large as the rows, until a title or a label with its value. */
function headingStart(lines: readonly TextLine[], row: number): number {
  let start = row;
  const size = lines[row]?.[0]?.size ?? 0;
  for (let i = row - 1; i >= 0; i--) {
    const line = lines[i] as TextLine;
    const large = line.some((chunk) => chunk.size > 1.3 * size);
    if (large || isLabelled(line) || !isNear(line, lines[i + 1] as TextLine)) break;
    if (line.length > 1 || isGroup(line, lines[i + 1] as TextLine)) start = i;
    else if (start - i > 1) break;
  }
  return start;
}

/** A heading over some of the headings below it: as near to them as lines of one text, and not over the middle of all. */
function isGroup(line: TextLine, below: TextLine): boolean {
  const [only] = line;
  const box = boxAround(below.map((chunk) => chunk.box));
  if (!only || !box || below.length < 2 || below.some(({ isNumber }) => isNumber)) return false;
  const centre = (only.box.x0 + only.box.x1) / 2;
  return (
    (below[0] as Chunk).baseline - only.baseline < GROUP * only.size &&
    only.box.x0 > box.x0 &&
    only.box.x1 < box.x1 &&
    Math.abs(centre - (box.x0 + box.x1) / 2) > only.size
  );
}

/** The last row's label may run on below it. */
function labelEnd(lines: readonly TextLine[], row: number): number {
  const [next] = lines[row + 1] ?? [];
  const label = lines[row]?.find(({ isNumber }) => !isNumber);
  const wraps =
    next &&
    label &&
    lines[row + 1]?.length === 1 &&
    next.baseline - label.baseline < 1.45 * next.size &&
    Math.abs(next.box.x0 - label.box.x0) < ALIGNED;
  return wraps ? row + 1 : row;
}

function regionOf(lines: readonly TextLine[]): Region | undefined {
  const chunks = lines.flat();
  const box = boxAround(chunks.map((chunk) => chunk.box));
  return (
    box && {
      box: {
        x0: box.x0 - PADDING,
        y0: box.y0 - PADDING,
        x1: box.x1 + PADDING,
        y1: box.y1 + PADDING,
      },
      glyphs: chunks.flatMap((chunk) => chunk.glyphs),
      headingEnd: undefined,
      lines: [],
    }
  );
}
