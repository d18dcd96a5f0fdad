import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { combinedNames } from "../write/combined.ts";
import type { Manifest } from "../write/manifest.ts";
import { supersededStem } from "../write/paths.ts";
import type { Assembly, Publishable } from "./assembly.ts";
import type { Entry, IndexHead } from "./index-file.ts";
import type { OutputOptions } from "./plan.ts";

/** Stored results whose files stand, or have to stand, in the output under a stem. */
export interface StemFiles {
  readonly stem: string;
  readonly store: string;
  readonly key: string;
  /** Ends of the names of the files, after the stem. */
  readonly files: readonly string[];
  /** The stem under which they are stored. */
  readonly from: string;
}

/** What stands between the output folder and what it should hold. Nothing is touched while it is worked out. */
export interface Publication {
  readonly assembly: Assembly;
  /** All files of disclosures and of editions beside them. */
  readonly stems: readonly StemFiles[];
  readonly writes: readonly StemFiles[];
  /** Names of the combined files. */
  readonly combined: readonly string[];
  /** Our files that are no longer wanted, relative to the output. */
  readonly removals: readonly string[];
  /** Hash of everything that the combined files are made of. */
  readonly digest: string;
}

export interface PublicationRequest {
  readonly out: string;
  readonly output: OutputOptions;
  /** All sources that were read. */
  readonly entries: readonly Publishable[];
  readonly assembly: Assembly;
  readonly unreadable: IndexHead["unreadable"];
  readonly others: IndexHead["others"];
  /** Keys of what stands in the output, by stem. */
  readonly published: IndexHead["published"];
  /** What of the output is ours. */
  readonly own: Manifest;
}

export function planPublication(request: PublicationRequest): Publication {
  const { out, output, entries, assembly, unreadable, others, published, own } = request;
  const stems = output.departments ? stemsOf(assembly) : [];
  const years = assembly.disclosures.filter(({ line }) => line.facts !== "0");
  const combined = combinedNames(
    output,
    years.map(({ line }) => line.year),
  );
  const expected = new Set([...combined, ...stems.flatMap(pathsOf)]);
  const isThere = (each: StemFiles): boolean =>
    published[each.stem] === each.key && pathsOf(each).every((path) => isWritten(out, path, own));
  const digest = createHash("sha256").update(JSON.stringify([output, unreadable, others]));
  for (const { source, key, stamp } of entries) {
    digest.update(JSON.stringify([source, key, stamp.size]));
  }
  for (const { stem, key, members } of assembly.disclosures) {
    digest.update(JSON.stringify([stem, key, members.map(({ line }) => line)]));
  }
  return {
    assembly,
    stems,
    writes: stems.filter((each) => each.files.length > 0 && !isThere(each)),
    combined,
    removals: [...own.keys()].filter((path) => !expected.has(path)),
    digest: digest.digest("hex"),
  };
}

/** The files of every disclosure, and those of documents that do not stand in it with all that they have. */
function stemsOf({ disclosures }: Assembly): StemFiles[] {
  return disclosures.flatMap(({ stem, store, key, files, members }) => [
    { stem, store, key, files, from: stem },
    ...members
      .filter(({ role }) => role !== "stands")
      .map(({ entry }) => ({
        stem: supersededStem(entry.stem, entry.line.document),
        ...{ store: entry.store, key: entry.key, files: entry.files, from: entry.stem },
      })),
  ]);
}

export function pathsOf({ stem, files }: StemFiles): string[] {
  return files.map((end) => stem + end);
}

/** Whether a file was written whole, and is still there. */
export function isWritten(out: string, path: string, own: Manifest): boolean {
  return (own.get(path)?.sha256 ?? "") !== "" && existsSync(join(out, path));
}

export function isDone(entry: Entry): boolean {
  return entry.line.outcome === "done";
}
