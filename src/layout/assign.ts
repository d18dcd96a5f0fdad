import type { Glyph } from "../model/page.ts";

/** Glyphs of one baseline this near (in ems) to their predecessor go together. */
const NEAR = 0.35;
/** A gap (in ems) between two cells' texts: where text merely runs over a border, glyphs touch. */
const PARTING = 0.1;
/** How exactly (in ems) one run must begin where the other ends to be its continuation. */
const SEAMLESS = 0.03;
/** Part of a run's glyphs that takes the rest with it. */
const MAJORITY = 0.6;

/**
 * Gives each glyph to the cell of its centre, run by run: text that runs over its cell's border stays whole, and goes where
 * most of it stands. `areaAt` names the cell at a point; what stands outside of all is undefined.
 */
export function assign<A>(
  glyphs: readonly Glyph[],
  areaAt: (x: number, y: number) => A | undefined,
): Map<A | undefined, Glyph[]> {
  const lengths = new Map<number, number>();
  for (const { run } of glyphs) lengths.set(run, (lengths.get(run) ?? 0) + 1);
  const isSingle = ({ run }: Glyph) => lengths.get(run) === 1;
  const pieces: Piece<A>[] = [];
  for (const chunk of chunks(glyphs)) {
    const areas = chunk.map(({ box }) => areaAt((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2));
    let start = 0;
    for (let i = 1; i <= chunk.length; i++) {
      const parted =
        i === chunk.length ||
        parts(chunk[i - 1] as Glyph, chunk[i] as Glyph, areas[i] !== areas[i - 1], isSingle);
      if (!parted) continue;
      const [piece, own] = [chunk.slice(start, i), areas.slice(start, i)];
      const whole = majority(own) ?? overBorder(piece, areaAt);
      pieces.push({ glyphs: piece, areas: whole ? piece.map(() => whole.area) : own });
      start = i;
    }
  }
  const byArea = new Map<A | undefined, Glyph[]>();
  for (const { glyphs: piece, areas } of withRestsOfLines(pieces, areaAt)) {
    for (const [k, glyph] of piece.entries()) {
      const list = byArea.get(areas[k]);
      if (list) list.push(glyph);
      else byArea.set(areas[k], [glyph]);
    }
  }
  return byArea;
}

/** Glyphs that stay together, and the cell of each. */
interface Piece<A> {
  readonly glyphs: readonly Glyph[];
  readonly areas: readonly (A | undefined)[];
}

type AreaAt<A> = (x: number, y: number) => A | undefined;

/** The cell that the upper or the lower edge of a text lies in whole, where a border runs through the text. */
function overBorder<A>(
  piece: readonly Glyph[],
  areaAt: AreaAt<A>,
): { readonly area: A } | undefined {
  if (piece.length < 2 || piece[0]?.turn) return undefined;
  for (const edge of [upper, lower]) {
    const [area, ...others] = piece.map((glyph) => areaAt(middle(glyph), edge(glyph)));
    if (area !== undefined && others.every((other) => other === area)) return { area };
  }
  return undefined;
}

/** Lines of one text follow each other this closely (in ems). */
const LEADING = 1.35;

/**
 * A text of more lines than its cell has room for runs over the borders above and below: a line through which a border runs
 * goes with the line painted before or after it, where that stands whole on the other side of the border, and where no line
 * of its own cell is painted next to it.
 */
function withRestsOfLines<A>(pieces: readonly Piece<A>[], areaAt: AreaAt<A>): Piece<A>[] {
  const edgeIn = (piece: Piece<A>, edge: typeof upper, area: A | undefined) =>
    piece.glyphs.every((glyph) => areaAt(middle(glyph), edge(glyph)) === area);
  return pieces.map((piece, i) => {
    const [own] = piece.areas;
    const beside = [pieces[i - 1], pieces[i + 1]].filter((near) => follow(piece, near));
    const [near, ...others] = beside;
    const area = near?.areas[0];
    if (!near || others.length > 0 || area === undefined || area === own) return piece;
    const [to, away] = leading(piece, near) > 0 ? [lower, upper] : [upper, lower];
    const isRest =
      edgeIn(piece, to, area) &&
      edgeIn(piece, away, own) &&
      edgeIn(near, upper, area) &&
      edgeIn(near, lower, area);
    return isRest ? { ...piece, areas: piece.areas.map(() => area) } : piece;
  });
}

/** Are two pieces lines of one size, one below the other, that could follow each other in a text, each in one cell? */
function follow<A>(piece: Piece<A>, near: Piece<A> | undefined): near is Piece<A> {
  const [one, other] = [piece.glyphs[0], near?.glyphs[0]];
  if (!near || !one || !other || one.turn || other.turn || one.size !== other.size) return false;
  const isOne = ({ areas }: Piece<A>) => areas.every((area) => area === areas[0]);
  const lines = Math.abs(leading(piece, near));
  const [own, beside] = [widthOf(piece), widthOf(near)];
  const overlaps = own.x0 < beside.x1 && beside.x0 < own.x1;
  return lines > 0.5 && lines < LEADING && overlaps && isOne(piece) && isOne(near);
}

function widthOf<A>({ glyphs }: Piece<A>): { readonly x0: number; readonly x1: number } {
  return { x0: glyphs[0]?.box.x0 ?? 0, x1: glyphs.at(-1)?.box.x1 ?? 0 };
}

/** How far below a piece the other stands, in ems. */
function leading<A>(piece: Piece<A>, other: Piece<A>): number {
  const [one, next] = [piece.glyphs[0], other.glyphs[0]];
  return one && next ? (next.baseline - one.baseline) / one.size : 0;
}

/** Points within a glyph's box: below its upper edge, above its lower edge. */
const WITHIN = 0.5;

function middle({ box }: Glyph): number {
  return (box.x0 + box.x1) / 2;
}

function upper({ box }: Glyph): number {
  return box.y0 + WITHIN;
}

function lower({ box }: Glyph): number {
  return box.y1 - WITHIN;
}

/**
 * Whether two neighbours belong to two texts: a gap at a border, or runs that do not meet exactly, so that each was placed.
 * Runs of one glyph each are a producer's habit and say nothing.
 */
function parts(
  one: Glyph,
  other: Glyph,
  bordered: boolean,
  isSingle: (glyph: Glyph) => boolean,
): boolean {
  const gap = gapBetween(one, other) / Math.min(one.size, other.size);
  if (bordered && gap > PARTING) return true;
  if (one.run === other.run) return false;
  // Lines of tables have parted what was recognised already.
  if (one.recognised || other.recognised) return true;
  if (isSingle(one) && isSingle(other)) return false;
  return Math.abs(gap) > SEAMLESS;
}

/** Runs of glyphs that follow each other on one baseline. */
function* chunks(glyphs: readonly Glyph[]): Generator<Glyph[]> {
  let chunk: Glyph[] = [];
  for (const glyph of glyphs) {
    const previous = chunk.at(-1);
    if (previous && !follows(previous, glyph)) {
      yield chunk;
      chunk = [];
    }
    chunk.push(glyph);
  }
  if (chunk.length > 0) yield chunk;
}

function follows(one: Glyph, other: Glyph): boolean {
  const size = Math.min(one.size, other.size);
  if (one.turn !== other.turn || Math.abs(one.baseline - other.baseline) > 0.1 * size) return false;
  const gap = gapBetween(one, other);
  return gap < NEAR * size && gap > -NEAR * size;
}

function gapBetween(one: Glyph, other: Glyph): number {
  switch (one.turn) {
    case 1:
      return other.box.y0 - one.box.y1;
    case 2:
      return one.box.x0 - other.box.x1;
    case 3:
      return one.box.y0 - other.box.y1;
    default:
      return other.box.x0 - one.box.x1;
  }
}

function majority<A>(areas: readonly A[]): { readonly area: A } | undefined {
  const first = areas[0] as A;
  if (areas.every((area) => area === first)) return { area: first };
  const counts = new Map<A, number>();
  for (const area of areas) {
    const count = (counts.get(area) ?? 0) + 1;
    if (count >= MAJORITY * areas.length) return { area };
    counts.set(area, count);
  }
  return undefined;
}
