import type { CheckedBy } from "../../model/fact.ts";
import type { Column, RowKey, Table } from "../../model/table.ts";
import { CUSTOMARY } from "../../taxonomy/tables.ts";
import { type Claim, divides, isSum, members, type Verdict, wholeOf } from "../constraint.ts";
import { groupBy } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";
import { columnKey, contestedColumns, speaksOf, type Testimony } from "./testimony.ts";

/** Who stands behind the four claims of a figure. */
export interface Witnesses {
  readonly has: (entry: Entry, claim: Claim) => boolean;
  readonly checkedBy: (entry: Entry) => CheckedBy;
}

/**
 * Digits are witnessed cell by cell; what a column means once for the column, what a row is once for the row, a scale once
 * for the table (contract section 6).
 */
export function witnessesOf(
  ledger: Ledger,
  { telling }: Testimony,
  verdicts: readonly Verdict[],
): Witnesses {
  const digits = digitsOf(telling);
  const columns = columnsOf(ledger, telling, verdicts);
  const rows = rowsOf(ledger, telling);
  const scales = scalesOf(ledger, telling);
  const counts = countsOf(telling);
  const has = (entry: Entry, claim: Claim): boolean => {
    switch (claim) {
      case "digits":
        return digits.has(entry);
      case "column":
        return columns.has(columnKey(entry));
      case "row":
        return rows.has(rowKey(entry));
      case "scale":
        return scales.has(entry.table);
    }
  };
  return { has, checkedBy: (entry) => counts.get(entry) ?? NOBODY };
}

const NOBODY: CheckedBy = { sum: 0, same: 0 };

function countsOf(telling: readonly Verdict[]): Map<Entry, CheckedBy> {
  const counts = new Map<Entry, { sum: number; same: number }>();
  for (const one of telling) {
    for (const entry of members(one.constraint)) {
      if (!speaksOf(one, entry)) continue;
      const count = counts.get(entry) ?? { ...NOBODY };
      if (isSum(one)) count.sum += 1;
      else count.same += 1;
      counts.set(entry, count);
    }
  }
  return counts;
}

/**
 * Sums of two or more parts witness the digits of all their figures. An equality of one term carries over what its other side
 * has; a zero beside it is witnessed once all others are.
 */
function digitsOf(telling: readonly Verdict[]): ReadonlySet<Entry> {
  const witnessed = new Set<Entry>();
  const equalities = new Map<Entry, Verdict[]>();
  const queue: Entry[] = [];
  const witness = (entry: Entry): void => {
    if (witnessed.has(entry)) return;
    witnessed.add(entry);
    queue.push(entry);
  };
  for (const one of telling) {
    for (const entry of members(one.constraint)) {
      if (!speaksOf(one, entry)) continue;
      if (isSum(one)) witness(entry);
      else push(equalities, entry, one);
    }
  }
  const spread = (): void => {
    for (let entry = queue.pop(); entry; entry = queue.pop()) {
      for (const one of equalities.get(entry) ?? []) {
        const filled = members(one.constraint).filter(({ amount }) => amount !== 0n);
        if (!filled.some((other) => witnessed.has(other))) continue;
        for (const other of members(one.constraint)) if (speaksOf(one, other)) witness(other);
      }
    }
  };
  spread();
  for (const entry of repeatedOften(equalities, witnessed)) witness(entry);
  spread();
  return witnessed;
}

/** Prints of one figure in as many rows are no chance. */
const OFTEN = 3;

/**
 * Figures printed again and again in one table (a project's budget with each of its purchases). One misread print would differ
 * from the others; a font that misreads a digit everywhere would break the sums of the table that have this digit.
 */
function repeatedOften(
  equalities: ReadonlyMap<Entry, readonly Verdict[]>,
  witnessed: ReadonlySet<Entry>,
): Entry[] {
  const digits = new Map<number, Set<string>>();
  for (const { table, figure } of witnessed) {
    const known = digits.get(table) ?? new Set<string>();
    for (const digit of figure.money.published) known.add(digit);
    digits.set(table, known);
  }
  return [...equalities].flatMap(([entry, all]) => {
    const prints = all.filter(({ constraint }) => constraint.because === "repeated");
    const known = digits.get(entry.table);
    const legible = [...entry.figure.money.published].every((digit) => known?.has(digit));
    return legible && prints.length >= OFTEN - 1 ? [entry] : [];
  });
}

export function rowKey({ table, figure: { block, row } }: Entry): string {
  return `${table} ${block} ${row}`;
}

/**
 * A sum over columns with two or more parts, or another table that says the same, witnesses what its columns mean. A
 * column alone in its block can be taken for no other.
 */
function columnsOf(
  ledger: Ledger,
  telling: readonly Verdict[],
  verdicts: readonly Verdict[],
): ReadonlySet<string> {
  const witnessed = new Set<string>();
  for (const [table, reading] of ledger.readings.entries()) {
    for (const column of reading.table.columns) {
      if (isAlone(column, reading.table.columns)) witnessed.add(`${table} ${column.index}`);
    }
  }
  const tells = tellsColumn(ledger);
  const contested = contestedColumns(verdicts);
  const disordered = outOfOrder(ledger);
  const equalities: Verdict[] = [];
  for (const one of telling) {
    const { constraint } = one;
    if (!constraint.witnesses.includes("column")) continue;
    const inRow = constraint.kind === "row";
    if (inRow) equalities.push(one);
    // Headings that changed places leave the sum as it is: where another table contradicts one, or they do not stand in the
    // order that all publishers keep, it tells none from the others.
    const cells = members(constraint);
    const open = cells.some((e) => contested.has(columnKey(e)) || disordered.has(columnKey(e)));
    if (inRow && (!isSum(one) || open)) continue;
    const whole = wholeOf(constraint);
    for (const entry of members(constraint)) {
      if (entry.amount === 0n || !speaksOf(one, entry)) continue;
      if (divides(constraint) && entry !== whole) continue;
      if (inRow || tells(entry)) witnessed.add(columnKey(entry));
    }
  }
  carryOver(equalities, zeroColumns(ledger), witnessed);
  byElimination(ledger, verdicts, witnessed);
  return witnessed;
}

/**
 * The one column of a block that no sum takes in and nothing witnesses, between neighbours that are, is under the one heading that is left: columns
 * and headings keep their order. A blank column or an unknown heading beside it could be its own.
 */
function byElimination(ledger: Ledger, verdicts: readonly Verdict[], witnessed: Set<string>): void {
  const inRows = verdicts.filter(({ constraint }) => constraint.kind === "row");
  const summed = new Set(
    inRows.flatMap(({ constraint }) => members(constraint)).map((entry) => columnKey(entry)),
  );
  for (const [table, { table: printed }] of ledger.readings.entries()) {
    const filled = new Set((ledger.byTable[table] ?? []).map(({ figure }) => figure.column));
    for (const block of new Set(printed.columns.map((column) => column.block))) {
      const money = printed.columns.filter((column) => column.block === block && isMoney(column));
      const open = money.filter(({ index }) => !witnessed.has(`${table} ${index}`));
      const left = open.filter(({ index, role }) => role !== "change" && filled.has(index));
      const [only, more] = left;
      if (!only || more || open.some(({ role }) => role === "unknown")) continue;
      const at = money.indexOf(only);
      const blank = [money[at - 1], money[at + 1]].some((one) => one && open.includes(one));
      const beside = !summed.has(`${table} ${only.index}`);
      if (beside && !blank && money.length > 2) witnessed.add(`${table} ${only.index}`);
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
  zeros: ReadonlySet<string>,
  witnessed: Set<string>,
): void {
  for (let before = -1; before !== witnessed.size; ) {
    before = witnessed.size;
    for (const { constraint, parts } of equalities) {
      const cells = members(constraint);
      const filled = cells.filter(({ amount }) => amount !== 0n);
      if (parts === 1 && filled.some((entry) => witnessed.has(columnKey(entry)))) {
        const whole = wholeOf(constraint);
        for (const entry of filled) {
          if (entry === whole || entry.figure.place.box) witnessed.add(columnKey(entry));
        }
      }
      if (!filled.every((entry) => witnessed.has(columnKey(entry)))) continue;
      for (const entry of cells) if (zeros.has(columnKey(entry))) witnessed.add(columnKey(entry));
    }
  }
}

function zeroColumns(ledger: Ledger): ReadonlySet<string> {
  const zeros = new Set(ledger.entries.map(columnKey));
  for (const entry of ledger.entries) if (entry.amount !== 0n) zeros.delete(columnKey(entry));
  return zeros;
}

function isAlone(column: Column, columns: readonly Column[]): boolean {
  return (
    column.role === "amount" &&
    columns.every((other) => other === column || other.block !== column.block || !isMoney(other))
  );
}

/** Columns that stand in another order than every publisher prints them in, as far as there is one. */
function outOfOrder({ readings }: Ledger): ReadonlySet<string> {
  const found = readings.flatMap(({ table: { columns } }, at) =>
    CUSTOMARY.flatMap((order) => {
      const placed = columns.flatMap(({ index, block, gives: { fund, kind } }) => {
        const place = Math.max(order.indexOf(fund ?? ""), order.indexOf(kind ?? ""));
        return place < 0 ? [] : [{ index, block, place }];
      });
      const wrong = placed.some(({ block, place }, i) =>
        placed.slice(0, i).some((before) => before.block === block && before.place > place),
      );
      return wrong ? placed.map(({ index }) => `${at} ${index}`) : [];
    }),
  );
  return new Set(found);
}

function isMoney({ role }: Column): boolean {
  return role === "amount" || role === "unknown" || role === "change";
}

/**
 * Another table tells a column from its neighbours by a figure that they do not have in that row: an amount that stands in two
 * columns would agree under either heading. Columns that are equal throughout may be told by it all the same.
 */
function tellsColumn(ledger: Ledger): (entry: Entry) => boolean {
  const rows = new Map<string, Entry[]>();
  for (const entry of ledger.entries) push(rows, rowKey(entry), entry);
  const columns = new Map<string, Map<number, bigint>>();
  for (const entry of ledger.entries) {
    const cells = columns.get(columnKey(entry)) ?? new Map<number, bigint>();
    cells.set(entry.figure.row, entry.amount);
    columns.set(columnKey(entry), cells);
  }
  const equal = new Map<string, boolean>();
  const areEqual = (a: Entry, b: Entry): boolean => {
    const key = `${columnKey(a)} ${b.figure.column}`;
    const known = equal.get(key);
    if (known !== undefined) return known;
    const [one, other] = [columns.get(columnKey(a)), columns.get(columnKey(b))];
    const found = [...(one ?? [])].every(([row, amount]) => (other?.get(row) ?? 0n) === amount);
    const back = [...(other ?? [])].every(([row, amount]) => (one?.get(row) ?? 0n) === amount);
    equal.set(key, found && back);
    return found && back;
  };
  return (entry) => {
    const twins = (rows.get(rowKey(entry)) ?? []).filter((other) => {
      return other !== entry && other.amount === entry.amount;
    });
    return twins.every((twin) => areEqual(entry, twin));
  };
}

/**
 * A row that claims nothing of its own needs no witness; another is witnessed down a column or by another table. Rows without
 * any name lost theirs, unless there is only one.
 */
function rowsOf(ledger: Ledger, telling: readonly Verdict[]): ReadonlySet<string> {
  const witnessed = new Set<string>();
  for (const [table, { keys }] of ledger.readings.entries()) {
    const filled = new Set((ledger.byTable[table] ?? []).map(({ figure }) => figure.row));
    const named = (block: number): boolean =>
      filled.size === 1 || keys.some((key) => key.block === block && key.label !== "");
    for (const { block, row, coordinates } of keys) {
      const claims = Object.keys(coordinates).length > 0;
      if (!claims && named(block)) witnessed.add(`${table} ${block} ${row}`);
    }
  }
  const slides = inOpenList(ledger);
  for (const one of telling) {
    if (!one.constraint.witnesses.includes("row")) continue;
    const { kind } = one.constraint;
    const down = kind === "column" || kind === "tree" || kind === "balance";
    for (const entry of members(one.constraint)) {
      if (speaksOf(one, entry) && !(down && slides(entry))) witnessed.add(rowKey(entry));
    }
  }
  return witnessed;
}

/**
 * A line of a list by name, in text, where nothing is drawn: the amounts may have slid along the names, and add up all the same.
 * So they may where they stand together at one end, where the total is blank, and in a table of one list beside a blank line.
 */
function inOpenList({ readings, byTable }: Ledger): (entry: Entry) => boolean {
  const open = readings.map(({ table, keys }, at) => {
    const found = new Set<string>();
    const filled = new Set((byTable[at] ?? []).map(cellKey));
    const lists = groupBy(
      keys.filter((key) => isByName(key, table)),
      ({ block }) => block,
    );
    for (const [block, rows] of lists) {
      for (const { index } of table.columns.filter((column) => column.block === block)) {
        const cells = rows.map(({ row }) => `${row} ${index}`);
        const blank = cells.map((cell) => !filled.has(cell));
        const apart = blank.filter((one, i) => i > 0 && one !== blank[i - 1]).length === 1;
        const ends = apart && blank.filter((one) => !one).length > 2;
        const total = keys.findLast((key) => key.block === block && key.label.includes("总计"));
        const headless = total !== undefined && !filled.has(`${total.row} ${index}`);
        for (const [i, cell] of cells.entries()) {
          const beside = lists.size === 1 && (blank[i - 1] || blank[i + 1]);
          if (ends || headless || beside) found.add(cell);
        }
      }
    }
    return found;
  });
  return (entry) => !entry.figure.place.box && open[entry.table]?.has(cellKey(entry)) === true;
}

function cellKey({ figure: { row, column } }: Entry): string {
  return `${row} ${column}`;
}

function isByName({ role, coordinates: c }: RowKey, { columns }: Table): boolean {
  const coded = columns.some((column) => column.role === "function");
  const code = (coded ? c.functionCode : undefined) ?? c.economicCode ?? c.govEconomicCode;
  const named = code ?? c.unitCode ?? c.unitName ?? c.projectCode ?? c.projectName;
  return role === "line" && named === undefined;
}

/** A printed unit, or a figure that is the same in a table that prints its own. */
function scalesOf(ledger: Ledger, telling: readonly Verdict[]): ReadonlySet<number> {
  const witnessed = new Set(
    ledger.readings.flatMap(({ table }, i) => (table.unitFrom === "label" ? [i] : [])),
  );
  const between = telling.filter(({ constraint }) => constraint.witnesses.includes("scale"));
  for (let before = -1; before !== witnessed.size; ) {
    before = witnessed.size;
    for (const { constraint } of between) {
      const tables = members(constraint).map(({ table }) => table);
      if (tables.some((table) => witnessed.has(table))) for (const t of tables) witnessed.add(t);
    }
  }
  return witnessed;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
