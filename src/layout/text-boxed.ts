import type { GridCell } from "../model/block.ts";
import { joinLines } from "./lines.ts";
import { type Line, MAX_COLUMNS, type TextForm } from "./text-form.ts";

/** Verticals of a table drawn in characters, and all that its horizontal lines are made of. */
const VERTICAL = "[│┃║|]";
const BORDER = /^[─-╿+\-=|\s]+$/;
const DASHES = /[─━═╌╍┄┅┈┉-]{2}|={2}/;
const START = /^[┌┏╔╒╓├╠╞╟┣┠╭+]/;
const TOP = /^[┌┏╔╒╓╭]/;
const CONTENT = new RegExp(`^${VERTICAL}.*${VERTICAL}$`);
/** A line of which a part rules off, beside a cell that goes on below it: `│    ├────┤`. */
const PARTIAL = /[├┝┞┟┠┡┢┣╞╟╠┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╪╫╬+](?:[─━═╌╍┄┅┈┉]|-){2}/;
const EDGES = /^[─-╿+|].*[─-╿+|]$/;
const RULE = /[─-╿+\-=]/;
/** Rows that are ruled off, each from the next, from how many on. */
const RULED = 3;
/** Characters of two widths: Chinese ones, and those of full width. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** A table drawn with box characters (`┌─┬─┐`) or `+---+`: where its rows are ruled off, the lines of a row are one text. */
export const boxed: TextForm = (lines, at) => {
  if (!isBorder(lines[at]) || !START.test(trimmed(lines[at]))) return undefined;
  const groups: Row[] = [];
  let group: Line[] = [];
  let above: Line | undefined;
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next] as Line;
    if (isBorder(line)) {
      // Another table begins at once.
      if (next > at && TOP.test(trimmed(line))) break;
      if (group.length > 0) groups.push({ lines: group, above });
      group = [];
      above = line;
    } else if (CONTENT.test(trimmed(line))) group.push(line);
    else break;
  }
  if (group.length > 0) groups.push({ lines: group, above });
  const rows = groups.length > RULED ? groups : groups.flatMap(lineByLine);
  if (rows.length < 2) return undefined;
  return { grid: gridOf(rows, (lines[at] as Line).number), next };
};

/** The lines of a row, and the one that rules it off from the row above. */
interface Row {
  readonly lines: readonly Line[];
  readonly above: Line | undefined;
}

function lineByLine({ lines, above }: Row): readonly Row[] {
  return lines.map((line, i) => ({ lines: [line], above: i === 0 ? above : undefined }));
}

/** A cell, and the lines of its text so far. */
interface Field {
  cell: GridCell;
  readonly lines: string[];
}

function gridOf(rows: readonly Row[], number: number) {
  const all = rows.flatMap(({ lines }) => lines.map(trimmed));
  const width = [1, 2].find((each) => fits(all, each)) ?? 1;
  const borders = bordersOf(all, width);
  const fields: Field[] = [];
  let before = new Map<number, Field>();
  rows.forEach(({ lines, above }, r) => {
    const found = new Map<number, Field>();
    const open = above ? openBeside(trimmed(above), borders, width) : undefined;
    for (const line of lines)
      for (const { c0, c1, text } of fieldsOf(trimmed(line), borders, width)) {
        const upper = before.get(c0);
        const goesOn = open?.has(c0) && upper?.cell.c1 === c1 && !found.has(c0);
        if (goesOn && upper) {
          upper.cell = { ...upper.cell, r1: r };
          upper.lines.push(...(open?.get(c0) ?? []));
          found.set(c0, upper);
        }
        const cell = { r0: r, r1: r, c0, c1, text: "", place: { line: line.number } };
        const entry: Field = found.get(c0) ?? { cell, lines: [] };
        if (!found.has(c0)) fields.push(entry);
        found.set(c0, entry);
        if (text !== "") entry.lines.push(text);
      }
    before = found;
  });
  const cells = fields.map(({ cell, lines }) => ({ ...cell, text: joinLines(lines) }));
  return {
    ...{ type: "grid" as const, rowCount: rows.length, columnCount: borders.length - 1, cells },
    spansKnown: cells.some(({ c0, c1, r0, r1 }) => c1 > c0 || r1 > r0),
    place: { line: number },
  };
}

/** The columns that a line does not rule off, and what stands on it there. */
function openBeside(line: string, borders: readonly number[], width: number) {
  const inside: string[] = borders.map(() => "");
  let at = 0;
  let column = -1;
  for (const char of line) {
    const isRule = RULE.test(char);
    while (at >= (borders[column + 1] ?? Number.POSITIVE_INFINITY)) column++;
    if (column >= 0 && at !== borders[column]) inside[column] += char;
    at += isRule ? width : WIDE.test(char) ? 2 : 1;
  }
  const open = new Map<number, readonly string[]>();
  for (const [c, text] of inside.entries())
    if (text !== "" && ![...text].some((char) => RULE.test(char)))
      open.set(c, text.trim() === "" ? [] : [text.trim()]);
  return open;
}

/** Fields of a row: from which column to which, by where their borders stand, or in turn where that does not tell. */
function fieldsOf(line: string, borders: readonly number[], width: number) {
  const texts = line.split(new RegExp(VERTICAL)).slice(1, -1);
  const own = positionsOf(line, width).map((at) => borders.indexOf(at));
  const known = own.every((border) => border >= 0);
  return texts.slice(0, MAX_COLUMNS).map((text, i) => ({
    c0: known ? (own[i] as number) : i,
    c1: known ? (own[i + 1] as number) - 1 : i,
    text: text.trim(),
  }));
}

/** Whether all lines' verticals stand below each other if a box character is this wide. */
function fits(lines: readonly string[], width: number): boolean {
  const borders = new Set(bordersOf(lines, width));
  return lines.every((line) => positionsOf(line, width).every((at) => borders.has(at)));
}

/** Where the verticals of the line with the most of them stand. */
function bordersOf(lines: readonly string[], width: number): number[] {
  const all = lines.map((line) => positionsOf(line, width));
  return all.reduce((most, each) => (each.length > most.length ? each : most), []);
}

/** The verticals' places in a line, in widths of a Latin character. */
function positionsOf(line: string, width: number): number[] {
  const places: number[] = [];
  let at = 0;
  for (const char of line) {
    const isVertical = /[│┃║|]/.test(char);
    if (isVertical) places.push(at);
    at += isVertical ? width : WIDE.test(char) ? 2 : 1;
  }
  return places;
}

function isBorder(line: Line | undefined): boolean {
  const text = trimmed(line);
  return DASHES.test(text) && (BORDER.test(text) || (PARTIAL.test(text) && EDGES.test(text)));
}

function trimmed(line: Line | undefined): string {
  return line?.text.trim() ?? "";
}
