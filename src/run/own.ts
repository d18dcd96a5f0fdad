import { lstatSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../model/errors.ts";
import { describedFiles, type Manifest, readManifest } from "../write/manifest.ts";

/**
 * What of an output folder is ours: what its manifest lists, and what its own description names. An output of before the
 * manifests has the one alone; one that a version control brought up to date may have more than its manifest knows.
 */
export function ownFiles(out: string): Manifest {
  const manifest = readManifest(out);
  return new Map([...(describedFiles(out, manifest === undefined) ?? []), ...(manifest ?? [])]);
}

/** Throws UsageError that names the first of the paths at which something stands that is not ours. Touches nothing. */
export function checkNames(out: string, paths: Iterable<string>, own: Manifest): void {
  const seen = new Set<string>();
  const ourFolders = new Set([...own.keys()].flatMap(foldersOf));
  for (const path of paths) {
    for (const folder of foldersOf(path)) {
      if (seen.has(folder)) continue;
      seen.add(folder);
      const kind = kindOf(join(out, folder));
      if (kind === "folder" || kind === "nothing") continue;
      // A link to a folder elsewhere: what is written through it would stand among other people's files.
      throw foreign(
        join(out, folder),
        ourFolders.has(folder) ? "is no folder any more" : "is no folder",
      );
    }
    const kind = kindOf(join(out, path));
    if (kind === "nothing" || (kind === "file" && own.has(path))) continue;
    throw foreign(
      join(out, path),
      kind === "folder" ? "is a folder" : "was not written by this tool",
    );
  }
}

function foreign(path: string, what: string): UsageError {
  return new UsageError(
    `${path} ${what}, and its name is needed: move it away, or name another output folder. Nothing was written`,
  );
}

/** `2024`, `2024/x` of `2024/x/budget.json`. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}

function kindOf(path: string): "nothing" | "file" | "folder" | "other" {
  try {
    const stat = lstatSync(path);
    return stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return "nothing";
    throw error;
  }
}
