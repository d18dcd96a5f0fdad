import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { Disclosure } from "../model/disclosure.ts";
import { InputError } from "../model/errors.ts";
import { departmentFiles } from "../write/department-files.ts";
import { type DocumentRecord, documentRecord } from "../write/documents.ts";
import { stemOf } from "../write/paths.ts";
import { type Records, recordsOf, refusedRecords } from "../write/records.ts";
import type { OutputOptions } from "./plan.ts";
import { reasonOf } from "./sources.ts";
import { isStored, store, storedFiles, storedRecord, storeKey } from "./store.ts";

/** One source to read, in whatever thread. */
export interface Task {
  readonly name: string;
  readonly path: string;
  /** Folder that takes the results (store.ts). */
  readonly state: string;
  /** Hash of the tool and of the options that results depend on. */
  readonly basis: string;
  readonly output: OutputOptions;
  /** Megabytes of the largest file that is read. */
  readonly largest: number;
  readonly fresh: boolean;
}

/** What the run keeps of a source in memory; everything else lies in the store under the key. */
export interface Outcome {
  readonly sha256: string;
  readonly key: string;
  readonly line: DocumentRecord;
  /** Where its department's files go, without extension. Empty if it failed. */
  readonly stem: string;
  /** Ends of the names of those files, after the stem. */
  readonly files: readonly string[];
  /** Printed three-public figures. */
  readonly threePublic: number;
  /** Whether it was found in the store. */
  readonly reused: boolean;
}

/** What the store keeps of a source. */
export interface StoredRecord extends Omit<Outcome, "reused" | "key"> {
  /** Missing for a source that failed and prints nothing. */
  readonly records?: Records;
}

export type Extract = (source: { name: string; bytes: Uint8Array }) => Promise<Disclosure>;

/**
 * Reads one source and stores what it gives. A source that cannot be used (InputError) is an outcome like any other, and
 * stored, because it would fail again. Anything else that is thrown is not.
 */
export function jobOf(extract: Extract): (task: Task) => Promise<Outcome> {
  return async (task) => {
    const bytes = await read(task);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const key = storeKey(task.name, sha256, task.basis);
    const stored = task.fresh ? undefined : storedOutcome(task.state, key);
    if (stored) return { ...stored, key, reused: true };
    const outcome = await attempt(extract, task, bytes, sha256, key);
    return { ...outcome, key, reused: false };
  };
}

/** What an earlier run found; nothing if that is missing or damaged, as after a power cut. */
function storedOutcome(state: string, key: string): Omit<StoredRecord, "records"> | undefined {
  if (!isStored(state, key)) return undefined;
  try {
    storedFiles(state, key);
    const { records: _, ...outcome } = storedRecord(state, key) as StoredRecord;
    return outcome;
  } catch {
    return undefined;
  }
}

async function attempt(
  extract: Extract,
  task: Task,
  bytes: Uint8Array,
  sha256: string,
  key: string,
): Promise<Omit<StoredRecord, "records">> {
  let disclosure: Disclosure;
  try {
    disclosure = await extract({ name: task.name, bytes });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message: reason, checks } = error;
    const failure = { source: task.name, sha256, reason, checks };
    const line = documentRecord({ outcome: "failed", failure });
    const failed = { sha256, line, stem: "", files: [], threePublic: 0 };
    const records = refusedRecords(line.document, checks);
    store(task.state, key, { ...failed, ...(checks.length > 0 && { records }) }, []);
    return failed;
  }
  const stem = stemOf(disclosure);
  const records = recordsOf(disclosure);
  const { output } = task;
  const files = output.departments ? await departmentFiles(disclosure, output, records) : [];
  const done = {
    sha256,
    line: documentRecord({ outcome: "done", disclosure }),
    stem,
    files: files.map(({ path }) => path.slice(stem.length)),
    threePublic: countThreePublic(records),
  };
  store(task.state, key, { ...done, records }, files);
  return done;
}

async function read(task: Task): Promise<Uint8Array> {
  try {
    const { size } = await stat(task.path);
    if (size > task.largest * 1e6) {
      throw new InputError(
        `${Math.ceil(size / 1e6)} MB is more than a file may have (${task.largest} MB)`,
      );
    }
    return await readFile(task.path);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(reasonOf(error, task.path));
  }
}

function countThreePublic(records: Records): number {
  const figures = [
    "total",
    "overseas",
    "vehicle",
    "vehicle_purchase",
    "vehicle_operation",
    "reception",
  ] as const;
  let count = 0;
  for (const line of records["three-public"]) {
    count += figures.filter((figure) => line[figure] !== "").length;
  }
  return count;
}
