import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, resolve, sep } from "node:path";
import { escapePath, glob, isDynamicPattern } from "tinyglobby";

/** What a file was when it was looked at. While none of this changes, its content is taken to be the same. */
export interface Stamp {
  readonly size: number;
  /** Nanoseconds since 1970, as decimal strings: they do not fit a number. */
  readonly modified: string;
  readonly changed: string;
  readonly inode: string;
}

/** A file to read. */
export interface SourceFile {
  /** The path as the user would write it, relative to the run's base: what reports and documents.csv say. */
  readonly name: string;
  /** The absolute path. */
  readonly path: string;
  readonly stamp: Stamp;
}

/** Something that was asked for and cannot be read. */
export interface MissingSource {
  readonly name: string;
  readonly reason: string;
}

export interface Sources {
  /** Sorted by name, each file once. */
  readonly files: readonly SourceFile[];
  readonly missing: readonly MissingSource[];
  /** Files in the folders whose format is not read, by extension: said, not read. */
  readonly otherFormats: ReadonlyMap<string, number>;
}

export interface SourceRequest {
  /** Absolute folder that relative sources start from. */
  readonly base: string;
  /** Files, folders and glob patterns. */
  readonly sources: readonly string[];
  /** Files that list sources, one a line. */
  readonly lists?: readonly string[];
  /** Glob patterns of what to leave out. */
  readonly exclude?: readonly string[];
  /** Absolute folders that are never searched: the run's own output. */
  readonly apartFrom?: readonly string[];
}

/** Formats taken from a folder. A file that is named, or that a pattern names, is tried whatever it is called. */
const READABLE = new Set(
  ".pdf .txt .text .md .markdown .html .htm .shtml .xlsx .xlsm .xls .et .docx".split(" "),
);

/**
 * Expands files, folders (with everything below them), patterns and lists. An existing path is itself, even if its name
 * looks like a pattern. Links are followed, each folder is searched once, hidden names in folders are left out.
 */
export async function findSources(request: SourceRequest): Promise<Sources> {
  const files = new Map<string, SourceFile>();
  const missing: MissingSource[] = [];
  const otherFormats = new Map<string, number>();
  const { exclude = [] } = request;
  const apart = (request.apartFrom ?? []).map((folder) => resolve(folder));

  function absolute(name: string): string {
    return resolve(request.base, name);
  }

  function take(name: string): boolean {
    const path = absolute(name);
    if (isWithin(path, apart)) return false;
    if (files.has(path)) return true;
    const found = stampOf(path);
    if (typeof found === "string") missing.push({ name, reason: found });
    else files.set(path, { name: normalize(name), path, stamp: found });
    return true;
  }

  async function takeFolder(name: string): Promise<number> {
    const excluded = exclude.length > 0 ? await excludedFrom(name) : new Set<string>();
    let taken = 0;
    for (const file of walk(absolute(name), apart, missing)) {
      const extension = extname(file).toLowerCase();
      const within = join(name, file);
      if (excluded.has(absolute(within))) continue;
      if (!READABLE.has(extension)) {
        otherFormats.set(extension, (otherFormats.get(extension) ?? 0) + 1);
      } else if (take(within)) taken++;
    }
    return taken;
  }

  /** Absolute paths of what is left out of a folder. */
  async function excludedFrom(folder: string): Promise<Set<string>> {
    const below = [`${escapePath(folder)}/**/*`];
    const all = new Set((await matches(below, request.base)).map(absolute));
    for (const kept of await matches(below, request.base, exclude)) all.delete(absolute(kept));
    return all;
  }

  for (const name of [...request.sources, ...readLists(request, missing)]) {
    const kind = kindOf(absolute(name));
    if (kind === "file") take(name);
    else if (kind === "folder") {
      if ((await takeFolder(name)) === 0)
        missing.push({ name, reason: "no readable file in this folder" });
    } else if (isDynamicPattern(name)) {
      const found = (await matches([name], request.base, exclude)).filter(take);
      if (found.length === 0) missing.push({ name, reason: "no file matches this pattern" });
    } else missing.push({ name, reason: kind });
  }

  return {
    files: [...files.values()].sort((a, b) => compare(a.name, b.name)),
    missing: missing.sort((a, b) => compare(a.name, b.name)),
    otherFormats,
  };
}

/** Orders text by code unit: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function matches(
  patterns: readonly string[],
  cwd: string,
  ignore: readonly string[] = [],
): Promise<string[]> {
  return await glob([...patterns], { cwd, ignore, onlyFiles: true, expandDirectories: false });
}

/** The stamp of a regular file, or why it cannot be read. */
export function stampOf(path: string): Stamp | string {
  try {
    const stat = statSync(path, { bigint: true });
    if (!stat.isFile()) return "not a regular file";
    return {
      size: Number(stat.size),
      modified: String(stat.mtimeNs),
      changed: String(stat.ctimeNs),
      inode: String(stat.ino),
    };
  } catch (error) {
    return reasonOf(error, path);
  }
}

function kindOf(path: string): "file" | "folder" | (string & {}) {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    return reasonOf(error, path);
  }
}

/** One line for the usual errors of a file system. */
export function reasonOf(error: unknown, path = ""): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  // Names in another encoding arrive with U+FFFD in them and cannot be opened under it.
  if (code === "ENOENT" && path.includes("\uFFFD")) return "its name is not UTF-8: rename it";
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ELOOP") return "a symbolic link that leads back to itself";
  if (code === "ENAMETOOLONG") return "its name is too long";
  if (code === "ENOSPC" || code === "EDQUOT") return "no space left on the disk";
  return error instanceof Error ? error.message : String(error);
}

/** Names of all files below a folder, relative to it, in sorted order. */
function* walk(
  root: string,
  apart: readonly string[],
  missing: MissingSource[],
): Generator<string, void, undefined> {
  const searched = new Set<string>();
  const open = [""];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const path = join(root, folder);
    if (isWithin(path, apart)) continue;
    let entries: Dirent[];
    try {
      const { dev, ino } = statSync(path);
      if (searched.has(`${dev}:${ino}`)) continue;
      searched.add(`${dev}:${ino}`);
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      missing.push({ name: path, reason: reasonOf(error, path) });
      continue;
    }
    const below: string[] = [];
    for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
      if (entry.name.startsWith(".")) continue;
      const name = join(folder, entry.name);
      const isFolder =
        entry.isDirectory() || (entry.isSymbolicLink() && kindOf(join(root, name)) === "folder");
      if (isFolder) below.push(name);
      else yield name;
    }
    open.push(...below.reverse());
  }
}

function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(folder + sep));
}

function readLists(request: SourceRequest, missing: MissingSource[]): string[] {
  return (request.lists ?? []).flatMap((name) => {
    try {
      const text = readFileSync(resolve(request.base, name), "utf8");
      return text.split(/\r?\n/).filter((line) => line.trim() !== "");
    } catch (error) {
      missing.push({ name, reason: reasonOf(error) });
      return [];
    }
  });
}
