import { withoutMarks } from "../model/marks.ts";
import type { Glyph } from "../model/page.ts";

/** Baselines this near (in ems) are one line. */
const SAME_BASELINE = 0.45;
/** A gap (in ems) from which Latin words are two. */
const WORD_GAP = 0.22;

const LATIN = /[\p{Script=Latin}\p{Nd}]/u;
const LATIN_LETTER = /\p{Script=Latin}/u;

/** Glyphs of one line, left to right. */
export type Line = readonly Glyph[];

/** Parts upright glyphs into lines, top to bottom, each left to right. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const sorted = [...glyphs].sort((one, other) => one.baseline - other.baseline);
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  for (const glyph of sorted) {
    const first = line[0];
    // The smaller of two sizes decides: a large title must not draw in the line above it.
    if (
      first &&
      glyph.baseline - first.baseline > SAME_BASELINE * Math.min(first.size, glyph.size)
    ) {
      lines.push(line);
      line = [];
    }
    line.push(glyph);
  }
  if (line.length > 0) lines.push(line);
  for (const each of lines) each.sort((one, other) => one.box.x0 - other.box.x0);
  return lines;
}

/** A line's text: Chinese without spaces, one space between Latin words. */
export function lineText(line: Line): string {
  let text = "";
  let previous: Glyph | undefined;
  for (const glyph of line) {
    if (previous && isWordGap(previous, glyph)) text += " ";
    text += glyph.text;
    previous = glyph;
  }
  return text;
}

/** A whole amount: nothing of it is on the next line. Codes and small counts have neither point nor separators. */
const WHOLE_AMOUNT = /^-?(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d{2,})?|\d+\.\d{2,})$/;
/** What begins like a number of its own, and not like the rest of one. */
const OWN_NUMBER = /^-?(?:0(?:\.\d+)?|[1-9][\d,，]*(?:\.\d+)?)$/;
/** Between two amounts in one cell: no reader of numbers takes them for one. */
const STACKED = " | ";

/** Text of lines that wrap: joined without a space, unless a Latin word ends and another begins, or an amount. */
export function joinLines(lines: readonly string[]): string {
  let text = "";
  for (const line of lines) {
    const last = text.split(STACKED).at(-1) ?? "";
    if (WHOLE_AMOUNT.test(withoutMarks(last).trim()) && OWN_NUMBER.test(line.trim())) {
      text += STACKED + line;
      continue;
    }
    const wordEnds = LATIN_LETTER.test(text.at(-1) ?? "") && LATIN_LETTER.test(line[0] ?? "");
    text += wordEnds ? ` ${line}` : line;
  }
  return text;
}

function isWordGap(one: Glyph, other: Glyph): boolean {
  return (
    other.box.x0 - one.box.x1 > WORD_GAP * Math.min(one.size, other.size) &&
    LATIN.test(one.text.at(-1) ?? "") &&
    LATIN.test(other.text[0] ?? "")
  );
}
