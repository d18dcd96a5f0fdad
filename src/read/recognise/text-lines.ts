import type { Mask } from "./ink.ts";
import type { Region } from "./raster.ts";

/** Characters nearer than this part of their height are of one text. */
const NEAR = 0.9;
/** Strokes above each other and nearer than this part of a character's height are of one character (二, 言). */
const STACKED = 0.35;
/** Texts of more than this many characters' height are several lines. */
const TWO_LINES = 1.7;
/** Inches: what is smaller than the first is a speck, higher than the second a picture. */
const SPECK = 0.008;
const HIGHEST = 0.6;

interface Size {
  readonly width: number;
  readonly height: number;
  /** Pixels an inch. */
  readonly dpi: number;
}

/**
 * The lines of text in a picture, each by itself: ink that stands close together in a row, and has no line of a table between.
 * `ruled` has the pixels of such lines, which are no text.
 */
export function textLinesOf(ink: Mask, ruled: Uint8Array, size: Size): Region[] {
  const { width, height, dpi } = size;
  const text = new Uint8Array(ink.length);
  for (let at = 0; at < ink.length; at++) if (ink[at] && !ruled[at]) text[at] = 1;
  const parts = componentsOf(text, width, height).filter(
    (part) => heightOf(part) <= HIGHEST * dpi && widthOf(part) <= 3 * HIGHEST * dpi,
  );
  const em = typicalHeight(parts, dpi);
  const pieces = componentsOf(smeared(text, ruled, size, Math.round(NEAR * em)), width, height);
  const kept = pieces.filter((piece) => heightOf(piece) <= 8 * HIGHEST * dpi);
  const lines = joined(kept, em, ruled, width).flatMap((piece) => split(piece, text, width, em));
  return withStrokes(lines, em, ruled, width).filter(
    (piece) => !isSpeck(piece, text, width, em, dpi),
  );
}

function heightOf({ y0, y1 }: Region): number {
  return y1 - y0;
}

function widthOf({ x0, x1 }: Region): number {
  return x1 - x0;
}

/** Height of most characters. */
function typicalHeight(parts: readonly Region[], dpi: number): number {
  const heights = parts
    .map(heightOf)
    .filter((height) => height > 0.05 * dpi && height < 0.35 * dpi)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.6)] ?? 0.14 * dpi;
}

/** The ink, with gaps in rows filled that are no wider than `reach` and have no line of a table in them. */
function smeared(text: Mask, ruled: Uint8Array, { width, height }: Size, reach: number): Mask {
  const out = new Uint8Array(text);
  for (let y = 0; y < height; y++) {
    let last = -1;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if ((ruled[at] as number) & 2) last = -1;
      else if (text[at]) {
        if (last >= 0 && x - last <= reach) out.fill(1, y * width + last + 1, at);
        last = x;
      }
    }
  }
  return out;
}

/** Boxes of what hangs together, corners included. Runs of rows are joined, not pixels. */
function componentsOf(mask: Mask, width: number, height: number): Region[] {
  const parent: number[] = [];
  const boxes: { x0: number; y0: number; x1: number; y1: number }[] = [];
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  let above: { from: number; to: number; id: number }[] = [];
  for (let y = 0; y < height; y++) {
    const here: typeof above = [];
    let next = 0;
    for (let x = 0; x < width; x++) {
      if (!mask[y * width + x]) continue;
      const from = x;
      while (x < width && mask[y * width + x]) x++;
      let id = -1;
      while (next < above.length && (above[next] as { to: number }).to < from) next++;
      for (let k = next; k < above.length && (above[k] as { from: number }).from <= x; k++) {
        const other = root((above[k] as { id: number }).id);
        if (id < 0) id = other;
        else if (other !== id) parent[Math.max(id, other)] = id = Math.min(id, other);
      }
      if (id < 0) {
        id = parent.length;
        parent.push(id);
        boxes.push({ x0: from, y0: y, x1: x, y1: y + 1 });
      } else {
        const box = boxes[id] as (typeof boxes)[number];
        box.x0 = Math.min(box.x0, from);
        box.x1 = Math.max(box.x1, x);
        box.y1 = y + 1;
      }
      here.push({ from, to: x, id });
    }
    above = here;
  }
  for (let id = parent.length - 1; id >= 0; id--) {
    const top = root(id);
    if (top === id) continue;
    const [box, into] = [boxes[id], boxes[top]] as [(typeof boxes)[number], (typeof boxes)[number]];
    into.x0 = Math.min(into.x0, box.x0);
    into.y0 = Math.min(into.y0, box.y0);
    into.x1 = Math.max(into.x1, box.x1);
    into.y1 = Math.max(into.y1, box.y1);
  }
  return boxes.filter((_, id) => root(id) === id);
}

/** Puts strokes together that stand above each other, and what overlaps: a dot above its stroke, a comma below its line. */
function joined(pieces: readonly Region[], em: number, ruled: Uint8Array, width: number): Region[] {
  const sorted = [...pieces].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  const out: Region[] = [];
  let open: Region[] = [];
  for (const piece of sorted) {
    let now = piece;
    const rest: Region[] = [];
    for (const other of open) {
      if (other.y1 + 2 * em < piece.y0) out.push(other);
      else if (isOne(other, now, em) && !isRuledBetween(other, now, ruled, width))
        now = around(now, other);
      else rest.push(other);
    }
    open = [...rest, now];
  }
  return [...out, ...open];
}

/** Lines higher than this many characters are large print, or a picture. */
const LARGE = [1.5, 3.5] as const;

/**
 * Large print keeps its own distances: the strokes of 三 in a title are further apart than those of a small character. What
 * stands within the height of a large line and near its ends is of that line.
 */
function withStrokes(
  lines: readonly Region[],
  em: number,
  ruled: Uint8Array,
  width: number,
): readonly Region[] {
  const isLarge = (line: Region) =>
    heightOf(line) > LARGE[0] * em &&
    heightOf(line) < LARGE[1] * em &&
    widthOf(line) > heightOf(line);
  if (!lines.some(isLarge)) return lines;
  let left = [...lines];
  for (const large of lines.filter(isLarge)) {
    if (!left.includes(large)) continue;
    let line = large;
    for (let size = 0; size !== left.length; ) {
      size = left.length;
      const taken = left.filter((one) => one !== large && isWithin(one, line));
      const free = taken.filter((one) => !isRuledBetween(one, line, ruled, width));
      line = [line, ...free].reduce(around);
      left = left.filter((one) => !free.includes(one));
    }
    left = left.map((one) => (one === large ? line : one));
  }
  return left;
}

function isWithin(one: Region, line: Region): boolean {
  const high = heightOf(line);
  const across = Math.max(one.x0, line.x0) - Math.min(one.x1, line.x1);
  return one.y0 >= line.y0 - 0.2 * high && one.y1 <= line.y1 + 0.2 * high && across <= NEAR * high;
}

function around(one: Region, other: Region): Region {
  return {
    x0: Math.min(one.x0, other.x0),
    y0: Math.min(one.y0, other.y0),
    x1: Math.max(one.x1, other.x1),
    y1: Math.max(one.y1, other.y1),
  };
}

function isOne(one: Region, other: Region, em: number): boolean {
  const across = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  const gap = Math.max(one.y0, other.y0) - Math.min(one.y1, other.y1);
  const high = Math.max(one.y1, other.y1) - Math.min(one.y0, other.y0);
  const small = Math.min(heightOf(one), heightOf(other)) < 0.6 * em;
  // Beside each other on one line: a point behind a digit, a low dash.
  const beside = -across <= NEAR * em && -gap > 0.5 * Math.min(heightOf(one), heightOf(other));
  if (beside && high < 1.5 * em) return true;
  return across > 0 && gap < STACKED * em && small && high < 1.25 * em;
}

/** Whether a line of a table runs between two pieces. */
function isRuledBetween(one: Region, other: Region, ruled: Uint8Array, width: number): boolean {
  const x = Math.floor((Math.max(one.x0, other.x0) + Math.min(one.x1, other.x1)) / 2);
  const y = Math.floor((Math.max(one.y0, other.y0) + Math.min(one.y1, other.y1)) / 2);
  const [top, bottom] = [Math.min(one.y1, other.y1), Math.max(one.y0, other.y0)];
  for (let at = top; at < bottom; at++) if ((ruled[at * width + x] as number) & 1) return true;
  const [left, right] = [Math.min(one.x1, other.x1), Math.max(one.x0, other.x0)];
  for (let at = left; at < right; at++) if ((ruled[y * width + at] as number) & 2) return true;
  return false;
}

/** Lines that touch are parted where the least ink is between them. */
function split(piece: Region, text: Mask, width: number, em: number): Region[] {
  if (heightOf(piece) < TWO_LINES * em) return [piece];
  const rows: number[] = [];
  for (let y = piece.y0; y < piece.y1; y++) {
    let sum = 0;
    for (let x = piece.x0; x < piece.x1; x++) sum += text[y * width + x] as number;
    rows.push(sum);
  }
  const most = Math.max(...rows);
  const cut: Region[] = [];
  let from = -1;
  for (let i = 0; i <= rows.length; i++) {
    const blank = i === rows.length || (rows[i] as number) <= 0.06 * most;
    if (!blank && from < 0) from = i;
    if (blank && from >= 0) {
      cut.push({ ...piece, y0: piece.y0 + from, y1: piece.y0 + i });
      from = -1;
    }
  }
  const lines = cut.filter((line) => heightOf(line) > 0.4 * em);
  return lines.length > 1 ? lines.map((line) => tight(line, text, width)) : [piece];
}

/** The region without blank sides. */
function tight(region: Region, text: Mask, width: number): Region {
  let [x0, x1] = [region.x1, region.x0];
  for (let y = region.y0; y < region.y1; y++)
    for (let x = region.x0; x < region.x1; x++)
      if (text[y * width + x]) [x0, x1] = [Math.min(x0, x), Math.max(x1, x + 1)];
  return { ...region, x0, x1: Math.max(x1, x0 + 1) };
}

/** Dust, and rests of lines. A dash (—) is low and wide. */
function isSpeck(piece: Region, text: Mask, width: number, em: number, dpi: number): boolean {
  let count = 0;
  for (let y = piece.y0; y < piece.y1; y++)
    for (let x = piece.x0; x < piece.x1; x++) count += text[y * width + x] as number;
  if (count < (SPECK * dpi) ** 2 * 4) return true;
  if (heightOf(piece) >= 0.45 * em) return widthOf(piece) < 0.06 * em;
  return widthOf(piece) < 0.3 * em || widthOf(piece) < 1.5 * heightOf(piece);
}
