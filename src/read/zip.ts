import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { InputError } from "../model/errors.ts";

/** Far above any document or archive that people publish, and below what takes a process down. */
const MOST = { entries: 20_000, bytes: 400_000_000, ratio: 500 } as const;
/** What is this small unpacked is no bomb, however well it is packed. */
const SMALL = 20_000_000;

/** A file inside an archive. */
export interface ZipEntry {
  /** As Chinese archives have it: UTF-8, or GB18030 where nothing says so. `/` between folders. */
  readonly name: string;
  /** Unpacked, by its own account. */
  readonly size: number;
  readonly entry: Entry;
}

/** The files of an archive. Throws InputError for one that is broken, encrypted, or unpacks to more than people publish. Nothing is unpacked. */
export function zipEntries(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  return withZip(bytes, entriesOf);
}

/** The same of an archive that lies at a path, by their names. */
export async function directoryAt(path: string): Promise<ReadonlyMap<string, ZipEntry>> {
  const entries = await withZip(path, entriesOf);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** Throws InputError as well for an archive whose files are not what their sizes and checksums say: what it holds was changed. */
export function checkZip(bytes: Uint8Array): Promise<void> {
  return withZip(bytes, async (zip) => {
    for (const { name, entry } of await entriesOf(zip)) {
      let sum = 0;
      const parts: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
      for await (const part of parts) sum = crc32(part, sum);
      if (sum !== entry.crc32) throw changed(name);
    }
  });
}

function changed(name: string): InputError {
  return new InputError(`the archive is broken: ${name} is not what its checksum says`, "damaged");
}

/** One file of an archive, unpacked to no more than it says. */
export function unzipped(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  return withZip(bytes, async (zip) => {
    const entries = await entriesOf(zip);
    return unpacked(
      zip,
      name,
      entries.find((entry) => entry.name === name),
    );
  });
}

/** The same of an archive that lies at a path, and whose directory is known. */
export function unzippedAt(
  path: string,
  name: string,
  directory: ReadonlyMap<string, ZipEntry>,
): Promise<Uint8Array> {
  return withZip(path, (zip) => unpacked(zip, name, directory.get(name)));
}

async function unpacked(
  zip: ZipFile,
  name: string,
  wanted: ZipEntry | undefined,
): Promise<Uint8Array> {
  if (!wanted) throw new InputError(`the archive has no file ${name}`, "missing");
  const bytes = await buffer(await zip.openReadStreamPromise(wanted.entry));
  if (crc32(bytes) !== wanted.entry.crc32) throw changed(name);
  return new Uint8Array(bytes);
}

/** A file, or a file in it, or in an archive in it. */
export async function memberIn(
  bytes: Uint8Array,
  names: readonly string[] = [],
): Promise<Uint8Array> {
  let inner = bytes;
  for (const name of names) inner = await unzipped(inner, name);
  return inner;
}

function tooLarge(): InputError {
  const most = MOST.bytes / 1_000_000;
  return new InputError(
    `the archive unpacks to more than ${most} MB: no document does`,
    "too-large",
  );
}

/** Names in UTF-8 say so in a flag, which many Chinese programs leave out; others are in the code page of the machine. */
function nameOf({ fileName }: Entry): string {
  const raw = fileName as unknown as Buffer;
  const decoded = decoded8(raw) ?? new TextDecoder("gb18030").decode(raw);
  // No file can be called so, and no database holds it.
  return decoded.replaceAll("\\", "/").replaceAll("\0", "\u{FFFD}");
}

function decoded8(raw: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return undefined;
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly ZipEntry[]> {
  const found: ZipEntry[] = [];
  const places = new Set<number>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (found.length >= MOST.entries)
      throw new InputError(`the archive has more than ${MOST.entries} files`, "too-large");
    if (entry.isEncrypted()) throw new InputError("the archive is encrypted", "encrypted");
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST.bytes) throw tooLarge();
    const name = nameOf(entry);
    // Files that share their bytes unpack to more than any archive holds, each of them by no more than it may.
    if (places.has(entry.relativeOffsetOfLocalHeader))
      throw new InputError(
        `the archive is broken: ${name} has the bytes of another file`,
        "damaged",
      );
    places.add(entry.relativeOffsetOfLocalHeader);
    if (!name.endsWith("/")) found.push({ name, size: entry.uncompressedSize, entry });
  }
  if (unpacked > SMALL && unpacked > MOST.ratio * zip.fileSize) {
    const times = Math.round(unpacked / zip.fileSize);
    throw new InputError(
      `the archive unpacks to ${times} times its size: it may be a bomb`,
      "too-large",
    );
  }
  return found;
}

const OPTIONS = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;

/** @param from Bytes, or the path of a file, of which no more is read than is needed. */
async function withZip<T>(
  from: Uint8Array | string,
  use: (zip: ZipFile) => Promise<T>,
): Promise<T> {
  let zip: ZipFile | undefined;
  try {
    zip =
      typeof from === "string"
        ? await openPromise(from, OPTIONS)
        : await fromBufferPromise(Buffer.from(from.buffer, from.byteOffset, from.length), OPTIONS);
    return await use(zip);
  } catch (error) {
    // A file that cannot be opened is no broken archive.
    if (error instanceof InputError || (error instanceof Error && "syscall" in error)) throw error;
    throw new InputError(`the archive is broken: ${(error as Error).message}`, "damaged");
  } finally {
    zip?.close();
  }
}
