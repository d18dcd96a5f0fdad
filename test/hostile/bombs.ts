import { buildPdf } from "../read/pdf/build-pdf.ts";
import { ARCHIVE_BOMBS } from "./archive-bombs.ts";
import { OFFICE_BOMBS } from "./office-bombs.ts";
import { PICTURE_BOMBS } from "./picture-bombs.ts";
import { rawPdf, type Stream, squeezed } from "./raw-pdf.ts";
import { STRUCTURE_BOMBS } from "./structure-bombs.ts";
import { textBombs } from "./text-bombs.ts";

/** A file made to exhaust whoever reads it. */
export interface Bomb {
  readonly name: string;
  make(): Uint8Array;
}

const content = (text: string): Uint8Array => rawPdf({ content: squeezed(text) });
const pdf = (name: string, make: () => Uint8Array): Bomb => ({ name: `${name}.pdf`, make });

/** The body of a font whose widths, characters or glyphs are lied about. */
function withFont(entries: string, more: readonly Stream[] = []): Uint8Array {
  return rawPdf({
    content: squeezed("BT /F 9 Tf 9 9 Td <0041004200430044> Tj ET"),
    resources: `/Font<</F<<${entries}>>>>`,
    objects: more,
  });
}

const CID = (entries: string): string =>
  `/Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>${entries}>>]`;

/** Forms that paint the next one `times` times, `deep` of them. */
function multiplying(times: number, deep: number): Uint8Array {
  const forms = Object.fromEntries(
    Array.from({ length: deep }, (_, at) => [
      `X${at}`,
      at + 1 < deep ? `/X${at + 1} Do `.repeat(times) : "0 0 m 9 9 l S",
    ]),
  );
  return buildPdf({ pages: [{ content: "/X0 Do" }], forms });
}

function lattice(lines: number, letters: string): string {
  const at = (i: number): string => ((i * 500) / lines).toFixed(3);
  const across = Array.from({ length: lines }, (_, i) => `0 ${at(i)} m 500 ${at(i)} l S\n`);
  const down = Array.from({ length: lines }, (_, i) => `${at(i)} 0 m ${at(i)} 500 l S\n`);
  return across.join("") + down.join("") + letters;
}

/** A ruled table of numbers alone. */
function numbers(rows: number, columns: number): string {
  let text = "0.5 w\n";
  for (let r = 0; r <= rows; r++)
    text += `20 ${800 - r * 12} m ${20 + columns * 40} ${800 - r * 12} l S\n`;
  for (let c = 0; c <= columns; c++)
    text += `${20 + c * 40} 800 m ${20 + c * 40} ${800 - rows * 12} l S\n`;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      text += `BT /F1 6 Tf ${22 + c * 40} ${791 - r * 12} Td (${((r * 7919 + c * 104729) % 9973) / 100}) Tj ET\n`;
  return text;
}

export const PDF_BOMBS: readonly Bomb[] = [
  pdf("one-path-1e7", () => content(`0 0 m ${"1 1 l ".repeat(1e7)}S`)),
  pdf("one-path-3e6-curves", () => content(`0 0 m ${"1 1 2 2 3 3 c ".repeat(3e6)}f`)),
  pdf("operators-900k", () => content("0 0 m 9 9 l S ".repeat(300_000))),
  pdf("operators-2m", () => content("0 g ".repeat(2e6))),
  pdf("rectangles-500k", () => content(`${"1 2 3 4 re ".repeat(5e5)}f`)),
  pdf("rectangles-apart-250k", () =>
    content(
      Array.from({ length: 250_000 }, (_, i) => `${i % 500} ${(i / 500) | 0} .4 .4 re f\n`).join(
        "",
      ),
    ),
  ),
  pdf("glyphs-400k", () => content(`BT /F1 9 Tf 9 9 Td ${"(aaaaaaaaaa) Tj ".repeat(39_000)}ET`)),
  pdf("glyphs-scattered-200k", () =>
    content(
      Array.from(
        { length: 200_000 },
        (_, i) => `BT /F1 2 Tf ${(i * 37) % 590} ${(i * 91) % 840} Td (1.5) Tj ET\n`,
      ).join(""),
    ),
  ),
  pdf("glyphs-one-line-100k", () =>
    content(
      Array.from(
        { length: 100_000 },
        (_, i) => `BT /F1 2 Tf ${(i * 37) % 590} 400 Td (7) Tj ET\n`,
      ).join(""),
    ),
  ),
  pdf("lattice-700", () => content(lattice(700, ""))),
  pdf("lattice-300-filled", () =>
    content(
      lattice(
        300,
        Array.from(
          { length: 90_000 },
          (_, i) =>
            `BT /F1 1 Tf ${((i % 300) * 5) / 3 + 0.3} ${(((i / 300) | 0) * 5) / 3 + 0.3} Td (1) Tj ET\n`,
        ).join(""),
      ),
    ),
  ),
  pdf("lines-slanted-100k", () =>
    content(
      Array.from({ length: 1e5 }, (_, i) => `0 ${i % 800} m 500 ${(i * 7) % 800} l S\n`).join(""),
    ),
  ),
  pdf("lines-in-pieces-300k", () =>
    content(
      Array.from(
        { length: 3e5 },
        (_, i) =>
          `${i % 550} ${((i / 550) | 0) * 1.4} m ${(i % 550) + 0.5} ${((i / 550) | 0) * 1.4} l S\n`,
      ).join(""),
    ),
  ),
  pdf("numbers-40x30", () =>
    buildPdf({ pages: [{ content: numbers(40, 30), mediaBox: [0, 0, 1300, 842] }] }),
  ),
  pdf("numbers-40x30-20-pages", () =>
    buildPdf({
      pages: Array.from({ length: 20 }, () => ({
        content: numbers(40, 30),
        mediaBox: [0, 0, 1300, 842],
      })),
    }),
  ),
  pdf("numbers-200x100", () =>
    buildPdf({ pages: [{ content: numbers(200, 100), mediaBox: [0, -2000, 4200, 842] }] }),
  ),
  pdf("saved-1e6", () => content("q ".repeat(1e6))),
  pdf("clips-1e5", () => content("0 0 500 500 re W n q ".repeat(1e5))),
  pdf("marked-1e5", () => content("/OC /Layer BDC ".repeat(1e5))),
  pdf("forms-10-to-8", () => multiplying(10, 8)),
  pdf("forms-2-to-40", () => multiplying(2, 40)),
  pdf("form-in-itself", () =>
    buildPdf({ pages: [{ content: "/A Do" }], forms: { A: "/A Do /A Do" } }),
  ),
  pdf("flate-1g-blanks", () => rawPdf({ content: squeezed(new Uint8Array(1e9).fill(32)) })),
  pdf("flate-of-flate", () =>
    rawPdf({
      content: squeezed(squeezed(new Uint8Array(1e9).fill(32)).data),
      filters: ["FlateDecode", "FlateDecode"],
    }),
  ),
  pdf("string-50m", () => content(`BT /F1 9 Tf (${"a".repeat(5e7)}) Tj ET`)),
  pdf("array-of-1e7", () => content(`BT /F1 9 Tf [${"1 ".repeat(1e7)}] TJ ET`)),
  pdf("arrays-1e6-deep", () => content(`${"[".repeat(1e6)}`)),
  pdf("dictionaries-1e5-deep", () =>
    rawPdf({ content: squeezed(""), resources: `/A${"<</A".repeat(1e5)} 0${">>".repeat(1e5)}` }),
  ),
  pdf("inline-image-endless", () => content(`BI /W 9 /H 9 /BPC 8 ID ${"x".repeat(2e7)}`)),
  pdf("inline-images-1e5", () => content("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ".repeat(1e5))),
  pdf("page-1e9-wide", () =>
    buildPdf({
      pages: [
        { content: "0 0 m 1e9 1e9 l S BT /F1 1e8 Tf (1.5) Tj ET", mediaBox: [0, 0, 1e9, 1e9] },
      ],
    }),
  ),
  pdf("page-unlimited", () =>
    buildPdf({
      pages: [
        { content: `1e38 0 0 1e38 0 0 cm 0 0 m 9 9 l S`, mediaBox: [-1e38, -1e38, 1e38, 1e38] },
      ],
    }),
  ),
  pdf("pages-20000-same", () => rawPdf({ content: squeezed("0 0 m 9 9 l S"), pages: 20_000 })),
  pdf("pages-2e6-same", () => rawPdf({ content: squeezed(""), pages: 2e6 })),
  pdf("count-2e9", () => rawPdf({ content: squeezed(""), count: 2e9 })),
  pdf("pages-in-a-circle", () => rawPdf({ content: squeezed(""), kids: "2 0 R 2 0 R 2 0 R" })),
  pdf("xref-2e9", () => rawPdf({ content: squeezed(""), size: 2e9 })),
  pdf("widths-2e9", () => withFont(CID("/W[0 2000000000 500]"))),
  pdf("widths-1e8", () => withFont(CID("/W[0 100000000 500]"))),
  pdf("vertical-widths-1e8", () =>
    withFont(CID("/W2[0 100000000 1 2 3]").replace("UCS2-H", "UCS2-V")),
  ),
  pdf("first-char-to-2e9", () =>
    withFont(
      "/Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 2000000000/Widths[500]",
    ),
  ),
  pdf("unicode-range-4e9", () =>
    withFont(`${CID("")}/ToUnicode 6 0 R`, [
      squeezed(
        "begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap",
      ),
    ]),
  ),
  pdf("unicode-ranges-1e5", () =>
    withFont(`${CID("")}/ToUnicode 6 0 R`, [
      squeezed(
        `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${"1 beginbfrange <0000> <ffff> <0041> endbfrange ".repeat(200)} endcmap`,
      ),
    ]),
  ),
  pdf("encoding-differences-1e6", () =>
    withFont(
      `/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[0${"/a".repeat(1e6)}]>>`,
    ),
  ),
  pdf("glyphs-that-paint-themselves", () =>
    withFont(
      "/Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 0/LastChar 255/Widths[500]/Encoding<</Differences[0/a 65/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>",
      [squeezed("BT /F 9 Tf (AAAA) Tj ET")],
    ),
  ),
  pdf("tint-program", () =>
    rawPdf({
      content: squeezed("/C cs 1 scn 0 0 9 9 re f ".repeat(50_000)),
      resources: "/ColorSpace<</C[/Separation/A/DeviceRGB 6 0 R]>>",
      objects: [
        squeezed(
          `{${"dup mul ".repeat(5_000)}dup dup}`,
          "/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1]",
        ),
      ],
    }),
  ),
  pdf("sampled-function-1e9", () =>
    rawPdf({
      content: squeezed("/C cs 1 scn 0 0 9 9 re f"),
      resources: "/ColorSpace<</C[/Separation/A/DeviceRGB 6 0 R]>>",
      objects: [
        squeezed(
          "abc",
          "/FunctionType 0/Domain[0 1]/Range[0 1 0 1 0 1]/Size[1000000000]/BitsPerSample 8",
        ),
      ],
    }),
  ),
];

export const BOMBS: readonly Bomb[] = [
  ...PDF_BOMBS,
  ...STRUCTURE_BOMBS,
  ...textBombs(),
  ...OFFICE_BOMBS,
  ...ARCHIVE_BOMBS,
  ...PICTURE_BOMBS,
];
