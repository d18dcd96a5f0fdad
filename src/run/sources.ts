import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, resolve, sep } from "node:path";
import { escapePath, glob, isDynamicPattern } from "tinyglobby";
import type { FileReason } from "../model/errors.ts";

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
  /** Its name in the archive at that path, behind that of the archive in it that holds it. */
  readonly member?: readonly string[];
  readonly stamp: Stamp;
}

/** Something that was asked for and cannot be read. */
export interface MissingSource {
  readonly name: string;
  readonly reason: string;
  readonly why: FileReason;
}

/** A file in a folder whose format is not read. */
export interface OtherFile {
  readonly name: string;
  readonly bytes: number;
  readonly member?: readonly string[];
}

export interface Sources {
  /** Sorted by name, each file once. */
  readonly files: readonly SourceFile[];
  readonly missing: readonly MissingSource[];
  /** Files in the folders whose format is not read, sorted by name: said, not read. */
  readonly others: readonly OtherFile[];
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
  /** Whether a file there was written by a run: what is named is read, wherever it is, but for that. */
  readonly isOwn?: (path: string) => boolean;
}

/** Formats taken from a folder. A file that is named, or that a pattern names, is tried whatever it is called. */
const READABLE = new Set(
  ".pdf .txt .text .md .markdown .html .htm .shtml .mht .mhtml .xlsx .xlsm .xls .et .ods .docx .doc .wps .rtf .odt .zip".split(
    " ",
  ),
);

/** True for a name that ends as those of formats that are read do. */
export function isReadable(name: string): boolean {
  return READABLE.has(extname(name).toLowerCase());
}

/**
 * Expands files, folders (with everything below them), patterns and lists. An existing path is itself, even if its name
 * looks like a pattern. Links are followed, each folder is searched once, hidden names in folders are left out.
 */
export async function findSources(request: SourceRequest): Promise<Sources> {
  const files = new Map<string, SourceFile>();
  const missing: MissingSource[] = [];
  const others = new Map<string, OtherFile>();
  const { exclude = [], isOwn = () => false } = request;
  const apart = (request.apartFrom ?? []).map((folder) => resolve(folder));

  function absolute(name: string): string {
    return resolve(request.base, name);
  }

  function take(name: string, isApart = isWithin(absolute(name), apart)): boolean {
    const path = absolute(name);
    if (isApart) return false;
    if (files.has(path)) return true;
    const found = stampOf(path);
    if ("reason" in found) missing.push({ name, ...found });
    else files.set(path, { name: normalize(name), path, stamp: found });
    return true;
  }

  async function takeFolder(name: string): Promise<number> {
    const excluded = exclude.length > 0 ? await excludedFrom(name) : new Set<string>();
    let taken = 0;
    const root = absolute(name);
    const isInside = apart.some((folder) => root !== folder && isWithin(root, [folder]));
    for (const file of walk(root, isInside ? [] : apart, missing)) {
      const extension = extname(file).toLowerCase();
      const within = join(name, file);
      if (excluded.has(absolute(within)) || isOwn(absolute(within))) continue;
      if (!READABLE.has(extension)) {
        const stamp = stampOf(absolute(within));
        const bytes = "size" in stamp ? stamp.size : 0;
        others.set(absolute(within), { name: normalize(within), bytes });
      } else if (take(within, false)) taken++;
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
    if (kind === "file") {
      if (isOwn(absolute(name))) {
        missing.push({ name, reason: "a file that this tool wrote", why: "no-disclosure" });
      } else take(name, false);
    } else if (kind === "folder") {
      if ((await takeFolder(name)) === 0)
        missing.push({ name, reason: "no readable file in this folder", why: "missing" });
    } else if (isDynamicPattern(name)) {
      const found = (await matches([name], request.base, exclude)).filter((each) => take(each));
      if (found.length === 0) {
        missing.push({ name, reason: "no file matches this pattern", why: "missing" });
      }
    } else missing.push({ name, ...kind });
  }

  return {
    files: [...files.values()].sort((a, b) => compare(a.name, b.name)),
    missing: missing.sort((a, b) => compare(a.name, b.name)),
    others: [...others]
      .filter(([path]) => !files.has(path))
      .map(([, file]) => file)
      .sort((a, b) => compare(a.name, b.name)),
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
export function stampOf(path: string): Stamp | Why {
  try {
    const stat = statSync(path, { bigint: true });
    if (!stat.isFile()) return { reason: "not a regular file", why: "unreadable" };
    return {
      size: Number(stat.size),
      modified: String(stat.mtimeNs),
      changed: String(stat.ctimeNs),
      inode: String(stat.ino),
    };
  } catch (error) {
    return { reason: reasonOf(error, path), why: whyOf(error) };
  }
}

/** Why a path cannot be read. */
type Why = Pick<MissingSource, "reason" | "why">;

function kindOf(path: string): "file" | "folder" | Why {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    return { reason: reasonOf(error, path), why: whyOf(error) };
  }
}

/** The same as an id. */
export function whyOf(error: unknown): FileReason {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  return code === "EACCES" || code === "EPERM" ? "permission" : "unreadable";
}

const ADDRESS =
  "it is a web address: save what is there as a file, or let a pipeline fetch it, under http";

/** One line for the usual errors of a file system. */
export function reasonOf(error: unknown, path = ""): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  // Names in another encoding arrive with U+FFFD in them and cannot be opened under it.
  if (code === "ENOENT" && path.includes("\uFFFD")) return "its name is not UTF-8: rename it";
  if ((code === "ENOENT" || code === "ENOTDIR") && /(?:^|[\\/])https?:[\\/]/.test(path))
    return ADDRESS;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file or folder";
  if (code === "EISDIR")
    return "it is a folder: name a file in it, or read all of it with: yusuan extract";
  if (code === "EACCES" || code === "EPERM")
    return "no permission to read it: change its permissions, or run as a user who may";
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
      missing.push({ name: path, reason: reasonOf(error, path), why: whyOf(error) });
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
      missing.push({ name, reason: reasonOf(error), why: whyOf(error) });
      return [];
    }
  });
}
