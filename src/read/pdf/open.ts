import { setImmediate } from "node:timers/promises";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { InputError } from "../../model/errors.ts";
import { hearing, startHearing, stopHearing } from "./complaints.ts";
import { startInflating, stopInflating } from "./inflate.ts";
import { LIMITS, tooMany } from "./limits.ts";
import { loadPdfJs, type PdfJs, VERBOSITY } from "./pdfjs.ts";
import { DirectPort } from "./port.ts";
import { StrayErrors } from "./stray-errors.ts";

/** A page's drawing operations, forms expanded in place. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[][];
  /** True where a part of them could not be read, and was left out. */
  readonly damaged: boolean;
}

/** A page as drawn: four bytes a pixel (red, green, blue, opacity). */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** A PDF whose page tree has been read. `close` must be called: pdf.js keeps its caches until then. */
export interface OpenPdf {
  readonly pdfjs: PdfJs;
  readonly pageCount: number;
  /** Which optional layers are shown. */
  readonly layers: Awaited<ReturnType<PDFDocumentProxy["getOptionalContentConfig"]>>;
  page(number: number): Promise<PDFPageProxy>;
  operators(page: PDFPageProxy): Promise<OperatorList>;
  /** The page as it is displayed, at so many pixels a point. Throws what Node throws where no canvas is installed. */
  picture(page: PDFPageProxy, scale: number): Promise<Drawing>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Pixels of the largest picture that is decoded. One is none. */
  readonly largestPicture?: number;
}

/** Opens a PDF; the bytes may be used up. Throws InputError if it is encrypted, or broken beyond what pdf.js mends. */
export async function openPdf(
  bytes: Uint8Array,
  { largestPicture = 1 }: OpenOptions = {},
): Promise<OpenPdf> {
  const draws = largestPicture > 1;
  const pdfjs = await loadPdfJs();
  const port = new DirectPort();
  const strays = new StrayErrors();
  pdfjs.worker.WorkerMessageHandler.initializeFromPort(port);
  const worker = pdfjs.api.PDFWorker.create({ port: port as never, verbosity: VERBOSITY });
  const task = pdfjs.api.getDocument({
    // A Buffer is a Uint8Array to everyone but pdf.js.
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    worker,
    cMapUrl: `${pdfjs.root}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${pdfjs.root}standard_fonts/`,
    wasmUrl: `${pdfjs.root}wasm/`,
    useSystemFonts: false,
    disableFontFace: draws,
    // Images are not decoded where nothing is drawn: a scanned page costs a millisecond instead of a third of a second.
    maxImageSize: largestPicture,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: VERBOSITY,
  });
  startHearing();
  startInflating(draws);
  const close = async () => {
    await task.destroy();
    worker.destroy();
    port.terminate();
    // What the closing itself set off comes after it.
    await setImmediate();
    strays.stop();
    stopHearing();
    stopInflating(draws);
  };
  try {
    const document = await opened(task.promise);
    if (!draws) bindNoFonts(document);
    if (document.numPages < 1) throw new InputError("broken PDF: no pages");
    if (document.numPages > LIMITS.pages)
      throw new InputError(`more than ${LIMITS.pages.toLocaleString("en")} pages`, "too-large");
    return {
      pdfjs,
      pageCount: document.numPages,
      layers: await document.getOptionalContentConfig(),
      page: (number) => document.getPage(number),
      operators: async (page) => {
        const overflow = port.startPage();
        // Form fields and notes are painted on the page like all else.
        const annotationMode = pdfjs.api.AnnotationMode.ENABLE;
        const { value: list, complaints } = await hearing(() =>
          Promise.race([page.getOperatorList({ annotationMode }), overflow]),
        );
        // The parser runs in microtasks: once they are done it waits for its reader, and its errors are known.
        await setImmediate();
        const stray = strays.take();
        if (stray) throw stray;
        if (list === "overflow") throw tooMany(page.pageNumber, "operators");
        return { ...list, damaged: port.failed || complaints.length > 0 };
      },
      picture: async (page, scale) => {
        const overflow = port.startPage();
        const viewport = page.getViewport({ scale });
        const size = [Math.ceil(viewport.width), Math.ceil(viewport.height)] as const;
        const { createCanvas } = await import("@napi-rs/canvas");
        const canvas = createCanvas(...size);
        const context = canvas.getContext("2d");
        const drawing = page.render({
          ...{ canvas: null, canvasContext: context as never, viewport },
          background: "#ffffff",
        });
        const drawn = await Promise.race([drawing.promise, overflow]);
        if (drawn === "overflow") throw tooMany(page.pageNumber, "operators");
        await setImmediate();
        const stray = strays.take();
        if (stray) throw stray;
        const { data: rgba, width, height } = context.getImageData(0, 0, ...size);
        return { width, height, rgba };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * pdf.js hands each font to a browser's renderer, written in base64, and where there is none it outlines all its glyphs
 * instead. Nothing is rendered here: the fonts' widths and characters are all that is asked of them.
 */
function bindNoFonts(document: PDFDocumentProxy): void {
  const { _transport } = document as unknown as { _transport?: { fontLoader?: { bind: unknown } } };
  if (_transport?.fontLoader) _transport.fontLoader.bind = async () => {};
}

async function opened(promise: Promise<PDFDocumentProxy>): Promise<PDFDocumentProxy> {
  try {
    return await promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException")
      throw new InputError("encrypted PDF: needs a password", "encrypted");
    throw new InputError(`broken PDF: ${error instanceof Error ? error.message : String(error)}`);
  }
}
