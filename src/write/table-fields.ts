import { TABLE_IDS } from "../model/table-ids.ts";
import { field } from "./dataset.ts";

/** The fields that say in which table something stands. */
export const TABLE = {
  table_id: field("text", "table_id", "表", "Id of the standard table.", { values: TABLE_IDS }),
  row_no: field("integer", "row_no", "表内行号", "1-based row of the logical table."),
} as const;
