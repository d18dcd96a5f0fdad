import { layoutPages } from "../../src/layout/layout-pages.ts";
import type { Layout } from "../../src/model/block.ts";
import { InputError } from "../../src/model/errors.ts";
import type { Page } from "../../src/model/page.ts";
import { loadPdfJs } from "../../src/read/pdf/pdfjs.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";
import { disclosureOf } from "../../src/run/document.ts";

/** Milliseconds that the process has worked, on all its threads: what else the machine does is not in them. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds of processor time of one pass over a file, by stage. */
export interface Pass {
  readonly pages: number;
  readonly stages: Readonly<Record<string, number>>;
}

/** pdf.js by itself: every page's operator list, and nothing done with it. The measure for the others. */
export async function barePass(bytes: Uint8Array): Promise<Pass> {
  const { api, root } = await loadPdfJs();
  const start = processorTime();
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
  return { pages, stages: { "pdf.js": processorTime() - start } };
}

/** Ours: read (which holds pdf.js's own work), layout, and all that comes after: tables, codes, narrative, proof. */
export async function ourPass(name: string, bytes: Uint8Array): Promise<Pass> {
  const start = processorTime();
  let read = 0;
  let pages = 0;
  async function* timed(): AsyncGenerator<Page> {
    let before = processorTime();
    for await (const page of readPdf(bytes.slice())) {
      pages++;
      read += processorTime() - before;
      yield page;
      before = processorTime();
    }
    read += processorTime() - before;
  }
  const blocks = await layoutPages(timed());
  const laid = processorTime();
  disclose(name, bytes, blocks);
  const end = processorTime();
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
