import * as pdfjsLib from "pdfjs-dist";
// Sets `pdfjsWorker`, which pdf.js uses in place of a thread of its own.
import "pdfjs-dist/build/pdf.worker.min.mjs";

Object.assign(globalThis, { pdfjsLib });
