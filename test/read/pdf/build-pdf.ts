/** A page for `buildPdf`: its content stream and what differs from the defaults. */
export interface PageSpec {
  readonly content: string;
  /** Default A4 upright: [0, 0, 595, 842]. */
  readonly mediaBox?: readonly number[];
  /** More entries of the page's dictionary: `/Rotate 90`. */
  readonly entries?: string;
  /** More entries of the content stream's dictionary: `/Filter/ASCIIHexDecode`. */
  readonly encoding?: string;
}

export interface PdfSpec {
  readonly pages: readonly PageSpec[];
  /** Named form XObjects that every page and form may use: their content. */
  readonly forms?: Readonly<Record<string, string>>;
  /** More entries of the trailer's dictionary. */
  readonly trailer?: string;
}

/**
 * A small PDF for tests: Helvetica as /F1, a Chinese font that is not embedded as /F2 (UTF-16BE strings), graphics states
 * /Faint (opacity 0.1) and /Layer (a hidden optional layer, for `/OC /Layer BDC`).
 */
export function buildPdf({ pages, forms = {}, trailer = "" }: PdfSpec): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (dictionary: string, data: string) =>
    `<<${dictionary}/Length ${data.length}>>stream\n${data}\nendstream`;
  const first = 8 + Object.keys(forms).length;
  const formEntries = Object.keys(forms).map((name, i) => `/${name} ${8 + i} 0 R`);
  add("<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>>>");
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ");
  add(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  add(
    `<</Font<</F1 4 0 R/F2 5 0 R>>/ExtGState<</Faint<</ca .1/CA .1>>>>/Properties<</Layer 7 0 R>>/XObject<<${formEntries.join("")}>>>>`,
  );
  add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  add("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>");
  add(
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>>>",
  );
  add("<</Type/OCG/Name(hidden)>>");
  for (const content of Object.values(forms))
    add(stream("/Type/XObject/Subtype/Form/BBox[0 0 2000 2000]/Resources 3 0 R", content));
  pages.forEach(({ content, mediaBox = [0, 0, 595, 842], entries = "", encoding = "" }, i) => {
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[${mediaBox.join(" ")}]/Resources 3 0 R/Contents ${first + 2 * i + 1} 0 R${entries}>>`,
    );
    add(stream(encoding, content));
  });
  let file = "%PDF-1.7\n";
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj${body}endobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** Shows Chinese text with its baseline's left end at x, y (points from the bottom left). */
export function chinese(x: number, y: number, text: string, size = 10): string {
  const hex = [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, "0"));
  return `BT /F2 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex.join("")}> Tj ET\n`;
}

/** Shows Latin text or figures. */
export function latin(x: number, y: number, text: string, size = 10): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, "\\$&")}) Tj ET\n`;
}

/** A stroked line. */
export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S\n`;
}
