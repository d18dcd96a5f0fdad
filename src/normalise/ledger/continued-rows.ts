import type { RowKey } from "../../model/table.ts";
import { groupBy } from "./keys.ts";

/**
 * Rows, as `block row`, whose lines go on in the next list: 302 in one, 30217 at the head of another that has no 302. The lines
 * of their own list are not all of them.
 */
export function continuedRows(keys: readonly RowKey[]): ReadonlySet<string> {
  const coded = keys.flatMap(({ block, row, coordinates: c }) => {
    const code = c.economicCode ?? c.functionCode;
    return code === undefined ? [] : [{ block, row, code }];
  });
  const printed = groupBy(coded, ({ code }) => code);
  return new Set(
    coded.flatMap(({ block, code }) => {
      const classes = [code.slice(0, -2), code.slice(0, 3)].filter((at) => at !== code);
      const above = classes.map((at) => printed.get(at)).find((rows) => rows !== undefined) ?? [];
      const own = above.some((row) => row.block === block);
      return own ? [] : above.map((row) => `${row.block} ${row.row}`);
    }),
  );
}
