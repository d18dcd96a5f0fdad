import type { Format } from "../model/block.ts";
import { type FileReason, InputError } from "../model/errors.ts";

/** First bytes of pictures whose text is recognised: PNG, JPEG. */
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** First bytes of formats that are not read, and what to call them. */
const FOREIGN: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x47, 0x49, 0x46, 0x38], name: "a GIF image" },
  { bytes: [0x49, 0x49, 0x2a, 0x00], name: "a TIFF image: save it as PNG, JPEG or PDF" },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], name: "a TIFF image: save it as PNG, JPEG or PDF" },
  { bytes: [0x52, 0x49, 0x46, 0x46], name: "a RIFF file (WebP image or sound)" },
  { bytes: [0x42, 0x4d], name: "a BMP image" },
  { bytes: [0x1f, 0x8b], name: "a gzip archive: unpack it first, or pack it as ZIP" },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: "a RAR archive: unpack it first, or pack it as ZIP" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: "a 7z archive: unpack it first, or pack it as ZIP" },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: "a program" },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: "an RTF document" },
];

/** Names inside a ZIP archive that tell what it is. */
const ZIPPED: readonly { readonly part: string; readonly name: string }[] = [
  { part: "ppt/", name: "a PowerPoint file (pptx)" },
  { part: "OFD.xml", name: "an OFD document" },
  { part: "mimetypeapplication/vnd.oasis.opendocument", name: "an OpenDocument file" },
];

const HEAD = 4096;

/** A page that a browser saved as one file (MHTML): headers of mail, and parts. */
const ARCHIVED_PAGE = /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart\/related/i;

/** Streams inside an old Office file, which are named in UTF-16, and what they make of it. */
const COMPOUND: readonly {
  readonly stream: string;
  readonly name: string;
  readonly why: FileReason;
}[] = [
  {
    stream: "EncryptedPackage",
    name: "an encrypted Office document: open it with its password, and save it without",
    why: "encrypted",
  },
  {
    stream: "WordDocument",
    name: "an old Word document (doc, wps): save it as docx or PDF",
    why: "format",
  },
  { stream: "PowerPoint Document", name: "a PowerPoint file (ppt)", why: "format" },
];

/** What the bytes of a source are. Throws InputError, with what they seem to be, for everything that is not read. */
export function sniff(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new InputError("the file is empty", "empty");
  const head = bytes.subarray(0, HEAD);
  const start = latin1(head);
  // Producers may put a line or a byte-order mark before the header; readers look for it in the first 1024 bytes.
  if (start.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compound(bytes);
  if (isZip(bytes)) {
    const all = start + latin1(bytes.subarray(Math.max(0, bytes.length - 65536)));
    if (all.includes("word/document")) return "word";
    if (all.includes("xl/workbook")) return "spreadsheet";
    const name = ZIPPED.find(({ part }) => all.includes(part))?.name ?? "a ZIP archive";
    throw new InputError(`neither PDF, Excel, Word nor text: it seems to be ${name}`, "format");
  }
  if (PICTURES.some((picture) => startsWith(bytes, picture))) return "picture";
  const foreign = FOREIGN.find((format) => startsWith(bytes, format.bytes));
  if (foreign && !(foreign.name === "a BMP image" && !head.includes(0)))
    throw new InputError(
      `neither PDF, Excel, Word nor text: it seems to be ${foreign.name}`,
      "format",
    );
  if (ARCHIVED_PAGE.test(start)) return "web-archive";
  if (isBinary(head))
    throw new InputError("neither PDF, Excel, Word nor text: it seems to be binary data", "format");
  return "text";
}

/** True for the beginning of an archive, as Office documents are since 2007. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

function compound(bytes: Uint8Array): Format {
  const all = latin1(bytes);
  const has = (stream: string): boolean => all.includes([...stream].join("\0"));
  const foreign = COMPOUND.find(({ stream }) => has(stream));
  if (foreign)
    throw new InputError(
      `neither PDF, Excel, Word nor text: it seems to be ${foreign.name}`,
      foreign.why,
    );
  if (has("Workbook") || has("Book")) return "spreadsheet";
  throw new InputError(
    "neither PDF, Excel, Word nor text: it seems to be an old Office document",
    "format",
  );
}

/** True for bytes that are no text in any encoding that is read: control characters, or zeros without a UTF-16 mark. */
export function isBinary(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return false;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  return controls * 50 > bytes.length;
}

/** True for a UTF-16 byte-order mark. */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
