import type { Bomb } from "./bombs.ts";
import { type RawSpec, rawPdf, squeezed } from "./raw-pdf.ts";

const LINE = squeezed("BT /F1 9 Tf 9 9 Td (1.50) Tj ET");
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join("");
const numbered = (count: number, make: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => make(at));
const pdf = (name: string, spec: () => RawSpec): Bomb => ({
  name: `${name}.pdf`,
  make: () => rawPdf(spec()),
});

/** A page tree below the root: node `at` of `deep`, each with what `kids` says; the last has the page. */
const tree = (deep: number, kids: (next: string) => string): RawSpec => ({
  content: LINE,
  kids: "6 0 R",
  objects: numbered(
    deep,
    (at) =>
      `<</Type/Pages/Parent ${at === 0 ? 2 : 5 + at} 0 R/Count 9/Kids[${kids(at + 1 < deep ? `${7 + at} 0 R` : "3 0 R")}]>>`,
  ),
});

/** LZW for one byte again and again (early change): each code stands for one byte more than the last, 4,000 to one. */
function lzwOfBlanks(rounds: number): Uint8Array {
  const bits: string[] = [];
  for (let round = 0; round < rounds; round++) {
    bits.push("100000000", "000100000");
    for (let code = 258; code < 4_094; code++)
      bits.push(
        code
          .toString(2)
          .padStart(
            code + 1 >= 2_048 ? 12 : code + 1 >= 1_024 ? 11 : code + 1 >= 512 ? 10 : 9,
            "0",
          ),
      );
  }
  const all = bits.join("");
  return Uint8Array.from({ length: all.length >> 3 }, (_, i) =>
    Number.parseInt(all.slice(8 * i, 8 * i + 8), 2),
  );
}

const encrypted = (entries: string): RawSpec => ({
  content: LINE,
  trailer: `/ID[<00><00>]/Encrypt 6 0 R`,
  objects: [`<</Filter/Standard/O(${"o".repeat(32)})/U(${"u".repeat(32)})/P -1${entries}>>`],
});

const annotation = (at: number): string =>
  `<</Type/Annot/Subtype/Widget/FT/Tx/T(f${at})/V(${at}.50)/DA(/F1 9 Tf)/F 4/Rect[${at % 500} ${at % 800} ${(at % 500) + 40} ${(at % 800) + 9}]>>`;

const picture = (width: number, height: number, entries = ""): RawSpec => ({
  content: squeezed("595 0 0 842 0 0 cm /P Do"),
  resources: "/XObject<</P 6 0 R>>",
  objects: [
    squeezed(
      new Uint8Array(Math.min(1e8, Math.ceil(width / 8) * height)),
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 1/ColorSpace/DeviceGray${entries}`,
    ),
  ],
});

/** A font whose characters are numbered by a CMap of its own. */
const mapped = (cmap: string, entries = ""): RawSpec => ({
  content: squeezed("BT /F 9 Tf 9 9 Td <0041004200430044> Tj ET"),
  resources:
    "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDToGIDMap 7 0 R/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>>>",
  objects: [squeezed(cmap, `/Type/CMap/CMapName/A${entries}`), squeezed(new Uint8Array(1e8))],
});

/** PDFs whose objects, rather than their pages, are made to exhaust whoever follows them. */
export const STRUCTURE_BOMBS: readonly Bomb[] = [
  pdf("page-tree-1e5-deep", () => tree(1e5, (next) => next)),
  pdf("page-tree-2-to-40", () => tree(40, (next) => `${next} ${next}`)),
  pdf("page-its-own-parent", () => ({ content: LINE, page: "/Parent 3 0 R/MediaBox 8 0 R" })),
  pdf("contents-1e6-times", () => ({
    content: LINE,
    page: `/Contents[${"4 0 R ".repeat(1e6)}]`,
  })),
  pdf("object-stream-2e9", () => ({
    content: LINE,
    objects: [
      squeezed("7 0 8 1 ".repeat(1e5), "/Type/ObjStm/N 2000000000/First 800000/Extends 6 0 R"),
    ],
    trailer: "/XRefStm 6 0 R",
  })),
  pdf("xref-before-itself", () => ({ content: LINE, trailer: "/Prev 9" })),
  pdf("objects-500k", () => ({ content: LINE, objects: numbered(5e5, (at) => `[${at}]`) })),
  pdf("references-1e5-deep", () => ({
    content: LINE,
    page: "/MediaBox 6 0 R",
    objects: [...numbered(1e5, (at) => `${7 + at} 0 R`), "[0 0 9 9]"],
  })),
  pdf("resources-in-a-circle", () => ({
    content: squeezed("/A Do /A Do"),
    resources: "/XObject 6 0 R",
    objects: [
      "<</A 7 0 R>>",
      squeezed(
        "/A Do /A Do",
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject 6 0 R>>",
      ),
    ],
  })),
  pdf("pattern-of-itself", () => ({
    content: squeezed("/Pattern cs /T scn 0 0 500 500 re f ".repeat(1_000)),
    resources: "/Pattern<</T 6 0 R>>",
    objects: [
      squeezed(
        "/Pattern cs /T scn 0 0 9 9 re f",
        "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep .0001/YStep .0001/Resources<</Pattern<</T 6 0 R>>>>",
      ),
    ],
  })),
  pdf("mask-of-itself", () => ({
    content: squeezed("/G gs 0 0 9 9 re f ".repeat(1_000)),
    resources: "/ExtGState<</G 6 0 R>>",
    objects: [
      "<</SMask<</S/Luminosity/G 7 0 R>>>>",
      squeezed(
        "/G gs 0 0 9 9 re f",
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>/Resources<</ExtGState<</G 6 0 R>>>>",
      ),
    ],
  })),
  pdf("mesh-of-1e7", () => ({
    content: squeezed("/S sh"),
    resources: "/Shading<</S 6 0 R>>",
    objects: [
      squeezed(
        new Uint8Array(2e7),
        "/ShadingType 4/ColorSpace/DeviceGray/BitsPerCoordinate 1/BitsPerComponent 1/BitsPerFlag 2/Decode[0 9 0 9 0 1]",
      ),
    ],
  })),
  pdf("layers-1e5", () => ({
    content: squeezed("/OC /L BDC BT /F1 9 Tf (1.5) Tj ET EMC"),
    resources: "/Properties<</L 6 0 R>>",
    catalogue: `/OCProperties<</OCGs[${"6 0 R ".repeat(1e5)}]/D<</OFF[${"6 0 R ".repeat(1e5)}]>>>>`,
    objects: [`<</Type/OCMD/VE${"[/Not".repeat(1e4)} 6 0 R${"]".repeat(1e4)}>>`],
  })),
  pdf("annotations-1e6-same", () => ({
    content: LINE,
    page: `/Annots[${"6 0 R ".repeat(1e6)}]`,
    objects: [annotation(1)],
  })),
  pdf("fields-200k", () => ({
    content: LINE,
    page: `/Annots[${times(2e5, (at) => `${6 + at} 0 R `)}]`,
    catalogue: `/AcroForm<</NeedAppearances true/Fields[${times(2e5, (at) => `${6 + at} 0 R `)}]>>`,
    objects: numbered(2e5, annotation),
  })),
  pdf("fields-in-a-circle", () => ({
    content: LINE,
    page: "/Annots[6 0 R]",
    catalogue: "/AcroForm<</Fields[6 0 R]>>",
    objects: [
      "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Parent 6 0 R/Kids[6 0 R 6 0 R]/F 4/Rect[9 9 99 99]/AP<</N 7 0 R>>>>",
      squeezed(
        "/A Do",
        "/Type/XObject/Subtype/Form/BBox[0 0 90 90]/Resources<</XObject<</A 7 0 R>>>>",
      ),
    ],
  })),
  pdf("run-lengths-1g", () => ({
    content: squeezed(Uint8Array.from({ length: 16e6 }, (_, i) => (i % 2 ? 32 : 129))),
    filters: ["FlateDecode", "RunLengthDecode"],
  })),
  pdf("ascii85-400m", () => ({
    content: squeezed("z".repeat(1e8)),
    filters: ["FlateDecode", "ASCII85Decode"],
  })),
  pdf("lzw-1g", () => ({
    content: squeezed(lzwOfBlanks(140)),
    filters: ["FlateDecode", "LZWDecode"],
  })),
  pdf("filters-1e5", () => ({ content: LINE, filters: Array<string>(1e5).fill("FlateDecode") })),
  pdf("encrypted-by-version-9", () => encrypted("/V 9/R 9/Length 2000000000")),
  pdf("encrypted-by-key-of-2e9", () => encrypted("/V 2/R 3/Length 2000000000")),
  pdf("encrypted-by-nothing", () =>
    encrypted("/V 5/R 6/Length 256/CF 6 0 R/StmF/Nothing/StrF/Nothing"),
  ),
  pdf("encrypted-by-itself", () => ({
    ...encrypted("/V 4/R 4/CF<</A 6 0 R>>/StmF/A/StrF/A"),
    trailer: "/Encrypt 6 0 R",
  })),
  pdf("cmap-of-itself", () => mapped("/A usecmap begincmap endcmap", "/UseCMap 6 0 R")),
  pdf("cmap-range-4e9", () =>
    mapped(
      "begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 begincidrange <00000000> <ffffffff> 0 endcidrange endcmap",
    ),
  ),
  pdf("cmap-characters-1e6", () =>
    mapped(
      `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${times(1e6, (at) => `1 begincidchar <${(at % 65_536).toString(16).padStart(4, "0")}> ${at} endcidchar `)}endcmap`,
    ),
  ),
  pdf("widths-1e6", () => ({
    content: squeezed("BT /F 9 Tf 9 9 Td <0041> Tj ET"),
    resources: `/Font<</F<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/W[${times(1e6, (at) => `${at}[500]`)}]>>]>>>>`,
  })),
  pdf("fonts-2e4", () => ({
    content: squeezed(times(2e4, (at) => `BT /F${at} 9 Tf (1.5) Tj ET `)),
    resources: `/Font<<${times(2e4, (at) => `/F${at} ${6 + at} 0 R`)}>>`,
    objects: numbered(
      2e4,
      (at) =>
        `<</Type/Font/Subtype/TrueType/BaseFont/A${at}/FirstChar 0/LastChar 1/Widths[${at}]>>`,
    ),
  })),
  pdf("clips-1e5-apart", () => ({
    content: squeezed(
      times(
        1e5,
        (at) =>
          `q ${at % 500} ${at % 800} 2 2 re W n BT /F1 2 Tf ${at % 500} ${at % 800} Td (1.5) Tj ET Q\n`,
      ),
    ),
  })),
  pdf("clips-1e5-within-text", () => ({
    content: squeezed(
      times(
        1e5,
        (at) =>
          `0 0 ${500 - at / 1e3} 800 re W n BT /F1 2 Tf ${at % 500} ${at % 800} Td (1.5) Tj ET\n`,
      ),
    ),
  })),
  pdf("number-1e6-digits", () => ({
    content: squeezed(`${"9".repeat(1e6)} 0 m ${"-".repeat(1e6)}1 .${"0".repeat(1e6)}1 l S`),
  })),
  pdf("picture-20000x20000", () => picture(20_000, 20_000)),
  pdf("picture-2e9x2e9", () => picture(2e9, 2e9)),
  pdf("pictures-1e5", () => ({
    ...picture(600, 800),
    content: squeezed("q 595 0 0 842 0 0 cm /P Do Q ".repeat(1e5)),
  })),
];
