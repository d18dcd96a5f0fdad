import type { Block, Layout } from "../model/block.ts";
import type { Page } from "../model/page.ts";
import { layoutPage } from "./layout-page.ts";

/** Lays out a document's pages as they come; each is let go before the next. */
export async function layoutPages(pages: AsyncIterable<Page>): Promise<Layout> {
  const blocks: Block[] = [];
  const scannedPages: number[] = [];
  let count = 0;
  for await (const page of pages) {
    count++;
    if (page.scanned) scannedPages.push(page.number);
    blocks.push(...layoutPage(page));
  }
  return { format: "pdf", pages: count, scannedPages, blocks };
}
