import { inBoth, type Language, type Message } from "./message.ts";

/** A rectangle in points (1/72 inch) from the top left of the page as it is displayed, y downwards. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * Where something is printed: the page (1-based) and box of a PDF, or the line (1-based) of a text source.
 * Every figure keeps its place, so that a reader can be sent to the page it came from.
 */
export interface Place {
  /** The document, where a disclosure has more than one. */
  readonly document?: string;
  readonly page?: number;
  readonly box?: Box;
  readonly line?: number;
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

const WORDS: Record<Language, Readonly<Record<"page" | "line", (nth: number) => string>>> = {
  zh: { page: (nth) => `第${nth}页`, line: (nth) => `原文第${nth}行` },
  en: { page: (nth) => `page ${nth}`, line: (nth) => `line ${nth}` },
};

/** Where something is printed, in words; empty where nobody knows. */
export function placeWords({ page, line }: Place): Message {
  return inBoth((language) => {
    if (page !== undefined) return WORDS[language].page(page);
    return line === undefined ? "" : WORDS[language].line(line);
  });
}
