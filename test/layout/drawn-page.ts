import type { Glyph, Page, Rule } from "../../src/model/page.ts";

/** A page drawn by hand: A4 upright, texts and lines in points from the top left. */
export interface Drawing {
  readonly texts?: readonly DrawnText[];
  readonly rules?: readonly Rule[];
  readonly number?: number;
}

/** Text with its left end and baseline; `x1` gives the right end instead, `across` the middle. */
export interface DrawnText {
  readonly text: string;
  readonly y: number;
  readonly x?: number;
  readonly right?: number;
  readonly middle?: number;
  readonly size?: number;
}

export function drawnPage({ texts = [], rules = [], number = 1 }: Drawing): Page {
  const glyphs = texts.flatMap((text, run) => glyphsOf(text, run));
  return { number, width: 595, height: 842, glyphs, rules, scanned: false };
}

/** Chinese characters are an em wide, others half an em. Spaces leave room and no glyph. */
function glyphsOf({ text, x, right, middle, y, size = 10 }: DrawnText, run: number): Glyph[] {
  const widths = [...text].map((char) => (/[\u2e80-\uffef“”‘’…—]/.test(char) ? size : size / 2));
  const total = widths.reduce((sum, width) => sum + width, 0);
  let pen = x ?? (right !== undefined ? right - total : (middle ?? 0) - total / 2);
  return [...text].flatMap((char, i) => {
    const x0 = pen;
    pen += widths[i] ?? 0;
    if (char === " ") return [];
    return [
      {
        text: char,
        size,
        run,
        baseline: y,
        box: { x0, x1: pen, y0: y - 0.88 * size, y1: y + 0.12 * size },
      },
    ];
  });
}

export function horizontal(at: number, from: number, to: number): Rule {
  return { direction: "horizontal", at, from, to, thickness: 0.5 };
}

export function vertical(at: number, from: number, to: number): Rule {
  return { direction: "vertical", at, from, to, thickness: 0.5 };
}

/** All lines of a grid with these positions. */
export function ruled(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [x0, x1] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [y0, y1] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  return [...ys.map((y) => horizontal(y, x0, x1)), ...xs.map((x) => vertical(x, y0, y1))];
}
