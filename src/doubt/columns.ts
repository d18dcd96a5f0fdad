import { isDrawn } from "../model/place.ts";
import { groupBy, keyWithout } from "../normalise/ledger/keys.ts";
import { columnOf, type Entry, type Ledger, rowOf } from "../normalise/ledger/ledger.ts";
import { CUSTOMARY } from "../taxonomy/orders.ts";

/**
 * Columns that stand in another order than every publisher prints them in, as far as there is one: among those that differ in
 * nothing but what is ordered. 基本支出 and 项目支出 may be printed once for each budget, or for income and expenditure.
 */
export function outOfOrder({ readings }: Ledger): ReadonlySet<string> {
  const found = readings.flatMap(({ table: { columns } }, at) =>
    CUSTOMARY.flatMap(([dimension, ...order]) => {
      const placed = columns.flatMap(({ index, block, gives }) => {
        const place = order.indexOf(gives[dimension] ?? "");
        return place < 0
          ? []
          : [{ index, place, alike: `${block}${keyWithout(gives, dimension)}` }];
      });
      return [...groupBy(placed, ({ alike }) => alike).values()]
        .filter((row) => row.some(({ place }, i) => place < (row[i - 1]?.place ?? 0)))
        .flatMap((row) => row.map(({ index }) => `${at} ${index}`));
    }),
  );
  return new Set(found);
}

/**
 * Classes that are headings of one list, some of them blank, in text: the others may have slid below their headings, and add up all
 * the same. What a fund or a kind has is bounded by other tables; what a class has is not.
 */
export function besideBlank({ readings, byTable }: Ledger): ReadonlySet<string> {
  const found = readings.flatMap(({ table: { columns } }, at) => {
    const entries = byTable[at] ?? [];
    if (entries.some(({ figure }) => isDrawn(figure.place))) return [];
    const filled = new Set(entries.map(({ figure }) => figure.column));
    const classes = columns.filter(({ gives }) => gives.economicCode !== undefined);
    const blank = new Set(classes.flatMap(({ index, block }) => (filled.has(index) ? [] : block)));
    return classes.flatMap(({ index, block }) => (blank.has(block) ? `${at} ${index}` : []));
  });
  return new Set(found);
}

/**
 * Another table tells a column from its neighbours by a figure that they do not have in that row: an amount that stands in two
 * columns would agree under either heading. Columns that are equal throughout may be told by it all the same.
 */
export function tellsColumn(ledger: Ledger): (entry: Entry) => boolean {
  const rows = groupBy(ledger.entries, rowOf);
  const columns = new Map(
    [...groupBy(ledger.entries, columnOf)].map(([key, column]) => {
      return [key, new Map(column.map(({ figure, amount }) => [figure.row, amount]))] as const;
    }),
  );
  const known = new Map<string, boolean>();
  const holds = (one: string, other: string): boolean => {
    const amounts = columns.get(other);
    return [...(columns.get(one) ?? [])].every(
      ([row, amount]) => (amounts?.get(row) ?? 0n) === amount,
    );
  };
  const areEqual = (one: string, other: string): boolean => {
    const equal = known.get(`${one} ${other}`) ?? (holds(one, other) && holds(other, one));
    known.set(`${one} ${other}`, equal);
    return equal;
  };
  return (entry) => {
    const twins = rows.get(rowOf(entry))?.filter(({ amount }) => amount === entry.amount) ?? [];
    return twins.every((twin) => areEqual(columnOf(entry), columnOf(twin)));
  };
}
