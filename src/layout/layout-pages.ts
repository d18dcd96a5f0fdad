import type { Block, Layout, Paragraph } from "../model/block.ts";
import type { Page } from "../model/page.ts";
import { layoutPageWithEnds } from "./layout-page.ts";
import { joinLines } from "./lines.ts";
import { type Flow, flowsOn } from "./prose.ts";

/** Lays out a document's pages as they come, each let go before the next; prose that a page cut is joined. */
export async function layoutPages(pages: AsyncIterable<Page>): Promise<Layout> {
  const blocks: Block[] = [];
  const scannedPages: number[] = [];
  let count = 0;
  let closing: Flow | undefined;
  for await (const page of pages) {
    count++;
    if (page.scanned) scannedPages.push(page.number);
    const laid = layoutPageWithEnds(page);
    const [first, ...others] = laid.blocks;
    if (!first) continue;
    const last = blocks.at(-1);
    const goesOn = closing && laid.opening && flowsOn(closing, laid.opening);
    if (goesOn && last?.type === "paragraph" && first.type === "paragraph") {
      blocks[blocks.length - 1] = joined(last, first);
      for (const block of others) blocks.push(block);
    } else {
      for (const block of laid.blocks) blocks.push(block);
    }
    closing = laid.closing;
  }
  return { format: "pdf", pages: count, scannedPages, blocks };
}

/** One paragraph of two; its place is where it begins. */
function joined(first: Paragraph, second: Paragraph): Paragraph {
  return { ...first, text: joinLines([first.text, second.text]) };
}
