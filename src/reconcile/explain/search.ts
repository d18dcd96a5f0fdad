import { type Board, compare, type Score, type Scored, scored, withChanges } from "./board.ts";
import { type Closings, closingsOf, editsOf } from "./edits.ts";
import { keyOf } from "./moves.ts";
import type { Changes } from "./pieces.ts";

/** Edits scored before a search gives up: the rest is left as printed. */
const BUDGET = 60_000;
/** States opened without a better one before the best is taken. */
const PATIENCE = 6;
/** Second-best edits that are followed as well. */
const OTHERS = 2;
/** Edits of which every pair is tried where none alone helps. */
const PAIRED = 150;
/** Equals that the other tables are asked about. */
const ASKED = 12;

/** How well the other tables of the document agree with a placement: more is better. */
export type Outside = (changes: Changes) => number;

/** Edits made to a board, none in the rows of another. */
interface State {
  readonly edits: readonly Changes[];
  readonly changes: Changes;
  readonly at: Scored;
}

interface Search {
  readonly board: Board;
  readonly closings: Closings;
  readonly outside: Outside;
  left: number;
}

/**
 * The fewest edits of rows that mend most of what fails in a block, the best step first. Each is kept only where no other
 * edit in its place does as well; between equals the other tables decide.
 */
export function repairRows(board: Board, outside: Outside): Changes {
  const search: Search = { board, closings: closingsOf(board), outside, left: BUDGET };
  const printed = stateOf(search, []);
  if (isClean(printed)) return new Map();
  return singledOut(search, bestOf(search, printed), printed.at.score);
}

function stateOf({ board }: Search, edits: readonly Changes[]): State {
  const changes = merged(edits);
  return { edits, changes, at: scored(withChanges(board, changes)) };
}

function isClean({ at: { score } }: State): boolean {
  return score.fails === 0 && score.homeless === 0;
}

function merged(edits: readonly Changes[]): Changes {
  return new Map(edits.flatMap((edit) => [...edit]));
}

function bestOf(search: Search, start: State): State {
  let best = start;
  const open = [start];
  const seen = new Set<string>();
  for (let patience = PATIENCE; open.length > 0 && !isClean(best) && patience > 0; patience--) {
    open.sort((a, b) => compare(a.at.score, b.at.score) || a.edits.length - b.edits.length);
    const state = open.shift();
    if (!state) break;
    const steps = bestSteps(search, state);
    if (steps.length === 0 && state === best) steps.push(...bestPair(search, state));
    for (const step of steps) {
      const next = stateOf(search, [...without(state.edits, step), ...step]);
      const key = stateKey(next.changes);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
      if (compare(next.at.score, best.at.score) >= 0) continue;
      best = next;
      patience = PATIENCE;
    }
  }
  return best;
}

/** Edits made before, but for the rows that a step places anew. */
function without(edits: readonly Changes[], step: readonly Changes[]): Changes[] {
  const rows = merged(step);
  return edits
    .map((edit) => new Map([...edit].filter(([row]) => !rows.has(row))))
    .filter(({ size }) => size > 0);
}

function stateKey(changes: Changes): string {
  const rows = [...changes].sort(([a], [b]) => a - b);
  return rows.map(([row, pieces]) => `${row} ${keyOf(pieces)}`).join("\n");
}

interface Ranked {
  readonly edits: readonly Changes[];
  readonly score: Score;
}

/** The best edits for a state, each for the better; among equals that exclude each other, what the other tables prefer. */
function bestSteps(search: Search, { at, changes }: State): (readonly Changes[])[] {
  const ranked: Ranked[] = [];
  for (const edit of editsOf(at, search.board, search.closings)) {
    if (search.left-- <= 0) return [];
    const score = at.scoreWith(edit);
    if (compare(score, at.score) < 0) ranked.push({ edits: [edit], score });
  }
  ranked.sort((a, b) => compare(a.score, b.score) || sizeOf(b) - sizeOf(a));
  const [first] = ranked;
  if (!first) return [];
  const equals = ranked.filter(
    (one) => compare(one.score, first.score) === 0 && overlap(one, first),
  );
  const best = sizeOf(equals[1]) < sizeOf(first) ? first : preferred(search, changes, equals)[0];
  const others = ranked.filter((one) => one !== best).slice(0, OTHERS);
  return [...(best ? [best] : []), ...others].map(({ edits }) => edits);
}

/** Two edits together, where they mend two failures at least and no other two do as well. */
function bestPair(search: Search, { at, changes }: State): (readonly Changes[])[] {
  const near = editsOf(at, search.board, search.closings)
    .map((edit): Ranked => ({ edits: [edit], score: at.scoreWith(edit) }))
    .sort((a, b) => compare(a.score, b.score))
    .slice(0, PAIRED);
  let best: Ranked[] = [];
  let most: Score = { ...at.score, fails: at.score.fails - 2, lost: at.score.lost + 1 };
  for (const [i, one] of near.entries()) {
    for (const other of near.slice(0, i)) {
      if (overlap(one, other)) continue;
      if (search.left-- <= 0) return [];
      const edits = [...one.edits, ...other.edits];
      const score = at.scoreWith(merged(edits));
      const against = compare(score, most);
      if (against < 0) [best, most] = [[{ edits, score }], score];
      else if (against === 0) best.push({ edits, score });
    }
  }
  const chosen = preferred(search, changes, best);
  return chosen.length === 1 ? chosen.map(({ edits }) => edits) : [];
}

/** What the other tables agree with best. */
function preferred({ outside }: Search, made: Changes, equals: readonly Ranked[]): Ranked[] {
  if (equals.length < 2 || equals.length > 10 * ASKED) return [...equals];
  const rated = equals.slice(0, ASKED).map((one) => {
    return { one, rating: outside(new Map([...made, ...merged(one.edits)])) };
  });
  const highest = Math.max(...rated.map(({ rating }) => rating));
  return rated.filter(({ rating }) => rating === highest).map(({ one }) => one);
}

function sizeOf(ranked: Ranked | undefined): number {
  return ranked ? merged(ranked.edits).size : 0;
}

function overlap(a: Ranked, b: Ranked): boolean {
  const rows = merged(a.edits);
  return [...merged(b.edits).keys()].some((row) => rows.has(row));
}

/** The edits without those in whose place another, or none, would serve as well. */
function singledOut(search: Search, { edits, changes, at }: State, printed: Score): Changes {
  if (compare(at.score, printed) >= 0) return new Map();
  let rating: number | undefined;
  const kept = edits.filter((edit, i) => {
    const rest = stateOf(
      search,
      edits.filter((_, j) => j !== i),
    );
    if (compare(rest.at.score, at.score) <= 0) return false;
    return !rivalsOf(search, rest, edit).some((rival) => {
      if (search.left-- <= 0) return true;
      if (compare(rest.at.scoreWith(rival), at.score) > 0) return false;
      rating ??= search.outside(changes);
      return search.outside(merged([rest.changes, rival])) >= rating;
    });
  });
  const left = stateOf(search, kept);
  return compare(left.at.score, printed) < 0 ? left.changes : new Map();
}

/** What could be done instead of an edit: other rows moved, the same rows in other ways. */
function rivalsOf({ board, closings }: Search, rest: State, edit: Changes): Changes[] {
  return editsOf(rest.at, board, closings).filter((rival) => {
    if ([...rival.keys()].some((row) => rest.changes.has(row))) return false;
    const [less, more] = rival.size < edit.size ? [rival, edit] : [edit, rival];
    return ![...less].every(([row, pieces]) => keyOf(pieces) === keyOf(more.get(row) ?? []));
  });
}
