import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dropOutlines } from "../../../src/read/pdf/font-outlines.ts";
import { openPictures } from "../../../src/read/pdf/pictures.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";

const FONTS = "node_modules/pdfjs-dist/standard_fonts";
const SAMPLE = readFileSync("samples/shanghai-budget-2025.pdf");

test("a TrueType font keeps its tables, without the outlines", () => {
  const font = new Uint8Array(readFileSync(`${FONTS}/LiberationSans-Regular.ttf`));
  const before = tablesOf(font);
  dropOutlines(font);
  const after = tablesOf(font);
  expect([...after.keys()]).toEqual([...before.keys()]);
  const changed = [...before].filter(([tag, table]) => !table.equals(after.get(tag) as Buffer));
  expect(changed.map(([tag]) => tag).sort()).toEqual(["cvt ", "fpgm", "glyf", "maxp", "prep"]);
  expect(after.get("glyf")).toHaveLength(0);
});

test("a Compact Font Format font keeps its glyphs, without outlines and subroutines", () => {
  const header = [1, 0, 4, 1];
  const names = [0, 1, 1, 1, 3, 65, 66];
  const strings = [0, 0];
  // The glyphs start at 35, the two bytes of the private dictionary at 46.
  const dictionary = [0, 1, 1, 1, 10, 28, 0, 35, 17, 141, 28, 0, 46, 18];
  const shared = [0, 1, 1, 1, 4, 11, 11, 11];
  const glyphs = [0, 2, 1, 1, 4, 6, 97, 98, 14, 99, 14];
  // Its own subroutines are two bytes after its start.
  const privately = [141, 19];
  const own = [0, 1, 1, 1, 2, 11];
  const font = Uint8Array.from(
    [header, names, dictionary, strings, shared, glyphs, privately, own].flat(),
  );
  dropOutlines(font);
  const none = [0, 2, 1, 1, 2, 3, 14, 14, 14, 99, 14];
  const emptied = [shared, own].map(([, , ...rest]) => [0, 0, ...rest]);
  expect([...font]).toEqual(
    [header, names, dictionary, strings, emptied[0], none, privately, emptied[1]].flat(),
  );
});

test("what is no font, or a broken one, is left alone", () => {
  const font = readFileSync(`${FONTS}/LiberationSans-Regular.ttf`);
  const texts = [
    "",
    "BT /F1 10 Tf ET",
    "\u0001\u0000\u0004\u0002",
    "\u0001\u0000\u0000\u0000\u0000",
  ];
  for (const bytes of [...texts.map((text) => Buffer.from(text)), font.subarray(0, 9)]) {
    const copy = new Uint8Array(bytes);
    dropOutlines(copy);
    expect(Buffer.from(copy).equals(bytes)).toBe(true);
  }
});

test("a page that is drawn has its letters, also while others are read", async () => {
  const reading = readPdf(new Uint8Array(SAMPLE));
  await reading.next();
  const pictures = await openPictures(new Uint8Array(SAMPLE));
  const { rgba } = await pictures.picture(1);
  await pictures.close();
  await reading.return();
  let dark = 0;
  for (let i = 0; i < rgba.length; i += 4) if ((rgba[i] ?? 255) < 100) dark++;
  expect(dark).toBeGreaterThan(1_000);
});

/** A TrueType font's tables by their tags. */
function tablesOf(font: Uint8Array): Map<string, Buffer> {
  const data = Buffer.from(font);
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < data.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    const start = data.readUInt32BE(entry + 8);
    const table = data.subarray(start, start + data.readUInt32BE(entry + 12));
    tables.set(data.toString("latin1", entry, entry + 4), table);
  }
  return tables;
}
