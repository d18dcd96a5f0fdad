import { layoutPages } from "../../src/layout/layout-pages.ts";
import type { Layout } from "../../src/model/block.ts";
import { InputError } from "../../src/model/errors.ts";
import type { Page } from "../../src/model/page.ts";
import { loadPdfJs } from "../../src/read/pdf/pdfjs.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";
import { disclosureOf } from "../../src/run/document.ts";

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

/** Ours: read (which holds pdf.js's own work), layout, and all that comes after: tables, codes, narrative, proof. */
export async function ourPass(name: string, bytes: Uint8Array): Promise<Pass> {
  const start = performance.now();
  let read = 0;
  let pages = 0;
  async function* timed(): AsyncGenerator<Page> {
    let before = performance.now();
    for await (const page of readPdf(bytes.slice())) {
      pages++;
      read += performance.now() - before;
      yield page;
      before = performance.now();
    }
    read += performance.now() - before;
  }
  const blocks = await layoutPages(timed());
  const laid = performance.now();
  disclose(name, bytes, blocks);
  const end = performance.now();
  return { pages, stages: { read, layout: laid - start - read, tables: end - laid } };
}

/** A scan or a letter ends here with an error, which took its time as well. */
function disclose(name: string, bytes: Uint8Array, layout: Layout): void {
  try {
    disclosureOf({ name, bytes }, layout);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}
