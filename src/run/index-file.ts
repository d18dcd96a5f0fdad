import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileReason } from "../model/errors.ts";
import type { PartMeasures } from "../write/part-writer.ts";
import type { Outcome } from "./job.ts";
import type { OutputOptions } from "./plan.ts";
import type { Shard } from "./shard.ts";
import type { OtherFile, Stamp } from "./sources.ts";
import { writeWhole } from "./store.ts";

/** What is known of a source: what it was when it was read, what it gave, and where that stands in the output. */
export interface Entry extends Omit<Outcome, "reused"> {
  readonly source: string;
  /** Its name in the archive that the source names before it. */
  readonly member?: readonly string[];
  readonly stamp: Stamp;
}

/** Changes with the shape of what is below: an index of another shape is no use. */
const FORMAT = 5;

export interface IndexHead {
  /** Hash of the tool and options (see Task). */
  readonly basis: string;
  readonly output: OutputOptions;
  /** The output folder that `published` and `combined` are about. */
  readonly out: string;
  readonly shard?: Shard;
  /** Whether the run that wrote it came to its end. */
  readonly complete: boolean;
  /** Sources of the run that cannot be read at all, with their reasons. */
  readonly unreadable: readonly Unreadable[];
  /** Files in its folders whose format is not read. */
  readonly others: readonly OtherFile[];
  /** Keys of the results whose files stand in the output, all of them, by stem. */
  readonly published: Readonly<Record<string, string>>;
  /** Hash of all that the combined files were made of. */
  readonly combined?: string;
  /** Parts that stand in the output. */
  readonly parts?: Readonly<Record<string, PartState>>;
}

/** A part of the combined files (parts.ts). */
export interface PartState {
  /** Hash of all that it was made of. */
  readonly digest: string;
  readonly measures: PartMeasures;
}

/** A source that could not be read this time, and may be the next. */
export interface Unreadable {
  readonly source: string;
  readonly reason: string;
  readonly why: FileReason;
}

export interface Index {
  readonly head: IndexHead;
  /** Sorted by source. */
  readonly entries: readonly Entry[];
}

export const INDEX_FILE = "index.jsonl";

/** The index of a state folder; undefined if there is none, or none that this tool can use. */
export function readIndex(folder: string): Index | undefined {
  const path = join(folder, INDEX_FILE);
  if (!existsSync(path)) return undefined;
  try {
    const text = readFileSync(path, "utf8");
    const end = text.lastIndexOf("\n", text.length - 2) + 1;
    const body = text.slice(0, end);
    if (JSON.parse(text.slice(end)).sha256 !== hashOf(body)) return undefined;
    const [head, ...entries] = body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    return head?.format === FORMAT ? { head, entries } : undefined;
  } catch {
    // It only saves time: whatever is wrong with it, reading the sources again sets it right.
    return undefined;
  }
}

/** The last line is the hash of those before it: lines of datasets are made of them. */
export function writeIndex(folder: string, { head, entries }: Index): void {
  const lines = [{ format: FORMAT, ...head }, ...entries].map(
    (line) => `${JSON.stringify(line)}\n`,
  );
  const body = lines.join("");
  writeWhole(join(folder, INDEX_FILE), `${body}${JSON.stringify({ sha256: hashOf(body) })}\n`);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether a folder has an index, of whatever version. */
export function isIndex(folder: string): boolean {
  try {
    const [head = ""] = readFileSync(join(folder, INDEX_FILE), "utf8").split("\n", 1);
    const { format, basis } = JSON.parse(head);
    return typeof format === "number" && typeof basis === "string";
  } catch {
    return false;
  }
}
