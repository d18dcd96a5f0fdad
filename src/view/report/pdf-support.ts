import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";

/** Where pdf.js has its files, by what their names end in. */
const FOLDERS = [
  { ends: ".bcmap", folder: "cmaps" },
  { ends: ".pfb", folder: "standard_fonts" },
  { ends: ".ttf", folder: "standard_fonts" },
] as const;

/** The path of one of pdf.js's own files. */
export function pdfFolder(name: string): string {
  const folder = FOLDERS.find(({ ends }) => name.endsWith(ends))?.folder ?? "cmaps";
  return join(PDFJS, folder, name);
}

const PDFJS = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));

/** Character maps of simplified Chinese, which are those that fonts outside the file are read by here. */
const CHINESE = /^(?:Adobe-GB1|GB|UniGB)/;

/** Bytes of objects that are unpacked to look for names: more is none of a disclosure's. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * What pdf.js may need for a document besides itself: the character maps that it names, with those of their family that they
 * build on, and the standard fonts where some of its fonts are not embedded. All that Chinese documents use where objects
 * cannot be looked into.
 */
export function supportFor(pdf: Uint8Array): readonly string[] {
  const objects = objectsOf(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  const isNamed = (name: string) =>
    objects === undefined || objects.includes(`/${name.replace(/\.bcmap$/, "")}`);
  const needsMaps = CHINESE_MAPS.filter((name) => !name.startsWith("Adobe")).some(isNamed);
  const fonts = count(objects, /\/Subtype\s*\/(?:Type1|TrueType|CIDFontType[02])(?!\w)/g);
  const embedded = count(objects, /\/FontFile[23]?\b/g);
  return [
    ...(needsMaps ? CHINESE_MAPS : []),
    ...(objects === undefined || fonts > embedded ? FONTS : []),
  ];
}

const CHINESE_MAPS = readdirSync(join(PDFJS, "cmaps")).filter((name) => CHINESE.test(name));
const FONTS = readdirSync(join(PDFJS, "standard_fonts")).filter((name) =>
  /\.(?:pfb|ttf)$/.test(name),
);

/** A document's objects as they are written, those that are packed into streams too; undefined where one does not unpack. */
function objectsOf(pdf: Buffer): string | undefined {
  const text = pdf.toString("latin1");
  const packed: string[] = [];
  for (const { index } of text.matchAll(/\/ObjStm\b/g)) {
    const start = /stream\r?\n/g;
    start.lastIndex = index;
    if (!start.exec(text)) return undefined;
    const end = text.indexOf("endstream", start.lastIndex);
    try {
      const bytes = inflateSync(pdf.subarray(start.lastIndex, end), {
        maxOutputLength: MOST_BYTES,
      });
      packed.push(bytes.toString("latin1"));
    } catch {
      return undefined;
    }
  }
  return [text, ...packed].join("\n");
}

function count(text: string | undefined, of: RegExp): number {
  return text?.match(of)?.length ?? 0;
}
