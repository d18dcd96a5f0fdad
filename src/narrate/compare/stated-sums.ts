import type { Status } from "../../model/fact.ts";
import type { Statement } from "../../model/narrative.ts";
import { withoutLine } from "../../normalise/ledger/keys.ts";
import { type Entry, type Ledger, toYuan } from "../../normalise/ledger/ledger.ts";
import type { Candidate } from "./candidates.ts";
import { candidateOf, ratedBy } from "./hearing.ts";

/**
 * Statuses with those of columns that print no total, where the text states it: lines that add up to it are all there and
 * as printed. Every sentence about the total has to say so, and no line may be in conflict or in doubt.
 */
export function withStatedSums(
  ledger: Ledger,
  statuses: readonly Status[],
  statements: readonly Statement[],
  doubts: ReadonlySet<Entry>,
): Status[] {
  const stated = new Set<Entry>();
  for (const [table, { keys }] of ledger.readings.entries()) {
    const summed = new Set(
      keys.filter(({ role }) => role === "total" || role === "section").map(({ block }) => block),
    );
    const lines = (ledger.byTable[table] ?? []).filter(({ figure }) => !summed.has(figure.block));
    for (const column of columnsOf(lines)) {
      const open = column.some(({ id }) => statuses[id] === "unproved");
      const sound = column.every((e) => statuses[e.id] !== "conflict" && !doubts.has(e));
      if (!open || !sound || !isStated(column, statements, ledger)) continue;
      for (const entry of column) stated.add(entry);
    }
  }
  return statuses.map((status, id) => {
    const entry = ledger.entries[id];
    return status === "unproved" && entry && stated.has(entry) ? "stated" : status;
  });
}

/** The lines of each column, if they are of the same money. */
function columnsOf(lines: readonly Entry[]): Entry[][] {
  const columns = new Map<number, Entry[]>();
  for (const entry of lines) {
    const known = columns.get(entry.figure.column);
    if (known) known.push(entry);
    else columns.set(entry.figure.column, [entry]);
  }
  return [...columns.values()].filter((column) => {
    const filled = column.filter(({ amount }) => amount !== 0n);
    return (
      filled.length > 1 &&
      new Set(column.map((entry) => JSON.stringify(withoutLine(entry.coordinates)))).size === 1
    );
  });
}

function isStated(
  column: readonly Entry[],
  statements: readonly Statement[],
  ledger: Ledger,
): boolean {
  const [first] = column;
  if (!first) return false;
  const inYuan = (part: (entry: Entry) => bigint) =>
    toYuan(
      column.map(part).reduce((sum, one) => sum + one, 0n),
      ledger.digits,
    );
  const total: Candidate = {
    ...candidateOf(ledger, first),
    coordinates: withoutLine(first.coordinates),
    money: { yuan: inYuan(({ amount }) => amount), step: inYuan(({ step }) => step) },
  };
  // What is left from last year is this year's income, and what the lines of its table spend.
  const wholes = first.coordinates.fund?.startsWith("carry_over")
    ? [total, { ...total, coordinates: { ...total.coordinates, flow: "income" as const } }]
    : [total];
  const { holds, fails } = ratedBy(statements, wholes, ledger);
  return holds > 0 && fails === 0;
}
