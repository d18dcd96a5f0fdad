import type { PDFDocumentProxy } from "pdfjs-dist";
import workerAddress from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { answer } from "./data.ts";

let open: { address: string; pdf: Promise<PDFDocumentProxy> } | undefined;

/** The PDF at an address; the last one stays open, so that turning its pages is quick. */
export function pdfAt(address: string): Promise<PDFDocumentProxy> {
  if (open?.address !== address) {
    open?.pdf.then((pdf) => pdf.loadingTask.destroy()).catch(() => {});
    open = { address, pdf: load(address) };
  }
  return open.pdf;
}

async function load(address: string): Promise<PDFDocumentProxy> {
  const [pdfjs, response] = await Promise.all([import("pdfjs-dist"), answer(address)]);
  pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;
  return pdfjs.getDocument({
    data: new Uint8Array(await response.arrayBuffer()),
    cMapUrl: "/pdfjs/cmaps/",
    cMapPacked: true,
    standardFontDataUrl: "/pdfjs/standard_fonts/",
    wasmUrl: "/pdfjs/wasm/",
    enableXfa: false,
    isEvalSupported: false,
  }).promise;
}
