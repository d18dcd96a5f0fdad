import { dropCffOutlines } from "./cff-outlines.ts";

/** What a TrueType or OpenType file begins with: its version, `true` or `OTTO`. */
const FIRST_WORDS: ReadonlySet<number> = new Set([0x00010000, 0x74727565, 0x4f54544f]);
/** Where a file's tables are listed, and the size of an entry: tag, checksum, offset, length. */
const LIST = 12;
const ENTRY = 16;
/** The outlines (`glyf`), and the programs that fit them to pixels (`fpgm`, `prep`, `cvt `). */
const DROPPED: ReadonlySet<number> = new Set([0x676c7966, 0x6670676d, 0x70726570, 0x63767420]);
/** `maxp` begins with a version and the number of outlines. */
const MAXP = 0x6d617870;
/** Outlines in the Compact Font Format: `CFF `. */
const CFF = 0x43464620;

/**
 * Takes the outlines out of a font, in place: pdf.js checks and rewrites every one of them for a renderer, and nothing is
 * rendered. Which characters a font has, and how wide they are, stands elsewhere in it and in its PDF. Bytes that are no font
 * stay as they are.
 */
export function dropOutlines(bytes: Uint8Array): void {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (FIRST_WORDS.has(data.getUint32(0))) dropTables(data);
    else dropCffOutlines(data, 0);
  } catch (error) {
    // A place beyond the end: no font, or a broken one, which is pdf.js's to judge.
    if (!(error instanceof RangeError)) throw error;
  }
}

function dropTables(data: DataView): void {
  const end = LIST + ENTRY * data.getUint16(4);
  for (let entry = LIST; entry < end; entry += ENTRY) {
    const tag = data.getUint32(entry);
    const start = data.getUint32(entry + 8);
    if (DROPPED.has(tag)) data.setUint32(entry + 12, 0);
    else if (tag === MAXP) data.setUint16(start + 4, 1);
    else if (tag === CFF) dropCffOutlines(data, start);
  }
}
