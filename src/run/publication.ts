import { createHash } from "node:crypto";
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { supersededStem } from "../write/paths.ts";
import { type Candidate, type Standing, standings } from "./editions.ts";
import type { Entry, Unreadable } from "./index-file.ts";
import type { OutputOptions } from "./plan.ts";

/** A source with the state folder that holds its results: a merge publishes from many. */
export interface Publishable extends Entry {
  readonly store: string;
}

/** A document whose files have to be written. */
export interface DepartmentWrite {
  readonly entry: Publishable;
  readonly stem: string;
}

/** What stands between the output folder and what it should hold. Nothing is touched while it is worked out. */
export interface Publication {
  readonly standing: ReadonlyMap<string, Standing>;
  /** Stem by source, for all documents that have files of their own. */
  readonly stems: ReadonlyMap<string, string>;
  readonly writes: readonly DepartmentWrite[];
  /** Files of documents that are no longer there, relative to the output. */
  readonly removals: readonly string[];
  /** Hash of everything that the combined files are made of. */
  readonly digest: string;
}

export function planPublication(
  out: string,
  output: OutputOptions,
  entries: readonly Publishable[],
  unreadable: readonly Unreadable[],
): Publication {
  const standing = standings(entries.filter(isDone).map(candidateOf));
  const existing = new Set(departmentFilesIn(out));
  const expected = new Set<string>();
  const stems = new Map<string, string>();
  const writes: DepartmentWrite[] = [];
  for (const entry of entries.filter(isDone)) {
    const role = standing.get(entry.source)?.role;
    if (role === "duplicate") continue;
    const stem = role === "older" ? supersededStem(entry.stem, entry.line.document) : entry.stem;
    const paths = entry.files.map((end) => stem + end);
    for (const path of paths) expected.add(path);
    if (output.departments) stems.set(entry.source, stem);
    const isThere = entry.published === stem && paths.every((path) => existing.has(path));
    if (paths.length > 0 && !isThere) {
      writes.push({ entry, stem });
    }
  }
  const digest = createHash("sha256").update(JSON.stringify([output, unreadable]));
  for (const { source, key } of entries) {
    digest.update(JSON.stringify([source, key, standing.get(source)]));
  }
  return {
    standing,
    stems,
    writes,
    removals: [...existing].filter((path) => !expected.has(path)),
    digest: digest.digest("hex"),
  };
}

export function isDone(entry: Entry): boolean {
  return entry.line.outcome === "done";
}

export function candidateOf({ source, line, stem, stamp }: Entry): Candidate {
  return { source, stem, modified: stamp.modified, line };
}

/**
 * Only names that a department's files can have are ours to remove; whatever else is in the folder stays. Ids had no letter
 * before version 2 of the contract.
 */
const DEPARTMENT_FILE =
  /^(?:budget|adjusted|final)(?:\.unit)?(?:\.d?[0-9a-f]{16})?(?:\.json|\.facts\.csv|\.xlsx|\/[^/]+\.csv)$/;

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
