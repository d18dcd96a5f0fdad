import { groupBy } from "../normalise/ledger/keys.ts";
import type { Entry } from "../normalise/ledger/ledger.ts";
import { TREES } from "../taxonomy/trees.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Sources that say nothing of where the money is from. */
const WHOLE: ReadonlySet<string> = new Set(["total", "current"]);
/** Kinds that are of one source or receiver each: 经营支出 is what 经营收入 pays for. */
const APART: ReadonlySet<string> = new Set(["business", "remittance", "subsidy"]);
/** A number of so many digits is not the same as another by chance. */
const TELLING = 3;

/**
 * Columns of a source that no other table knows of, while one prints the column's largest amount under a source that this
 * table has nothing of: the figures slid below the heading of another.
 */
export function fundsElsewhere({ ledger }: Print): Doubt[] {
  const columns = groupBy(
    ledger.entries.filter((entry) => {
      const { gives = {} } = ledger.readings[entry.table]?.table.columns[entry.figure.column] ?? {};
      return (gives.fund !== undefined || APART.has(gives.kind ?? "")) && isSource(entry);
    }),
    ({ table, figure }) => `${table} ${figure.column}`,
  );
  const displaced = [...columns.values()].filter((column) => {
    const [first] = column;
    if (!first) return false;
    const others = ledger.entries.filter(({ table }) => table !== first.table);
    if (others.some((other) => isSource(other) && isOfOne(other, first))) return false;
    const most = column.reduce((max, { amount }) => (amount > max ? amount : max), 0n);
    if (`${most}`.replace(/0+$/, "").length < TELLING) return false;
    return others.some((other) => {
      if (other.amount !== most || !isSource(other) || isApart(first) !== isApart(other))
        return false;
      return !(ledger.byTable[first.table] ?? []).some(
        (own) => isSource(own) && isOfOne(own, other),
      );
    });
  });
  return doubt("fund-elsewhere", displaced.flat());
}

function isSource(entry: Entry): boolean {
  const source = sourceOf(entry);
  return source !== undefined && !WHOLE.has(source);
}

function sourceOf({ coordinates: { fund, kind } }: Entry): string | undefined {
  return kind !== undefined && APART.has(kind) ? kind : fund;
}

function isApart(entry: Entry): boolean {
  return APART.has(sourceOf(entry) ?? "");
}

/** Whether one source is, or is a part of, the other. */
function isOfOne(a: Entry, b: Entry): boolean {
  return isWithin(sourceOf(a), sourceOf(b)) || isWithin(sourceOf(b), sourceOf(a));
}

function isWithin(part: string | undefined, whole: string | undefined): boolean {
  for (let fund = part; fund !== undefined; fund = TREES.fund.parent.get(fund))
    if (fund === whole) return true;
  return false;
}
