/** Operators of a dictionary of the Compact Font Format (Adobe Technical Note 5176), as far as they lead to outlines. */
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const SUBROUTINES = 19;
const FONTS = 0x0c24;
/** An operator of two bytes begins with this one. */
const ESCAPE = 12;

/** The whole outline of a glyph that has none: `endchar`. */
const END = 14;

/** Empties the outlines of a font that starts at `start`, in place, and the subroutines that they share. */
export function dropCffOutlines(data: DataView, start: number): void {
  if (data.getUint8(start) !== 1) return;
  const names = indexAt(data, start + data.getUint8(start + 2));
  const dictionaries = indexAt(data, names.end);
  if (names.count !== 1 || dictionaries.count !== 1) return;
  const subroutines = indexAt(data, indexAt(data, dictionaries.end).end);
  const font = dictionaryOf(data, dictionaries, 0);
  const [glyphs] = font.get(CHAR_STRINGS) ?? [];
  if (!glyphs || !emptied(data, indexAt(data, start + glyphs))) return;
  data.setUint16(subroutines.start, 0);
  for (const each of [font, ...partsOf(data, start, font)]) {
    const [size = 0, place = 0] = each.get(PRIVATE) ?? [];
    const [own] = dictionaryAt(data, start + place, size).get(SUBROUTINES) ?? [];
    if (own) data.setUint16(start + place + own, 0);
  }
}

/** The fonts that a font with characters of many kinds is made of. */
function partsOf(data: DataView, start: number, font: Dictionary): Dictionary[] {
  const [place] = font.get(FONTS) ?? [];
  if (!place) return [];
  const index = indexAt(data, start + place);
  return Array.from({ length: index.count }, (_, i) => dictionaryOf(data, index, i));
}

/** Makes each item of an index an outline without lines. False if they have no room for it. */
function emptied(data: DataView, { count, size, offsets, items, end }: Index): boolean {
  if (end - items < count) return false;
  for (let i = 0; i <= count; i++)
    for (let byte = 0; byte < size; byte++)
      data.setUint8(offsets + i * size + byte, (i + 1) >> (8 * (size - 1 - byte)));
  for (let i = 0; i < count; i++) data.setUint8(items + i, END);
  return true;
}

/** A list of items of any length: their number, the size of an offset, the offsets (the first is 1), the items. */
interface Index {
  readonly start: number;
  readonly count: number;
  readonly size: number;
  readonly offsets: number;
  readonly items: number;
  readonly end: number;
}

function indexAt(data: DataView, start: number): Index {
  const count = data.getUint16(start);
  const offsets = start + 3;
  if (count === 0) return { start, count, size: 0, offsets, items: start + 2, end: start + 2 };
  const size = data.getUint8(start + 2);
  const items = offsets + (count + 1) * size;
  return { start, count, size, offsets, items, end: itemAt(data, { size, offsets, items }, count) };
}

/** Where an item starts, and the one before it ends. */
function itemAt(
  data: DataView,
  { size, offsets, items }: Pick<Index, "size" | "offsets" | "items">,
  i: number,
): number {
  let offset = 0;
  for (let byte = 0; byte < size; byte++)
    offset = offset * 256 + data.getUint8(offsets + i * size + byte);
  return items + offset - 1;
}

/** Operands by operator. */
type Dictionary = ReadonlyMap<number, readonly number[]>;

function dictionaryOf(data: DataView, index: Index, i: number): Dictionary {
  const start = itemAt(data, index, i);
  return dictionaryAt(data, start, itemAt(data, index, i + 1) - start);
}

function dictionaryAt(data: DataView, start: number, length: number): Dictionary {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  let at = start;
  while (at < start + length) {
    const byte = data.getUint8(at++);
    if (byte <= 21) {
      entries.set(byte === ESCAPE ? (byte << 8) | data.getUint8(at++) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(data.getInt16(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(data.getInt32(at));
      at += 4;
    } else if (byte === 30) {
      // A fraction, up to a digit of 15: no operand of ours.
      while ((data.getUint8(at++) & 15) !== 15);
      operands.push(Number.NaN);
    } else if (byte <= 246) operands.push(byte - 139);
    else if (byte <= 250) operands.push((byte - 247) * 256 + data.getUint8(at++) + 108);
    else operands.push((251 - byte) * 256 - data.getUint8(at++) - 108);
  }
  return entries;
}
