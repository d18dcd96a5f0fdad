import type { Block, Grid, GridCell } from "../../src/model/block.ts";

/** Seeded random numbers from 0 to 1: the same damages on every run. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

type Rows = string[][];
type Random = () => number;

/** The kinds of damage that extraction does to tables; each gives undefined where the table has no place for it. */
export const DAMAGES: Readonly<
  Record<string, (rows: Rows, body: number, random: Random) => Rows | undefined>
> = {
  "shift a row right": (rows, body, random) =>
    onRow(rows, body, random, (row) => {
      const at = pick(row.length, random);
      return [...row.slice(0, at), "", ...row.slice(at)];
    }),
  "shift a row left": (rows, body, random) =>
    onRow(rows, body, random, (row) => {
      const blanks = row.flatMap((text, i) => (text === "" ? [i] : []));
      const at = blanks[pick(blanks.length, random)];
      return at === undefined ? undefined : row.filter((_, i) => i !== at);
    }),
  "drop a heading": (rows, body, random) => {
    const at = pick(body, random);
    const filled = (rows[at] ?? []).flatMap((text, i) => (text === "" ? [] : [i]));
    const lost = filled[pick(filled.length, random)];
    if (lost === undefined) return undefined;
    return rows.map((row, i) => (i === at ? row.filter((_, j) => j !== lost) : row));
  },
  "swap neighbouring cells": (rows, body, random) =>
    onRow(rows, body, random, (row) => {
      const at = pick(row.length - 1, random);
      if (row[at] === row[at + 1]) return undefined;
      return row.map((text, i) => (i === at ? row[at + 1] : i === at + 1 ? row[at] : text) ?? "");
    }),
  "last cell to the next line": (rows, body, random) => {
    const at = body + pick(rows.length - body, random);
    const row = rows[at];
    const last = row?.findLastIndex((text) => text !== "") ?? -1;
    if (!row || last < 1) return undefined;
    const rest = row.map((text, i) => (i === last ? "" : text));
    const fallen = row.map((text, i) => (i === last ? text : ""));
    return [...rows.slice(0, at), rest, fallen, ...rows.slice(at + 1)];
  },
  "merge two cells": (rows, body, random) =>
    onRow(rows, body, random, (row) => {
      const at = pick(row.length - 1, random);
      if (!row[at] || !row[at + 1]) return undefined;
      return [...row.slice(0, at), `${row[at]} ${row[at + 1]}`, ...row.slice(at + 2)];
    }),
  "drop a row": (rows, body, random) => {
    const at = body + pick(rows.length - body, random);
    return rows.filter((_, i) => i !== at);
  },
  "drop a page": (rows, body, random) => {
    const lines = rows.length - body;
    if (lines < 4) return undefined;
    const from = body + pick(lines, random);
    return rows
      .slice(0, from)
      .concat(random() < 0.5 ? [] : rows.slice(from + Math.ceil(lines / 2)));
  },
};

/** A document with one table damaged; undefined where the kind of damage does not fit the table chosen. */
export function damaged(
  blocks: readonly Block[],
  kind: string,
  random: Random,
): readonly Block[] | undefined {
  const grids = blocks.flatMap((block, i) => (block.type === "grid" && isTable(block) ? [i] : []));
  const at = grids[pick(grids.length, random)];
  const grid = at === undefined ? undefined : blocks[at];
  if (at === undefined || grid?.type !== "grid") return undefined;
  const rows = textsOf(grid);
  const body = rows.findIndex((row) => row.some(isAmount));
  if (body < 1) return undefined;
  const worse = DAMAGES[kind]?.(rows, body, random);
  return worse && blocks.map((block, i) => (i === at ? gridOf(worse, grid) : block));
}

function onRow(
  rows: Rows,
  body: number,
  random: Random,
  change: (row: string[]) => string[] | undefined,
): Rows | undefined {
  const at = body + pick(rows.length - body, random);
  const row = rows[at];
  if (!row?.some(isAmount)) return undefined;
  const changed = change(row);
  return changed && rows.map((other, i) => (i === at ? changed : other));
}

function isTable(grid: Grid): boolean {
  return grid.cells.filter(({ text }) => isAmount(text)).length > 3;
}

function isAmount(text: string): boolean {
  return /^[\d,]+(?:\.\d+)?$/.test(text.trim()) && /[.,]|^\d{1,2}$|\d{4}/.test(text);
}

function textsOf(grid: Grid): Rows {
  const rows = Array.from({ length: grid.rowCount }, () =>
    Array.from({ length: grid.columnCount }, () => ""),
  );
  for (const { r0, c0, text } of grid.cells) {
    const row = rows[r0];
    if (row) row[c0] = text;
  }
  return rows;
}

function gridOf(rows: Rows, like: Grid): Grid {
  const columnCount = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, r): GridCell[] =>
    Array.from({ length: columnCount }, (_, c) => ({
      r0: r,
      r1: r,
      c0: c,
      c1: c,
      text: row[c] ?? "",
      place: { line: (like.place.line ?? 1) + r },
    })),
  );
  return { ...like, rowCount: rows.length, columnCount, cells };
}

function pick(count: number, random: Random): number {
  return Math.min(Math.floor(random() * count), Math.max(0, count - 1));
}
