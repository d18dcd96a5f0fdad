import { gap, isNil, isNumber, overlap, type Piece, type Stretch } from "./text-pieces.ts";

/** A column of a table, and what was seen to stand in it. */
export interface Column extends Stretch {
  /** How many pieces were words, bare digits (codes, counts) and amounts. */
  readonly words: number;
  readonly digits: number;
  readonly amounts: number;
}

/** The pieces of a line in their columns. */
export interface Cells {
  /** One text a column; empty where nothing stands. */
  readonly fields: readonly string[];
  /** How badly the line fits the columns: 0 where every piece stands where it should. */
  readonly cost: number;
  /** Columns whose number could as well stand in another. */
  readonly unsure: readonly number[];
}

/** Costs, in columns of characters. */
const WRONG_KIND = 6;
const GLUED = 0.3;
const BLANK = 1;
const TOGETHER = { numbers: 20, kinds: 8, words: 4, glued: 0.5 };
/** Two arrangements whose costs differ less are equally good. */
const MARGIN = 1.5;

/**
 * Gives each piece of a line a column: in order, at the least cost in all. A piece with white before it stands in its column;
 * one that follows at one space was pushed there, and is placed by its kind and its neighbours. Words may share a column.
 */
export function cellsOf(pieces: readonly Piece[], columns: readonly Column[]): Cells {
  const costs = pieces.map((piece) => columns.map((column) => costOf(piece, column)));
  const joins = pieces.map((piece, i) => together(pieces[i - 1], piece));
  const { totals, from } = forward(costs, joins);
  const back = backward(costs, joins);
  const fields: string[] = columns.map(() => "");
  const unsure = new Set<number>();
  const last = totals.at(-1) ?? [];
  let c = last.length > 0 ? last.indexOf(Math.min(...last)) : -1;
  const cost = last[c] ?? 0;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i] as Piece;
    // A number beside the mark of no amount is in its cell or in the next: no minus sign behind it.
    const after = pieces[i + 1];
    if (fields[c] !== "" && after && isNil(after) && isNumber(piece)) unsure.add(c);
    fields[c] = fields[c] === "" ? piece.text : `${piece.text} ${fields[c]}`;
    const rivals = columns.some(
      (_, d) => d !== c && (totals[i]?.[d] ?? 0) + (back[i]?.[d] ?? 0) < cost + MARGIN,
    );
    if (rivals && isNumber(piece)) unsure.add(c);
    c = from[i]?.[c] ?? 0;
  }
  return { fields, cost, unsure: [...unsure] };
}

/** totals[i][c]: the least cost of the pieces up to i with piece i in column c; from[i][c]: where the piece before it then is. */
function forward(costs: readonly (readonly number[])[], joins: readonly number[]) {
  const totals: number[][] = [];
  const from: number[][] = [];
  for (const [i, row] of costs.entries()) {
    const before = totals[i - 1];
    let least = i === 0 ? 0 : Number.POSITIVE_INFINITY;
    let at = -1;
    const total: number[] = [];
    const came: number[] = [];
    for (const [c, cost] of row.entries()) {
      const joined = (before?.[c] ?? Number.POSITIVE_INFINITY) + (joins[i] ?? 0);
      total.push(cost + Math.min(least, joined));
      came.push(joined < least ? c : at);
      const here = before?.[c];
      if (here !== undefined && here < least) [least, at] = [here, c];
    }
    totals.push(total);
    from.push(came);
  }
  return { totals, from };
}

/** back[i][c]: the least cost of the pieces after i with piece i in column c. */
function backward(costs: readonly (readonly number[])[], joins: readonly number[]): number[][] {
  const back: number[][] = costs.map((row) => row.map(() => 0));
  for (let i = costs.length - 2; i >= 0; i--) {
    const after = costs[i + 1] ?? [];
    let least = Number.POSITIVE_INFINITY;
    for (let c = after.length - 1; c >= 0; c--) {
      const there = (after[c] ?? 0) + (back[i + 1]?.[c] ?? 0);
      (back[i] as number[])[c] = Math.min(least, there + (joins[i + 1] ?? 0));
      least = Math.min(least, there);
    }
  }
  return back;
}

function costOf(piece: Piece, column: Column): number {
  const away = gap(piece, column);
  const length = piece.to - piece.from;
  const outside = length - overlap(piece, column);
  const place =
    piece.glued || isNil(piece)
      ? GLUED * away + 0.02 * outside
      : away + Math.min(outside, away > 0 ? 4 : length);
  return place + kindCost(piece, column);
}

function kindCost(piece: Piece, { words, digits, amounts }: Column): number {
  const all = words + digits + amounts;
  if (all === 0) return BLANK;
  if (isNil(piece)) return (WRONG_KIND * words) / all / 2;
  if (!isNumber(piece)) return (WRONG_KIND * (digits + amounts)) / all;
  if (/[.,%]/.test(piece.text)) return (WRONG_KIND * (words + (amounts === 0 ? digits : 0))) / all;
  return (WRONG_KIND * words) / all / 2;
}

/** The cost of two neighbours in one column. */
function together(before: Piece | undefined, piece: Piece): number {
  if (!before) return 0;
  const numbers = [before, piece].filter((one) => isNumber(one) || isNil(one)).length;
  if (numbers === 2) return TOGETHER.numbers;
  if (numbers === 1) return TOGETHER.kinds;
  return piece.glued ? TOGETHER.glued : TOGETHER.words;
}
