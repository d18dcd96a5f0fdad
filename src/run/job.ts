import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import type { Check } from "../model/check.ts";
import type { Division } from "../model/disclosure.ts";
import { type FileReason, InputError } from "../model/errors.ts";
import { formatOf, sniff } from "../read/sniff.ts";
import { useWords, wordsFrom } from "../taxonomy/own/own.ts";
import type { DisclosureRecord } from "../write/disclosures.ts";
import { type DocumentRecord, documentRecord } from "../write/documents.ts";
import { type Records, refusedRecords } from "../write/records.ts";
import type { SuccessionRecord } from "../write/successions.ts";
import { type AssemblyOutcome, type AssemblyTask, assembleStored } from "./assembly-job.ts";
import type { ReadDocument, SourceBytes } from "./document.ts";
import { type DocumentOutcome, storeDocument } from "./document-store.ts";
import type { OutputOptions } from "./plan.ts";
import { type RenameTask, renameStored } from "./rename-job.ts";
import { sourceBytes } from "./source-bytes.ts";
import { reasonOf, whyOf } from "./sources.ts";
import { type Bounds, isEnough } from "./stopped.ts";
import {
  isStored,
  store,
  storedFiles,
  storedHead,
  storedPart,
  storedShares,
  storeKey,
} from "./store.ts";

/** One source to read, in whatever process. */
export interface Task {
  readonly name: string;
  readonly path: string;
  /** Its name in the archive at that path. */
  readonly member?: readonly string[];
  /** Folder that takes the results (store.ts). */
  readonly state: string;
  /** Hash of the tool and of the options that results depend on. */
  readonly basis: string;
  readonly output: OutputOptions;
  /** Megabytes of the largest file that is read. */
  readonly largest: number;
  readonly fresh: boolean;
  /** What the reading may take; what was stopped for less is tried again. */
  readonly bounds: Bounds;
}

/** What the run keeps of a source in memory; everything else lies in the store under the key. */
export interface Outcome {
  readonly sha256: string;
  readonly key: string;
  /** What its bytes are; missing for what is not read. */
  readonly format?: string;
  readonly line: DocumentRecord;
  /** Where its department's files go, without extension. Empty if it failed. */
  readonly stem: string;
  /** Ends of the names of those files, after the stem. */
  readonly files: readonly string[];
  /** Printed three-public figures. */
  readonly threePublic: number;
  /** The units that its tables name. */
  readonly units: readonly string[];
  /** The divisions that bear its department's name, where it does not say which is meant. */
  readonly places?: readonly Division[];
  /** Decimals of the amount that has the most. */
  readonly decimals: number;
  /** What it says of earlier names; missing where it says nothing. */
  readonly successions?: readonly SuccessionRecord[];
  /** Its line in disclosures.csv if nothing comes to it; missing if it failed. */
  readonly disclosure?: DisclosureRecord;
  /** Why it failed. */
  readonly why?: FileReason;
  /** What was not enough to read it, if it had to be stopped. */
  readonly stopped?: Bounds;
  /** Whether it was found in the store. */
  readonly reused: boolean;
}

/** What the store keeps of a source. */
export interface StoredRecord extends DocumentOutcome {
  /** Missing for a source that failed and prints nothing. */
  readonly records?: Records;
}

export type Extract = (source: SourceBytes) => Promise<ReadDocument>;

/** What the processes of a run are asked for, and what they answer. */
export type AnyTask = Task | AssemblyTask | RenameTask;
export type AnyOutcome = Outcome | AssemblyOutcome | DocumentOutcome;

/**
 * Reads one source and stores what it gives. A source that cannot be used (InputError) is an outcome like any other, and
 * stored, because it would fail again. Anything else that is thrown is not.
 */
export function jobOf(
  extract: Extract,
): (task: AnyTask, onEffort?: () => void) => Promise<AnyOutcome> {
  return async (task, onEffort) => {
    useWords(wordsFrom(task.output.words));
    if ("members" in task) return assembleStored(task);
    if ("naming" in task) return renameStored(task);
    const bytes = await read(task);
    const { sha256, key } = identityOf(task, bytes);
    const stored = task.fresh ? undefined : storedOutcome(task, key);
    const of = { key, ...formatIn(bytes) };
    if (stored) return { ...stored, ...of, reused: true };
    const source = { name: task.name, bytes, ...(onEffort && { onEffort }) };
    const outcome = await attempt(extract, task, source, sha256, key);
    return { ...outcome, ...of, reused: false };
  };
}

/**
 * The outcome of a source that brought down the process that read it, or had to be stopped: stored, because the next run
 * would fare no better. Throws InputError if it cannot be read at all.
 */
export async function stoppedOutcome(task: Task, reason: string, bounds: Bounds): Promise<Outcome> {
  const bytes = await read(task);
  const { sha256, key } = identityOf(task, bytes);
  const outcome = { ...failedOutcome(task.name, sha256, reason, "stopped"), stopped: bounds };
  store(task.state, key, outcome, []);
  return { ...outcome, key, ...formatIn(bytes), reused: false };
}

function formatIn(bytes: Uint8Array): { format?: string } {
  try {
    return { format: formatOf(sniff(bytes)) };
  } catch {
    return {};
  }
}

function identityOf(task: Task, bytes: Uint8Array): { sha256: string; key: string } {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, key: storeKey(task.name, sha256, task.basis) };
}

/** What an earlier run found; nothing if that is missing or damaged, as after a power cut, or if more may be tried now. */
function storedOutcome({ state, bounds }: Task, key: string): DocumentOutcome | undefined {
  if (!isStored(state, key)) return undefined;
  try {
    storedFiles(state, key);
    const outcome = storedHead(state, key) as DocumentOutcome;
    if (outcome.line.outcome === "done") {
      storedPart(state, key);
      storedShares(state, key);
    }
    return outcome.stopped && !isEnough(outcome.stopped, bounds) ? undefined : outcome;
  } catch {
    return undefined;
  }
}

async function attempt(
  extract: Extract,
  task: Task,
  source: SourceBytes,
  sha256: string,
  key: string,
): Promise<DocumentOutcome> {
  let read: ReadDocument;
  try {
    read = await extract(source);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message: reason, why, checks } = error;
    const failed = failedOutcome(task.name, sha256, reason, why, checks);
    const records = refusedRecords(failed.line.document, checks);
    store(task.state, key, { ...failed, ...(checks.length > 0 && { records }) }, []);
    return failed;
  }
  return storeDocument(read, sha256, { state: task.state, key, output: task.output });
}

function failedOutcome(
  source: string,
  sha256: string,
  reason: string,
  why: FileReason,
  checks: readonly Check[] = [],
) {
  const failure = { source, sha256, reason, checks };
  const line = documentRecord({ outcome: "failed", failure });
  return { sha256, line, why, stem: "", files: [], threePublic: 0, units: [], decimals: 0 };
}

async function read(task: Task): Promise<Uint8Array> {
  try {
    const { size } = await stat(task.path);
    if (size > task.largest * 1e6) {
      throw new InputError(
        `${Math.ceil(size / 1e6)} MB is more than a file may have (${task.largest} MB)`,
        "too-large",
      );
    }
    return await sourceBytes(task.path, task.member);
  } catch (error) {
    throw error instanceof InputError
      ? error
      : new InputError(reasonOf(error, task.path), whyOf(error));
  }
}
