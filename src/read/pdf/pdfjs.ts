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

/** Of all that is asked of pdf.js, as it is one for all: warnings, which complaints.ts keeps from the console. */
export const VERBOSITY = 1;

let loaded: Promise<PdfJs> | undefined;

export function loadPdfJs(): Promise<PdfJs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfJs> {
  const { warn } = console;
  const restoreNatives = keepNatives();
  // Without the optional canvas package pdf.js warns, on import, of what rendering would miss. Nothing is rendered here.
  console.warn = () => {};
  try {
    const api = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const worker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
    return { api, worker, root: join(root, "/") };
  } finally {
    console.warn = warn;
    restoreNatives();
  }
}

/**
 * pdf.js comes with stand-ins for what old browsers lack, and they replace what Node has where it differs in a corner that
 * nobody here uses (`push` on an array of fixed length, `JSON.rawJSON`). They are many times slower, for the whole thread.
 */
function keepNatives(): () => void {
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  return () => {
    define(Array.prototype, { push });
    define(JSON, { parse, stringify });
  };
}

function define(target: object, methods: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(target, name, { value, writable: true, enumerable: false });
  }
}
