import { compose, type Matrix } from "./matrix.ts";
import { type Drawing, type OpenPdf, openPdf } from "./open.ts";

/** Pixels of the largest picture that is decoded, and of the largest page that is drawn. */
const LARGEST_PICTURE = 80_000_000;
const LARGEST_PAGE = 12_000_000;
/** Pixels of all pictures that one page paints: what is painted is kept until the page is drawn. */
const MOST_PAINTED = 5 * LARGEST_PICTURE;
/** Pixels a point of the coarsest and the finest drawing: 150 and 300 to an inch. */
const COARSEST = 150 / 72;
const FINEST = 300 / 72;
/** Pictures smaller than this (square points) say nothing of how finely their page was scanned. */
const ORNAMENT = 2_500;

/** A page as drawn, and how many of its pixels are a point. */
export interface PagePicture extends Drawing {
  readonly scale: number;
}

/** The pages of a PDF as pictures. `close` must be called. */
export interface PagePictures {
  /** As fine as the page's finest picture, so that its pixels stay what they are. */
  picture(number: number): Promise<PagePicture>;
  close(): Promise<void>;
}

/** Opens a PDF to look at its pages. The bytes may be used up. */
export async function openPictures(bytes: Uint8Array): Promise<PagePictures> {
  const pdf = await openPdf(bytes, { largestPicture: LARGEST_PICTURE });
  return {
    async picture(number) {
      const page = await pdf.page(number);
      try {
        const { width, height } = page.getViewport({ scale: 1 });
        const finest = Math.min(FINEST, Math.max(COARSEST, await finenessOf(pdf, page)));
        const scale = Math.min(finest, Math.sqrt(LARGEST_PAGE / (width * height)));
        return { ...(await pdf.picture(page, scale)), scale };
      } finally {
        page.cleanup();
      }
    },
    close: () => pdf.close(),
  };
}

/** Pixels a point of the page's finest picture. */
async function finenessOf(
  pdf: OpenPdf,
  page: Awaited<ReturnType<OpenPdf["page"]>>,
): Promise<number> {
  const { OPS } = pdf.pdfjs.api;
  const { fnArray, argsArray } = await pdf.operators(page);
  const saved: Matrix[] = [];
  let transform: Matrix = [1, 0, 0, 1, 0, 0];
  let finest = 0;
  let painted = 0;
  for (const [i, operation] of fnArray.entries()) {
    const args = argsArray[i] ?? [];
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) saved.push(transform);
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd)
      transform = saved.pop() ?? transform;
    if (operation === OPS.transform) transform = compose(transform, args as number[]);
    if (operation === OPS.paintFormXObjectBegin && args[0])
      transform = compose(transform, args[0] as number[]);
    if (operation !== OPS.paintImageXObject) continue;
    const [, width, height] = args as [unknown, number, number];
    painted += width * height;
    if (painted > MOST_PAINTED)
      throw new Error(`the pictures have more than ${MOST_PAINTED} pixels`);
    const [a, b, c, d] = transform;
    const area = Math.abs(a * d - b * c);
    if (area > ORNAMENT && width > 0 && height > 0)
      finest = Math.max(finest, Math.sqrt((width * height) / area));
  }
  return finest;
}
