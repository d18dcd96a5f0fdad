import type { Coloured, Raster } from "./raster.ts";

/** How much redder than green and blue a seal's ink is, where it is thinnest. */
const RED = 18;
/** What of that is added to the red, so that the ink itself is as white as paper. */
const LIFT = 0.25;
/** Pixels around one over which compression smears red, and leaves what is dark where it was. */
const SMEARED = 3;
/** How red its full ink is at least: ornaments and yellowed paper are less. */
const SEAL = 50;
/** How much darkness so much red explains: compression keeps less of the red. */
const EXPLAINS = 1.6;
/** The part of red pixels that are as red as the seal is where its ink is full: it is about as dark there. */
const FULL = 0.2;

/**
 * The picture in grey, without what is printed in red: a seal over a table is white in the red channel, and the black below it
 * as dark as before. Where its strokes are thin they are dark and hardly red: what the red around a pixel explains of the
 * darkness there is taken away, up to that of the full ink.
 */
export function greyOf({ width, height, rgba }: Coloured): Raster {
  const grey = new Uint8Array(width * height);
  const excess = new Uint8Array(width * height);
  for (let at = 0, i = 0; at < grey.length; at++, i += 4) {
    const red = rgba[i] as number;
    const green = rgba[i + 1] as number;
    const blue = rgba[i + 2] as number;
    grey[at] = (77 * red + 150 * green + 29 * blue) >> 8;
    excess[at] = Math.max(0, red - Math.max(green, blue));
  }
  const whites = whitened(grey, excess, width, height);
  for (let at = 0; at < grey.length; at++) {
    const more = excess[at] as number;
    const red = more > RED ? (rgba[4 * at] as number) + LIFT * more : 0;
    grey[at] = Math.min(255, Math.max(red, (whites ?? grey)[at] as number));
  }
  return { width, height, grey };
}

/** The greys without the darkness that red explains; undefined where no seal is. */
function whitened(
  grey: Uint8Array,
  excess: Uint8Array,
  width: number,
  height: number,
): Float32Array | undefined {
  const reds = excess.filter((more) => more > RED).sort();
  const seal = reds[Math.floor((1 - FULL) * reds.length)] ?? 0;
  if (seal < SEAL) return undefined;
  const dark = grey.map((light) => Math.min(255 - light, seal));
  const [red, all] = [around(excess, width, height), around(dark, width, height)];
  return Float32Array.from(grey, (light, at) => {
    const share = Math.min(1, (EXPLAINS * (red[at] as number)) / ((all[at] as number) || 1));
    return (255 * light) / (255 - share * (dark[at] as number));
  });
}

/** The sum of what is around each pixel. */
function around(values: Uint8Array, width: number, height: number): Uint32Array {
  const rows = new Uint32Array(values.length);
  const sums = new Uint32Array(values.length);
  for (let y = 0; y < height; y++) slide(values, rows, y * width, 1, width);
  for (let x = 0; x < width; x++) slide(rows, sums, x, width, height);
  return sums;
}

/** Sums along a row or a column, from what comes in at one end and what goes out at the other. */
function slide(
  from: Uint8Array | Uint32Array,
  to: Uint32Array,
  start: number,
  step: number,
  length: number,
): void {
  let sum = 0;
  for (let i = -SMEARED; i < length; i++) {
    if (i + SMEARED < length) sum += from[start + (i + SMEARED) * step] as number;
    if (i > SMEARED) sum -= from[start + (i - SMEARED - 1) * step] as number;
    if (i >= 0) to[start + i * step] = sum;
  }
}
