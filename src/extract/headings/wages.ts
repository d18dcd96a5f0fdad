import type { Kind } from "../../model/coordinates.ts";
import type { Column } from "../../model/table.ts";
import { plain } from "../../taxonomy/plain.ts";

/**
 * 人员支出 | 公用支出 | 对个人和家庭的补助支出 side by side (forms before 2018) part the basic expenditure in three: the first is
 * what is paid to the staff without the third.
 */
export function withWages(columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    if (column.gives.kind !== "basic.personnel") return column;
    const beside = (kind: Kind) => columns.some((other) => areSisters(column, other, kind));
    const three = ["basic.operating", "basic.personnel.family"] as const;
    return three.every(beside) && !beside("basic.personnel.wages")
      ? { ...column, gives: { ...column.gives, kind: "basic.personnel.wages" } }
      : column;
  });
}

/** Columns under one heading that differ in their kind alone. */
function areSisters(column: Column, other: Column, kind: Kind): boolean {
  const said = ({ block, heading, gives }: Column) =>
    JSON.stringify([block, heading.slice(0, -1), { ...gives, kind: undefined }]);
  const part = plain(other.heading.at(-1) ?? "").startsWith("其中");
  return other.gives.kind === kind && !part && said(column) === said(other);
}
