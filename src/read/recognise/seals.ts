import type { Coloured, Raster } from "./raster.ts";

/** How much redder than green and blue a seal's ink is, where it is thinnest. */
const RED = 18;
/** What of that is added to the red, so that the ink itself is as white as paper. */
const LIFT = 0.25;

/**
 * The picture in grey, without what is printed in red: a seal over a table is white in the red channel, and the black below it
 * as dark as before.
 */
export function greyOf({ width, height, rgba }: Coloured): Raster {
  const grey = new Uint8Array(width * height);
  for (let at = 0, i = 0; at < grey.length; at++, i += 4) {
    const red = rgba[i] as number;
    const green = rgba[i + 1] as number;
    const blue = rgba[i + 2] as number;
    const excess = red - Math.max(green, blue);
    grey[at] =
      excess > RED ? Math.min(255, red + LIFT * excess) : (77 * red + 150 * green + 29 * blue) >> 8;
  }
  return { width, height, grey };
}
