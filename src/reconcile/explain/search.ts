import type { Changes } from "../../normalise/ledger/pieces.ts";
import { type Board, isClean, type Scored, scored } from "./board.ts";
import { type Closings, closingsOf, editsOf } from "./edits.ts";
import { keyOf } from "./moves.ts";

/** Edits scored before a search gives up: the rest is left as printed. */
const BUDGET = 60_000;
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
  let state = printed;
  while (!isClean(state.at.score)) {
    const step = bestStep(search, state);
    if (!step) break;
    state = stateOf(search, [...without(state.edits, step), step]);
  }
  return singledOut(search, state, printed.at.score);
}

function stateOf({ board }: Search, edits: readonly Changes[]): State {
  const changes = merged(edits);
  return { edits, changes, at: scored(board, changes) };
}

function merged(edits: readonly Changes[]): Changes {
  return new Map(edits.flatMap((edit) => [...edit]));
}

/** Edits made before, but for the rows that a step places anew. */
function without(edits: readonly Changes[], step: Changes): Changes[] {
  return edits
    .map((edit) => new Map([...edit].filter(([row]) => !step.has(row))))
    .filter(({ size }) => size > 0);
}

/** The best edit for the better; among equals of one size that exclude each other, what the other tables prefer. */
function bestStep(search: Search, { at, changes }: State): Changes | undefined {
  const ranked: { readonly edit: Changes; readonly score: number }[] = [];
  for (const edit of editsOf(at, search.board, search.closings)) {
    if (search.left-- <= 0) return undefined;
    const score = at.scoreWith(edit);
    if (score < at.score) ranked.push({ edit, score });
  }
  ranked.sort((a, b) => a.score - b.score || b.edit.size - a.edit.size);
  const [first] = ranked;
  if (!first) return undefined;
  const equals = ranked
    .filter(({ score }) => score === first.score)
    .map(({ edit }) => edit)
    .filter((edit) => [...edit.keys()].some((row) => first.edit.has(row)));
  if (equals.length > 10 * ASKED || (equals[1]?.size ?? 0) < first.edit.size) return first.edit;
  const rated = equals.slice(0, ASKED).map((edit) => {
    return { edit, rating: search.outside(merged([changes, edit])) };
  });
  return rated.reduce((a, b) => (b.rating > a.rating ? b : a)).edit;
}

/** The edits without those in whose place another, or none, would serve as well. */
function singledOut(search: Search, { edits, changes, at }: State, printed: number): Changes {
  if (at.score >= printed) return new Map();
  let rating: number | undefined;
  const kept = edits.filter((edit, i) => {
    const others = edits.filter((_, j) => j !== i);
    const rest = stateOf(search, others);
    if (rest.at.score <= at.score) return false;
    return !rivalsOf(search, rest, edit).some((rival) => {
      if (search.left-- <= 0) return true;
      if (rest.at.scoreWith(rival) > at.score) return false;
      rating ??= search.outside(changes);
      return search.outside(merged([rest.changes, rival])) >= rating;
    });
  });
  const left = stateOf(search, kept);
  return left.at.score < printed ? left.changes : new Map();
}

/** What could be done instead of an edit: other rows moved, the same rows in other ways. */
function rivalsOf({ board, closings }: Search, rest: State, edit: Changes): Changes[] {
  return editsOf(rest.at, board, closings).filter((rival) => {
    if ([...rival.keys()].some((row) => rest.changes.has(row))) return false;
    const [less, more] = rival.size < edit.size ? [rival, edit] : [edit, rival];
    return ![...less].every(([row, pieces]) => keyOf(pieces) === keyOf(more.get(row) ?? []));
  });
}
