import type { Raster } from "./raster.ts";

/** Which pixels are dark: 1 or 0, row by row. */
export type Mask = Uint8Array;

/** Side (as a part of an inch) of the neighbourhood that a pixel is held against. */
const NEIGHBOURHOOD = 1 / 5;
/** A pixel is ink where it is darker than this part of its neighbourhood's mean. */
const DARKER = 0.86;

/**
 * The pixels that are darker than what surrounds them (Bradley and Roth 2007): shadows, yellowed paper and shaded headings make no
 * ink, and hair lines that a scanner left grey do.
 *
 * @param dpi Pixels an inch.
 */
export function inkOf({ width, height, grey }: Raster, dpi: number): Mask {
  const reach = Math.max(4, Math.round((dpi * NEIGHBOURHOOD) / 2));
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += grey[y * width + x] as number;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] as number) + row;
    }
  }
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const y0 = Math.max(0, y - reach) * (width + 1);
    const y1 = Math.min(height, y + reach + 1) * (width + 1);
    const rows = (y1 - y0) / (width + 1);
    for (let x = 0; x < width; x++) {
      const x0 = Math.max(0, x - reach);
      const x1 = Math.min(width, x + reach + 1);
      const sum =
        (sums[y1 + x1] as number) -
        (sums[y0 + x1] as number) -
        (sums[y1 + x0] as number) +
        (sums[y0 + x0] as number);
      const at = y * width + x;
      if ((grey[at] as number) * rows * (x1 - x0) < sum * DARKER) ink[at] = 1;
    }
  }
  return ink;
}
