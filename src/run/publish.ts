import { rm, rmdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import pLimit from "p-limit";
import { removeTemporaries, type Written, writeFileAtomic } from "../write/atomic.ts";
import { writeCombined } from "../write/combined.ts";
import { writeManifest } from "../write/manifest.ts";
import { contributions } from "./contributions.ts";
import { syncFolder } from "./folder.ts";
import type { IndexHead } from "./index-file.ts";
import { checkNames } from "./own.ts";
import {
  isWritten,
  type Publication,
  type PublicationRequest,
  pathsOf,
  type StemFiles,
} from "./publication.ts";
import { storedFiles } from "./store.ts";

export interface PublishRequest extends PublicationRequest {
  /** What the combined files that stand in the output were made of, if that is known. */
  readonly combined?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Whether there is nothing to do. */
export function isPublished(
  request: Pick<PublishRequest, "out" | "own" | "combined">,
  publication: Publication,
): boolean {
  const { writes, removals } = publication;
  return writes.length + removals.length === 0 && areUpToDate(request, publication);
}

/**
 * Brings the output folder to what was planned, one whole file after the other, one document in memory at a time. Only names
 * that are free or ours are written, and only what is ours is removed: throws UsageError before anything else if a name that
 * is needed is not. Returns what the combined files are made of, all of them and each part.
 */
export async function publish(
  request: PublishRequest,
  publication: Publication,
): Promise<Pick<IndexHead, "combined" | "parts">> {
  const { out, own, signal } = request;
  const { writes, combined, removals, digest } = publication;
  const paths = [...combined, ...writes.flatMap(pathsOf)];
  checkNames(out, paths, own);
  // From here on these names are ours, whatever becomes of this run.
  const manifest = new Map(own);
  for (const path of paths) manifest.set(path, { bytes: 0, sha256: "" });
  if (areUpToDate(request, publication))
    for (const path of combined) manifest.set(path, own.get(path) ?? { bytes: 0, sha256: "" });
  await writeManifest(out, manifest);
  await removeTemporaries(out);

  const keep = ({ path, bytes, sha256 }: Written): void => {
    manifest.set(relative(out, path), { bytes, sha256 });
  };
  await writeDepartments(writes, out, keep, signal);
  let failure: Error | undefined;
  let parts = request.parts ?? {};
  if (!areUpToDate(request, publication)) {
    const sources = contributions(request, publication, signal);
    const revised = publication.assembly.disclosures.map(({ line }) => line.revised).sort();
    const made = await writeCombined(out, sources, {
      ...request.output,
      ...{ decimals: publication.decimals, large: publication.large },
      ...{ standing: publication.standing, order: [...publication.parts.keys()] },
      revised: revised.at(-1) ?? "",
    });
    parts = Object.fromEntries(
      [...publication.parts].map(([id, digest]) => [
        id,
        { digest, measures: made.measures.get(id) ?? {} },
      ]),
    );
    made.written.forEach(keep);
    failure = made.failure;
  }
  const unwritten = combined.filter((path) => manifest.get(path)?.sha256 === "");
  for (const path of [...removals, ...unwritten]) {
    await rm(join(out, path), { force: true });
    await removeEmptyFolders(dirname(join(out, path)), out);
    manifest.delete(path);
  }
  syncFolders(out, paths);
  await writeManifest(out, manifest);
  syncFolder(out);
  if (failure) throw failure;
  return { combined: digest, parts };
}

/** The names of all files that were written, in all folders down to them. */
function syncFolders(out: string, paths: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = dirname(path); at !== "."; at = dirname(at)) folders.add(at);
  }
  for (const folder of folders) syncFolder(join(out, folder));
}

/** Documents at once: waiting for the disk to have each file is most of the time. */
const WRITERS = 4;

/** Ends when nothing is being written any more, whatever happened. */
async function writeDepartments(
  writes: readonly StemFiles[],
  out: string,
  keep: (written: Written) => void,
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
      for (const settled of await Promise.allSettled(files)) {
        if (settled.status === "rejected") throw settled.reason;
        keep(settled.value);
      }
    } catch (error) {
      failures.push(error);
    }
  }
  await limit.map(writes, writeOne);
  if (failures.length > 0) throw failures[0];
}

function areUpToDate(
  { out, own, combined }: Pick<PublishRequest, "out" | "own" | "combined">,
  publication: Publication,
): boolean {
  return (
    combined === publication.digest &&
    publication.combined.every((path) => isWritten(out, path, own))
  );
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
