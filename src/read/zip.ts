import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
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
  return withZip(bytes, (zip) => entriesOf(zip, bytes.length));
}

/** Throws InputError as well for an archive whose files are not what their sizes and checksums say: what it holds was changed. */
export function checkZip(bytes: Uint8Array): Promise<void> {
  return withZip(bytes, async (zip) => {
    for (const { name, entry } of await entriesOf(zip, bytes.length)) {
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
    const entries = await entriesOf(zip, bytes.length);
    const wanted = entries.find((entry) => entry.name === name);
    if (!wanted) throw new InputError(`the archive has no file ${name}`, "missing");
    const unpacked = await buffer(await zip.openReadStreamPromise(wanted.entry));
    if (crc32(unpacked) !== wanted.entry.crc32) throw changed(name);
    return new Uint8Array(unpacked);
  });
}

/** The bytes of a source: the file itself, or a file in it, or in an archive in it. */
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

async function entriesOf(zip: ZipFile, packed: number): Promise<readonly ZipEntry[]> {
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
  if (unpacked > SMALL && unpacked > MOST.ratio * packed) {
    const times = Math.round(unpacked / packed);
    throw new InputError(
      `the archive unpacks to ${times} times its size: it may be a bomb`,
      "too-large",
    );
  }
  return found;
}

async function withZip<T>(bytes: Uint8Array, use: (zip: ZipFile) => Promise<T>): Promise<T> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
    return await use(await fromBufferPromise(whole, options));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`the archive is broken: ${(error as Error).message}`, "damaged");
  }
}
