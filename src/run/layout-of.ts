import { type LayoutOptions, layoutPages } from "../layout/layout-pages.ts";
import { layoutText } from "../layout/text.ts";
import type { Layout, PageFlaw } from "../model/block.ts";
import type { Page } from "../model/page.ts";
import { decodeText } from "../read/decode.ts";
import { readPdf } from "../read/pdf/read-pdf.ts";
import { sniff } from "../read/sniff.ts";

/** A source as bytes. Its name is shown to people, and asked for what the text does not say. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A source as blocks in reading order. Throws InputError for a source that cannot be read. */
export async function layoutOf(
  { bytes }: SourceBytes,
  options: LayoutOptions = {},
): Promise<Layout> {
  const format = sniff(bytes);
  if (format === "text") return layoutText(decodeText(bytes));
  if (format === "spreadsheet") return layoutWorkbook(bytes);
  if (format === "word") return layoutWordFile(bytes);
  if (format === "web-archive") {
    const { pageOf } = await import("../read/web-archive.ts");
    return layoutText(await pageOf(bytes));
  }
  const flaws: PageFlaw[] = [];
  const layout = await layoutPages(noting(readPdf(new Uint8Array(bytes)), flaws), options);
  return flaws.length > 0 ? { ...layout, flaws } : layout;
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
  return { format: "word", pages: 0, scannedPages: [], blocks: layoutWord(html), flaws };
}

/** The pages as they come, and the flaws of each. */
async function* noting(pages: AsyncIterable<Page>, flaws: PageFlaw[]): AsyncGenerator<Page> {
  for await (const page of pages) {
    for (const flaw of page.flaws ?? []) flaws.push({ ...flaw, page: page.number });
    yield page;
  }
}
