import type { Flaw } from "./page.ts";
import type { Place } from "./place.ts";

/** A cell of a grid. All four indices are 0-based and inclusive: a cell that is not merged has r0 = r1, c0 = c1. */
export interface GridCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  /** The text as printed, lines joined (without a space between Chinese characters), trimmed. */
  readonly text: string;
  readonly place: Place;
}

/** A table as it is drawn, before anyone asks what it means. Blank cells are there too, with empty text. */
export interface Grid {
  readonly type: "grid";
  readonly rowCount: number;
  readonly columnCount: number;
  /** In reading order: by r0, then c0. No two cells cover the same position. */
  readonly cells: readonly GridCell[];
  /** False for text sources: a blank beside a heading may be part of a merged cell, or not. */
  readonly spansKnown: boolean;
  readonly place: Place;
}

/** A run of prose: a paragraph, a heading, a title, a unit line, a note. Lines that a page broke are joined. */
export interface Paragraph {
  readonly type: "paragraph";
  readonly text: string;
  readonly place: Place;
}

/** A document is a sequence of blocks in reading order, whatever its format was. */
export type Block = Paragraph | Grid;

/** What a source is, by its content. */
export const FORMATS = ["text", "pdf", "spreadsheet", "word", "web-archive", "picture"] as const;
export type Format = (typeof FORMATS)[number];

/** What a source gives once its pages are laid out. */
export interface Layout {
  readonly format: Format;
  /** Number of pages, or of sheets; 0 for text and Word, which have none before they are printed. */
  readonly pages: number;
  /** 1-based numbers of the pages without a text layer. */
  readonly scannedPages: readonly number[];
  /** Those of which text was recognised in pictures; missing where there are none. */
  readonly recognisedPages?: readonly number[];
  /** It was in traditional script, and its blocks are in simplified. */
  readonly traditional?: true;
  readonly blocks: readonly Block[];
  /** What of its pages cannot be read as text, in order of pages. */
  readonly flaws?: readonly PageFlaw[];
}

/** A flaw, and the 1-based number of its page; missing where the document has no pages. */
export interface PageFlaw extends Flaw {
  readonly page?: number;
  /** Its name, where it is a sheet. */
  readonly sheet?: string;
}
