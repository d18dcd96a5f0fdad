import type { Table } from "../../model/table.ts";
import { type Line, type Rules, rulesOver } from "../constraints/descendants.ts";

export type { Amount } from "../constraint.ts";
export { judge as judgeRow, type Rules as RowRules } from "../constraints/descendants.ts";

/** The rules over the columns of a block, given what each column means. */
export function rowRules({ gives }: Table, columns: readonly Line[]): Rules {
  return rulesOver(columns.map((column) => ({ ...column, gives: { ...gives, ...column.gives } })));
}
