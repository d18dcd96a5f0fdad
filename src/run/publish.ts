import { existsSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openAtomic, removeTemporaries, writeFileAtomic } from "../write/atomic.ts";
import { csvHeader, csvRows, rowsOf } from "../write/csv.ts";
import { DATASETS } from "../write/datasets.ts";
import { compareCandidates } from "./editions.ts";
import type { Unreadable } from "./index-file.ts";
import type { StoredRecord } from "./job.ts";
import type { OutputOptions } from "./plan.ts";
import { candidateOf, type Publication, type Publishable } from "./publication.ts";
import { storedFiles, storedRecord } from "./store.ts";

export interface PublishRequest {
  readonly out: string;
  readonly output: OutputOptions;
  /** All sources that were read, sorted by name. */
  readonly entries: readonly Publishable[];
  readonly unreadable: readonly Unreadable[];
  /** Whether the combined files may stay as they are. */
  readonly upToDate: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Brings the output folder to what was planned, one whole file after the other, one document in memory at a time. */
export async function publish(request: PublishRequest, publication: Publication): Promise<void> {
  const { out, signal } = request;
  await removeTemporaries(out);
  for (const { entry, stem } of publication.writes) {
    signal?.throwIfAborted();
    for (const { path, bytes } of storedFiles(entry.store, entry.key)) {
      await writeFileAtomic(join(out, stem + path.slice(entry.stem.length)), bytes);
    }
  }
  if (!request.upToDate) await publishCombined(request, publication);
  for (const path of publication.removals) {
    await rm(join(out, path), { force: true });
    await removeEmptyFolders(dirname(join(out, path)), out);
  }
}

async function publishCombined(request: PublishRequest, publication: Publication): Promise<void> {
  const current = request.entries
    .filter((entry) => publication.standing.get(entry.source)?.role === "current")
    .sort((a, b) => compareCandidates(candidateOf(a), candidateOf(b)));
  for (const name of ["facts", "three-public", "indicators", "statements", "checks"] as const) {
    const declaration = DATASETS[name];
    const file = await openAtomic(join(request.out, `${name}.csv`));
    await file.write(
      await csvHeader(
        declaration.fields.map(({ name }) => name),
        request.output,
      ),
    );
    for (const entry of current) {
      const { records } = storedRecord(entry.store, entry.key) as StoredRecord;
      await file.write(
        await csvRows(rowsOf(declaration as never, (records?.[name] ?? []) as never)),
      );
    }
    await file.commit();
  }
}

export function combinedAreThere(out: string, output: OutputOptions): boolean {
  return output.datasets.every((dataset) => existsSync(join(out, `${dataset}.csv`)));
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
