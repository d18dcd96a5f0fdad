import type { getDocument } from "pdfjs-dist";
import { runScript, supportFile } from "./report-site.ts";

/** pdf.js, and where it finds what it needs besides. */
export interface PdfJs {
  readonly getDocument: typeof getDocument;
  readonly options: Parameters<typeof getDocument>[0] & object;
}

const FOLDERS = {
  cMapUrl: "/pdfjs/cmaps/",
  cMapPacked: true,
  standardFontDataUrl: "/pdfjs/standard_fonts/",
  wasmUrl: "/pdfjs/wasm/",
};

/** From the server in its own thread; from a report, where pages may not start one everywhere, in that of the page. */
export async function pdfjs(): Promise<PdfJs> {
  if (import.meta.env.MODE === "report") {
    await runScript("assets/pdf.js");
    const { pdfjsLib } = globalThis as unknown as { pdfjsLib: typeof import("pdfjs-dist") };
    const options = { ...FOLDERS, useWorkerFetch: false, BinaryDataFactory: FromReport };
    return { getDocument: pdfjsLib.getDocument, options };
  }
  const [{ getDocument, GlobalWorkerOptions }, worker] = await Promise.all([
    import("pdfjs-dist"),
    import("pdfjs-dist/build/pdf.worker.min.mjs?url"),
  ]);
  GlobalWorkerOptions.workerSrc = worker.default;
  return { getDocument, options: FOLDERS };
}

/** What pdf.js asks for by name, from the report's scripts. */
class FromReport {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return supportFile(filename);
  }
}
