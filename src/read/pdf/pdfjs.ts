import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * pdf.js, loaded on first use: text sources never pay for it. `root` is its installed folder, which has the character maps
 * and the standard fonts' metrics.
 */
export interface PdfJs {
  readonly api: typeof import("pdfjs-dist/legacy/build/pdf.mjs");
  readonly worker: typeof import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  readonly root: string;
}

let loaded: Promise<PdfJs> | undefined;

export function loadPdfJs(): Promise<PdfJs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfJs> {
  const { warn } = console;
  // Without the optional canvas package pdf.js warns, on import, of what rendering would miss. Nothing is rendered here.
  console.warn = () => {};
  try {
    const api = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const worker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
    return { api, worker, root: join(root, "/") };
  } finally {
    console.warn = warn;
  }
}
