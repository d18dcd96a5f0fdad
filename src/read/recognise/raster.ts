/** A picture in shades of grey, row by row: 0 is black, 255 white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** A picture in colours as canvases have it: four bytes a pixel (red, green, blue, opacity). */
export interface Coloured {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** Pixels from x0, y0 up to and without x1, y1. */
export interface Region {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Turns a picture by an angle (radians, clockwise) around its middle; what comes in from outside is white. */
export function turned(raster: Raster, angle: number): Raster {
  const { width, height, grey } = raster;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const out = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    let sx = cx - cx * cos + (y - cy) * sin;
    let sy = cy + cx * sin + (y - cy) * cos;
    for (let x = 0; x < width; x++, sx += cos, sy -= sin) {
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const [fx, fy] = [sx - left, sy - top];
      const upper = (grey[at] as number) * (1 - fx) + (grey[at + 1] as number) * fx;
      const lower = (grey[at + width] as number) * (1 - fx) + (grey[at + width + 1] as number) * fx;
      out[y * width + x] = upper * (1 - fy) + lower * fy;
    }
  }
  return { width, height, grey: out };
}

/** Turns a picture by quarter turns clockwise. */
export function quarterTurned({ width, height, grey }: Raster, turns: number): Raster {
  const quarter = ((turns % 4) + 4) % 4;
  if (quarter === 0) return { width, height, grey };
  const out = new Uint8Array(width * height);
  const wide = quarter === 2 ? width : height;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [nx, ny] =
        quarter === 1
          ? [height - 1 - y, x]
          : quarter === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      out[ny * wide + nx] = grey[y * width + x] as number;
    }
  return { width: wide, height: quarter === 2 ? height : width, grey: out };
}

/** A picture that many times as wide, with straight lines between its pixels. */
export function widened({ width, height, grey }: Raster, times: number): Raster {
  const wide = Math.max(1, Math.round(width * times));
  const out = new Uint8Array(wide * height);
  for (let x = 0; x < wide; x++) {
    const from = Math.min(width - 1, Math.max(0, ((x + 0.5) * width) / wide - 0.5));
    const left = Math.floor(from);
    const right = Math.min(width - 1, left + 1);
    for (let y = 0, row = 0; y < height; y++, row += width)
      out[y * wide + x] =
        (grey[row + left] as number) * (left + 1 - from) +
        (grey[row + right] as number) * (from - left);
  }
  return { width: wide, height, grey: out };
}
