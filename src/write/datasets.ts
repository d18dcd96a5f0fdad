import { CHECKS } from "./checks.ts";
import type { RecordOf } from "./dataset.ts";
import { DIFFERENCES } from "./differences.ts";
import { DISCLOSURES } from "./disclosures.ts";
import { DOCUMENTS } from "./documents.ts";
import { FACTS } from "./facts.ts";
import { FIGURES } from "./figures.ts";
import { FILES } from "./files.ts";
import { INDICATORS } from "./indicators.ts";
import { SERIES } from "./series.ts";
import { STATEMENTS } from "./statements.ts";
import { SUCCESSIONS } from "./successions.ts";
import { THREE_PUBLIC } from "./three-public.ts";

/**
 * The published datasets (contract section 7). One declaration a dataset drives the CSV header, the Data Package schema,
 * the DuckDB and Parquet types and the workbook's columns.
 */
export const DATASETS = {
  facts: FACTS,
  figures: FIGURES,
  "three-public": THREE_PUBLIC,
  series: SERIES,
  successions: SUCCESSIONS,
  indicators: INDICATORS,
  statements: STATEMENTS,
  files: FILES,
  documents: DOCUMENTS,
  disclosures: DISCLOSURES,
  differences: DIFFERENCES,
  checks: CHECKS,
} as const;
export type DatasetName = keyof typeof DATASETS;

export const DATASET_NAMES = Object.keys(DATASETS) as readonly DatasetName[];

/** A line of one of them. */
export type DatasetRecord<Name extends DatasetName> = RecordOf<(typeof DATASETS)[Name]>;
