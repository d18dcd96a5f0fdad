import type { Check } from "../model/check.ts";
import { formatYuan } from "../model/money.ts";
import { type ConstraintKind, magnitude, members, side, type Verdict } from "./constraint.ts";
import type { LostRows } from "./explain/lost-rows.ts";
import type { RowsApart } from "./explain/rows-apart.ts";
import { describe } from "./keys.ts";
import { type Entry, type Ledger, toYuan } from "./ledger.ts";

/** What each rule says of two sides that should be equal. */
const SAYS: Record<ConstraintKind, string> = {
  row: "the columns of its row",
  column: "the rows below it",
  tree: "the lines below it",
  balance: "the other side of the balance",
  same: "the same figure",
  across: "its lines",
};

/** An constraint in words and numbers. Amounts are in the unit of the table. */
export function identityWords(
  ledger: Ledger,
  { constraint, difference, slack, holds }: Verdict,
): Record<"says" | "expected" | "found" | "difference" | "tolerance", string> {
  const [subject] = members(constraint);
  const found = inUnit(ledger, subject, total(side(constraint, 1)));
  const expected = inUnit(ledger, subject, total(side(constraint, -1)));
  const other = members(constraint).find(({ table }) => table !== subject?.table);
  const where = other ? ` in ${tableName(ledger, other)}` : "";
  const bound = constraint.relation === "≤";
  const relation = holds ? (bound ? "is within" : "is") : bound ? "is more than" : "differs from";
  return {
    says: `${subject ? name(ledger, subject) : "a sum"} ${relation} ${bound ? "the whole that it is part of" : SAYS[constraint.kind]}${where}: ${found} against ${expected}`,
    expected,
    found,
    difference: inUnit(ledger, subject, difference),
    tolerance: toYuan(slack, ledger.digits).div(2).div(unitOf(subject)).toFixed(),
  };
}

/** An constraint that fails, for checks.csv, with the rows that make up its gap where they are known. */
export function failureCheck(
  ledger: Ledger,
  one: Verdict,
  guilty: readonly Entry[],
  apart: RowsApart | undefined,
): Check {
  const subject = members(one.constraint)[0];
  const { says, ...amounts } = identityWords(ledger, one);
  const [only, more] = guilty;
  const blame =
    only && !more
      ? `; ${name(ledger, only)} is to blame`
      : guilty.length === 0
        ? "; another failure explains it"
        : "";
  return {
    check: "identity",
    outcome: "fails",
    ...placeOf(ledger, only && !more ? only : subject),
    ...(subject && { coordinates: describe(subject.coordinates) }),
    ...amounts,
    message: `${says}${blame}${apart ? `; ${gapWords(ledger, magnitude(one.difference), apart)}` : ""}`,
  };
}

/** Rows that are missing, with the gap of each column and the table that knows it. */
export function lostCheck(ledger: Ledger, lost: LostRows): Check {
  const { parent, gaps } = lost;
  const widest = gaps.reduce((a, b) => (magnitude(b.gap) > magnitude(a.gap) ? b : a));
  const columns = gaps
    .map(
      ({ column, gap }) =>
        `${heading(ledger, parent.table, column)} ${inUnit(ledger, parent, gap)}`,
    )
    .join(", ");
  return {
    check: "lost-rows",
    outcome: "noted",
    ...placeOf(ledger, parent),
    coordinates: describe(parent.coordinates),
    expected: inUnit(ledger, parent, parent.amount),
    found: inUnit(ledger, parent, parent.amount - widest.gap),
    difference: inUnit(ledger, parent, -widest.gap),
    tolerance: toYuan(widest.slack, ledger.digits).div(2).div(unitOf(parent)).toFixed(),
    message: `rows are missing below ${name(ledger, parent)}: ${columns}; ${knowsWords(ledger, lost)}`,
  };
}

/** Which tables know what is missing. */
function knowsWords(ledger: Ledger, { known, apart, parent, parts }: LostRows): string {
  if (apart) {
    const has = apart.rows[0] ? tableName(ledger, apart.rows[0]) : "";
    const chosen =
      apart.of > apart.rows.length
        ? ` (of ${apart.of} rows that it alone has, only these add up to the gap)`
        : "";
    const it = apart.rows.length === 1 ? "it" : "them";
    return `${has} has ${it} as ${rowsWords(ledger, apart.rows)}${chosen}`;
  }
  if (known) return `${tableName(ledger, known)} has it as ${rowsWords(ledger, [known])}`;
  const some = parts.map(({ column, entry }) => {
    const lacking = heading(ledger, parent.table, column);
    return `; ${tableName(ledger, entry)} has that of ${lacking} as ${rowsWords(ledger, [entry])}`;
  });
  return `no other table has the figure${some.join("")}`;
}

/** Rows that a reader checks one by one; of more, the first are named. */
const NAMED = 6;

/** `the gap of 645 is exactly 4 of the 8 rows that A has and B lacks: …` */
function gapWords(ledger: Ledger, gap: bigint, { rows, less, lacks, of, rest }: RowsApart): string {
  const [one] = rows;
  const has = one ? tableName(ledger, one) : "";
  const other = ledger.readings[lacks]?.table.id ?? "";
  const exactly = rest === 0n ? "exactly" : "within rounding";
  const count =
    of > rows.length
      ? `${rows.length} of the ${of} rows`
      : rows.length === 1
        ? "the row"
        : `the ${rows.length} rows`;
  const minus = less.length > 0 ? `, less what only ${other} has: ${rowsWords(ledger, less)}` : "";
  return `the gap of ${inUnit(ledger, one, gap)} is ${exactly} ${count} that ${has} has and ${other} lacks: ${rowsWords(ledger, rows)}${minus}`;
}

/** `甲项目 5869.20 (row 11, line 275) + 乙项目 730.00 (row 12, line 278)` */
function rowsWords(ledger: Ledger, rows: readonly Entry[]): string {
  const named = rows.slice(0, NAMED).map((entry) => {
    const { label, row, place, money } = entry.figure;
    const what = label.trim() || describe(entry.coordinates);
    const at = place.page === undefined ? `line ${place.line}` : `page ${place.page}`;
    return `${what} ${money.published} (row ${row}, ${at})`;
  });
  const more = rows.slice(NAMED);
  const rest = inUnit(ledger, rows[0], total(more));
  return [...named, ...(more.length > 0 ? [`${more.length} more of ${rest}`] : [])].join(" + ");
}

function placeOf(ledger: Ledger, entry: Entry | undefined): Partial<Check> {
  const table = entry && ledger.readings[entry.table]?.table;
  if (!entry || !table) return {};
  return {
    table: table.id,
    tableIndex: entry.table,
    row: entry.figure.row,
    place: entry.figure.place,
  };
}

export function name(ledger: Ledger, entry: Entry): string {
  const label = entry.figure.label.trim();
  const column = heading(ledger, entry.table, entry.figure.column);
  const what = [label, column].filter((part) => part !== "").join(" › ");
  return `${what} (${tableName(ledger, entry)}, row ${entry.figure.row})`;
}

function tableName(ledger: Ledger, entry: Entry): string {
  return ledger.readings[entry.table]?.table.id ?? "";
}

function heading(ledger: Ledger, table: number, column: number): string {
  return ledger.readings[table]?.table.columns[column]?.heading.at(-1) ?? `column ${column + 1}`;
}

function total(entries: readonly Entry[]): bigint {
  return entries.reduce((sum, { amount }) => sum + amount, 0n);
}

function unitOf(entry: Entry | undefined): number {
  const unit = entry?.figure.money.unit ?? "元";
  return { 元: 1, 千元: 1_000, 万元: 10_000, 亿元: 100_000_000 }[unit];
}

function inUnit(ledger: Ledger, entry: Entry | undefined, amount: bigint): string {
  return formatYuan(toYuan(amount, ledger.digits).div(unitOf(entry)));
}
