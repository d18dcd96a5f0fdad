import { existsSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import pLimit from "p-limit";
import { removeTemporaries, writeFileAtomic } from "../write/atomic.ts";
import { type CombinedDocument, writeCombined } from "../write/combined.ts";
import { PARQUET_FOLDER } from "../write/parquet.ts";
import { compareCandidates, type Standing } from "./editions.ts";
import type { Combined, Unreadable } from "./index-file.ts";
import type { StoredRecord } from "./job.ts";
import type { OutputOptions } from "./plan.ts";
import {
  candidateOf,
  type DepartmentWrite,
  isDone,
  type Publication,
  type Publishable,
} from "./publication.ts";
import { unreadableLine } from "./report.ts";
import { compare } from "./sources.ts";
import { storedFiles, storedRecord } from "./store.ts";

export interface PublishRequest {
  readonly out: string;
  readonly output: OutputOptions;
  /** All sources that were read. */
  readonly entries: readonly Publishable[];
  readonly unreadable: readonly Unreadable[];
  /** What the combined files that stand in the output were made of, if that is known. */
  readonly combined?: Combined | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Whether there is nothing to do. */
export function isPublished(
  { out, combined }: Pick<PublishRequest, "out" | "combined">,
  { writes, removals, digest }: Publication,
): boolean {
  return writes.length + removals.length === 0 && areUpToDate(out, digest, combined);
}

/** Brings the output folder to what was planned, one whole file after the other, one document in memory at a time. */
export async function publish(
  request: PublishRequest,
  publication: Publication,
): Promise<Combined> {
  const { out, signal } = request;
  await removeTemporaries(out);
  await writeDepartments(publication.writes, out, signal);
  const { digest } = publication;
  const combined =
    request.combined && areUpToDate(out, digest, request.combined)
      ? request.combined
      : { digest, files: await writeAll(request, publication) };
  for (const path of publication.removals) {
    await rm(join(out, path), { force: true });
    await removeEmptyFolders(dirname(join(out, path)), out);
  }
  return combined;
}

/** Documents at once: waiting for the disk to have each file is most of the time. */
const WRITERS = 4;

/** Ends when nothing is being written any more, whatever happened. */
async function writeDepartments(
  writes: readonly DepartmentWrite[],
  out: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const limit = pLimit(WRITERS);
  const failures: unknown[] = [];
  async function writeOne({ entry, stem }: DepartmentWrite): Promise<void> {
    if (failures.length > 0) return;
    try {
      signal?.throwIfAborted();
      const files = storedFiles(entry.store, entry.key).map(({ path, bytes }) =>
        writeFileAtomic(join(out, stem + path.slice(entry.stem.length)), bytes),
      );
      const failed = (await Promise.allSettled(files)).find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
    } catch (error) {
      failures.push(error);
    }
  }
  await limit.map(writes, writeOne);
  if (failures.length > 0) throw failures[0];
}

async function writeAll(request: PublishRequest, publication: Publication): Promise<string[]> {
  const { out, output } = request;
  const written = await writeCombined(out, documents(request, publication), output);
  const files = written.map(({ path }) => relative(out, path));
  return existsSync(join(out, PARQUET_FOLDER)) ? [...files, PARQUET_FOLDER] : files;
}

/** All sources in the order of the combined files: those that were read by what they are about, then the others by name. */
function* documents(
  { entries, unreadable, signal }: PublishRequest,
  { standing, stems }: Publication,
): Generator<CombinedDocument, void, undefined> {
  const done = entries.filter(isDone);
  done.sort(
    (a, b) => compareCandidates(candidateOf(a), candidateOf(b)) || compare(a.source, b.source),
  );
  for (const { source, store, key, line } of done) {
    signal?.throwIfAborted();
    const role = standing.get(source) ?? { role: "current" };
    if (role.role === "duplicate") {
      yield { line: { ...line, reason: reasonFor(role) || line.reason } };
      continue;
    }
    const { records } = storedRecord(store, key) as StoredRecord;
    const stem = stems.get(source);
    yield {
      line: { ...line, reason: reasonFor(role) || line.reason },
      ...(records && { records }),
      ...(stem !== undefined && { stem }),
      superseded: role.role === "older",
    };
  }
  const failed = [
    ...entries.filter((entry) => !isDone(entry)),
    ...unreadable.map((failure) => ({ source: failure.source, line: unreadableLine(failure) })),
  ];
  const told = new Set<string>();
  for (const entry of failed.sort((a, b) => compare(a.source, b.source))) {
    const { line } = entry;
    const records = "key" in entry && !told.has(line.document) ? recordsIn(entry) : undefined;
    told.add(line.document);
    yield { line, ...(records && { records }) };
  }
}

function recordsIn({ store, key }: Publishable): StoredRecord["records"] {
  return (storedRecord(store, key) as StoredRecord).records;
}

/** Why a document that was read is left out of the combined files; nothing for one that is not. */
function reasonFor(standing: Standing): string {
  if (standing.role === "current") return "";
  return standing.role === "older"
    ? `left out of the combined files: ${standing.than} is newer`
    : `left out of the combined files: same bytes as ${standing.than}`;
}

function areUpToDate(out: string, digest: string, combined: Combined | undefined): boolean {
  return combined?.digest === digest && combined.files.every((file) => existsSync(join(out, file)));
}

async function removeEmptyFolders(folder: string, root: string): Promise<void> {
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return;
    }
  }
}
