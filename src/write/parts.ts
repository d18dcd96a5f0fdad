import type { DatasetName } from "./datasets.ts";
import { safeName } from "./paths.ts";

/**
 * A part is what one division's departments publish for one year: `2024/410500`. Parquet is kept in parts, and, where there is
 * more than a spreadsheet or a notebook takes, CSV as well: a new document then costs its part and nothing else.
 */
export function partOf({
  year,
  division_code,
}: Readonly<Record<"year" | "division_code", string>>): string {
  return `${safeName(year)}/${division_code === "" ? "none" : safeName(division_code)}`;
}

/** The part of what was printed by documents that are refused. */
export const UNREAD = "unread/none";

/** Datasets with many lines a document, which are kept in parts. */
export const PARTED = [
  ...(["facts", "figures", "three-public", "series", "successions", "indicators"] as const),
  ...(["statements", "differences", "checks"] as const),
] as const satisfies readonly DatasetName[];

/** Those of them that are written whole as well: they stay small. */
export const JOINED = [
  "three-public",
  "successions",
  "differences",
] as const satisfies readonly DatasetName[];

/** Those that are written as Parquet. */
export const IN_PARQUET = ["facts", "figures"] as const satisfies readonly DatasetName[];

export interface PartNaming {
  readonly formats?: readonly string[];
  readonly datasets?: readonly DatasetName[];
  readonly parts?: boolean;
}

/** A part, and how many facts it has. */
export interface PartSize {
  readonly id: string;
  readonly facts: number;
}

/** The files of a part, relative to the output folder. */
export function partFiles(
  { id, facts }: PartSize,
  { formats = [], datasets = [], parts = false }: PartNaming,
): string[] {
  const csv = parts && formats.includes("csv") ? PARTED : [];
  const parquet = formats.includes("parquet") && facts > 0 ? IN_PARQUET : [];
  return [
    ...csv.filter((name) => datasets.includes(name)).map((name) => csvPart(name, id)),
    ...parquet.filter((name) => datasets.includes(name)).map((name) => parquetPart(name, id)),
  ];
}

/** `csv/facts/2024/410500.csv` */
export function csvPart(dataset: DatasetName, part: string): string {
  return `csv/${dataset}/${part}.csv`;
}

/** `parquet/facts/2024/410500.parquet` */
export function parquetPart(dataset: DatasetName, part: string): string {
  return `parquet/${dataset}/${part}.parquet`;
}
