import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { buildPdf } from "./build-pdf.ts";

/** A font that is embedded, whose A (0041) and blank (0020) are both said to be a blank. */
const file = readFileSync(
  createRequire(import.meta.url).resolve("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf"),
).toString("hex");
const toUnicode = `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfchar <41> <0020> <42> <0042> endbfchar
1 beginbfchar <20> <0020> endbfchar endcmap end`;
const descriptor =
  "<</Type/FontDescriptor/FontName/Liberation/Flags 32/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80/FontFile2 10 0 R>>";
const widths = Array.from({ length: 224 }, () => 600).join(" ");
const font = `<</Type/Font/Subtype/TrueType/BaseFont/Liberation/FirstChar 32/LastChar 255/Widths[${widths}]/Encoding/WinAnsiEncoding/ToUnicode 11 0 R/FontDescriptor ${descriptor}>>`;

async function textOf(shown: string): Promise<string> {
  const pdf = buildPdf({
    pages: [{ content: `BT /F3 10 Tf 100 700 Td (${shown}) Tj ET` }],
    fonts: { F3: font },
    streams: [
      ["/Filter/ASCIIHexDecode", `${file}>`],
      ["", toUnicode],
    ],
  });
  for await (const { glyphs } of readPdf(pdf)) return glyphs.map(({ text }) => text).join("");
  return "";
}

test("a blank for which its font draws something is a mark, one that is blank is none", async () => {
  expect(await textOf("BAB")).toBe("B\ufffdB");
  expect(await textOf("B B")).toBe("BB");
});
