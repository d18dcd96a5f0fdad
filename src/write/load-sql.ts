import { VIEWS, type View } from "../model/figure.ts";
import type { Dataset, Field } from "./dataset.ts";
import { ESCAPED } from "./formula.ts";
import { FITTING, type Measure } from "./measure.ts";

/** A dataset's CSV files by path or pattern, and what their exact amounts need. */
export interface TypedDataset {
  readonly dataset: Dataset;
  readonly path: string;
  readonly measure: Measure;
}

/** A dataset's Parquet files: their types are their own. */
export type ParquetDataset = Pick<TypedDataset, "dataset" | "path">;

/** Macro that gives back the text behind an apostrophe that keeps a spreadsheet from running it (formula.ts). */
export const TRUE_TEXT =
  `CREATE OR REPLACE MACRO true_text(cell) AS ` +
  `CASE WHEN starts_with(cell, '''') AND regexp_matches(cell, ${quoted(ESCAPED)}) THEN substr(cell, 2) ELSE cell END;`;

/**
 * `load.sql`: run in the output folder (`duckdb -init load.sql`), it gives a typed view over each CSV file: codes are text
 * with their leading zeros, amounts exact decimals, empty cells NULL, texts as printed.
 */
export function loadSql(
  datasets: readonly TypedDataset[],
  parquet: readonly ParquetDataset[] = [],
): string {
  const views = [
    ...datasets.map(
      ({ dataset, path, measure }) =>
        `CREATE OR REPLACE VIEW ${viewName(dataset)} AS\n${selectSql(dataset, path, measure)};\n`,
    ),
    ...parquet.map(
      ({ dataset, path }) =>
        `CREATE OR REPLACE VIEW ${viewName(dataset)} AS\nSELECT * FROM read_parquet(${quoted(path)});\n`,
    ),
  ];
  const hasFigures = [...datasets, ...parquet].some(({ dataset }) => dataset.name === "figures");
  return [
    "-- Typed views over the files of this folder, for DuckDB. Run it from here: duckdb -init load.sql",
    `${TRUE_TEXT}\n`,
    ...views,
    ...(hasFigures ? VIEWS.map(panelSql) : []),
  ].join("\n");
}

/** The figures of one view: their amounts add up to what a disclosure spends, or disclosures.csv says what they lack. */
function panelSql(view: View): string {
  return `CREATE OR REPLACE VIEW panel_by_${view} AS\nSELECT * FROM figures WHERE in_by_${view};\n`;
}

/**
 * A query over one CSV file with the types of its declaration. An amount of more digits than any decimal holds is NULL there:
 * documents.csv says so of its document, and the CSV file has it.
 */
export function selectSql({ fields }: Dataset, path: string, measure: Measure): string {
  const columns = fields.map((field) => `${quoted(field.name)}: ${quoted(typeOf(field, measure))}`);
  const selected = fields.map((field) => selectedAs(field, measure));
  return [
    `SELECT\n  ${selected.join(",\n  ")}`,
    `FROM read_csv(${quoted(path)}, auto_detect = false, header = true, delim = ',',`,
    `  quote = '"', escape = '"', new_line = '\\n', nullstr = '', strict_mode = true,${room(measure)} columns = {`,
    `    ${columns.join(",\n    ")}\n  })`,
  ].join("\n");
}

/** DuckDB refuses lines of more than two million bytes unless it is told of them, and then takes sixteen times their memory. */
const LONG = 2_000_000;

function room({ longest }: Measure): string {
  return longest < LONG ? "" : ` max_line_size = ${longest}, buffer_size = ${2 * longest},`;
}

export function viewName({ name }: Dataset): string {
  return name.replaceAll("-", "_");
}

/** Whether a document's own words can stand in the field, so that its cells may be escaped. */
function isFree({ type, values }: Field): boolean {
  return (type === "text" || type === "code") && !values;
}

function selectedAs(field: Field, { scale, oversized }: Measure): string {
  const name = `"${field.name}"`;
  if (isFree(field)) return `true_text(${name}) AS ${name}`;
  if (field.type !== "decimal" || !oversized) return name;
  const type = decimalType(scale);
  return `CASE WHEN regexp_full_match(${name}, ${quoted(FITTING)}) THEN ${name}::${type} END AS ${name}`;
}

function typeOf({ type }: Field, { scale, oversized }: Measure): string {
  if (type === "decimal" && !oversized) return decimalType(scale);
  return type === "integer" ? "INTEGER" : type === "boolean" ? "BOOLEAN" : "VARCHAR";
}

/** Money in 元 has two decimals at least, more where a document prints more. */
export function decimalType(scale: number): string {
  return `DECIMAL(38, ${Math.max(2, scale)})`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
