import { lettersTogether } from "./text-letters.ts";

/** A stretch of columns of characters (inclusive-exclusive, 0-based). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A piece of a line that spaces set apart, at its columns of characters. */
export interface Chunk extends Stretch {
  readonly text: string;
}

/** A piece that may be a cell by itself. */
export interface Piece extends Chunk {
  /** One space before it: it stands where the piece before it ended, not where its column is. */
  readonly glued: boolean;
}

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

const NUMBER = /^-?[\d,，]+(?:\.\d+)?%?$/;
/** Where one space sets apart: between two numbers, and before the ordinal that begins the right half of a table. */
const TIGHT =
  /(?<=[\d.%]) (?=-?\d)|(?<=\d) (?=[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;
/** Letters set apart in one word (合 计), and what a mark of punctuation keeps together. */
const LETTERS = /^(?:[^\s\d]|[“”"（()）]+)(?: [^\s\d])+$/;
const LEVELS = /^类 款(?: 项)?$/;
/** The pieces of a line that two spaces set apart, or one between a number and what cannot belong to it. */
export function chunksOf(line: string, width: Measure = (text) => text.length): readonly Chunk[] {
  return split(line, width, (text) => text.split(TIGHT));
}

/** The pieces of a line that a single space sets apart, but for words printed with their letters apart. */
export function piecesOf(line: string, width: Measure): readonly Piece[] {
  const pieces = split(line, width, (text) =>
    LETTERS.test(text) && !LEVELS.test(text) ? [text] : lettersJoined(text.split(" ")),
  );
  return pieces.map((piece, i) => ({
    ...piece,
    glued: i > 0 && piece.from - (pieces[i - 1]?.to ?? 0) <= 1,
  }));
}

/** An ordinal that a space sets apart from its name. */
const ORDINAL =
  /^(?:\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）])$/;

/** 合 计 beside other pieces: single letters that follow one another are one word. */
function lettersJoined(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let single = false;
  for (const part of parts) {
    const letter = /^[\u4e00-\u9fff]$/.test(part);
    const levels = letter && /^[类款项]$/.test(part);
    if ((letter && single && !levels) || ORDINAL.test(joined.at(-1) ?? ""))
      joined[joined.length - 1] += ` ${part}`;
    else joined.push(part);
    single = letter && !levels;
  }
  return joined;
}

function split(
  line: string,
  width: Measure,
  parts: (text: string) => readonly string[],
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let read = 0;
  let from = 0;
  for (const match of line.matchAll(/\S+(?: \S+)*/g)) {
    from += width(line.slice(read, match.index));
    for (const text of parts(match[0])) {
      const to = from + width(text);
      chunks.push({ text, from, to });
      from = to + 1;
    }
    from -= 1;
    read = match.index + match[0].length;
  }
  return lettersTogether(chunks);
}

/** True for a printed number: an amount, a count, a code. */
export function isNumber(chunk: Chunk): boolean {
  return NUMBER.test(chunk.text);
}

/** True for the mark of no amount. It stands where its producer puts words, not where the amounts of its column stand. */
export function isNil(chunk: Chunk): boolean {
  return /^[-—–]+$/.test(chunk.text);
}

export function overlap(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** Columns of white between two stretches; 0 if they touch or overlap. */
export function gap(a: Stretch, b: Stretch): number {
  return Math.max(0, b.from - a.to, a.from - b.to);
}

/** Distance of the middles of two stretches. */
export function distance(a: Stretch, b: Stretch): number {
  return Math.abs(a.from + a.to - b.from - b.to) / 2;
}
