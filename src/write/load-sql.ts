import type { Dataset, Field } from "./dataset.ts";
import { ESCAPED } from "./formula.ts";

/** A dataset's CSV file, and the number of decimals that its exact amounts need. */
export interface TypedDataset {
  readonly dataset: Dataset;
  scale(): number;
}

/** Macro that gives back the text behind an apostrophe that keeps a spreadsheet from running it (formula.ts). */
export const TRUE_TEXT =
  `CREATE OR REPLACE MACRO true_text(cell) AS ` +
  `CASE WHEN starts_with(cell, '''') AND regexp_matches(cell, ${quoted(ESCAPED)}) THEN substr(cell, 2) ELSE cell END;`;

/**
 * `load.sql`: run in the output folder (`duckdb -init load.sql`), it gives a typed view over each CSV file: codes are text
 * with their leading zeros, amounts exact decimals, empty cells NULL, texts as printed.
 */
export function loadSql(datasets: readonly TypedDataset[]): string {
  const views = datasets.map(
    ({ dataset, scale }) =>
      `CREATE OR REPLACE VIEW ${viewName(dataset)} AS\n${selectSql(dataset, `${dataset.name}.csv`, scale())};\n`,
  );
  return [
    "-- Typed views over the CSV files of this folder, for DuckDB. Run it from here: duckdb -init load.sql",
    `${TRUE_TEXT}\n`,
    ...views,
  ].join("\n");
}

/** A query over one CSV file with the types of its declaration. */
export function selectSql({ fields }: Dataset, path: string, scale: number): string {
  const columns = fields.map((field) => `${quoted(field.name)}: ${quoted(typeOf(field, scale))}`);
  const selected = fields.map((field) =>
    isFree(field) ? `true_text("${field.name}") AS "${field.name}"` : `"${field.name}"`,
  );
  return [
    `SELECT\n  ${selected.join(",\n  ")}`,
    `FROM read_csv(${quoted(path)}, auto_detect = false, header = true, delim = ',',`,
    `  quote = '"', escape = '"', new_line = '\\n', nullstr = '', strict_mode = true, columns = {`,
    `    ${columns.join(",\n    ")}\n  })`,
  ].join("\n");
}

export function viewName({ name }: Dataset): string {
  return name.replaceAll("-", "_");
}

/** Whether a document's own words can stand in the field, so that its cells may be escaped. */
function isFree({ type, values }: Field): boolean {
  return (type === "text" || type === "code") && !values;
}

function typeOf({ type }: Field, scale: number): string {
  if (type === "decimal") return decimalType(scale);
  return type === "integer" ? "INTEGER" : "VARCHAR";
}

/** Money in 元 has two decimals at least, more where a document prints more. */
export function decimalType(scale: number): string {
  return `DECIMAL(38, ${Math.max(2, scale)})`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
