import { type DrawnLine, type DrawnPage, type DrawnText, ems, isNarrow, PAPER } from "./pages.ts";

/** How a producer writes what it draws. */
export interface Manner {
  /** Strokes, filled rectangles half a point thick with squares at their corners, or a stroked rectangle around each cell. */
  readonly lines?: "strokes" | "thin-rectangles" | "boxes";
  /** Twice, in the same place or a little beside it: a producer without a bold font. */
  readonly painted?: "once" | "twice" | "twice-beside";
  readonly font?: Font;
  /** Quarter turns clockwise that the page's dictionary asks for; what is drawn is turned back. */
  readonly rotate?: 0 | 90 | 180 | 270;
  /** Each text by one operation, each character by its own, or all of a line by one that moves between them. */
  readonly pieces?: "texts" | "characters" | "lines";
  /** Drawn in tenths of a point from another origin, as printer drivers do. */
  readonly scaled?: boolean;
}

/** A font that is not embedded: its encoding, and the bytes that show a text in it, as hex digits. */
export interface Font {
  readonly encoding: string;
  readonly hex: (text: string) => string;
  /** The first code of half-wide characters in the collection. */
  readonly narrow: number;
  /** Says which character each code is, where the encoding does not. */
  readonly toUnicode?: boolean;
  readonly ordering?: string;
}

const UCS2: Font = {
  encoding: "UniGB-UCS2-H",
  narrow: 1,
  hex: (text) => hexOf([...text].flatMap((char) => [...utf16(char)])),
};

/** The document of these pages, one font for all. */
export function pdfOf(pages: readonly DrawnPage[], manner: Manner = {}): Uint8Array {
  const { font = UCS2, rotate = 0 } = manner;
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(" ");
  const mapped = font.toUnicode ? `/ToUnicode ${6 + 2 * pages.length} 0 R` : "";
  objects.push(
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Font<</F1 4 0 R>>>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${font.encoding}/DescendantFonts[5 0 R]${mapped}>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(${font.ordering ?? "GB1"})/Supplement 2>>/DW 1000/W[${font.narrow} ${font.narrow + 94} 500]/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>>>`,
  );
  const [wide, high] =
    rotate % 180 === 0 ? [PAPER.width, PAPER.height] : [PAPER.height, PAPER.width];
  for (const [i, page] of pages.entries()) {
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Rotate ${rotate}/Resources 3 0 R/Contents ${7 + 2 * i} 0 R>>`,
      stream(contentOf(page, manner, font)),
    );
  }
  if (font.toUnicode) objects.push(stream(IDENTITY));
  return file(objects);
}

function contentOf({ texts, lines }: DrawnPage, manner: Manner, font: Font): string {
  const { rotate = 0, scaled = false, pieces = "texts", painted = "once" } = manner;
  const { width, height } = PAPER;
  // From points below the top left of the page as it is shown to its own, that the viewer turns.
  const turned: Record<number, string> = {
    0: `1 0 0 1 0 0 cm`,
    90: `0 1 -1 0 ${height} 0 cm`,
    180: `-1 0 0 -1 ${width} ${height} cm`,
    270: `0 -1 1 0 0 ${width} cm`,
  };
  const content = [`q ${turned[rotate]}`];
  const unit = scaled ? 10 : 1;
  if (scaled) content.push(".1 0 0 .1 0 0 cm");
  const pen: Pen = {
    at: (value) => String(Math.round(value * unit * 100) / 100),
    y: (value) => String(Math.round((height - value) * unit * 100) / 100),
  };
  content.push(...linesOf(lines, manner, pen));
  const shifts = painted === "once" ? [0] : painted === "twice" ? [0, 0] : [0, 0.25];
  for (const shift of shifts)
    for (const piece of piecesOf(texts, pieces, font)) content.push(shown(piece, shift, pen));
  content.push("Q");
  return content.join("\n");
}

interface Pen {
  readonly at: (value: number) => string;
  readonly y: (value: number) => string;
}

interface Piece {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly show: string;
}

function piecesOf(texts: readonly DrawnText[], pieces: Manner["pieces"], font: Font): Piece[] {
  if (pieces === "characters") {
    return texts.flatMap(({ text, x, y, size }) => {
      let pen = x;
      return [...text].map((char) => {
        const piece = { x: pen, y, size, show: `<${font.hex(char)}> Tj` };
        pen += ems(char) * size;
        return piece;
      });
    });
  }
  if (pieces === "lines") {
    const byLine = new Map<string, DrawnText[]>();
    for (const text of texts) {
      const key = `${text.y.toFixed(2)} ${text.size}`;
      byLine.set(key, [...(byLine.get(key) ?? []), text]);
    }
    return [...byLine.values()].map((line) => {
      const sorted = [...line].sort((a, b) => a.x - b.x);
      const [first] = sorted;
      if (!first) throw new Error("no text");
      let pen = first.x;
      const parts = sorted.map(({ text, x, size }) => {
        const move = Math.round(((pen - x) / size) * 1000);
        pen = x + ems(text) * size;
        return `${move === 0 ? "" : move}<${font.hex(text)}>`;
      });
      return { ...first, show: `[${parts.join("")}] TJ` };
    });
  }
  return texts.map(({ text, ...at }) => ({ ...at, show: `<${font.hex(text)}> Tj` }));
}

function shown({ x, y, size, show }: Piece, shift: number, pen: Pen): string {
  return `BT /F1 ${pen.at(size)} Tf 1 0 0 1 ${pen.at(x + shift)} ${pen.y(y)} Tm ${show} ET`;
}

function linesOf(
  lines: readonly DrawnLine[],
  { lines: kind = "strokes" }: Manner,
  pen: Pen,
): string[] {
  if (kind === "boxes") {
    // Four lines a cell: above, below, left, right.
    return lines.flatMap((above, i) => {
      if (i % 4 !== 0) return [];
      const { x0, x1, y0 } = above;
      const y1 = lines[i + 1]?.y0 ?? y0;
      return [
        `${pen.at(0.5)} w ${pen.at(x0)} ${pen.y(y1)} ${pen.at(x1 - x0)} ${pen.at(y1 - y0)} re S`,
      ];
    });
  }
  if (kind === "strokes")
    return lines.map(
      ({ x0, y0, x1, y1 }) =>
        `${pen.at(0.5)} w ${pen.at(x0)} ${pen.y(y0)} m ${pen.at(x1)} ${pen.y(y1)} l S`,
    );
  const thick = 0.48;
  return lines.flatMap(({ x0, y0, x1, y1 }) => {
    const isFlat = y0 === y1;
    const [wide, tall] = isFlat ? [x1 - x0 - thick, thick] : [thick, y1 - y0 - thick];
    const [x, y] = isFlat ? [x0 + thick, y0] : [x0, y1];
    const at = `${pen.at(x)} ${pen.y(y)}`;
    const corner = `${pen.at(x0)} ${pen.y(y0)} ${pen.at(thick)} ${pen.at(thick)} re f`;
    return [corner, `${at} ${pen.at(wide)} ${pen.at(tall)} re f`];
  });
}

/** Each code is its own character. */
const IDENTITY = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <ffff> <0000> endbfrange
endcmap end end`;

function stream(data: string): string {
  return `<</Length ${data.length}>>stream\n${data}\nendstream`;
}

function file(objects: readonly string[]): Uint8Array {
  let text = "%PDF-1.7\n";
  const offsets = objects.map((body, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

function* utf16(char: string): Iterable<number> {
  for (let i = 0; i < char.length; i++) {
    const unit = char.charCodeAt(i);
    yield unit >> 8;
    yield unit & 255;
  }
}

function hexOf(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Two bytes a character of GBK, one for Latin ones. */
const GBK = new Map<string, number[]>();
for (let high = 0x81; high < 0xff; high++) {
  for (let low = 0x40; low < 0xff; low++) {
    const char = new TextDecoder("gbk").decode(new Uint8Array([high, low]));
    if ([...char].length === 1 && char !== "\ufffd" && !GBK.has(char)) GBK.set(char, [high, low]);
  }
}

/** Radicals where a font has one glyph for both. */
const RADICALS = new Map<string, string>();
for (let code = 0x2f00; code < 0x2fd6; code++) {
  const radical = String.fromCodePoint(code);
  RADICALS.set(radical.normalize("NFKC"), radical);
}

/** The fonts of producers that leave embedding to the reader's machine. */
export const FONTS = {
  "UniGB-UCS2-H": UCS2,
  "UniGB-UTF16-H": { ...UCS2, encoding: "UniGB-UTF16-H" },
  "GBK-EUC-H": {
    encoding: "GBK-EUC-H",
    narrow: 814,
    hex: (text) =>
      hexOf(
        [...text].flatMap((char) =>
          isNarrow(char) ? [char.charCodeAt(0)] : (GBK.get(char) ?? [63]),
        ),
      ),
  },
  identity: {
    encoding: "Identity-H",
    ordering: "Identity",
    narrow: 32,
    toUnicode: true,
    hex: UCS2.hex,
  },
  radicals: {
    encoding: "Identity-H",
    ordering: "Identity",
    narrow: 32,
    toUnicode: true,
    hex: (text) => UCS2.hex([...text].map((char) => RADICALS.get(char) ?? char).join("")),
  },
} as const satisfies Record<string, Font>;
