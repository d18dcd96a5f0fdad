import { writeToString } from "fast-csv";
import type { Dataset, RecordOf } from "./dataset.ts";
import { withoutFormula } from "./formula.ts";

export interface CsvOptions {
  /** Begin the file with a byte-order mark, which Excel needs for Chinese. Defaults to true. */
  readonly bom?: boolean;
}

const BOM = "\uFEFF";

/**
 * Rows as CSV: UTF-8, comma, RFC 4180 quoting, LF after every row; no header, no byte-order mark, so that it can be appended.
 * A text that a spreadsheet would run as a formula is made harmless (see `formula.ts`); NUL characters are left out.
 */
export async function csvRows(rows: readonly (readonly string[])[]): Promise<string> {
  if (rows.length === 0) return "";
  const safe = rows.map((row) => row.map(withoutFormula));
  return writeToString(safe, { headers: false, rowDelimiter: "\n", includeEndRowDelimiter: true });
}

/** The first line of a CSV file, with the byte-order mark before it. */
export async function csvHeader(
  names: readonly string[],
  { bom = true }: CsvOptions = {},
): Promise<string> {
  return (bom ? BOM : "") + (await csvRows([names]));
}

/** A whole CSV file. */
export async function csvFile(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  options: CsvOptions = {},
): Promise<string> {
  return (await csvHeader(names, options)) + (await csvRows(rows));
}

/** The records of a dataset as rows in the order of its fields. */
export function rowsOf<Name extends string>(
  { fields }: Dataset<Name>,
  records: readonly RecordOf<Dataset<Name>>[],
): string[][] {
  return records.map((record) => fields.map(({ name }) => record[name]));
}
