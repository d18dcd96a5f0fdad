import { existsSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import pLimit from "p-limit";
import { removeTemporaries, writeFileAtomic } from "../write/atomic.ts";
import { writeCombined } from "../write/combined.ts";
import { PARQUET_FOLDER } from "../write/parquet.ts";
import { contributions } from "./contributions.ts";
import type { Combined } from "./index-file.ts";
import type { Publication, PublicationRequest, StemFiles } from "./publication.ts";
import { storedFiles } from "./store.ts";

export interface PublishRequest extends PublicationRequest {
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
  writes: readonly StemFiles[],
  out: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const limit = pLimit(WRITERS);
  const failures: unknown[] = [];
  async function writeOne({ store, key, stem, from }: StemFiles): Promise<void> {
    if (failures.length > 0) return;
    try {
      signal?.throwIfAborted();
      const files = storedFiles(store, key).map(({ path, bytes }) =>
        writeFileAtomic(join(out, stem + path.slice(from.length)), bytes),
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
  const { out, output, signal } = request;
  const written = await writeCombined(out, contributions(request, publication, signal), output);
  const files = written.map(({ path }) => relative(out, path));
  return existsSync(join(out, PARQUET_FOLDER)) ? [...files, PARQUET_FOLDER] : files;
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
