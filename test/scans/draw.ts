import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";

/** How a document is laid on the glass. */
export interface Manner {
  /** Dots an inch. */
  readonly dpi: number;
  /** Degrees by which the pages are askew at most, this way and that. */
  readonly turn: number;
  /** A red seal over the middle of each page; the scan is in colours then. */
  readonly seal: boolean;
}

interface Picture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Kept out of the quality that JPEG pictures have when offices scan: middling. */
const QUALITY = 70;

/** The pages of a PDF as a scanner gives them (drawn by poppler): a PDF of JPEG pictures, without text. */
export async function scanned(pdf: string, manner: Manner): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-scan-"));
  try {
    execFileSync("pdftoppm", ["-png", "-r", `${manner.dpi}`, pdf, join(folder, "page")]);
    const pictures: Picture[] = [];
    for (const [i, name] of readdirSync(folder).sort().entries())
      pictures.push(await onGlass(readFileSync(join(folder, name)), manner, i));
    return pdfOf(pictures, manner.dpi);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onGlass(
  png: Uint8Array,
  { dpi, turn, seal }: Manner,
  page: number,
): Promise<Picture> {
  const image = await loadImage(png);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  // No two pages lie alike.
  const degrees = turn * Math.sin(1 + 2.4 * page);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.filter = seal ? "none" : "grayscale(1)";
  context.drawImage(image, -width / 2, -height / 2);
  context.filter = "none";
  if (seal) stamp(context, dpi / 72);
  return { jpeg: await canvas.encode("jpeg", QUALITY), width, height };
}

/** A round seal with a star and a name, as large as they are: 4.2 cm. Ink does not cover ink. */
function stamp(context: ReturnType<ReturnType<typeof createCanvas>["getContext"]>, scale: number) {
  const radius = 59 * scale;
  context.globalCompositeOperation = "multiply";
  context.strokeStyle = context.fillStyle = "rgba(215, 30, 35, 0.8)";
  context.lineWidth = 3 * scale;
  context.translate(40 * scale, -60 * scale);
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
  context.beginPath();
  for (let i = 0; i < 10; i++) {
    const [angle, far] = [(i * Math.PI) / 5 - Math.PI / 2, (i % 2 ? 8 : 20) * scale];
    context.lineTo(far * Math.cos(angle), far * Math.sin(angle));
  }
  context.fill();
  context.font = `${11 * scale}px "WenQuanYi Zen Hei"`;
  context.textAlign = "center";
  for (const [i, sign] of [..."某某市财政局预算管理专用章"].entries()) {
    context.save();
    context.rotate(((i - 6) * 20 * Math.PI) / 180);
    context.fillText(sign, 0, -radius + 15 * scale);
    context.restore();
  }
}

/** A PDF of pictures, a page each. */
function pdfOf(pictures: readonly Picture[], dpi: number): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const add = (number: number, body: string, data?: Uint8Array): void => {
    parts.push(Buffer.from(`${number} 0 obj\n${body}\n`));
    if (data) parts.push(Buffer.from("stream\n"), Buffer.from(data), Buffer.from("\nendstream\n"));
    parts.push(Buffer.from("endobj\n"));
  };
  const first = (page: number) => 3 + 3 * page;
  const kids = pictures.map((_, page) => `${first(page)} 0 R`).join(" ");
  add(1, "<</Type/Catalog/Pages 2 0 R>>");
  add(2, `<</Type/Pages/Kids[${kids}]/Count ${pictures.length}>>`);
  for (const [page, { jpeg, width, height }] of pictures.entries()) {
    const [wide, high] = [(width * 72) / dpi, (height * 72) / dpi];
    const at = first(page);
    const content = `q ${wide} 0 0 ${high} 0 0 cm /I Do Q`;
    add(
      at,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Resources<</XObject<</I ${at + 1} 0 R>>>>/Contents ${at + 2} 0 R>>`,
    );
    add(
      at + 1,
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>`,
      jpeg,
    );
    add(at + 2, `<</Length ${content.length}>>`, Buffer.from(content));
  }
  parts.push(Buffer.from("trailer<</Root 1 0 R>>\n%%EOF"));
  return Buffer.concat(parts);
}
