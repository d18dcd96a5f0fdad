import type { Raster } from "./raster.ts";

/** A text of digits alone, with at most one point among them. */
const DIGITS = /^(?=.{2})\d+(?:\.\d+)?$/;
/** Lines of a page that tell how wide its digits and its points are. */
const ENOUGH = 8;
/** By how much the digits of one print differ in height. */
const SAME = 0.1;
/** How much of a point's width is room for one, and how much is room for more. */
const ROOM = [0.6, 1.65] as const;
/** How wide points are, as a part of a digit's width. */
const POINT = [0.3, 0.8] as const;
/** The part of its darkest ink that is ink, and that of its height in which a point is. */
const INK = 0.35;
const FOOT = 0.3;

/** Ink of a line in pixels: what is blank above the foot of its digits is as wide as a point where one is. */
interface Measured {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Blanks above the foot, from the left end. */
  readonly blanks: readonly (readonly [from: number, to: number])[];
}

/** What digits are wide: each of them, a point, and (less than nothing) a narrow 1 at an end. */
type Widths = readonly [digit: number, point: number, one: number];

/**
 * Where the picture has room for a point among the digits of a line without one, by how wide the digits and points of the other
 * lines are: how many digits stand before it. Of several possible places, that with the widest blank.
 *
 * @param decimals How many digits may stand behind it.
 */
export function roomsForPoints(
  texts: readonly string[],
  pictures: readonly Raster[],
  decimals: readonly number[],
): ReadonlyMap<number, number> {
  const rooms = new Map<number, number>();
  const all = texts.map((text, i) => {
    const picture = pictures[i];
    return picture && DIGITS.test(text) ? measured(text, picture) : undefined;
  });
  const heights = all.flatMap((line) => line?.height ?? []).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  const alike = all.map((line) =>
    line && Math.abs(line.height - usual) <= SAME * usual ? line : undefined,
  );
  const widths = widthsOf(alike.flatMap((line) => line ?? []));
  if (!widths) return rooms;
  for (const [i, line] of alike.entries()) {
    if (!line || line.text.includes(".")) continue;
    const room = excess(line, widths) / widths[1];
    if (room < ROOM[0] || room > ROOM[1]) continue;
    const places = decimals
      .map((count) => line.text.length - count)
      .filter((place) => place > 0 && place < line.text.length)
      .sort((a, b) => blankAt(line, b, widths) - blankAt(line, a, widths));
    if (places[0] !== undefined) rooms.set(i, places[0]);
  }
  return rooms;
}

function measured(text: string, { width, height, grey }: Raster): Measured | undefined {
  const darkest = 255 - grey.reduce((least, pixel) => Math.min(least, pixel), 255);
  const isInk = (x: number, y: number) => 255 - (grey[y * width + x] as number) > INK * darkest;
  const columns = Array.from({ length: width }, (_, x) => x);
  const rows = Array.from({ length: height }, (_, y) => y);
  const inked = rows.filter((y) => columns.some((x) => isInk(x, y)));
  const top = inked[0] ?? 0;
  const high = (inked.at(-1) ?? 0) + 1 - top;
  const upper = rows.slice(top, top + Math.round((1 - FOOT) * high));
  const dark = columns.filter((x) => upper.some((y) => isInk(x, y)));
  const [left, right] = [dark[0], dark.at(-1)];
  if (left === undefined || right === undefined) return undefined;
  const blanks = dark.flatMap((x, i): [number, number][] => {
    const before = dark[i - 1] ?? x;
    return x > before + 1 ? [[before + 1 - left, x - left]] : [];
  });
  return { text, width: right + 1 - left, height: high, blanks };
}

function features({ text }: Measured): Widths {
  const isOne = (at: number) => (text.at(at) === "1" ? 1 : 0);
  const points = text.includes(".") ? 1 : 0;
  return [text.length - points, points, isOne(0) + isOne(-1)];
}

function excess(line: Measured, widths: Widths): number {
  return features(line).reduce(
    (rest, count, i) => rest - count * (widths[i] as number),
    line.width,
  );
}

/** The widths that fit most lines, without those that they do not fit: a lost point is in few. */
function widthsOf(lines: readonly Measured[]): Widths | undefined {
  const first = leastSquares(lines);
  const fitting = first && lines.filter((line) => Math.abs(excess(line, first)) < first[1] / 2);
  const widths = fitting && leastSquares(fitting);
  if (!widths || fitting.filter(({ text }) => text.includes(".")).length < ENOUGH) return undefined;
  const point = widths[1] / widths[0];
  return point > POINT[0] && point < POINT[1] ? widths : undefined;
}

/** How wide the blank before a digit is. */
function blankAt({ blanks }: Measured, place: number, [digit, point]: Widths): number {
  const middle = place * digit + point / 2;
  const near = blanks.filter(([from, to]) => Math.abs((from + to) / 2 - middle) < digit / 2);
  return Math.max(0, ...near.map(([from, to]) => to - from));
}

/** Gauss's normal equations, by Cramer's rule; undefined where lines are too much alike. */
function leastSquares(lines: readonly Measured[]): Widths | undefined {
  const rows = lines.map((line) => ({ counts: features(line), width: line.width }));
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  const index = [0, 1, 2] as const;
  const matrix = index.map((i) => index.map((j) => sum((r) => r.counts[i] * r.counts[j])));
  const right = index.map((i) => sum((r) => r.counts[i] * r.width));
  // A page without a 1 at an end says nothing of it.
  if (matrix[2]?.[2] === 0) (matrix[2] as number[])[2] = 1;
  const whole = determinant(matrix);
  if (Math.abs(whole) < 1) return undefined;
  const [digit = 0, point = 0, one = 0] = index.map(
    (k) =>
      determinant(matrix.map((row, i) => row.map((v, j) => (j === k ? (right[i] ?? 0) : v)))) /
      whole,
  );
  return [digit, point, one];
}

function determinant(m: readonly (readonly number[])[]): number {
  const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], [g = 0, h = 0, i = 0] = []] = m;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
