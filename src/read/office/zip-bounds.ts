import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { InputError } from "../../model/errors.ts";

/** Far above any office document that people publish, and below what takes a process down. */
const MOST = { entries: 20_000, bytes: 400_000_000, ratio: 500 } as const;
/** A file this small unpacked is no bomb, however well it is packed. */
const SMALL = 20_000_000;

/** Throws InputError for an archive that is broken, encrypted, or unpacks to more than a document ever does. Nothing is unpacked. */
export async function checkZip(bytes: Uint8Array): Promise<void> {
  let unpacked = 0;
  let entries = 0;
  await eachEntry(bytes, (entry) => {
    if (++entries > MOST.entries)
      throw new InputError(`the archive has more than ${MOST.entries} parts`, "too-large");
    if (entry.isEncrypted()) throw new InputError("the archive is encrypted", "encrypted");
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST.bytes) {
      throw new InputError(
        `the archive unpacks to more than ${MOST.bytes / 1_000_000} MB: no document does`,
        "too-large",
      );
    }
  });
  if (unpacked > SMALL && unpacked > MOST.ratio * bytes.length) {
    throw new InputError(
      `the archive unpacks to ${Math.round(unpacked / bytes.length)} times its size: it may be a bomb`,
      "too-large",
    );
  }
}

function eachEntry(bytes: Uint8Array, visit: (entry: Entry) => void): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(
        error instanceof InputError
          ? error
          : new InputError(`the archive is broken: ${(error as Error).message}`),
      );
    fromBuffer(buffer, { lazyEntries: true }, (error: Error | null, zip?: ZipFile) => {
      if (error || !zip) {
        fail(error ?? new Error("no directory"));
        return;
      }
      zip.on("error", fail);
      zip.on("end", () => resolve());
      zip.on("entry", (entry: Entry) => {
        try {
          visit(entry);
          zip.readEntry();
        } catch (reason) {
          fail(reason);
        }
      });
      zip.readEntry();
    });
  });
}
