/** Whether a font draws something for a character of its own encoding; undefined where it does not say. */
export type Draws = (char: string) => boolean | undefined;

export const UNKNOWN: Draws = () => undefined;

/** A CFF glyph of so few bytes is a width and the end: nothing is drawn. */
const NOTHING = 6;

/** A table of a font, and where it begins. */
type Tables = ReadonlyMap<string, DataView>;

/**
 * What a font draws, of a TrueType or OpenType file as pdf.js rewrites it. Only where outlines begin and end is kept of it,
 * for the file itself is large.
 */
export function drawsOf(file: Uint8Array | undefined): Draws {
  if (!file) return UNKNOWN;
  try {
    const tables = tablesOf(file);
    const size = tables.has("CFF ") ? cffSizes(tables) : glyfSizes(tables);
    const cmap = copyOf(tables.get("cmap"));
    if (!size || !cmap) return UNKNOWN;
    return (char) => {
      try {
        const glyph = glyphOf(cmap, char.codePointAt(0) ?? 0);
        return glyph === 0 ? undefined : size(glyph) > 0;
      } catch {
        return undefined;
      }
    };
  } catch {
    // Offsets that lead out of the file.
    return UNKNOWN;
  }
}

function tablesOf(file: Uint8Array): Tables {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...file.subarray(at, at + 4));
    const [from, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    tables.set(tag, new DataView(file.buffer, file.byteOffset + from, length));
  }
  return tables;
}

function copyOf(view: DataView | undefined): DataView | undefined {
  if (!view) return undefined;
  const { buffer, byteOffset, byteLength } = view;
  return new DataView(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** Bytes of a glyph's outline. */
type Size = (glyph: number) => number;

function glyfSizes(tables: Tables): Size | undefined {
  const loca = copyOf(tables.get("loca"));
  const isLong = tables.get("head")?.getUint16(50) === 1;
  if (!loca) return undefined;
  return (glyph) =>
    isLong
      ? loca.getUint32(4 * glyph + 4) - loca.getUint32(4 * glyph)
      : loca.getUint16(2 * glyph + 2) - loca.getUint16(2 * glyph);
}

function cffSizes(tables: Tables): Size | undefined {
  const cff = tables.get("CFF ");
  if (!cff) return undefined;
  const names = indexAt(cff, cff.getUint8(2));
  const dicts = indexAt(cff, names.end);
  const strings = charStringsIn(cff, dicts.at(0), dicts.at(1));
  if (strings === undefined) return undefined;
  const { at, count } = indexAt(cff, strings);
  const offsets = Array.from({ length: count + 1 }, (_, i) => at(i));
  return (glyph) => Math.max(0, (offsets[glyph + 1] ?? 0) - (offsets[glyph] ?? 0) - NOTHING);
}

/** An INDEX of CFF: where its items begin, the first after the last being where it ends. */
function indexAt(cff: DataView, start: number) {
  const count = cff.getUint16(start);
  if (count === 0) return { count, end: start + 2, at: () => start + 2 };
  const width = cff.getUint8(start + 2);
  const base = start + 2 + width * (count + 1);
  const at = (i: number) => {
    let offset = 0;
    for (let b = 0; b < width; b++) offset = offset * 256 + cff.getUint8(start + 3 + i * width + b);
    return base + offset;
  };
  return { count, end: at(count), at };
}

/** Where the outlines are, by operator 17 of the font's dictionary. */
function charStringsIn(cff: DataView, from: number, to: number): number | undefined {
  let operand = 0;
  for (let i = from; i < to; ) {
    const b = cff.getUint8(i);
    if (b === 17) return operand;
    if (b <= 21) i += b === 12 ? 2 : 1;
    else if (b === 28) [operand, i] = [cff.getInt16(i + 1), i + 3];
    else if (b === 29) [operand, i] = [cff.getInt32(i + 1), i + 5];
    else if (b === 30) {
      do i++;
      while (i < to && (cff.getUint8(i) & 15) !== 15);
      i++;
    } else if (b <= 246) [operand, i] = [b - 139, i + 1];
    else if (b <= 250) [operand, i] = [(b - 247) * 256 + cff.getUint8(i + 1) + 108, i + 2];
    else [operand, i] = [-(b - 251) * 256 - cff.getUint8(i + 1) - 108, i + 2];
  }
  return undefined;
}

/** The glyph of a character, or 0: by the segments of format 4 and the groups of format 12. */
function glyphOf(cmap: DataView, code: number): number {
  for (let t = 0; t < cmap.getUint16(2); t++) {
    const at = cmap.getUint32(8 + 8 * t);
    const format = cmap.getUint16(at);
    const glyph =
      format === 12 ? inGroups(cmap, at, code) : format === 4 ? inSegments(cmap, at, code) : 0;
    if (glyph !== 0) return glyph;
  }
  return 0;
}

function inGroups(cmap: DataView, at: number, code: number): number {
  for (let g = 0; g < cmap.getUint32(at + 12); g++) {
    const group = at + 16 + 12 * g;
    const first = cmap.getUint32(group);
    if (code >= first && code <= cmap.getUint32(group + 4))
      return cmap.getUint32(group + 8) + code - first;
  }
  return 0;
}

function inSegments(cmap: DataView, at: number, code: number): number {
  const twice = cmap.getUint16(at + 6);
  for (let s = 0; s < twice; s += 2) {
    if (code > cmap.getUint16(at + 14 + s)) continue;
    const first = cmap.getUint16(at + 16 + twice + s);
    if (code < first) return 0;
    const delta = cmap.getUint16(at + 16 + 2 * twice + s);
    const rangeAt = at + 16 + 3 * twice + s;
    const range = cmap.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = cmap.getUint16(rangeAt + range + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
