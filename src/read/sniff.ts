import type { Format } from "../model/block.ts";
import { type FileReason, InputError } from "../model/errors.ts";
import { FOREIGN } from "./foreign.ts";

/** First bytes of pictures whose text is recognised: PNG, JPEG. */
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** First bytes of formats that are not read. */
const MAGIC: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x47, 0x49, 0x46, 0x38], name: FOREIGN.gif },
  { bytes: [0x49, 0x49, 0x2a, 0x00], name: FOREIGN.tif },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], name: FOREIGN.tif },
  { bytes: [0x52, 0x49, 0x46, 0x46], name: "a RIFF file (WebP image or sound)" },
  { bytes: [0x42, 0x4d], name: FOREIGN.bmp },
  { bytes: [0x1f, 0x8b], name: FOREIGN.gz },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: FOREIGN.rar },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: FOREIGN["7z"] },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: "a program" },
];

const OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument.";

/** Names inside a ZIP archive that tell what it is. */
const ZIPPED: readonly { readonly part: string; readonly name: string }[] = [
  { part: "ppt/", name: FOREIGN.pptx },
  { part: "OFD.xml", name: FOREIGN.ofd },
  { part: OPEN_DOCUMENT, name: "an OpenDocument file, neither text nor sheets" },
];

const ARCHIVE =
  "a ZIP archive: one is read where its name ends in .zip, and one more in it; unpack others first";

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
  { stream: "PowerPoint Document", name: FOREIGN.ppt, why: "format" },
];

/** A format that is read, or one that another program has to make .docx of. */
export type Sniffed = Format | Convertible;
export type Convertible = "doc" | "rtf" | "odt";

/** As the outputs call it: what is converted was written as a Word document is. */
export function formatOf(sniffed: Sniffed): Format {
  return isConvertible(sniffed) ? "word" : sniffed;
}

export function isConvertible(sniffed: Sniffed): sniffed is Convertible {
  return sniffed === "doc" || sniffed === "rtf" || sniffed === "odt";
}

const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** What the bytes of a source are. Throws InputError, with what they seem to be, for everything that is not read. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) throw new InputError("the file is empty", "empty");
  const head = bytes.subarray(0, HEAD);
  const start = latin1(head);
  // Producers may put a line or a byte-order mark before the header; readers look for it in the first 1024 bytes.
  if (start.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compound(bytes);
  if (isZip(bytes)) {
    const all = start + latin1(bytes.subarray(Math.max(0, bytes.length - 65536)));
    const isOffice = !/\.(?:zip|rar|7z)$/i.test(firstName(bytes));
    if (isOffice && all.includes("word/document")) return "word";
    if (isOffice && all.includes("xl/workbook")) return "spreadsheet";
    if (start.includes(`${OPEN_DOCUMENT}spreadsheet`)) return "spreadsheet";
    if (start.includes(`${OPEN_DOCUMENT}text`)) return "odt";
    const name = ZIPPED.find(({ part }) => all.includes(part))?.name ?? ARCHIVE;
    throw new InputError(`neither PDF, Excel, Word nor text: it seems to be ${name}`, "format");
  }
  if (startsWith(bytes, RTF)) return "rtf";
  if (PICTURES.some((picture) => startsWith(bytes, picture))) return "picture";
  const foreign = MAGIC.find((format) => startsWith(bytes, format.bytes));
  if (foreign && !(foreign.name === FOREIGN.bmp && !head.includes(0)))
    throw new InputError(
      `neither PDF, Excel, Word nor text: it seems to be ${foreign.name}`,
      "format",
    );
  if (ARCHIVED_PAGE.test(start)) return "web-archive";
  if (isBinary(head))
    throw new InputError("neither PDF, Excel, Word nor text: it seems to be binary data", "format");
  return "text";
}

/** The name of the first file of an archive: an archive in an archive shows the names of its own files as well. */
function firstName(bytes: Uint8Array): string {
  const length = (bytes[26] ?? 0) + 256 * (bytes[27] ?? 0);
  return latin1(bytes.subarray(30, 30 + length));
}

/** True for the beginning of an OpenDocument file, sheets or text. */
export function isOpenDocument(bytes: Uint8Array): boolean {
  return isZip(bytes) && latin1(bytes.subarray(0, 128)).includes(OPEN_DOCUMENT);
}

/** True for the beginning of an archive, as Office documents are since 2007, and for one that is empty. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

function compound(bytes: Uint8Array): Sniffed {
  const all = latin1(bytes);
  const has = (stream: string): boolean => all.includes([...stream].join("\0"));
  const foreign = COMPOUND.find(({ stream }) => has(stream));
  if (foreign)
    throw new InputError(
      `neither PDF, Excel, Word nor text: it seems to be ${foreign.name}`,
      foreign.why,
    );
  if (has("WordDocument")) return "doc";
  if (has("Workbook") || has("Book")) return "spreadsheet";
  throw new InputError(
    "neither PDF, Excel, Word nor text: it seems to be an old Office document, damaged or with neither text nor sheets: save it as PDF",
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
