import { createCanvas } from "@napi-rs/canvas";
import { openPictures } from "../../../src/read/pdf/pictures.ts";

export interface ScanSpec {
  /** Degrees clockwise. */
  readonly turn?: number;
  readonly seal?: boolean;
}

/** A page of a PDF as a scanner gives it: a JPEG of middling quality, askew, with a red seal over its middle. */
export async function scanOf(
  pdf: Uint8Array,
  page: number,
  { turn = 0, seal = false }: ScanSpec = {},
): Promise<{ readonly jpeg: Uint8Array; readonly width: number; readonly height: number }> {
  const pictures = await openPictures(pdf.slice());
  const { width, height, rgba, scale } = await pictures.picture(page);
  await pictures.close();
  const drawn = createCanvas(width, height);
  const image = drawn.getContext("2d").createImageData(width, height);
  image.data.set(rgba);
  drawn.getContext("2d").putImageData(image, 0, 0);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(drawn, -width / 2, -height / 2);
  if (seal) {
    // Ink does not cover ink.
    context.globalCompositeOperation = "multiply";
    context.strokeStyle = "rgba(215, 30, 35, 0.8)";
    context.lineWidth = 4 * scale;
    context.beginPath();
    context.arc(40 * scale, -60 * scale, 55 * scale, 0, 2 * Math.PI);
    context.stroke();
  }
  return { jpeg: await canvas.encode("jpeg", 70), width, height };
}

/** A PDF of one page that shows a JPEG picture, and says `text` behind it without painting it. */
export function pictureOf(
  { jpeg, width, height }: Awaited<ReturnType<typeof scanOf>>,
  text = "",
): Uint8Array {
  const [wide, high] = [width > height ? 842 : 595, width > height ? 595 : 842];
  const content = `q ${wide} 0 0 ${high} 0 0 cm /I Do Q ${text}`;
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const add = (number: number, body: string, data?: Uint8Array) => {
    parts.push(Buffer.from(`${number} 0 obj\n${body}\n`));
    if (data) parts.push(Buffer.from("stream\n"), Buffer.from(data), Buffer.from("\nendstream\n"));
    parts.push(Buffer.from("endobj\n"));
  };
  add(1, "<</Type/Catalog/Pages 2 0 R>>");
  add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
  add(
    3,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Resources<</XObject<</I 4 0 R>>/Font<</F 6 0 R>>>>/Contents 5 0 R>>`,
  );
  add(
    4,
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>`,
    jpeg,
  );
  add(5, `<</Length ${content.length}>>`, Buffer.from(content));
  add(6, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  parts.push(Buffer.from("trailer<</Root 1 0 R>>\n%%EOF"));
  return Buffer.concat(parts);
}
