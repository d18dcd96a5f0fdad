import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../model/errors.ts";

const PREFIX = ".yusuan-";
const SUFFIX = ".tmp";
const TEMPORARY = /^\.yusuan-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

export interface Written {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal SHA-256 of the content. */
  readonly sha256: string;
}

/** A file being written: nothing is visible under its final name before `commit`. */
export interface AtomicFile {
  /** Where its content stands until then. */
  readonly temporary: string;
  write(chunk: string | Uint8Array): Promise<void>;
  /** Ends the writing and flushes it to the disk, so that the content can be read. */
  seal(): Promise<Written>;
  /** Seals the file if that has not been done, and gives it its name. */
  commit(): Promise<Written>;
  /** Removes what was written; harmless after `commit`. */
  abort(): Promise<void>;
}

/**
 * Opens a file that becomes visible as a whole: written under a temporary name in the same folder (made if missing), flushed
 * to the disk, renamed. Throws UsageError with path and reason where the folder cannot be written or the disk is full.
 */
export async function openAtomic(path: string): Promise<AtomicFile> {
  const temporary = join(dirname(path), temporaryName());
  const handle = await naming(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    return open(temporary, "wx");
  });
  const hash = createHash("sha256");
  let bytes = 0;
  let sealed: Written | undefined;
  let isDone = false;

  async function write(chunk: string | Uint8Array): Promise<void> {
    const data = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
    await writeAll(handle, data);
    hash.update(data);
    bytes += data.byteLength;
  }

  async function seal(): Promise<Written> {
    if (!sealed) {
      await handle.sync();
      await handle.close();
      sealed = { path, bytes, sha256: hash.digest("hex") };
    }
    return sealed;
  }

  async function commit(): Promise<Written> {
    const written = await seal();
    await rename(temporary, path);
    isDone = true;
    return written;
  }

  async function abort(): Promise<void> {
    if (isDone) return;
    isDone = true;
    if (!sealed) await handle.close().catch(() => {});
    await rm(temporary, { force: true }).catch(() => {});
  }

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await naming(path, work);
    } catch (error) {
      await abort();
      throw error;
    }
  }

  return {
    temporary,
    write: (chunk) => guarded(() => write(chunk)),
    seal: () => guarded(seal),
    commit: () => guarded(commit),
    abort,
  };
}

/** Writes a whole file atomically. */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
): Promise<Written> {
  const file = await openAtomic(path);
  await file.write(content);
  return file.commit();
}

/** A name that no other writer has, and that `isTemporary` knows. */
export function temporaryName(): string {
  return PREFIX + randomUUID() + SUFFIX;
}

/** True for the name of a file that an interrupted run may have left behind. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/** Removes what interrupted runs left in a folder and below it. Only for a folder that no other run is writing. */
export async function removeTemporaries(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (isTemporary(entry.name)) await rm(path, { force: true, recursive: true });
    else if (entry.isDirectory()) await removeTemporaries(path);
  }
}

async function writeAll(handle: FileHandle, data: Uint8Array): Promise<void> {
  for (let at = 0; at < data.byteLength; ) {
    const { bytesWritten } = await handle.write(data, at);
    at += bytesWritten;
  }
}

const REASONS: Record<string, string> = {
  EACCES: "permission denied: name another place, or change its permissions",
  EPERM: "operation not permitted",
  EROFS: "read-only file system",
  ENOSPC: "no space left on the disk",
  EDQUOT: "disk quota exceeded",
  ENOENT: "no such folder, and it cannot be made",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "a part of the path is a file, not a folder",
  EISDIR: "there is a folder of that name",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many open files",
  EIO: "input/output error",
};

/** Why a place cannot be written to, in words. */
export function unwritable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? message;
}

/** Turns a system error into one line that names the path and the reason. */
export async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const reason = unwritable(error);
    throw new UsageError(`cannot write ${path}: ${reason}`, { cause: error });
  }
}
