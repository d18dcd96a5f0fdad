import type { PDFDocumentProxy } from "pdfjs-dist";
import { pdfjs } from "./pdfjs.ts";
import { SITE } from "./site.ts";

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
  const [{ getDocument, options }, data] = await Promise.all([pdfjs(), SITE.bytes(address)]);
  return getDocument({ ...options, data, enableXfa: false, isEvalSupported: false }).promise;
}
