import { inBoth, type Language, type Message } from "./message.ts";

/** A rectangle in points (1/72 inch) from the top left of the page as it is displayed, y downwards. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What a recogniser made of a text in a picture. */
export interface Recognised {
  /** How sure it is of the character that it is least sure of, from 0 to 1. */
  readonly sure: number;
  /** All that the text may be: as it was taken, then the likeliest first. */
  readonly readings: readonly string[];
  /** How many of the readings are not only possible, but likely. */
  readonly likely: number;
}

/**
 * Where something is printed: the page and box of a PDF, the cell of a spreadsheet (`page` is the sheet's number), the table and
 * row or the paragraph of a Word document, the line of a text. All numbers are 1-based. Every figure keeps its place, so that a
 * reader can be sent to where it came from.
 */
export interface Place {
  /** The document, where a disclosure has more than one. */
  readonly document?: string;
  readonly page?: number;
  readonly box?: Box;
  readonly line?: number;
  /** The sheet's name, and the cell as spreadsheets call it: `C12`. */
  readonly sheet?: string;
  readonly cell?: string;
  readonly table?: number;
  readonly row?: number;
  readonly paragraph?: number;
  /** Present if it was recognised in a picture. */
  readonly recognised?: Recognised;
}

/** True where the source draws its cells: an amount that stands in one belongs there. Text may have lost that. */
export function isDrawn({ box, cell, row }: Place): boolean {
  return (box ?? cell ?? row) !== undefined;
}

/** The smallest box around some boxes, undefined for none. */
export function boxAround(boxes: Iterable<Box>): Box | undefined {
  let around: Box | undefined;
  for (const box of boxes) {
    around = around
      ? {
          x0: Math.min(around.x0, box.x0),
          y0: Math.min(around.y0, box.y0),
          x1: Math.max(around.x1, box.x1),
          y1: Math.max(around.y1, box.y1),
        }
      : box;
  }
  return around;
}

type Words = Readonly<Record<"page" | "line" | "paragraph", (nth: number) => string>> & {
  readonly row: (table: number, row: number) => string;
};

const WORDS: Record<Language, Words> = {
  zh: {
    page: (nth) => `第${nth}页`,
    line: (nth) => `原文第${nth}行`,
    paragraph: (nth) => `第${nth}段`,
    row: (table, row) => `第${table}个表第${row}行`,
  },
  en: {
    page: (nth) => `page ${nth}`,
    line: (nth) => `line ${nth}`,
    paragraph: (nth) => `paragraph ${nth}`,
    row: (table, row) => `table ${table}, row ${row}`,
  },
};

/** Where something is printed, in words; empty where nobody knows. */
export function placeWords(place: Place): Message {
  return inBoth((language) => {
    const { page, line, sheet, table, row, paragraph } = place;
    const words = WORDS[language];
    if (sheet !== undefined) return cellAddress(place);
    if (page !== undefined) return words.page(page);
    if (table !== undefined && row !== undefined) return words.row(table, row);
    if (paragraph !== undefined) return words.paragraph(paragraph);
    return line === undefined ? "" : words.line(line);
  });
}

/** `Sheet1!C12`, or the name of the sheet alone. */
export function cellAddress({ sheet = "", cell }: Place): string {
  return cell === undefined ? sheet : `${sheet}!${cell}`;
}
