import type { Glyph, Rule } from "../../model/page.ts";
import type { Recognised } from "../../model/place.ts";
import { amountsOf, type Earlier, withAmounts } from "./amounts.ts";
import type { Reading, RecognisedLine, Recogniser } from "./engine.ts";
import { inkOf } from "./ink.ts";
import { quarterTurned, type Raster, type Region, turned } from "./raster.ts";
import { type Ruling, rulingOf } from "./ruling.ts";
import { readLines } from "./second-look.ts";
import { skewOf } from "./skew.ts";
import { textLinesOf } from "./text-lines.ts";
import { glyphTurnedBack, ruleTurnedBack, type Turns } from "./turned-back.ts";
import { withKnownWords } from "./words.ts";

/** What a picture of a page shows, in points from its top left, once it is laid straight. */
export interface RecognisedPage {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** By how much (radians, clockwise) the picture is turned against what stands here, around its middle. */
  readonly tilt: number;
  /** Its amounts, by which the next page knows how they are printed. */
  readonly amounts: Earlier;
}

/** Lines that are looked at to see whether a picture lies on its side, and how sure an upright one is of them on average. */
const SAMPLE = 10;
const UPRIGHT = 0.75;
/** Pixels around a line of text that the recogniser is given, as a part of its height. */
const MARGIN = 0.12;

/**
 * Reads a picture of a page: its lines of tables, and each line of text by itself. Where the recogniser makes little of it, it
 * is turned by quarters until it makes sense.
 *
 * @param scale Pixels a point.
 * @param earlier Amounts of the pages before it.
 */
export async function recognisePage(
  picture: Raster,
  scale: number,
  recogniser: Recogniser,
  earlier: Earlier = [],
): Promise<RecognisedPage> {
  const { straight, turns } = await upright(picture, scale, recogniser);
  const { lines, ruling, tilt } = straight;
  const crops = lines.map((line) => cropped(straight, line));
  const read = withAmounts(await readLines(crops, recogniser), crops, earlier);
  const glyphs = lines.flatMap((line, i) => glyphsOf(line, read[i] as RecognisedLine, scale, i));
  const size = { width: picture.width / scale, height: picture.height / scale };
  return {
    glyphs: ofOneSize(glyphs).map((glyph) => glyphTurnedBack(glyph, turns, size)),
    rules: ruling.lines.map((line) => ruleTurnedBack(inPoints(line, scale), turns, size)),
    tilt,
    amounts: amountsOf(read),
  };
}

function inPoints({ direction, at, from, to, thickness }: Rule, scale: number): Rule {
  return {
    ...{ direction, at: at / scale, from: from / scale, to: to / scale },
    thickness: thickness / scale,
  };
}

interface Straight {
  readonly raster: Raster;
  readonly ruling: Ruling;
  readonly lines: readonly Region[];
  readonly tilt: number;
}

/** The picture laid straight, with its lines of tables and of text. */
function prepare(picture: Raster, scale: number): Straight {
  const dpi = scale * 72;
  const tilt = skewOf(inkOf(picture, dpi), picture.width, picture.height);
  const raster = Math.abs(tilt) < 2e-4 ? picture : turned(picture, -tilt);
  const { width, height } = raster;
  const ink = inkOf(raster, dpi);
  const ruling = rulingOf(ink, width, height, dpi);
  return { raster, ruling, lines: textLinesOf(ink, ruling.mask, { width, height, dpi }), tilt };
}

/** The picture as the recogniser makes most of it, and the quarter turns clockwise that this takes. */
async function upright(
  picture: Raster,
  scale: number,
  recogniser: Recogniser,
): Promise<{ readonly straight: Straight; readonly turns: Turns }> {
  let best: { readonly straight: Straight; readonly turns: Turns } | undefined;
  let highest = -1;
  for (const turns of [0, 1, 3, 2] as const) {
    const straight = prepare(quarterTurned(picture, turns), scale);
    const sureness = await surenessOf(straight, recogniser);
    if (sureness > highest) [best, highest] = [{ straight, turns }, sureness];
    if (sureness >= UPRIGHT) break;
  }
  return best ?? { straight: prepare(picture, scale), turns: 0 };
}

async function surenessOf(straight: Straight, recogniser: Recogniser): Promise<number> {
  const long = straight.lines
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 > 2 * (y1 - y0))
    .sort((a, b) => a.x1 - a.x0 - (b.x1 - b.x0));
  const from = Math.max(0, Math.floor((long.length - SAMPLE) / 2));
  const sample = long.slice(from, from + SAMPLE);
  const read = await recogniser.read(sample.map((line) => cropped(straight, line)));
  const characters = read.flatMap((line) => line.characters);
  if (characters.length === 0) return 0;
  return characters.reduce((sum, { sure }) => sum + sure, 0) / characters.length;
}

/** A line of text with a margin, on paper as white as it gets: no lines of tables. */
function cropped({ raster, ruling }: Straight, line: Region): Raster {
  const margin = Math.max(2, Math.round(MARGIN * (line.y1 - line.y0)));
  const x0 = Math.max(0, line.x0 - margin);
  const y0 = Math.max(0, line.y0 - margin);
  const width = Math.min(raster.width, line.x1 + margin) - x0;
  const height = Math.min(raster.height, line.y1 + margin) - y0;
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y0 + y) * raster.width + x0 + x;
      grey[y * width + x] = ruling.mask[at] ? 255 : (raster.grey[at] as number);
    }
  return { width, height, grey };
}

/** Part of the em that Chinese characters, and digits, are high as printed; part of it below the baseline. */
const CHINESE = 0.92;
const DIGITS = 0.74;
const BELOW = 0.08;
const ASCENT = 0.88;

/** What no budget prints, and what looks like it. */
const LOOKALIKES: Readonly<Record<string, string>> = { 丶: "、", "﹑": "、", "－": "-" };

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…—]/u;

/** Share from which a reading is likely: below it, two slips of one sum are no more to be reckoned with. */
const LIKELY = 0.01;

/** The characters of a line where they stand; they share what was recognised. */
function glyphsOf(line: Region, read: RecognisedLine, scale: number, run: number): Glyph[] {
  const printed = withFirstStroke(read.characters.filter(({ text }) => text.trim() !== ""));
  const words = withKnownWords(printed.map(({ text }) => LOOKALIKES[text] ?? text));
  const characters = printed.map((each, i) => ({ ...each, text: words[i] ?? each.text }));
  if (characters.length === 0) return [];
  const isChinese = characters.some(({ text }) => WIDE.test(text));
  const high = (line.y1 - line.y0) / scale;
  const size = high / (isChinese ? CHINESE : DIGITS);
  const baseline = line.y1 / scale - (isChinese ? BELOW * size : 0);
  const first = characters.map(({ text }) => text).join("");
  const textsOf = (readings: readonly Reading[]) => readings.map(({ text }) => text.trim());
  const likely = read.readings.filter(({ share }) => share >= LIKELY);
  const recognised: Recognised = {
    sure: Math.min(...characters.map(({ sure }) => sure)),
    readings: [...new Set([first, ...textsOf(read.readings)])],
    likely: new Set([first, ...textsOf(likely)]).size,
  };
  const [left, right] = [line.x0 / scale, line.x1 / scale];
  const wide = right - left;
  return characters.map(({ text, at }, i): Glyph => {
    const before = characters[i - 1];
    const after = characters[i + 1];
    return {
      text,
      box: {
        x0: before ? left + (wide * (before.at + at)) / 2 : left,
        y0: baseline - ASCENT * size,
        x1: after ? left + (wide * (at + after.at)) / 2 : right,
        y1: baseline + (1 - ASCENT) * size,
      },
      ...{ baseline, size, run, recognised },
    };
  });
}

/** 一 is but a stroke, which the border of a cell takes with it: nothing begins with 般. */
function withFirstStroke(characters: RecognisedLine["characters"]): RecognisedLine["characters"] {
  const [first, second] = characters;
  if (first?.text !== "般") return characters;
  const at = Math.max(0, 2 * first.at - (second?.at ?? 1));
  return [{ ...first, text: "一", at }, ...characters];
}

/** Sizes that differ less than this are one: a line is as high as its characters happen to be. */
const SAME_SIZE = 1.3;

/** Glyphs with the size of most of the page's, where they are not far from it. */
function ofOneSize(glyphs: readonly Glyph[]): Glyph[] {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  const most = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return glyphs.map((glyph) => {
    const { size, box, baseline } = glyph;
    if (Math.max(size, most) > SAME_SIZE * Math.min(size, most)) return glyph;
    const [y0, y1] = [baseline - ASCENT * most, baseline + (1 - ASCENT) * most];
    return { ...glyph, size: most, box: { ...box, y0, y1 } };
  });
}
