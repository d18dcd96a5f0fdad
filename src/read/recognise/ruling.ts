import type { Mask } from "./ink.ts";

/** A line of a table in a picture, in pixels. */
export interface RuledLine {
  readonly direction: "horizontal" | "vertical";
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

export interface Ruling {
  readonly lines: readonly RuledLine[];
  /** 1 at pixels of horizontal lines, 2 at those of vertical ones, 3 at both. */
  readonly mask: Uint8Array;
}

/** Inches from which a run of dark pixels is no stroke of a character, wherever it ends. */
const LONG = 0.55;
/** Inches from which it needs no other that crosses it: strokes of bold characters side by side are shorter. */
const ALONE = 2.5;
/** How often lines are looked for that end at lines found before. */
const ROUNDS = 4;
/** Inches from which it is a line if it ends at lines that cross it. */
const SHORT = 0.12;
/** Inches that a line may be thick; what is thicker is a shade or a picture. */
const THICK = 0.045;
/** Inches of a gap in a line that paper and compression make. */
const GAP = 0.02;
/** Part of a line that is ink at least. */
const SOLID = 0.85;
/** Inches within which a line ends at another. */
const MEETS = 0.04;

/** The lines of tables: long runs of dark pixels along rows and columns, and short ones between such. */
export function rulingOf(ink: Mask, width: number, height: number, dpi: number): Ruling {
  const size = { width, height, dpi };
  const picture = { ...size, ink };
  const across = runsAlong(ink, size, "horizontal");
  const down = runsAlong(ink, size, "vertical");
  const isLong = ({ from, to }: RuledLine) => to - from >= LONG * dpi;
  const long = [...across, ...down].filter(isLong);
  let lines = long.filter(
    (line) => line.to - line.from >= ALONE * dpi || long.some((other) => cross(line, other, dpi)),
  );
  // Short ones may end at short ones; in a low table even the long ones do.
  let rest = [...across, ...down].filter((line) => !lines.includes(line));
  for (let round = 0; round < ROUNDS; round++) {
    const known = lines;
    const found = rest.filter((line) =>
      isBetween(withoutStrokes(line, known, picture), known, picture),
    );
    if (found.length === 0) break;
    lines = [...known, ...found];
    rest = rest.filter((line) => !found.includes(line));
  }
  lines = lines.map((line) => withoutStrokes(line, lines, picture));
  const mask = new Uint8Array(width * height);
  for (const line of lines) paint(mask, line, ink, size);
  return { lines, mask };
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

interface Picture extends Size {
  readonly ink: Mask;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Runs of dark pixels in one direction, those side by side put together. */
function runsAlong(
  ink: Mask,
  { width, height, dpi }: Size,
  direction: RuledLine["direction"],
): RuledLine[] {
  const isAcross = direction === "horizontal";
  const [lanes, length] = isAcross ? [height, width] : [width, height];
  const [lane, step] = isAcross ? [width, 1] : [1, width];
  const shortest = Math.max(6, SHORT * dpi);
  const gap = Math.max(1, Math.round(GAP * dpi));
  const lines: RuledLine[] = [];
  let open: Run[][] = [];
  for (let at = 0; at < lanes; at++) {
    const runs: Run[] = [];
    let from = -1;
    let last = -1;
    let dark = 0;
    for (let i = 0; i <= length; i++) {
      const isInk = i < length && ink[at * lane + i * step] === 1;
      if (isInk) {
        if (from < 0) [from, dark] = [i, 0];
        last = i;
        dark++;
      } else if (from >= 0 && (i === length || i - last > gap)) {
        if (last - from >= shortest && dark > SOLID * (last - from))
          runs.push({ from, to: last + 1, at });
        from = -1;
      }
    }
    const next: Run[][] = [];
    for (const run of runs) {
      const near = open.find((group) => {
        const before = group.at(-1) as Run;
        return (
          before.at >= at - 1 &&
          run.from < before.to &&
          before.from < run.to &&
          !next.includes(group)
        );
      });
      if (near) near.push(run);
      next.push(near ?? [run]);
    }
    for (const group of open) {
      if (next.includes(group)) continue;
      if ((group.at(-1) as Run).at >= at - 1) next.push(group);
      else close(group);
    }
    open = next;
  }
  for (const group of open) close(group);
  return bridged(lines, dpi);

  function close(group: readonly Run[]): void {
    const weight = group.reduce((sum, { from, to }) => sum + to - from, 0);
    const from = Math.min(...group.map((run) => run.from));
    const to = Math.max(...group.map((run) => run.to));
    const thickness = weight / (to - from);
    if (thickness > THICK * dpi || group.length > 3 * THICK * dpi) return;
    const middle = group.reduce((sum, run) => sum + (run.at + 0.5) * (run.to - run.from), 0);
    lines.push({ direction, at: middle / weight, from, to, thickness });
  }
}

/** Inches of a gap in a line where a seal or a fold runs over it, and by which its pieces may be displaced. */
const BRIDGE = 0.08;
const DISPLACED = 0.012;

/** Lines of which pieces follow each other closely, as one. */
function bridged(lines: readonly RuledLine[], dpi: number): RuledLine[] {
  const groups: (readonly [RuledLine, ...RuledLine[]])[] = [];
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    const at = groups.findIndex((group) => follows(line, spanning(group), dpi));
    const before = groups[at];
    if (before) groups[at] = [...before, line];
    else groups.push([line]);
  }
  return groups.flatMap((group) => (isSolid(group) ? [spanning(group)] : group));
}

function follows(line: RuledLine, before: RuledLine, dpi: number): boolean {
  return (
    Math.abs(before.at - line.at) <= DISPLACED * dpi &&
    line.from - before.to <= BRIDGE * dpi &&
    line.to > before.to
  );
}

/** Whether there is more ink than gaps in it: strokes of one character in row after row (十一, 十二) are no line. */
function isSolid(pieces: readonly [RuledLine, ...RuledLine[]]): boolean {
  const { from, to } = spanning(pieces);
  const inked = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  return inked >= SOLID * (to - from);
}

/** From the first piece to the last, where the longest lies. */
function spanning(pieces: readonly [RuledLine, ...RuledLine[]]): RuledLine {
  const [first] = pieces;
  const longest = pieces.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  return { ...longest, from: first.from, to: (pieces.at(-1) ?? first).to };
}

function cross(one: RuledLine, other: RuledLine, dpi: number): boolean {
  const near = MEETS * dpi;
  return (
    one.direction !== other.direction &&
    other.at >= one.from - near &&
    other.at <= one.to + near &&
    one.at >= other.from - near &&
    one.at <= other.to + near
  );
}

/**
 * True for a line of which both ends touch lines of the other direction. The strokes of 十, 本 and 计 fill a low row from one rule
 * almost to the next, and leave paper before each.
 */
function isBetween(line: RuledLine, lines: readonly RuledLine[], picture: Picture): boolean {
  const { dpi } = picture;
  const near = MEETS * dpi;
  const metAt = (end: number) =>
    lines.find(
      ({ direction, at, from, to, thickness }) =>
        direction !== line.direction &&
        Math.abs(at - end) <= thickness / 2 + DISPLACED * dpi &&
        line.at >= from - near &&
        line.at <= to + near,
    );
  const [first, last] = [metAt(line.from), metAt(line.to)];
  if (!first || !last) return false;
  const from = Math.ceil(first.at + first.thickness / 2);
  const to = Math.floor(last.at - last.thickness / 2) - 1;
  return !isPaperBetween(line, from, to, picture) && !isPaperBetween(line, to, from, picture);
}

/**
 * The line as far as it lies between the first and the last line that crosses it, where paper follows on these: what comes after
 * are strokes of characters that stand in its row.
 */
function withoutStrokes(line: RuledLine, lines: readonly RuledLine[], picture: Picture): RuledLine {
  const { dpi } = picture;
  const isOn = ({ at }: RuledLine) => at >= line.from && at <= line.to;
  const crossing = lines.filter((other) => cross(line, other, dpi) && isOn(other));
  const first = Math.floor(Math.min(...crossing.map(({ at, thickness }) => at - thickness / 2)));
  const last = Math.ceil(Math.max(...crossing.map(({ at, thickness }) => at + thickness / 2)));
  if (!(last - first >= SHORT * dpi)) return line;
  const isStroke = (from: number, to: number): boolean =>
    Math.abs(to - from) <= LONG * dpi && isPaperBetween(line, from, to, picture);
  return {
    ...line,
    from: isStroke(first - 1, line.from) ? first : line.from,
    to: isStroke(last, line.to - 1) ? last : line.to,
  };
}

/** Whether paper is near the first of two places in a line's row, on the way to the second. */
function isPaperBetween(
  { direction, at, thickness }: RuledLine,
  from: number,
  to: number,
  { ink, width, dpi }: Picture,
): boolean {
  const first = Math.floor(at - thickness / 2 - 0.5);
  const end = Math.ceil(at + thickness / 2 + 0.5);
  const step = Math.sign(to - from);
  const steps = Math.min(Math.abs(to - from), MEETS * dpi);
  for (let i = 0, place = from; i <= steps; i++, place += step) {
    let isPaper = true;
    for (let lane = first; lane < end; lane++)
      if (ink[direction === "horizontal" ? lane * width + place : place * width + lane])
        isPaper = false;
    if (isPaper) return true;
  }
  return false;
}

/** The dark pixels around a line's middle, as far as it is thick and its picture drifts. */
function paint(mask: Uint8Array, line: RuledLine, ink: Mask, { width, height }: Size): void {
  const isAcross = line.direction === "horizontal";
  const [lanes, length] = isAcross ? [height, width] : [width, height];
  const [lane, step] = isAcross ? [width, 1] : [1, width];
  // A pixel more on each side, and no more: digits stand close to the border.
  const half = line.thickness / 2 + 0.5;
  const first = Math.max(0, Math.floor(line.at - half));
  const last = Math.min(lanes - 1, Math.ceil(line.at + half) - 1);
  const bit = isAcross ? 1 : 2;
  const isInk = (at: number, i: number) => at >= 0 && at < lanes && ink[at * lane + i * step] === 1;
  for (let i = Math.max(0, line.from); i < Math.min(length, line.to); i++) {
    // A stroke that goes through is a character's, where a text of several lines runs over the border of its cell. Beside
    // each other stand two texts, however close.
    if (isAcross && isInk(first - 1, i) && isInk(last + 1, i)) continue;
    for (let at = first; at <= last; at++) {
      const pixel = at * lane + i * step;
      if (ink[pixel]) mask[pixel] = (mask[pixel] as number) | bit;
    }
  }
}
