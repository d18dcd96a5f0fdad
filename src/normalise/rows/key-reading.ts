import type { RowKey } from "../../model/table.ts";

/** A row's key in one block, or why it has none. */
export interface KeyReading {
  readonly key: RowKey;
  /** Set where the words of the row mean nothing that is known: its figures cannot be placed. */
  readonly unknown?: string;
  /** A level of a code whose upper levels are lost. */
  readonly orphan?: string;
}
