import { createHash } from "node:crypto";
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
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
  /** Files of documents that are no longer there, relative to the output. */
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
}

export function planPublication(request: PublicationRequest): Publication {
  const { out, output, entries, assembly, unreadable, others, published } = request;
  const existing = new Set(departmentFilesIn(out));
  const stems = output.departments ? stemsOf(assembly) : [];
  const expected = new Set(stems.flatMap(pathsOf));
  const isThere = (each: StemFiles): boolean =>
    published[each.stem] === each.key && pathsOf(each).every((path) => existing.has(path));
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
    removals: [...existing].filter((path) => !expected.has(path)),
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

export function isDone(entry: Entry): boolean {
  return entry.line.outcome === "done";
}

/**
 * Only names that a department's files can have are ours to remove; whatever else is in the folder stays. Ids had no letter
 * before version 2 of the contract.
 */
const DEPARTMENT_FILE =
  /^(?:budget|adjusted|final)(?:\.(?:unit|government))?(?:\.d?[0-9a-f]{16})?(?:\.json|\.facts\.csv|\.xlsx|\/[^/]+\.csv)$/;

/** `2024/410500-安阳市医疗保障局/budget.json` and the like. */
function departmentFilesIn(out: string): string[] {
  const found: string[] = [];
  for (const year of foldersIn(out)) {
    for (const department of foldersIn(join(out, year))) {
      const folder = join(out, year, department);
      for (const entry of entriesIn(folder)) {
        const names = entry.isDirectory()
          ? entriesIn(join(folder, entry.name)).map(({ name }) => `${entry.name}/${name}`)
          : [entry.name];
        for (const name of names) {
          if (DEPARTMENT_FILE.test(name)) found.push(`${year}/${department}/${name}`);
        }
      }
    }
  }
  return found;
}

function foldersIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
