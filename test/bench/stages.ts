import { layoutPage } from "../../src/layout/layout-page.ts";
import { loadPdfJs } from "../../src/read/pdf/pdfjs.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";

/** Milliseconds of one pass over a file, by stage. */
export interface Pass {
  readonly pages: number;
  readonly stages: Readonly<Record<string, number>>;
}

/** pdf.js by itself: every page's operator list, and nothing done with it. The measure for the others. */
export async function barePass(bytes: Uint8Array): Promise<Pass> {
  const { api, root } = await loadPdfJs();
  const start = performance.now();
  const task = api.getDocument({
    data: bytes.slice(),
    cMapUrl: `${root}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}standard_fonts/`,
    disableFontFace: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList({ annotationMode: api.AnnotationMode.DISABLE });
    page.cleanup();
  }
  const pages = document.numPages;
  await task.destroy();
  return { pages, stages: { "pdf.js": performance.now() - start } };
}

/** Ours: read (which holds pdf.js's own work) and layout. */
export async function ourPass(bytes: Uint8Array): Promise<Pass> {
  const start = performance.now();
  let layout = 0;
  let pages = 0;
  for await (const page of readPdf(bytes.slice())) {
    const before = performance.now();
    layoutPage(page);
    layout += performance.now() - before;
    pages++;
  }
  const total = performance.now() - start;
  return { pages, stages: { read: total - layout, layout } };
}
