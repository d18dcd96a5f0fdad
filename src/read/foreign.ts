const UNPACK = "unpack it first, or pack it as ZIP";
const AS_PICTURE = "save it as PNG, JPEG or PDF";

/** Formats that are not read: what they are, and what to do, by the endings of their names. */
export const FOREIGN = {
  rar: `a RAR archive: ${UNPACK}`,
  "7z": `a 7z archive: ${UNPACK}`,
  gz: `a gzip archive: ${UNPACK}`,
  ofd: "an OFD document: save it as PDF in the program that opens it (数科, 福昕, WPS)",
  tif: `a TIFF image: ${AS_PICTURE}`,
  bmp: `a BMP image: ${AS_PICTURE}`,
  gif: `a GIF image: ${AS_PICTURE}`,
  webp: `a WebP image: ${AS_PICTURE}`,
  ppt: "a PowerPoint file (ppt): save it as PDF",
  pptx: "a PowerPoint file (pptx): save it as PDF",
} as const;

const SPELLINGS: Readonly<Record<string, keyof typeof FOREIGN>> = {
  tiff: "tif",
  tgz: "gz",
  pps: "ppt",
  ppsx: "pptx",
};

/** Pictures lie beside pages by the dozen, most of them emblems: one is read where it is named. */
const PICTURES = new Set(["png", "jpg", "jpeg"]);

/** What a file in a folder is that is not read, and what to do, by its name's ending (in small letters, without the point). */
export function foreignName(ending: string): string {
  if (PICTURES.has(ending)) return "a picture: name the file itself, and its text is recognised";
  const key = SPELLINGS[ending] ?? ending;
  return (
    Object.entries(FOREIGN).find(([known]) => known === key)?.[1] ?? "a format that is not read"
  );
}
