/** A piece of a line that spaces set apart, at its columns of characters (both inclusive-exclusive, 0-based). */
export interface Chunk {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch of character columns that holds one column of the table. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const NUMBER = /^-?[\d,，]+(?:\.\d+)?%?$/;
/** Where one space sets apart: between two numbers, and before the ordinal that begins the right half of a table. */
const TIGHT =
  /(?<=[\d.%]) (?=-?\d)|(?<=\d) (?=[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;

/**
 * How wide a producer takes a piece of text to be. `pdftotext -layout` gives every character one column; what is made for a
 * terminal gives a Chinese one two.
 */
export type Measure = (text: string) => number;
export const MEASURES: readonly Measure[] = [
  (text) => text.length,
  (text) =>
    text.length + (text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…—]/g)?.length ?? 0),
];

/** The pieces of a line, at positions in a measure. */
export function chunksOf(line: string, width: Measure = (text) => text.length): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let read = 0;
  let from = 0;
  for (const match of line.matchAll(/\S+(?: \S+)*/g)) {
    from += width(line.slice(read, match.index));
    for (const text of match[0].split(TIGHT)) {
      const to = from + width(text);
      chunks.push({ text, from, to });
      from = to + 1;
    }
    from -= 1;
    read = match.index + match[0].length;
  }
  return chunks;
}

/** True for a printed number: an amount, a count, a code. */
export function isNumber(chunk: Chunk): boolean {
  return NUMBER.test(chunk.text);
}

/**
 * The columns of a table: the stretches that the rows with numbers leave white between them on (nearly) every line, or those
 * of the headings, if there are no numbers. Names that are indented or centred in one column can look like several; where
 * there are fewer headings than columns, neighbours that are never both filled, and never with a number, are one.
 */
export function columnsOf(
  body: readonly (readonly Chunk[])[],
  headings: readonly (readonly Chunk[])[],
): readonly Stretch[] {
  const rows = body.length > 0 ? body : headings;
  const columns = stretches(rows, Math.floor(rows.length * 0.02));
  const fewest = Math.max(...headings.map((chunks) => chunks.length), 1);
  for (let c = 0; headings.length > 0 && columns.length > fewest && c + 1 < columns.length; ) {
    const left = columns[c] as Stretch;
    const right = columns[c + 1] as Stretch;
    if (areOne(left, right, rows)) columns.splice(c, 2, { from: left.from, to: right.to });
    else c++;
  }
  return columns;
}

function areOne(left: Stretch, right: Stretch, rows: readonly (readonly Chunk[])[]): boolean {
  return rows.every((chunks) => {
    const lefts = chunks.filter((chunk) => overlap(chunk, left) > 0);
    const rights = chunks.filter((chunk) => overlap(chunk, right) > 0);
    return !(lefts.length > 0 && rights.length > 0) && ![...lefts, ...rights].some(isNumber);
  });
}

/** Maximal stretches that more than `few` rows cover. */
function stretches(rows: readonly (readonly Chunk[])[], few: number): Stretch[] {
  const steps: number[] = [];
  for (const { from, to } of rows.flat()) {
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to] = (steps[to] ?? 0) - 1;
  }
  const found: Stretch[] = [];
  let covered = 0;
  let start = 0;
  for (let x = 0; x < steps.length; x++) {
    const before = covered;
    covered += steps[x] ?? 0;
    if (before <= few && covered > few) start = x;
    if (before > few && covered <= few) found.push({ from: start, to: x });
  }
  return found;
}

/**
 * The texts of a row at their columns: each piece goes where it overlaps most, or nearest. Pieces that meet in one column
 * go to the free column beside it, or are joined by a space: two numbers in one cell are then no number.
 */
export function placed(chunks: readonly Chunk[], columns: readonly Stretch[]): string[] {
  const fields: string[] = columns.map(() => "");
  for (const chunk of chunks) {
    let best = 0;
    columns.forEach((column, c) => {
      if (score(chunk, column) > score(chunk, columns[best])) best = c;
    });
    if (fields[best] !== "" && touches(chunk, columns[best + 1])) best++;
    fields[best] = fields[best] === "" ? chunk.text : `${fields[best]} ${chunk.text}`;
  }
  return fields;
}

function touches(chunk: Chunk, column: Stretch | undefined): boolean {
  return column !== undefined && overlap(chunk, column) > 0;
}

function score(chunk: Chunk, column: Stretch | undefined): number {
  if (!column) return Number.NEGATIVE_INFINITY;
  const shared = overlap(chunk, column);
  return shared > 0 ? shared : -Math.max(column.from - chunk.to, chunk.from - column.to);
}

export function overlap(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}
