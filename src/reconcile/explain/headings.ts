import { withLostHeadings } from "../../extract/headings/lost.ts";
import { underHeadings } from "../../extract/headings/under.ts";
import { exchanged, inOrder } from "../../extract/headings/ways.ts";
import type { Table } from "../../model/table.ts";
import { moneyColumns, type Piece, type PieceRow } from "../../normalise/ledger/pieces.ts";
import { judge, type Rules, rowRules } from "../constraints/descendants.ts";

/** Rows that decide whether columns stand under the right headings: the first ones of a long table say enough. */
const SAMPLE = 300;

/** A table with columns under other headings, by the place of the heading that each column has now, and had in print. */
export interface Reheaded {
  readonly table: Table;
  readonly chosen: readonly number[];
  readonly printed: readonly number[];
  /** Columns whose heading is inferred, while all columns that are printed have one: other tables must confirm them. */
  readonly inferred: readonly number[];
}

/** The ways to put the columns of a block under other headings than printed. */
export interface Reheadings {
  readonly options: readonly Reheaded[];
  /** True if fewer rows fail than as printed: then the headings, not the rows, are damaged. */
  readonly needed: boolean;
}

const NONE: Reheadings = { options: [], needed: false };

/**
 * The ways to put the columns of a block under its headings (and under those that were lost between them) in which nearly
 * all rows close; none where the headings as printed do as well and nothing else contests them.
 */
export function reheadings(
  table: Table,
  block: number,
  rows: ReadonlyMap<number, PieceRow>,
  contestedOf: () => ReadonlySet<number>,
): Reheadings {
  const used = commonColumns(rows);
  const slots = withLostHeadings(moneyColumns(table, block));
  if (used.length === 0 || used.length > slots.length) return NONE;
  const places = used.map((column) => slots.findIndex(({ index }) => index === column));
  const rules = rowRules(
    table,
    slots.map(({ gives }, index) => ({ index, gives })),
  );
  const sample = [...rows.values()].filter((row) => row.length > 1).slice(0, SAMPLE);
  const printed = failures(rules, sample, used, places);
  // A row of two equal amounts adds up whichever of them is its total.
  const telling = sample.filter((row) => row.length > 2);
  const damaged =
    isMuch(printed, sample) ||
    (telling.length > 2 && isMuch(failures(rules, telling, used, places), telling));
  const contested = contestedOf();
  if (!damaged && contested.size === 0) return NONE;
  const fixed = places.map((at, i) => (damaged || contested.has(used[i] ?? -1) ? undefined : at));
  let least = printed;
  let best: (readonly number[])[] = [];
  const swaps = telling.length > 2 ? exchanged(slots.length, places, fixed) : [];
  for (const chosen of [...inOrder(slots.length, fixed), ...swaps]) {
    if (chosen.every((at, i) => at === places[i])) continue;
    const fails = failures(rules, sample, used, chosen, least);
    if (fails > least) continue;
    if (fails < least) best = [];
    least = fails;
    best.push(chosen);
  }
  if (least > Math.max(sample.length > 3 ? 1 : 0, sample.length / 8)) return NONE;
  const unheaded = places.filter((at) => at < 0).length;
  const options = best.map((chosen): Reheaded => {
    const under = underHeadings(table, slots, used, chosen);
    const inferred = under.columns.filter((one) => one.inferred).map(({ index }) => index);
    const confirm = inferred.length > unheaded ? inferred : [];
    return { table: under, chosen, printed: places, inferred: confirm };
  });
  return { options, needed: least < printed };
}

function isMuch(fails: number, { length }: readonly PieceRow[]): boolean {
  return fails > 0 && 5 * fails >= 2 * length;
}

/** The one among equals that moves no column that another leaves in place, and moves the rest as they all do. */
export function leastMoved<One extends Reheaded>(equals: readonly One[]): One | undefined {
  return equals.find((one) =>
    equals.every((other) =>
      one.chosen.every((at, i) => at === other.chosen[i] || at === one.printed[i]),
    ),
  );
}

/** The columns that amounts stand in, but for those that a few rows have to themselves: there the rows are damaged. */
function commonColumns(rows: ReadonlyMap<number, PieceRow>): number[] {
  const counts = new Map<number, number>();
  for (const { column } of [...rows.values()].flat()) {
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => 10 * count >= rows.size);
  return common.map(([column]) => column).sort((a, b) => a - b);
}

/** Rows in which nothing closes or something does not, or that have an amount under no heading. */
function failures(
  rules: Rules,
  sample: readonly PieceRow[],
  used: readonly number[],
  places: readonly number[],
  most = Number.POSITIVE_INFINITY,
): number {
  const placeOf = new Map(used.map((column, i) => [column, places[i] ?? -1]));
  let fails = 0;
  for (const row of sample) {
    const placed = new Map<number, Piece>();
    for (const piece of row) {
      const at = placeOf.get(piece.column);
      if (at !== undefined) placed.set(at, piece);
    }
    const verdict = judge(rules, placed);
    if (placed.has(-1) || verdict.fails > 0 || verdict.holds === 0) fails += 1;
    if (fails > most) break;
  }
  return fails;
}
