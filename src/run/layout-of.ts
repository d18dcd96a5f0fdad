import { type LayoutOptions, layoutPages } from "../layout/layout-pages.ts";
import { layoutText } from "../layout/text.ts";
import type { Layout, PageFlaw } from "../model/block.ts";
import { InputError } from "../model/errors.ts";
import type { Page } from "../model/page.ts";
import { decodeText } from "../read/decode.ts";
import { readPdf } from "../read/pdf/read-pdf.ts";
import type { Recognition } from "../read/recognise/pages.ts";
import { isTraditional, simplified } from "../read/script.ts";
import { isConvertible, sniff } from "../read/sniff.ts";

/** A source as bytes. Its name is shown to people, and asked for what the text does not say. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Called before each page whose text is recognised, and before another program converts the file: it takes seconds and memory more. */
  readonly onEffort?: () => void;
}

/** A source as blocks in reading order. Throws InputError for a source that cannot be read. */
export async function layoutOf(
  { bytes, onEffort = () => {} }: SourceBytes,
  options: LayoutOptions = {},
): Promise<Layout> {
  const format = sniff(bytes);
  if (format === "text") return inOneScript(decodeText(bytes), layoutText);
  if (format === "spreadsheet") return layoutWorkbook(bytes);
  if (format === "word") return layoutWordFile(bytes);
  if (isConvertible(format)) {
    const { converted } = await import("../read/office/convert/convert.ts");
    onEffort();
    return layoutWordFile(await converted(bytes, format));
  }
  if (format === "picture") return layoutPicture(bytes, onEffort);
  if (format === "web-archive") {
    const { pageOf } = await import("../read/web-archive.ts");
    return inOneScript(await pageOf(bytes), layoutText);
  }
  const flaws: PageFlaw[] = [];
  const pages = pagesOf(bytes, onEffort);
  const layout = await layoutPages(noting(pages, flaws), options);
  return flaws.length > 0 ? { ...layout, flaws } : layout;
}

/** The pages of a PDF, with what their pictures show. The recogniser is loaded with the first page that may need it. */
export async function* pagesOf(
  bytes: Uint8Array,
  onEffort: () => void = () => {},
): AsyncGenerator<Page, void, undefined> {
  let recognition: Recognition | undefined;
  try {
    for await (const page of readPdf(new Uint8Array(bytes))) {
      if (!page.flaws && !page.recognised) {
        yield page;
        continue;
      }
      recognition ??= await recognitionOf(bytes, onEffort);
      yield await recognition.page(page);
    }
  } finally {
    await recognition?.close();
  }
}

async function recognitionOf(bytes: Uint8Array, onEffort: () => void): Promise<Recognition> {
  const { theRecogniser } = await import("../read/recognise/recogniser.ts");
  const { openRecognition } = await import("../read/recognise/pages.ts");
  const recogniser = await theRecogniser();
  if (!recogniser) return { page: async (page) => page, close: async () => {} };
  return openRecognition(bytes, recogniser, onEffort);
}

/** A picture as a document of one page. */
async function layoutPicture(bytes: Uint8Array, onEffort: () => void): Promise<Layout> {
  const { HOW_TO_ADD, theRecogniser } = await import("../read/recognise/recogniser.ts");
  const { readPicture } = await import("../read/recognise/read-picture.ts");
  const recogniser = await theRecogniser();
  if (!recogniser)
    throw new InputError(`a picture needs recognition (OCR): ${HOW_TO_ADD} adds it`, "scan");
  onEffort();
  const page = await readPicture(bytes, recogniser);
  return { ...(await layoutPages(only(page))), format: "picture" };
}

async function* only(page: Page): AsyncGenerator<Page, void, undefined> {
  yield page;
}

/** Office formats are loaded where one is read: most runs have none. */
async function layoutWorkbook(bytes: Uint8Array): Promise<Layout> {
  const { readWorkbook } = await import("../read/office/read-workbook.ts");
  const { layoutSheet } = await import("../layout/spreadsheet.ts");
  const { sheets, count, flaws } = await readWorkbook(bytes);
  const blocks = sheets.flatMap(layoutSheet);
  return { format: "spreadsheet", pages: count, scannedPages: [], blocks, flaws };
}

async function layoutWordFile(bytes: Uint8Array): Promise<Layout> {
  const { readWord } = await import("../read/office/read-word.ts");
  const { layoutWord } = await import("../layout/word.ts");
  const { html, pictures } = await readWord(bytes);
  const flaws: PageFlaw[] = pictures > 0 ? [{ kind: "embedded", whole: false }] : [];
  const format = "word";
  const laidOut = (text: string) => ({ pages: 0, scannedPages: [], blocks: layoutWord(text) });
  return inOneScript(html, (text) => ({ format, ...laidOut(text), flaws }));
}

/** Laid out in simplified script: what tells a table from prose are words. */
async function inOneScript(text: string, layout: (text: string) => Layout): Promise<Layout> {
  if (!isTraditional(text)) return layout(text);
  return { ...layout(await simplified(text)), traditional: true };
}

/** The pages as they come, and the flaws of each. */
async function* noting(pages: AsyncIterable<Page>, flaws: PageFlaw[]): AsyncGenerator<Page> {
  for await (const page of pages) {
    for (const flaw of page.flaws ?? []) flaws.push({ ...flaw, page: page.number });
    yield page;
  }
}
