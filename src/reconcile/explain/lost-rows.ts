import { closes } from "../../normalise/ledger/amounts.ts";
import { groupBy, withoutLine } from "../../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../../normalise/ledger/ledger.ts";
import {
  choicesOf,
  isSameMoney,
  listedAs,
  pairsOf,
  type RowList,
} from "../../normalise/ledger/row-lists.ts";
import {
  type Claim,
  equation,
  evaluate,
  members,
  type RowSum,
  refutes,
  side,
  type Verdict,
  wholeOf,
} from "../constraint.ts";
import { judge, rulesOver } from "../constraints/descendants.ts";

/** Rows that the sums of a table show to be missing: what its columns lack together, and who knows it. */
export interface LostRows {
  readonly sum: RowSum;
  readonly parent: Entry;
  /** The rows of another table that are what is missing, in every column that both have. */
  readonly known: readonly Entry[];
  /** How many rows of it those were chosen from. */
  readonly of: number;
  /** The sums, one a column, that fall short of their total. */
  readonly constraints: readonly Verdict[];
  /** The sums with the rows of the other table: they hold, and witness their figures as others do. */
  readonly completed: readonly Verdict[];
}

/**
 * Sums whose lines fall short of their total in such a way that the gaps of all columns are themselves a row of the table:
 * of one sign, and with columns that add up as its rows do. A gap in one column alone says nothing of the kind; there
 * another table has to know the missing row, under a code that the table lacks.
 */
export function lostRows(
  ledger: Ledger,
  verdicts: readonly Verdict[],
  lists: readonly RowList[],
): LostRows[] {
  const sums = groupBy(verdicts, ({ sum }) => sum);
  return [...sums].flatMap(([sum, all]): LostRows[] => {
    const failing = all.filter(refutes);
    const widest = failing.find((one) => failing.every((a) => a.difference <= one.difference));
    const parent = widest && wholeOf(widest);
    const short = failing.every((one) => one.difference > 0n && wholeOf(one));
    if (!parent || !short) return [];
    const { fails, holds } = judgeGaps(all);
    const found = rowsElsewhere(ledger, lists, sum, failing, all);
    if (fails > 0 || (failing.length > 1 ? holds === 0 : found?.known.length !== 1)) return [];
    return [{ sum, parent, constraints: failing, ...(found ?? UNKNOWN) }];
  });
}

type Known = Pick<LostRows, "known" | "of" | "completed">;

const UNKNOWN: Known = { known: [], of: 1, completed: [] };

/** What a sum lacks in each column, judged as the row that it would be: what money it is, without the line. */
function judgeGaps(all: readonly Verdict[]): ReturnType<typeof judge> {
  const gaps = all.flatMap((one) => {
    const [model] = members(one);
    const { difference, slack, holds } = one;
    if (!model || (holds && difference === 0n)) return [];
    const { item } = model.coordinates;
    const gives = { ...withoutLine(model.coordinates), ...(item && { item }) };
    const { column } = model.figure;
    return [{ index: column, gives, amount: holds ? 0n : difference, step: slack }];
  });
  return judge(rulesOver(gaps), new Map(gaps.map((gap) => [gap.index, gap])));
}

/** The rows of another table, below the total and not in its own table, that are what is missing: all that there are, or the only choice. */
function rowsElsewhere(
  ledger: Ledger,
  lists: readonly RowList[],
  { table, children }: RowSum,
  failing: readonly Verdict[],
  all: readonly Verdict[],
): Known | undefined {
  const keys = ledger.readings[table]?.keys.filter(({ row }) => children.includes(row)) ?? [];
  const ways = new Set(keys.map(({ coordinates }) => listedAs(coordinates).way));
  const pairs = pairsOf(lists.filter(({ way }) => ways.has(way)));
  for (const { has, lacks } of pairs) {
    for (const one of lacks.table === table ? failing : []) {
      const whole = wholeOf(one);
      const above = listedAs(whole?.coordinates ?? {}).id ?? "";
      const rows = [...has.rows].flatMap(([id, entries]): Entry[] => {
        if (lacks.rows.has(id) || !(has.way === "project" || id.startsWith(above))) return [];
        const row = entries.find((e) => whole && isSameMoney(e.coordinates, whole.coordinates));
        return row && row.amount !== 0n ? [row] : [];
      });
      const completing = (known: readonly Entry[]): Known[] => {
        const completed = closesGap(one, known) && completedBy(ledger, known, all, known === rows);
        return completed ? [{ known, of: rows.length, completed }] : [];
      };
      const [first] = completing(rows);
      const choices = choicesOf(rows).flatMap(completing);
      if (first || choices.length === 1) return first ?? choices[0];
    }
  }
  return undefined;
}

function closesGap({ difference, slack }: Verdict, rows: readonly Entry[]): boolean {
  const sum = (of: "amount" | "step") => rows.reduce((all, row) => all + row[of], 0n);
  return rows.length > 0 && closes(sum("amount") - difference, sum("step") + slack);
}

/**
 * The sums as they are with rows of another table, in each column that both tables have; undefined unless they hold in all of
 * them.
 */
function completedBy(
  ledger: Ledger,
  rows: readonly Entry[],
  all: readonly Verdict[],
  complete: boolean,
): readonly Verdict[] | undefined {
  // Where others are left out, a line may have another's name.
  const witnesses: readonly Claim[] = complete ? ["digits", "row"] : ["digits"];
  const [first] = rows;
  const their = (ledger.byTable[first?.table ?? -1] ?? []).filter(({ figure }) =>
    rows.some((one) => one.figure.row === figure.row && one.figure.block === figure.block),
  );
  const both = all.flatMap((one) => {
    const [model] = members(one);
    const same = their.filter((e) => model && isSameMoney(e.coordinates, model.coordinates));
    const [whole, parts] = [side(one, 1), side(one, -1)];
    return same.length > 0
      ? [evaluate(equation("column", "rows", whole, [...parts, ...same], { witnesses }))]
      : [];
  });
  return both.length > 0 && both.every(({ holds }) => holds) ? both : undefined;
}
