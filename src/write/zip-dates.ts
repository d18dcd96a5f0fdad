const CENTRAL_ENTRY = 0x02014b50;
const CENTRAL_END = 0x06054b50;
const END_SIZE = 22;
/** 1 January 1980, the first date that a zip file can hold: date word (low half is the time). */
const FIRST_DATE = 0x00210000;

/**
 * A zip archive with all of its entries dated alike, so that the same content gives the same bytes whenever it is written
 * (APPNOTE.TXT 4.3: dates stand in each local header and again in the central directory). Throws if it is no zip archive.
 */
export function withFixedDates(zip: Uint8Array): Uint8Array {
  const fixed = Buffer.from(zip);
  const end = fixed.length - END_SIZE;
  if (end < 0 || fixed.readUInt32LE(end) !== CENTRAL_END)
    throw new Error("not a plain zip archive");
  let at = fixed.readUInt32LE(end + 16);
  for (let entries = fixed.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    if (fixed.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error("broken zip directory");
    fixed.writeUInt32LE(FIRST_DATE, at + 12);
    fixed.writeUInt32LE(FIRST_DATE, fixed.readUInt32LE(at + 42) + 10);
    const variable = [28, 30, 32].map((offset) => fixed.readUInt16LE(at + offset));
    at += 46 + variable.reduce((sum, length) => sum + length, 0);
  }
  return fixed;
}
