import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { Entry, Unreadable } from "./index-file.ts";
import { isStored, storeKey } from "./store.ts";

export interface KeptRequest {
  /** What the last run knew. */
  readonly before: readonly Entry[];
  /** Sources that were read this time. */
  readonly read: ReadonlySet<string>;
  readonly missing: readonly Unreadable[];
  /** Folder that relative sources start from. */
  readonly base: string;
  readonly state: string;
  readonly basis: string;
}

export interface Kept {
  /** What stays, though its folder was not there. */
  readonly entries: readonly Entry[];
  /** The missing sources; those in whose place something stays say so. */
  readonly missing: readonly Unreadable[];
}

/**
 * A folder that is not there tonight (a disk not mounted, a name mistyped), or is empty, takes nothing with it: what it gave
 * the last time stays. What the tool itself would read otherwise now does not.
 */
export function keptFrom({ before, read, missing, base, state, basis }: KeptRequest): Kept {
  const kept = new Set<Entry>();
  const told = missing.map((source) => {
    const folder = folderOf(resolve(base, source.source));
    const below = before.filter(
      (entry) =>
        !read.has(entry.source) &&
        resolve(base, entry.source).startsWith(folder + sep) &&
        entry.key === storeKey(entry.source, entry.sha256, basis) &&
        isStored(state, entry.key),
    );
    for (const entry of below) kept.add(entry);
    if (below.length === 0) return source;
    const stay =
      below.length === 1
        ? "the file that it had before stays"
        : `the ${below.length} files that it had before stay`;
    return { ...source, reason: `${source.reason}: ${stay} in the datasets` };
  });
  return { entries: [...kept], missing: told };
}

/** A pattern is about the folder before its first sign, if that is not there. */
function folderOf(path: string): string {
  const parts = path.split(sep);
  const first = parts.findIndex((part) => /[*?[\]{}()!]/.test(part));
  if (first < 0) return path;
  const folder = parts.slice(0, first).join(sep);
  return existsSync(folder) ? path : folder;
}
