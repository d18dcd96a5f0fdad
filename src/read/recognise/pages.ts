import { InputError } from "../../model/errors.ts";
import type { Flaw, Glyph, Page } from "../../model/page.ts";
import { openPictures, type PagePictures } from "../pdf/pictures.ts";
import type { Recogniser } from "./engine.ts";
import { recognisePage } from "./page.ts";
import { greyOf } from "./seals.ts";

/** A picture from this share of the page on may hold a table. */
const PICTURE = 0.1;
/** So many characters on a picture are text, and no ornament. */
const FEW = 8;

/** How sure the recogniser is of text on average; of the ornaments of a cover it is less. */
const TEXT = 0.6;

/** Reads what the pages of one PDF show as pictures. `close` must be called. */
export interface Recognition {
  /** A page with what its pictures show: a scanned page anew, a picture of a table beside the text around it. */
  page(page: Page): Promise<Page>;
  close(): Promise<void>;
}

/** @param onPage Called before each page that is looked at: it takes seconds, and memory for its picture. */
export function openRecognition(
  bytes: Uint8Array,
  recogniser: Recogniser,
  onPage: () => void = () => {},
): Recognition {
  let pictures: Promise<PagePictures> | undefined;
  const earlier: string[] = [];
  return {
    async page(page) {
      if (!isWorthALook(page)) return page;
      onPage();
      pictures ??= openPictures(bytes.slice());
      return recognised(page, await pictures, recogniser, earlier);
    },
    async close() {
      await (await pictures)?.close();
    },
  };
}

function isPicture({ kind, share = 0, whole }: Flaw): boolean {
  if (kind === "outlines") return whole;
  return kind === "picture" && (whole || share >= PICTURE);
}

function isWorthALook({ recognised, flaws = [] }: Page): boolean {
  return recognised === true || flaws.some(isPicture);
}

async function recognised(
  page: Page,
  pictures: PagePictures,
  recogniser: Recogniser,
  earlier: string[],
): Promise<Page> {
  const { scale, ...drawing } = await pictures.picture(page.number).catch((error: unknown) => {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `page ${page.number}: its picture cannot be drawn: ${error instanceof Error ? error.message : error}`,
    );
  });
  const picture = greyOf(drawing);
  const flaws = (page.flaws ?? []).filter((flaw) => !isPicture(flaw));
  const isWhole = page.recognised === true || page.scanned;
  // Text that somebody recognised before is read anew; text that is painted stands, over whatever picture.
  const printed = page.recognised ? [] : page.glyphs;
  const read = await recognisePage(picture, scale, recogniser, earlier);
  earlier.push(...read.amounts);
  const glyphs = read.glyphs
    .map((glyph) => ({ ...glyph, run: glyph.run + RUNS }))
    .filter((glyph) => !printed.some((other) => covers(other, glyph)));
  if (glyphs.length < FEW || surenessOf(glyphs) < TEXT) return page;
  const { rules } = read;
  const { flaws: _, ...rest } = page;
  return {
    ...rest,
    glyphs: [...printed, ...glyphs],
    rules: isWhole ? rules : [...page.rules, ...rules],
    scanned: false,
    recognised: true,
    ...(isWhole && { tilt: read.tilt }),
    ...(flaws.length > 0 && { flaws }),
  };
}

function surenessOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { recognised }) => sum + (recognised?.sure ?? 1), 0) / glyphs.length;
}

/** Numbers of recognised runs come after those of the page's own. */
const RUNS = 10_000_000;

/** Whether a glyph that the page prints itself stands where another was recognised. */
function covers({ box: own }: Glyph, { box }: Glyph): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x > own.x0 - 1 && x < own.x1 + 1 && y > own.y0 - 1 && y < own.y1 + 1;
}
