import type { Ledger } from "../normalise/ledger/ledger.ts";
import { CUSTOMARY } from "../taxonomy/tables.ts";

/** Columns that stand in another order than every publisher prints them in, as far as there is one. */
export function outOfOrder({ readings }: Ledger): ReadonlySet<string> {
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
