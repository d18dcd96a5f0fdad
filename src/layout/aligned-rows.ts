import type { Chunk } from "./chunks.ts";

/** A row of a table without lines between its rows: from its highest text to its lowest. */
export interface RowExtent {
  y0: number;
  y1: number;
}

/** Lines of one label follow each other this closely (in ems). */
const WRAP = 1.45;

/**
 * Rows of a body without lines. Numbers never wrap, so that each height at which some stand is a row; a label's lines go to
 * the row in whose middle they stand, and make a row of their own where no number does.
 */
export function alignedRows(chunks: readonly Chunk[]): RowExtent[] {
  const rows = merged(chunks.filter(({ isNumber }) => isNumber).map(({ box }) => box));
  for (const label of labels(chunks.filter(({ isNumber }) => !isNumber))) {
    const beside = rows.filter((row) => middle(row) > label.y0 && middle(row) < label.y1);
    const [only] = beside;
    if (only && beside.length === 1) {
      only.y0 = Math.min(only.y0, label.y0);
      only.y1 = Math.max(only.y1, label.y1);
    } else if (beside.length === 0) {
      const touching = rows.find((row) => middle(label) > row.y0 && middle(label) < row.y1);
      if (!touching) rows.push({ ...label });
    }
  }
  return rows.sort((one, other) => one.y0 - other.y0);
}

/** Heights between rows, half way between their texts. */
export function rowBorders(rows: readonly RowExtent[], top: number, bottom: number): number[] {
  const borders = [top];
  for (let i = 1; i < rows.length; i++)
    borders.push(((rows[i - 1] as RowExtent).y1 + (rows[i] as RowExtent).y0) / 2);
  return [...borders, bottom];
}

/** Labels: lines of one column that follow closely. */
function labels(chunks: readonly Chunk[]): RowExtent[] {
  const open: { last: Chunk; y0: number; y1: number }[] = [];
  for (const chunk of chunks) {
    const above = open.findLast(
      ({ last }) =>
        chunk.baseline - last.baseline > 0.5 * chunk.size &&
        chunk.baseline - last.baseline < WRAP * chunk.size &&
        Math.abs(chunk.box.x0 - last.box.x0) < 2 * chunk.size,
    );
    if (above) {
      above.last = chunk;
      above.y1 = chunk.box.y1;
    } else {
      open.push({ last: chunk, y0: chunk.box.y0, y1: chunk.box.y1 });
    }
  }
  return open;
}

function merged(boxes: readonly RowExtent[]): RowExtent[] {
  const sorted = [...boxes].sort((one, other) => one.y0 - other.y0);
  const rows: RowExtent[] = [];
  for (const { y0, y1 } of sorted) {
    const last = rows.at(-1);
    if (last && (y0 + y1) / 2 < last.y1) last.y1 = Math.max(last.y1, y1);
    else rows.push({ y0, y1 });
  }
  return rows;
}

function middle({ y0, y1 }: RowExtent): number {
  return (y0 + y1) / 2;
}
