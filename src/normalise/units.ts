import type { Table } from "../model/table.ts";
import { plain } from "../taxonomy/plain.ts";

/** Names of budget units that the document uses anywhere: they tell a unit from a project or a subject. */
export interface KnownUnits {
  readonly names: ReadonlySet<string>;
}

/** Names as units write them. */
const UNIT_NAME =
  /(?:局|委|委员会|办|办公室|办公厅|厅|部|院|校|所|站|中心|队|总队|支队|大队|处|会|社|馆|台|园|医院|学校|大学|学院|中学|小学|高中|职中|幼儿园|[残妇文侨]联|社科联|工商联|科协|少年宫|剧团|歌舞团|林场|农场|牧场|渔场|保护区|公司|街道|镇|乡|政府|本级|机关|法院|检察院|分局|总站)(?:\((?:本级|机关)\))?$/;

/** Is a name written like a unit's? */
export function looksLikeUnit(name: string): boolean {
  return UNIT_NAME.test(plain(name));
}

/** The units that a disclosure names in the columns of its tables, and the department itself. */
export function knownUnits(tables: readonly Table[], department: string): KnownUnits {
  const names = new Set<string>(department === "" ? [] : [plain(department)]);
  for (const table of tables) {
    const columns = new Set(
      table.columns.filter((column) => column.role === "unit-name").map((column) => column.index),
    );
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const name = plain(cell.text);
        if (columns.has(cell.column) && looksLikeUnit(name)) names.add(name);
      }
    }
  }
  return { names };
}
