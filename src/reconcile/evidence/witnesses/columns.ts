import { besideBlank, outOfOrder, tellsColumn } from "../../../doubt/columns.ts";
import { isDrawn } from "../../../model/place.ts";
import { columnOf, type Entry, type Ledger } from "../../../normalise/ledger/ledger.ts";
import { divides, isSum, members, refutes, type Verdict, wholeOf } from "../../constraint.ts";
import type { Evidence } from "../evidence.ts";
import { contestedColumns, spokenOf } from "../testimony.ts";

/** A sum over columns with two or more parts, or another table that says the same, witnesses what its columns mean. */
export function columnsOf(
  evidence: Evidence,
  heard: (entry: Entry) => boolean = () => true,
): ReadonlySet<string> {
  const { ledger, telling, verdicts } = evidence;
  const witnessed = new Set<string>();
  const tells = tellsColumn(ledger);
  // Headings that changed places leave a sum as it is: where another table contradicts one, or they do not stand in the order
  // that all publishers keep, it tells none from the others.
  const open = new Set([...contestedColumns(verdicts), ...outOfOrder(ledger)]);
  const failing = mostlyFailing(evidence);
  const slid = besideBlank(ledger);
  const equalities: Verdict[] = [];
  for (const one of telling) {
    if (!one.witnesses.includes("column")) continue;
    const inRow = one.kind === "row";
    if (inRow) equalities.push(one);
    const told = isSum(one) && !members(one).some((entry) => open.has(columnOf(entry)));
    if (inRow && !told) continue;
    const whole = wholeOf(one);
    for (const entry of spokenOf(one)) {
      if (entry.amount === 0n || !heard(entry)) continue;
      if (divides(one) && entry !== whole) continue;
      if (inRow && slid.has(columnOf(entry))) continue;
      if (inRow ? !failing.has(columnOf(entry)) : tells(entry)) witnessed.add(columnOf(entry));
    }
  }
  const filled = ledger.entries.filter(({ amount }) => amount !== 0n);
  carryOver(equalities, new Set(filled.map(columnOf)), witnessed);
  byElimination(ledger, verdicts, witnessed);
  return witnessed;
}

/**
 * The one column of a block that no sum takes in and nothing witnesses, between neighbours that are, is under the one heading that is left: columns
 * and headings keep their order. A blank column or an unknown heading beside it could be its own. A column alone in its block can
 * be taken for no other.
 */
function byElimination(ledger: Ledger, verdicts: readonly Verdict[], witnessed: Set<string>): void {
  const inRows = verdicts.filter(({ kind, because }) => kind === "row" && because !== "parts");
  const summed = new Set(inRows.flatMap(members).map(columnOf));
  for (const [table, { table: printed }] of ledger.readings.entries()) {
    const filled = new Set((ledger.byTable[table] ?? []).map(({ figure }) => figure.column));
    for (const block of new Set(printed.columns.map((column) => column.block))) {
      const money = printed.columns.filter(
        (column) => column.block === block && MONEY.has(column.role),
      );
      const open = money.filter(({ index }) => !witnessed.has(`${table} ${index}`));
      const left = open.filter(({ index, role }) => role !== "change" && filled.has(index));
      const [only, more] = left;
      if (!only || more || open.some(({ role }) => role === "unknown")) continue;
      const at = money.indexOf(only);
      const blank = [money[at - 1], money[at + 1]].some((one) => one && open.includes(one));
      const apart = !blank && money.length > 2 && !summed.has(`${table} ${only.index}`);
      if (apart || money.length === 1) witnessed.add(`${table} ${only.index}`);
    }
  }
}

/**
 * A whole that is all in one of its parts means what that part means. The part is told from its sisters by where it is drawn;
 * text may have lost that. Columns of nothing but zeros are told by the others of their row: among themselves they may change
 * places.
 */
function carryOver(
  equalities: readonly Verdict[],
  used: ReadonlySet<string>,
  witnessed: Set<string>,
): void {
  for (let before = -1; before !== witnessed.size; ) {
    before = witnessed.size;
    for (const one of equalities) {
      const cells = members(one);
      const filled = cells.filter(({ amount }) => amount !== 0n);
      if (one.parts === 1 && filled.some((entry) => witnessed.has(columnOf(entry)))) {
        const whole = wholeOf(one);
        for (const entry of filled) {
          if (entry === whole || isDrawn(entry.figure.place)) witnessed.add(columnOf(entry));
        }
      }
      if (!filled.every((entry) => witnessed.has(columnOf(entry)))) continue;
      for (const entry of cells) if (!used.has(columnOf(entry))) witnessed.add(columnOf(entry));
    }
  }
}

/** Columns in which as many rows fail, with nothing to explain it, as add up: what adds up may do so by what a slide left alone. */
function mostlyFailing({ telling, verdicts, conflicts }: Evidence): ReadonlySet<string> {
  const balance = new Map<string, number>();
  const count = (all: readonly Verdict[], by: 1 | -1): void => {
    for (const one of all) {
      for (const entry of one.kind === "row" ? members(one) : []) {
        if (entry.amount === 0n || (by < 0 && !conflicts.has(entry))) continue;
        balance.set(columnOf(entry), (balance.get(columnOf(entry)) ?? 0) + by);
      }
    }
  };
  count(telling.filter(isSum), 1);
  count(verdicts.filter(refutes), -1);
  return new Set([...balance].flatMap(([key, left]) => (left <= 0 ? [key] : [])));
}

const MONEY: ReadonlySet<string> = new Set(["amount", "unknown", "change"]);
