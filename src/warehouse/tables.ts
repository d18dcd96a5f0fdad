import type { Dataset } from "../write/dataset.ts";
import { DATASETS, type DatasetName } from "../write/datasets.ts";

/** A dataset as a table of a warehouse: its columns are those of the CSV file. */
export interface WarehouseTable {
  readonly name: DatasetName;
  readonly dataset: Dataset;
  /** The column that tells a line from another of the same partition. */
  readonly key: string;
  /** Whether the key is none of the file's columns, but made of all of them. */
  readonly isMade?: true;
  /** Whether each line that comes, changes or goes is told in the table of changes. */
  readonly isTold: boolean;
}

export const WAREHOUSE_TABLES: readonly WarehouseTable[] = [
  { name: "documents", dataset: DATASETS.documents, key: "source", isTold: true },
  { name: "disclosures", dataset: DATASETS.disclosures, key: "disclosure", isTold: true },
  { name: "figures", dataset: DATASETS.figures, key: "fact", isTold: true },
  { name: "facts", dataset: DATASETS.facts, key: "fact", isTold: false },
  { name: "checks", dataset: DATASETS.checks, key: "check_id", isMade: true, isTold: false },
];

/** All columns in the order of the table: the partition first, then the key if it is none of the file's. */
export function columnsOf({ dataset, key, isMade }: WarehouseTable): readonly string[] {
  return ["part", ...(isMade ? [key] : []), ...dataset.fields.map(({ name }) => name)];
}
