import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";
import { gunzipSync, gzipSync } from "node:zlib";
import { UsageError } from "../model/errors.ts";
import { syncFolder } from "./folder.ts";
import { reasonOf } from "./sources.ts";

/**
 * The state folder of a run: for each document that was read, what the combined files and its department's folder need
 * of it, under a key that says which source, which tool and which options it came from. Nothing here is needed but to
 * save time: any file may be missing, and is then made again.
 *
 *   index.jsonl                    what was read (index-file.ts)
 *   documents/<2 digits>/<key>.record.gz   JSON, what is needed of all documents in the first line, their records in the second
 *   documents/<2 digits>/<key>.files.gz    the department's files
 *   documents/<2 digits>/<key>.part.gz     what puts the document together with others (part.ts)
 *   documents/<2 digits>/<key>.shares.gz   the figures that other disclosures may print too (between/shared.ts)
 */
export interface StoredFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Key of a document's results: changes with whatever they depend on. */
export function storeKey(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

export function isStored(folder: string, key: string): boolean {
  return existsSync(pathOf(folder, key, "record"));
}

/** The record is written last: where it stands, the files and the part do too. */
export function store(
  folder: string,
  key: string,
  { records, ...head }: object & { readonly records?: unknown },
  files: readonly StoredFile[],
  texts: { readonly part?: string; readonly shares?: string } = {},
): void {
  const heads = files.map(({ path, bytes }) => ({ path, size: bytes.byteLength }));
  const packed = [Buffer.from(`${JSON.stringify(heads)}\n`), ...files.map(({ bytes }) => bytes)];
  writeWhole(pathOf(folder, key, "files"), gzipSync(Buffer.concat(packed), { level: 1 }));
  for (const piece of ["part", "shares"] as const) {
    const text = texts[piece];
    if (text !== undefined) writeWhole(pathOf(folder, key, piece), gzipSync(text, { level: 1 }));
  }
  const lines = `${JSON.stringify(head)}\n${JSON.stringify({ records })}`;
  writeWhole(pathOf(folder, key, "record"), gzipSync(lines, { level: 1 }));
}

/** What `store` was given as record. Throws UsageError if it is not there, or not as it was written. */
export function storedRecord(folder: string, key: string): unknown {
  const [head = "", rest = ""] = unpack(folder, key, "record").toString("utf8").split("\n");
  return { ...JSON.parse(head), ...JSON.parse(rest) };
}

/** The same without its records, which are most of it. */
export function storedHead(folder: string, key: string): unknown {
  const packed = unpack(folder, key, "record");
  return JSON.parse(packed.toString("utf8", 0, packed.indexOf("\n")));
}

/** What `store` was given as files. Throws UsageError as `storedRecord` does. */
export function storedFiles(folder: string, key: string): StoredFile[] {
  const packed = unpack(folder, key, "files");
  const end = packed.indexOf("\n");
  const heads: { path: string; size: number }[] = JSON.parse(packed.toString("utf8", 0, end));
  let at = end + 1;
  return heads.map(({ path, size }) => {
    const bytes = packed.subarray(at, at + size);
    at += size;
    return { path, bytes };
  });
}

/** What `store` was given as part. Throws UsageError as `storedRecord` does. */
export function storedPart(folder: string, key: string): string {
  return unpack(folder, key, "part").toString("utf8");
}

/** What `store` was given as shares. Throws UsageError as `storedRecord` does. */
export function storedShares(folder: string, key: string): string {
  return unpack(folder, key, "shares").toString("utf8");
}

/** The parts of what is stored under a key. */
export type Piece = "record" | "files" | "part" | "shares";

function unpack(folder: string, key: string, part: Piece): Buffer {
  try {
    return gunzipSync(readFileSync(pathOf(folder, key, part)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `the state in ${folder} is damaged: delete it, nothing but time is lost (${reason})`,
    );
  }
}

/** Deletes what no key names any more, and what a killed run left half-written. */
export function sweepStore(folder: string, keys: ReadonlySet<string>): void {
  const documents = join(folder, "documents");
  if (!existsSync(documents)) return;
  for (const group of readdirSync(documents).filter((name) => GROUP.test(name))) {
    for (const name of readdirSync(join(documents, group))) {
      const [, key = "", half] = STORED.exec(name) ?? [];
      if (key !== "" && (half !== undefined || !keys.has(key))) {
        rmSync(join(documents, group, name));
      }
    }
    removeIfEmpty(join(documents, group));
  }
  removeIfEmpty(documents);
}

/** Names of ours: whatever else stands in the folders is somebody else's. The last part is that of a half-written file. */
const GROUP = /^[0-9a-f]{2}$/;
const STORED = /^([0-9a-f]{32})\.(?:record|files|part|shares)\.gz(\.\d+-\d+)?$/;

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // There is more in it.
  }
}

/** Writes a file of the state under another name first, so that it is there whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}-${threadId}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFlushed(temporary, content);
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`cannot write ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

function writeFlushed(path: string, content: string | Uint8Array): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function pathOf(folder: string, key: string, part: Piece): string {
  return join(folder, pieceName(key, part));
}

/** Name of a piece relative to the folder, with `/` between the parts. */
export function pieceName(key: string, piece: Piece): string {
  return `documents/${key.slice(0, 2)}/${key}.${piece}.gz`;
}
