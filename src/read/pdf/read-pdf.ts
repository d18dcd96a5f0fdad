import { InputError } from "../../model/errors.ts";
import type { Page } from "../../model/page.ts";
import { foldRadicals } from "../fold.ts";
import { flawsOf } from "./flaws.ts";
import { interpret } from "./interpret.ts";
import type { Matrix } from "./matrix.ts";
import { type OpenPdf, openPdf } from "./open.ts";
import { pathSteps } from "./path-steps.ts";
import { fontOf } from "./text.ts";
import { visible } from "./visible.ts";

export interface ReadPdfOptions {
  /** Called once, before the first page. */
  readonly onOpen?: (pdf: { readonly pageCount: number }) => void;
}

/**
 * Reads a PDF page by page: the glyphs and lines that a reader sees, in points from the top left of the page as displayed.
 * Memory does not grow with the number of pages. The bytes may be used up.
 * Throws InputError for a PDF that is encrypted, broken, or beyond the limits; the message names the page.
 */
export async function* readPdf(
  bytes: Uint8Array,
  options: ReadPdfOptions = {},
): AsyncGenerator<Page, void, undefined> {
  const pdf = await openPdf(bytes);
  try {
    options.onOpen?.({ pageCount: pdf.pageCount });
    for (let number = 1; number <= pdf.pageCount; number++) yield await readPage(pdf, number);
  } finally {
    await pdf.close();
  }
}

async function readPage(pdf: OpenPdf, number: number): Promise<Page> {
  try {
    const page = await pdf.page(number);
    try {
      const { transform, width, height } = page.getViewport({ scale: 1 });
      const list = await pdf.operators(page);
      const fonts = new Map<unknown, ReturnType<typeof fontOf>>();
      const painting = interpret(list, {
        page: number,
        ops: pdf.pdfjs.api.OPS,
        steps: await pathSteps(),
        viewport: transform as unknown as Matrix,
        width,
        height,
        font: (name) => {
          const known = fonts.get(name);
          if (known) return known;
          const { commonObjs } = page;
          const font = fontOf(commonObjs.has(String(name)) ? commonObjs.get(String(name)) : null);
          fonts.set(name, font);
          return font;
        },
        shows: (layer) => pdf.layers.isVisible(layer),
      });
      const seen = visible(painting, { width, height });
      const glyphs = seen.glyphs.map((glyph) => {
        const text = foldRadicals(glyph.text);
        return text === glyph.text ? glyph : { ...glyph, text };
      });
      const flaws = flawsOf(painting, glyphs, list.damaged || painting.openText);
      return {
        number,
        width,
        height,
        glyphs,
        rules: seen.rules,
        scanned: flaws.some(({ whole }) => whole),
        ...(flaws.length > 0 && { flaws }),
        ...(seen.recognised && { recognised: true }),
      };
    } finally {
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `page ${number}: broken: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
