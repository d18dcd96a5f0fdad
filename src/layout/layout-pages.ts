import type { Block, Layout, Paragraph } from "../model/block.ts";
import type { Page } from "../model/page.ts";
import { layoutPageWithEnds, type PageLayout } from "./layout-page.ts";
import { joinLines } from "./lines.ts";
import { flowsOn } from "./prose.ts";
import { sheetOf } from "./sheets/compose.ts";
import { bandBeside, completed, goesOnBelow } from "./sheets/group.ts";
import type { Strip } from "./sheets/strip.ts";

export interface LayoutOptions {
  /** Keeps pages apart that print columns of one sheet side by side. */
  readonly apart?: boolean;
}

/** More glyphs than this are no page that people read: it is not compared with others. */
const MOST_GLYPHS = 20_000;

/**
 * Lays out a document's pages as they come, each let go before the next, but for those of a table that may go on beside
 * them. Prose that a page cut is joined, and so are the columns of a sheet that was printed over several pages.
 */
export async function layoutPages(
  pages: AsyncIterable<Page>,
  { apart = false }: LayoutOptions = {},
): Promise<Layout> {
  const laid: LaidPage[] = [];
  const scannedPages: number[] = [];
  const recognisedPages: number[] = [];
  let count = 0;
  let open: LaidPage[] = [];
  for await (const page of pages) {
    count++;
    if (page.scanned) scannedPages.push(page.number);
    else if (page.recognised) recognisedPages.push(page.number);
    const layout = layoutPageWithEnds(page);
    const isPart = layout.frame && !apart && page.glyphs.length < MOST_GLYPHS;
    const strip = layout.frame && isPart ? { page, frame: layout.frame } : undefined;
    const bands = open.map(({ strips }) => strips);
    const beside = strip && bandBeside(bands, strip);
    if (strip && beside) {
      beside.push(strip);
      continue;
    }
    const next: LaidPage = { layout, strips: strip ? [strip] : [] };
    if (!strip || !goesOnBelow(bands, strip)) {
      letGo(open);
      open = [];
    }
    if (strip) open.push(next);
    laid.push(next);
  }
  letGo(open);
  const blocks = joinedProse(laid.map(({ layout }) => layout));
  const recognised = recognisedPages.length > 0 && { recognisedPages };
  return { format: "pdf", pages: count, scannedPages, ...recognised, blocks };
}

interface LaidPage {
  layout: PageLayout;
  /** The page, and those beside it, as long as others may follow. */
  strips: Strip[];
}

/** Lays out the sheets of a run of pages, if any have pages beside them, and lets the pages go. */
function letGo(run: readonly LaidPage[]): void {
  const bands = completed(run.map(({ strips }) => strips));
  for (const [i, laid] of run.entries()) {
    laid.strips = [];
    const [first, ...others] = bands[i] ?? [];
    if (!first || others.length === 0) continue;
    const { page, placed } = sheetOf([first, ...others]);
    const layout = layoutPageWithEnds(page);
    laid.layout = { ...layout, blocks: layout.blocks.map(placed) };
  }
}

/** The blocks of all pages in order; prose that the end of a page cut is one paragraph. */
function joinedProse(laid: readonly PageLayout[]): Block[] {
  const blocks: Block[] = [];
  let closing: PageLayout["closing"];
  for (const page of laid) {
    const [first, ...others] = page.blocks;
    if (!first) continue;
    const last = blocks.at(-1);
    const goesOn = closing && page.opening && flowsOn(closing, page.opening);
    if (goesOn && last?.type === "paragraph" && first.type === "paragraph") {
      blocks[blocks.length - 1] = joined(last, first);
      for (const block of others) blocks.push(block);
    } else {
      for (const block of page.blocks) blocks.push(block);
    }
    closing = page.closing;
  }
  return blocks;
}

/** One paragraph of two; its place is where it begins. */
function joined(first: Paragraph, second: Paragraph): Paragraph {
  return { ...first, text: joinLines([first.text, second.text]) };
}
