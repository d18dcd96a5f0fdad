import { type Chunk, overlap, type Stretch } from "./text-columns.ts";
import { distance, type Group, groupsFor, inOrder, MOST } from "./text-groups.ts";

/**
 * Columns without a number, which only a heading shows: where there are more headings that stand over one column than there
 * are columns, each column has one of them, in order, and the ones left over are columns themselves.
 */
export function withBlankColumns(
  columns: readonly Stretch[],
  headings: readonly (readonly Chunk[])[],
): readonly Stretch[] {
  const lowest = lowestHeadings(headings);
  if (lowest.length <= columns.length || lowest.length > MOST) return columns;
  const matched = inOrder(columns, lowest, distance);
  const blank = lowest.filter((_, i) => !matched.includes(i));
  return [...columns, ...blank].sort((a, b) => a.from - b.from);
}

/** How far the middle of a heading may be from that of the headings it stands over, in parts of their width. */
const OFF = 0.1;

/** The headings that have no others below them: over one column each. */
function lowestHeadings(headings: readonly (readonly Chunk[])[]): readonly Stretch[] {
  let lowest: readonly Stretch[] = [];
  for (const chunks of [...headings].reverse()) {
    const below = lowest;
    const fresh = chunks.filter(
      (chunk) =>
        below.every((stretch) => overlap(chunk, stretch) === 0) && !standsOverSeveral(chunk, below),
    );
    lowest = [...below, ...fresh].sort((a, b) => a.from - b.from);
    if (lowest.length > MOST) return lowest;
  }
  return lowest;
}

function standsOverSeveral(chunk: Chunk, below: readonly Stretch[]): boolean {
  return below.some((first, i) =>
    below.slice(i + 1).some((last) => {
      const around = { from: first.from, to: last.to };
      return distance(chunk, around) <= Math.max(3, OFF * (around.to - around.from));
    }),
  );
}

/** A line of headings. */
export interface HeadingLine {
  readonly line: number;
  readonly chunks: readonly Chunk[];
}

/** A heading in its place; rows are counted from the top of the table. */
export interface Heading {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly text: string;
  readonly line: number;
}

/**
 * The headings of a table as a tree. Lines are read from the lowest up: a piece stands over the column whose middle is nearest
 * to its own, or over several neighbours that have headings of their own below. What stands over one column is its own
 * heading, in as many lines as its cell gave it; what stands over several is a heading above theirs.
 */
export function headingTree(
  lines: readonly HeadingLine[],
  columns: readonly Stretch[],
): readonly Heading[] {
  const standing = standingOver(lines, columns);
  const above: (Heading & { text: string })[] = [];
  const own: ({ text: string; line: number } | undefined)[] = columns.map(() => undefined);
  const depth = columns.map(() => 0);
  for (const { group, text, line } of standing) {
    const { first: c0, last: c1 } = group;
    if (c0 === c1) {
      const known = own[c0];
      own[c0] = known ? { ...known, text: join(known.text, text) } : { text, line };
      continue;
    }
    // Two headings over the same columns are one that was broken, or one of them stands elsewhere: there is no telling.
    const same = above.find((heading) => heading.c0 === c0 && heading.c1 === c1);
    if (same) same.text = "";
    else {
      const r0 = Math.max(...depth.slice(c0, c1 + 1));
      depth.fill(r0 + 1, c0, c1 + 1);
      above.push({ r0, r1: r0, c0, c1, text, line });
    }
  }
  const r1 = Math.max(...depth);
  const below = own.flatMap((heading, c) =>
    heading ? [{ r0: depth[c] ?? 0, r1, c0: c, c1: c, ...heading }] : [],
  );
  return [...above, ...below].sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
}

interface Standing {
  readonly group: Group;
  readonly text: string;
  readonly line: number;
}

/**
 * What stands over which columns, from the top line down. What could stand elsewhere as well is left out: a figure without a
 * heading is reported, one under a wrong heading is not.
 */
function standingOver(
  lines: readonly HeadingLine[],
  columns: readonly Stretch[],
): readonly Standing[] {
  // In a first arrangement of everything: has every column its own heading, and is every heading where it touches?
  const own = new Set<number>();
  let crowded = false;
  arranged(lines, columns, (piece, group, extents) => {
    if (group.first === group.last) own.add(group.first);
    crowded ||= touchesOther(piece, group, extents);
    return true;
  });
  const complete = own.size === columns.length && !crowded;
  return arranged(lines, columns, (piece, group, extents) =>
    isSure(piece, group, extents, complete),
  );
}

function arranged(
  lines: readonly HeadingLine[],
  columns: readonly Stretch[],
  accepts: (piece: Chunk, group: Group, extents: readonly Stretch[]) => boolean,
): readonly Standing[] {
  const headed = columns.map(() => false);
  // A column is at least as wide as its own heading.
  const extents = [...columns];
  const found: Standing[][] = [];
  for (const { line, chunks } of [...lines].reverse()) {
    const pieces = chunks.flatMap((chunk) => apart(chunk, columns));
    const groups = groupsFor(pieces, extents, headed);
    const standing: Standing[] = [];
    pieces.forEach((piece, i) => {
      const group = groups[i];
      if (!group || !accepts(piece, group, extents)) return;
      standing.push({ group, text: piece.text, line });
      headed.fill(true, group.first, group.last + 1);
      const { from, to } = extents[group.first] ?? piece;
      if (group.first === group.last)
        extents[group.first] = { from: Math.min(from, piece.from), to: Math.max(to, piece.to) };
    });
    found.push(standing);
  }
  return found.reverse().flat();
}

/** How many characters a heading may stand beside its column: lines with more Chinese in them drift to the left. */
const DRIFT = 12;

/**
 * A heading has to touch its column, and no other one more; or, where every column has its own heading, to be near it;
 * or to be in the middle of several.
 */
function isSure(
  piece: Chunk,
  { first, last }: Group,
  columns: readonly Stretch[],
  complete: boolean,
): boolean {
  const around = { from: columns[first]?.from ?? 0, to: columns[last]?.to ?? 0 };
  const off = distance(piece, around);
  if (first < last) return off <= Math.max(3, 2 * OFF * (around.to - around.from));
  if (touchesOther(piece, { first, last }, columns)) return false;
  return overlap(piece, around) > 0 || (complete && off <= DRIFT);
}

/** True if a piece over one column shares more with another. */
function touchesOther(piece: Chunk, { first, last }: Group, columns: readonly Stretch[]): boolean {
  const column = columns[first];
  const shared = column ? overlap(piece, column) : 0;
  return first === last && columns.some((other) => overlap(piece, other) > shared);
}

/** Two headings one space apart: each is nearest to a column of its own. */
function apart(chunk: Chunk, columns: readonly Stretch[]): readonly Chunk[] {
  const nearest = (piece: Stretch) =>
    columns.reduce((best, column, c) => {
      const known = columns[best];
      return known && distance(piece, column) < distance(piece, known) ? c : best;
    }, 0);
  const pieces: Chunk[] = [];
  let { from } = chunk;
  for (const text of chunk.text.split(" ")) {
    const piece = { text, from, to: from + text.length };
    const last = pieces.at(-1);
    if (last && nearest(last) === nearest(piece))
      pieces[pieces.length - 1] = { text: `${last.text} ${text}`, from: last.from, to: piece.to };
    else pieces.push(piece);
    from = piece.to + 1;
  }
  return pieces;
}

function join(above: string, below: string): string {
  return /[A-Za-z]$/.test(above) && /^[A-Za-z]/.test(below) ? `${above} ${below}` : above + below;
}
